"""What the foundation keeps about a person: letters, the audit trail, files and login keys."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.utils.translation import gettext_lazy as _

from schuldenlab.audit.models import Entry
from schuldenlab.documents.models import Document, Openness, YearExport, YearTransfer
from schuldenlab.outbox.models import Letter
from schuldenlab.web.ports import DataColumn, DataGroup, act_words

# What packages keep about a person's way in: model, words, facts.
WAYS_IN = {
    ("mfa", "Authenticator"): (
        _("Your keys to log in"),
        {
            "kind": DataColumn(_("kind"), "type"),
            "since": DataColumn(_("since"), "created_at"),
            "last_used": DataColumn(_("last used"), "last_used_at"),
        },
    ),
    ("socialaccount", "SocialAccount"): (
        _("Logging in through your organisation"),
        {
            "provider": DataColumn(_("through"), "provider"),
            "number": DataColumn(_("known there as"), "uid"),
            "since": DataColumn(_("since"), "date_joined"),
        },
    ),
    ("account", "EmailAddress"): (
        _("Address to log in with"),
        {
            "address": DataColumn(_("e-mail address"), "email"),
            "confirmed": DataColumn(_("confirmed"), "verified"),
        },
    ),
}


def personal_data(person: Any) -> list[DataGroup]:
    """Letters without their text, what somebody did, files they handed in, and their ways in."""
    results, letters = dict(Entry.Result.choices), dict(Letter.Status.choices)
    kinds = {each._meta.label_lower: each._meta.verbose_name for each in apps.get_models()}  # noqa: SLF001
    return [
        DataGroup(
            "letters",
            _("Mails to you"),
            Letter.objects.filter(person=person, is_secret=False),
            {
                "at": DataColumn(_("written"), "at"),
                "subject": DataColumn(_("subject"), "subject"),
                "status": DataColumn(_("status"), "status", letters),
            },
        ),
        DataGroup(
            "acts",
            _("What you did here"),
            Entry.objects.filter(actor_id=person.pk),
            {
                "at": DataColumn(_("when"), "at"),
                "act": DataColumn(_("act"), "verb", _acts()),
                "on": DataColumn(_("kind of record"), "subject_type", kinds),
                "result": DataColumn(_("result"), "result", results),
            },
        ),
        DataGroup(
            "files",
            _("Files that you handed in"),
            Document.objects.filter(uploaded_by=person),
            {"at": DataColumn(_("when"), "at"), "name": DataColumn(_("name"), "name")},
        ),
        *_about_archive(person),
        *_ways_in(person),
    ]


def _about_archive(person: Any) -> list[DataGroup]:
    """What somebody judged open or closed, and which years they made a file of."""
    states = dict(Openness.State.choices)
    year = DataColumn(_("year"), "year")
    return [
        DataGroup(
            "openness",
            _("Records of which you judged how open they are"),
            Openness.objects.filter(judged_by=person),
            {
                "at": DataColumn(_("when"), "at"),
                "state": DataColumn(_("openness"), "state", states),
                "explanation": DataColumn(_("explanation"), "explanation"),
            },
        ),
        DataGroup(
            "archive_files",
            _("Archive files that you made"),
            YearExport.objects.filter(exported_by=person),
            {"at": DataColumn(_("when"), "at"), "year": year},
        ),
        DataGroup(
            "archive_transfers",
            _("Years that you handed to the archive"),
            YearTransfer.objects.filter(recorded_by=person),
            {"at": DataColumn(_("when"), "at"), "year": year},
        ),
    ]


def _acts() -> dict[str, Any]:
    """Words for what was done, and for what a door refused: that one stands there as app.act."""
    labels = {config.label for config in apps.get_app_configs()}
    refused = {f"{label}.{verb}": said for label in labels for verb, said in act_words().items()}
    return {**act_words(), **refused}


def _ways_in(person: Any) -> Iterator[DataGroup]:
    for (app, name), (title, columns) in WAYS_IN.items():
        rows = apps.get_model(app, name)._base_manager.filter(user=person)  # noqa: SLF001
        yield DataGroup(f"{app}_{name.lower()}", title, rows.order_by("-pk"), columns)
