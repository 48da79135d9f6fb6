"""Figures about partners: who takes part, who came and went, and who signed."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Q

from partners.models import Ambassadorship, Organisation, Partnership, Signature
from partners.querysets import ended_after, original_or, recorded_by, unstruck
from programme.models import Commitment, Programme

from .figure import Figure, Question, Row, counted
from .naming import Named, grouped
from .registry import figure


def organisation(row: Any, on: date | None = None, **facts: Any) -> Named:
    """A partner as a row, and whether it stands on the public pages."""
    return Row(f"organisation:{row.pk}", row.name, on=on, **facts), row.is_public


def partners_on(question: Question) -> list[Any]:
    """The partners on the day that is described; ask it by `once`."""
    known = Partnership.objects.known(question.day, question.moment)
    found = Organisation.objects.filter(pk__in=known.values("organisation"))
    return list(found.only("name", "is_public").order_by("name", "pk"))


@figure("partners")
def partners(question: Question) -> Figure:
    """Partners on the last day of the year, or of the moment when that is sooner."""
    rows = grouped(organisation(each) for each in question.once(partners_on))
    return counted("partners", "partner", rows)


def _moved(rows: Iterable[Any], day: str, note: str) -> tuple[Row, ...]:
    return grouped(organisation(each.organisation, getattr(each, day), note=note) for each in rows)


@figure("partners_joined")
def partners_joined(question: Question) -> Figure:
    """Partnerships that began in the year."""
    known = original_or(recorded_by(question.moment, "joined_on"), question.moment)
    rows = Partnership.objects.filter(
        known, unstruck(question.moment), joined_on__range=(question.first, question.day)
    )
    found = rows.select_related("organisation").order_by("joined_on", "organisation__name")
    return counted("partners_joined", "partner", _moved(found, "joined_on", "joined"))


@figure("partners_left")
def partners_left(question: Question) -> Figure:
    """Partnerships that ended in the year."""
    known = original_or(recorded_by(question.moment, "joined_on"), question.moment)
    rows = Partnership.objects.filter(
        known,
        unstruck(question.moment),
        ~ended_after(question.moment, "left_on", "left_recorded_at"),
        left_on__range=(question.first, question.day),
    )
    found = rows.select_related("organisation").order_by("left_on", "organisation__name")
    return counted("partners_left", "partner", _moved(found, "left_on", "left"))


@figure("signatures")
def signatures(question: Question) -> Figure:
    """Signatures under a framework of the network that were set in the year and hold."""
    rows = Signature.objects.holding(question.moment).filter(
        signed_on__range=(question.first, question.day)
    )
    found = rows.select_related("organisation", "framework").order_by(
        "signed_on", "organisation__name", "pk"
    )
    return counted(
        "signatures",
        "signature",
        grouped(
            (
                Row(
                    f"signature:{each.pk}",
                    each.organisation.name,
                    on=each.signed_on,
                    note="signed",
                    text=each.framework.title if each.framework.is_public else "",
                ),
                each.organisation.is_public,
            )
            for each in found
        ),
    )


@figure("ambassadors")
def ambassadors(question: Question) -> Figure:
    """Partners that were ambassador of a theme on the day that is described."""
    known = Ambassadorship.objects.known(question.day, question.moment)
    themes: dict[int, list[str]] = {}
    for pk, theme in known.order_by("theme__name").values_list("organisation", "theme__name"):
        themes.setdefault(pk, []).append(theme)
    every = question.once(partners_on)
    rows = grouped(
        organisation(each, note="ambassador", text=", ".join(dict.fromkeys(themes[each.pk])))
        for each in every
        if each.pk in themes
    )
    return counted("ambassadors", "partner", rows, len(every))


@figure("commitments")
def commitments(question: Question) -> Figure:
    """Partners that said yes to the programme of the year."""
    adopted = Q(programme__year=question.year, programme__adopted_at__lte=question.moment)
    known = Commitment.objects.known(question.moment).filter(adopted)
    answers = {
        each.organisation_id: each
        for each in known.holding()
        if each.answer == Commitment.Answer.YES
    }
    every = question.once(partners_on)
    rows = grouped(
        organisation(each, answers[each.pk].given_on, note="committed")
        for each in every
        if each.pk in answers
    )
    return counted("commitments", "partner", rows, len(every))


def has_programme(question: Question) -> bool:
    """Whether a programme of the year was adopted by then; ask it by `once`."""
    every = Programme.objects.filter(year=question.year, adopted_at__lte=question.moment)
    return bool(every.exists())
