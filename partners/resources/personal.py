"""What this app keeps about a person, and the file of everything that the lab keeps."""

from datetime import date, datetime
from itertools import islice
from typing import Any

from django.db.models import Q
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from partners.models import (
    ApiToken,
    ContactNote,
    ImportRun,
    Involvement,
    KernteamMember,
    Mandate,
    Person,
    Review,
    SigningRequest,
    Way,
)
from schuldenlab.web.ports import DataColumn, DataGroup, personal_data

ON_PAGE = 10  # rows of each kind; the file has them all
ACCOUNT = {
    "name": _("name"),
    "email": _("e-mail address"),
    "language": _("language"),
    "pace": _("news by mail"),
    "is_active": _("account is open"),
    "invited_at": _("invited at"),
    "last_login": _("last login"),
    "recorded_at": _("account made"),
    "closed_at": _("account closed at"),
}


def person_data(person: Person) -> list[DataGroup]:
    """Roles, signatures, and what somebody recorded for a partner or for the lab."""
    parts = (_roles, _ways_in, _answers, _upkeep, _work)
    return [group for part in parts for group in part(person)]


def _roles(person: Person) -> list[DataGroup]:
    organisation = DataColumn(_("organisation"), "organisation__name")
    period = {
        "from": DataColumn(_("from"), "from_on"),
        "until": DataColumn(_("until and including"), "until_on"),
    }
    mandate_roles, kernteam_roles = dict(Mandate.Role.choices), dict(KernteamMember.Role.choices)
    return [
        DataGroup(
            "mandates",
            _("For whom you act"),
            person.mandates.order_by("from_on", "pk"),
            {
                "organisation": organisation,
                "role": DataColumn(_("role"), "role", mandate_roles),
                "may_sign": DataColumn(_("may sign"), "may_sign"),
                **period,
            },
        ),
        DataGroup(
            "kernteam_terms",
            _("Your time in the kernteam"),
            person.kernteam_terms.order_by("from_on", "pk"),
            {"role": DataColumn(_("role"), "role", kernteam_roles), **period},
        ),
    ]


def _ways_in(person: Person) -> list[DataGroup]:
    return [
        DataGroup(
            "visits",
            _("Where you are logged in"),
            person.visits.order_by("-expire_date"),
            {"ends": DataColumn(_("ends at the latest"), "expire_date")},
        ),
        DataGroup(
            "invitations",
            _("Invitations"),
            person.invitations.order_by("-pk"),
            {
                "sent": DataColumn(_("sent"), "recorded_at"),
                "expires": DataColumn(_("expires at"), "expires_at"),
                "used": DataColumn(_("used at"), "used_at"),
                "revoked": DataColumn(_("revoked at"), "revoked_at"),
            },
        ),
    ]


def _answers(person: Person) -> list[DataGroup]:
    organisation = DataColumn(_("organisation"), "organisation__name")
    return [
        DataGroup(
            "signatures",
            _("Your signatures"),
            person.signatures.order_by("-pk"),
            {
                "framework": DataColumn(_("framework"), "framework__title"),
                "organisation": organisation,
                "name": DataColumn(_("signed by"), "signatory"),
                "function": DataColumn(_("function"), "function"),
                "on": DataColumn(_("signed on"), "signed_on"),
            },
        ),
        DataGroup(
            "involvement",
            _("How your organisation takes part, recorded by you"),
            Involvement.objects.filter(chosen_by=person).order_by("-pk"),
            {
                "organisation": organisation,
                "year": DataColumn(_("year"), "year"),
                "note": DataColumn(_("note"), "note"),
                "way": DataColumn(_("came in"), "way", dict(Way.choices)),
                "on": DataColumn(_("chosen on"), "chosen_on"),
            },
        ),
    ]


