"""The round of commitments as lists, and as a table for a file."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from partners.models import Mandate, Organisation
from partners.querysets.people import signs
from partners.resources.tables import Cell, Table
from programme.models import Commitment, Programme


@dataclass(frozen=True)
class Round:
    """Answers of the partners of a day, by name, and the partners that gave none."""

    yes: list[Commitment]
    not_now: list[Commitment]
    silent: list[Organisation]


def round_of(programme: Programme, day: date) -> Round:
    """Three queries, however many partners there are."""
    partners = list(Organisation.objects.partners(day).order_by("name"))
    held = {
        each.organisation_id: each
        for each in Commitment.objects.filter(programme=programme)
        .holding()
        .select_related("organisation", "meeting__series")
    }
    answers = [held[each.pk] for each in partners if each.pk in held]
    return Round(
        yes=[each for each in answers if each.answer == Commitment.Answer.YES],
        not_now=[each for each in answers if each.answer == Commitment.Answer.NOT_NOW],
        silent=[each for each in partners if each.pk not in held],
    )


def reach_of(organisations: Iterable[Organisation], day: date) -> dict[int, list[Mandate]]:
    """Who works for each of these, those who may commit it first. Only for the kernteam."""
    mandates = (
        Mandate.objects.on(day)
        .filter(organisation__in=[each.pk for each in organisations], person__is_active=True)
        .select_related("person")
        .order_by("person__name", "pk")
    )
    able = set(mandates.filter(role=Mandate.Role.DIRECTOR).values_list("pk", flat=True)) | set(
        mandates.filter(signs("programme")).values_list("pk", flat=True)
    )
    found: dict[int, list[Any]] = {}
    for mandate in sorted(mandates, key=lambda each: each.pk not in able):
        mandate.commits = mandate.pk in able
        found.setdefault(mandate.organisation_id, []).append(mandate)
    return found


def commitment_table(programme: Programme, day: date, *, with_people: bool) -> Table:
    """One row for each partner of the day; with the addresses of who is silent."""
    found = round_of(programme, day)
    people = reach_of(found.silent, day) if with_people else {}
    columns = [_("organisation"), _("answer"), _("reason"), _("given on"), _("came in")]
    if with_people:
        columns.append(_("to reach"))
    rows: list[tuple[Cell, ...]] = [
        (
            each.organisation.name,
            str(each.get_answer_display()),
            each.reason,
            each.given_on,
            str(each.get_way_display()),
            *([""] if with_people else []),
        )
        for each in (*found.yes, *found.not_now)
    ]
    rows += [
        (
            each.name,
            _("no answer yet"),
            "",
            None,
            "",
            *([_addresses(people.get(each.pk, []))] if with_people else []),
        )
        for each in found.silent
    ]
    title = _("Commitments %(year)s") % {"year": programme.year}
    return Table(title, columns, sorted(rows, key=lambda row: str(row[0]).casefold()))


def _addresses(mandates: list[Any]) -> str:
    return ", ".join(f"{each.person.name} <{each.person.email}>" for each in mandates)
