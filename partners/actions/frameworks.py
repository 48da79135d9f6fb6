"""The framework and its life."""

from datetime import date, datetime
from typing import Any, Final

from django.core.files.base import File
from django.db import transaction
from django.utils.translation import gettext as _

from partners import notifications
from partners.models import Clause, ClauseMeasure, Framework, Organisation, Person
from partners.querysets import local_day
from partners.verification import framework_seal
from schuldenlab.audit.actions import record
from schuldenlab.audit.edits import plain_values, was_and_now
from schuldenlab.documents.actions import PDF, WrongFile, keep_document
from schuldenlab.lifecycle import Refused, lock, move

# What a successor takes over; its days and the years of the contribution are its own.
COPIED: Final = (
    *("motto", "introduction", "introduction_en", "seats_min", "seats_max", "themes_min"),
    *("themes_max", "inspiration_events", "network_meetings", "leaders_meetings"),
    *("kernteam_managers", "kernteam_staff", "response_days", "funders_min", "big_change"),
    "big_change_share",
)


def lock_draft(framework: Framework) -> Framework:
    """Hold the framework; only a draft may be changed."""
    if lock(framework).status != Framework.Status.DRAFT:
        raise Refused(
            _("This text stays as it is: partners sign it, or have signed it. Write the next one.")
        )
    return framework


@transaction.atomic
def adopt_framework(
    *,
    title: str,
    starts_on: date,
    ends_on: date,
    host: Organisation,
    actor: Person | None,
    at: datetime,
    **facts: Any,
) -> Framework:
    """Put a framework in the register, with its numbers."""
    framework = Framework(
        title=title, starts_on=starts_on, ends_on=ends_on, host=host, recorded_at=at, **facts
    )
    framework.full_clean()
    framework.save()
    record("adopt_framework", framework, actor=actor, at=at)
    return framework


@transaction.atomic
def draft_successor(
    framework: Framework,
    *,
    title: str,
    starts_on: date,
    ends_on: date,
    actor: Person | None,
    at: datetime,
) -> Framework:
    """A next framework that begins as a copy of this one: numbers, clauses and measures."""
    if lock(framework).status == Framework.Status.DRAFT:
        raise Refused(_("A draft has no successor. Change the draft itself."))
    if (known := Framework.objects.filter(predecessor=framework).first()) is not None:
        raise Refused(_("There is a next framework already: “%(title)s”.") % {"title": known.title})
    new = Framework(
        title=title,
        starts_on=starts_on,
        ends_on=ends_on,
        host=framework.host,
        predecessor=framework,
        recorded_at=at,
        **{name: getattr(framework, name) for name in COPIED},
    )
    new.full_clean()
    new.save()
    _copy_clauses(framework, new, at)
    record("draft_successor", new, actor=actor, at=at, facts={"predecessor": framework.pk})
    return new


def _copy_clauses(old: Framework, new: Framework, at: datetime) -> None:
    clauses = list(old.clauses.prefetch_related("measures").order_by("number"))
    words = ("number", "title", "title_en", "text", "text_en")
    rows = Clause.objects.bulk_create(
        Clause(framework=new, recorded_at=at, **{name: getattr(clause, name) for name in words})
        for clause in clauses
    )
    ClauseMeasure.objects.bulk_create(
        ClauseMeasure(
            clause=row,
            position=measure.position,
            code=measure.code,
            by_month=measure.by_month,
            by_day=measure.by_day,
        )
        for clause, row in zip(clauses, rows, strict=True)
        for measure in clause.measures.all()
    )


@transaction.atomic
def edit_framework(
    framework: Framework, *, actor: Person | None, at: datetime, **facts: Any
) -> Framework:
    """Change a draft: its words, days and numbers. What is the same already writes nothing."""
    lock_draft(framework)
    changed = sorted(name for name, value in facts.items() if getattr(framework, name) != value)
    if not changed:
        return framework
    was = plain_values(framework, changed)
    for name in changed:
        setattr(framework, name, facts[name])
    framework.full_clean()
    framework.save(update_fields=changed)
    told = {"changed": changed, **was_and_now(framework, was)}
    record("edit_framework", framework, actor=actor, at=at, facts=told)
    return framework