def _upkeep(person: Person) -> list[DataGroup]:
    organisation = DataColumn(_("organisation"), "organisation__name")
    asks = SigningRequest.objects.filter(Q(asked_by=person) | Q(mandate__person=person))
    return [
        DataGroup(
            "reviews",
            _("Facts of your organisation that you reviewed"),
            Review.objects.filter(reviewed_by=person),
            {"organisation": organisation, "at": DataColumn(_("reviewed at"), "reviewed_at")},
        ),
        DataGroup(
            "signing_requests",
            _("Requests to sign, by you or about you"),
            asks,
            {
                "organisation": DataColumn(_("organisation"), "mandate__organisation__name"),
                "status": DataColumn(_("status"), "status", dict(SigningRequest.Status.choices)),
                "at": DataColumn(_("asked"), "recorded_at"),
            },
        ),
    ]


def _work(person: Person) -> list[DataGroup]:
    return [
        DataGroup(
            "contact_notes",
            _("Notes that you wrote about talks with partners"),
            ContactNote.objects.filter(author=person),
            {
                "organisation": DataColumn(_("organisation"), "organisation__name"),
                "on": DataColumn(_("spoken on"), "spoken_on"),
            },
        ),
        DataGroup(
            "api_tokens",
            _("Tokens for programs that you made or revoked"),
            ApiToken.objects.filter(Q(made_by=person) | Q(revoked_by=person)),
            {
                "at": DataColumn(_("made at"), "recorded_at"),
                "purpose": DataColumn(_("integration"), "purpose"),
                "until": DataColumn(_("works until and including"), "expires_on"),
            },
        ),
        DataGroup(
            "imports",
            _("Imports that you started"),
            ImportRun.objects.filter(Q(started_by=person) | Q(confirmed_by=person)),
            {
                "at": DataColumn(_("when"), "recorded_at"),
                "file": DataColumn(_("file"), "file_name"),
                "status": DataColumn(_("status"), "status", dict(ImportRun.Status.choices)),
            },
        ),
    ]


def account_facts(person: Person) -> dict[str, Any]:
    """The account itself."""
    return {field: getattr(person, field) for field in ACCOUNT}


def on_page(person: Person) -> list[dict[str, Any]]:
    """Everything as tables in words, the newest few rows of each kind; one query for each kind."""
    return [_table(group) for group in personal_data(person)]


def _table(group: DataGroup) -> dict[str, Any]:
    columns = list(group.columns.values())
    rows = list(group.query.values_list(*[each.lookup for each in columns])[: ON_PAGE + 1])
    return {
        "key": group.key,
        "title": group.title,
        "heads": [column.label for column in columns],
        "rows": [
            [_said(column, value) for column, value in zip(columns, row, strict=True)]
            for row in islice(rows, ON_PAGE)
        ],
        "has_more": len(rows) > ON_PAGE,
    }


def _said(column: DataColumn, value: Any) -> Any:
    """A value as the page writes it."""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime):
        return date_format(localtime(value), "SHORT_DATETIME_FORMAT")
    if isinstance(value, date):
        return date_format(value, "SHORT_DATE_FORMAT")
    return column.words.get(value, value)


def account_in_words(person: Person) -> list[tuple[Any, Any]]:
    """The account as words and values, in one order."""
    words = {
        value: label
        for field in ("language", "pace")
        for value, label in getattr(Person._meta.get_field(field), "choices", None) or []  # noqa: SLF001
    }
    return [
        (label, _said(DataColumn(label, field, words), getattr(person, field)))
        for field, label in ACCOUNT.items()
    ]


def in_a_file(person: Person, *, at: datetime) -> dict[str, Any]:
    """Everything as plain values, for a file that another program can read."""
    return {
        "made_at": at,
        "account": {"number": person.pk, **account_facts(person)},
        **{group.key: _records(group) for group in personal_data(person)},
    }


def _records(group: DataGroup) -> list[dict[str, Any]]:
    lookups = [column.lookup for column in group.columns.values()]
    rows = group.query.values_list(*lookups)
    return [dict(zip(group.columns, row, strict=True)) for row in rows]
