"""Facts that a past day did not know yet: they change no figure of it, and are listed beneath."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse

from events import actions as events
from partners import actions as partners
from programme import actions as programme
from schuldenlab.portal.kompas import as_json, later_known, read_kompas
from tests.cast import person
from tests.events.records import at, schedule, slots
from tests.programme.pages import cost_of, text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from schuldenlab.portal.kompas import Kompas
    from tests.cast import Cast

    Enter = Callable[..., Client]

HAPPENED = date(2026, 9, 10)
THEN = at(2026, 9, 14, "23:59")
RECORDED = at(2026, 9, 21)
PAST = f"{reverse('portal:kompas')}?stand=14-09-2026"


@pytest.fixture
def lab(today: Cast) -> Cast:
    """The clauses of the framework."""
    partners.load_clauses(today.framework, actor=None, at=at(2026, 1, 2))
    type(today.manager).objects.get_queryset().update(language="en")
    return today


def kompas(lab: Cast) -> Kompas:
    return read_kompas(lab.framework, 2026, THEN)


def found(lab: Cast) -> list[tuple[str, date, Any]]:
    return [(fact.text, fact.happened_on, fact.recorded_at) for fact in later_known(kompas(lab))]


def sign(lab: Cast, letters: str) -> None:
    partners.register_signature(
        lab.framework,
        organisation=lab[letters],
        signatory="X",
        function="Y",
        signed_on=HAPPENED,
        actor=None,
        at=RECORDED,
    )


def become(lab: Cast, letters: str, name: str) -> Any:
    return partners.become_ambassador(
        lab[letters],
        theme=partners.add_theme(name=name, actor=None, at=RECORDED),
        from_on=HAPPENED,
        actor=None,
        at=RECORDED,
    )


def hold(lab: Cast) -> None:
    meeting = schedule(slots(lab)[0], at(2026, 9, 10), at(2026, 9, 1))
    events.hold_meeting(meeting, attendance=[lab["BN"]], actor=lab.manager, at=RECORDED)


def leave(lab: Cast) -> None:
    [partnership] = lab["VH"].partnerships.all()
    partners.end_partnership(partnership, left_on=HAPPENED, actor=None, at=RECORDED)


def join(lab: Cast) -> None:
    partners.start_partnership(lab["WK"], joined_on=HAPPENED, actor=None, at=RECORDED)


def appoint(lab: Cast) -> None:
    partners.appoint_to_kernteam(
        person("Nieuwe Kracht", THEN), role="staff", from_on=HAPPENED, actor=None, at=RECORDED
    )


def end_term(lab: Cast) -> None:
    [term] = lab.staff.kernteam_terms.all()
    partners.end_kernteam_term(term, until_on=HAPPENED, actor=lab.manager, at=RECORDED)


def stop(lab: Cast) -> None:
    """Began and stopped, and both were recorded later."""
    row = become(lab, "BN", "Wonen")
    partners.end_ambassadorship(row, until_on=HAPPENED + timedelta(days=2), actor=None, at=RECORDED)


@pytest.mark.parametrize(
    ("act", "texts"),
    [
        (lambda lab: sign(lab, "BN"), ["Bank Noordzee ondertekende ‘"]),
        (lambda lab: become(lab, "BN", "Werk"), ["Bank Noordzee werd ambassadeur van ‘Werk’"]),
        (stop, ["Bank Noordzee werd amb", "Bank Noordzee stopte als ambassadeur van ‘Wonen’"]),
        (hold, ["‘Netwerk’ is gehouden"]),
        (leave, ["Verzekeraar Haringkade was geen partner meer"]),
        (join, ["Waterbedrijf Kust werd partner"]),
        (appoint, ["Nieuwe Kracht begon in het kernteam"]),
        (end_term, ["had de laatste dag in het kernteam"]),
    ],
)
def test_it_changes_no_figure_and_is_listed(
    lab: Cast, act: Callable[[Cast], None], texts: list[str]
) -> None:
    slots_are_planned = act is hold
    before = None if slots_are_planned else as_json(kompas(lab))
    act(lab)
    facts = found(lab)
    assert len(facts) == len(texts)
    for (text, happened_on, recorded_at), expected in zip(facts, texts, strict=True):
        assert expected in text
        assert HAPPENED <= happened_on <= THEN.date()
        assert recorded_at == RECORDED
    if before:
        assert as_json(kompas(lab)) == before
    later = read_kompas(lab.framework, 2026, RECORDED)
    assert later_known(later) == []


def test_a_seat_that_was_filled_after_a_leaving_known_later(lab: Cast) -> None:
    """The end of a seat is written down when it is filled: the days before keep their figure."""
    before = as_json(kompas(lab))
    leave(lab)
    raad = lab.raad
    programme.fill_seat(raad, organisation=lab["FV"], actor=lab.manager, at=RECORDED)
    assert raad.seats.filter(until_on__isnull=False).count() == 1
    assert as_json(kompas(lab)) == before


def test_the_page_lists_it_beneath(lab: Cast, enter: Enter) -> None:
    client = enter(lab.contact)
    assert "Known later" not in text_of(client.get(PAST))
    sign(lab, "BN")
    html = text_of(client.get(PAST))
    assert 'href="#late"' in html
    assert html.index('id="year"') < html.index('<h2 class="utrecht-heading-2" id="late">')
    assert "Bank Noordzee signed “" in html
    assert "On 10 September 2026, recorded on 21 September 2026" in html
    assert "Known later" not in text_of(client.get(reverse("portal:kompas")))


def test_it_costs_the_same_with_more_in_it(lab: Cast, enter: Enter) -> None:
    client = enter(lab.contact)
    become(lab, "BN", "Wonen")
    sign(lab, "BN")
    one = cost_of(client, PAST).queries
    for letters in ("GD", "FV"):
        become(lab, letters, f"Thema {letters}")
        sign(lab, letters)
    appoint(lab)
    leave(lab)
    assert cost_of(client, PAST).queries == one == 54