@transaction.atomic
def attach_document(
    framework: Framework, *, upload: File | bytes, name: str, actor: Person | None, at: datetime
) -> Framework:
    """The text as it was laid out, as a PDF. A next one takes its place; the earlier row stays."""
    lock_draft(framework)
    try:
        document = keep_document(upload, name=name, allowed=(PDF,), actor=actor, at=at)
    except WrongFile as error:
        raise Refused(str(error)) from error
    framework.document = document
    framework.save(update_fields=["document"])
    record("attach_document", framework, actor=actor, at=at, facts={"document": document.pk})
    return framework


@transaction.atomic
def discard_framework(framework: Framework, *, actor: Person | None, at: datetime) -> None:
    """Throw a draft away, with its clauses; the trail keeps that it was there."""
    lock_draft(framework)
    record("discard_framework", framework, actor=actor, at=at)
    ClauseMeasure.objects.filter(clause__framework=framework).delete()
    framework.clauses.all().delete()
    Framework.objects.filter(pk=framework.pk).delete()


@transaction.atomic
def open_for_signature(framework: Framework, *, actor: Person | None, at: datetime) -> Framework:
    """From now on partners can sign it; the text stays as it is, under its seal."""
    if lock(framework).status == Framework.Status.DRAFT and not framework.clauses.exists():
        raise Refused(_("There is nothing to sign yet: write at least one agreement first."))
    also = {"sealed_sha256": framework_seal(framework)}
    opened = move(framework, "open_for_signature", actor=actor, at=at, also=also)
    notifications.framework_opened(opened, at=at)
    return opened


@transaction.atomic
def move_sign_by(
    framework: Framework, *, sign_by: date | None, actor: Person | None, at: datetime
) -> Framework:
    """Another day by which everybody should have signed, or none; what is signed stays the same."""
    if lock(framework).status not in {Framework.Status.OPEN, Framework.Status.IN_FORCE}:
        raise Refused(_("Partners do not sign this framework now."))
    if sign_by is not None and sign_by < local_day(at):
        raise Refused(_("This day is over. Fill in today or a later day."))
    if sign_by is not None and sign_by > framework.ends_on:
        raise Refused(_("This day comes after the last day of the framework."))
    if sign_by == framework.sign_by:
        return framework
    framework.sign_by = sign_by
    framework.save(update_fields=["sign_by"])
    facts = {"on": sign_by.isoformat() if sign_by else None}
    record("move_sign_by", framework, actor=actor, at=at, facts=facts)
    return framework


@transaction.atomic
def bring_into_force(framework: Framework, *, actor: Person | None, at: datetime) -> Framework:
    """The kernteam says that the framework holds from now on."""
    also = {}
    if lock(framework).status == Framework.Status.DRAFT:  # taken over: it was never open here
        also["sealed_sha256"] = framework_seal(framework)
    return move(framework, "bring_into_force", actor=actor, at=at, also=also)


@transaction.atomic
def expire_framework(framework: Framework, *, actor: Person | None, at: datetime) -> Framework:
    """The last day has passed. The lab goes on under it until there is a successor."""
    return move(framework, "expire", actor=actor, at=at)


@transaction.atomic
def expire_frameworks(at: datetime) -> int:
    """Expire every framework in force whose last day has passed; returns how many."""
    over = Framework.objects.filter(
        status=Framework.Status.IN_FORCE, ends_on__lt=local_day(at)
    ).select_for_update(skip_locked=True)
    expired = [expire_framework(framework, actor=None, at=at) for framework in over.order_by("pk")]
    return len(expired)
