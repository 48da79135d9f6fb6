"""The page with the rows behind one figure of the Kompas."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
import time_machine
from django.urls import reverse

from funding.models import Pledge
from partners import actions as partners
from partners.framework_2020 import CLAUSES
from partners.models import ClauseMeasure, Organisation, Partnership
from partners.querysets import end_of_day
from schuldenlab.portal.kompas import asked_of, read_kompas
from schuldenlab.portal.measures import MEASURES
from schuldenlab.portal.measures.tracing import stand_of
from schuldenlab.portal.traces import TRACES
from tests.cast import login, written_otherwise
from tests.events.records import at
from tests.funding.records import firm, make_plan
from tests.programme.pages import text_of

from .tracing import adding_up, reading_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from django.test import Client

    from tests.cast import Cast
    from tests.house.world import World

    Enter = Callable[..., Client]

INSIDERS = {"manager", "staff", "director", "seat", "substitute", "contact", "other_director"}
ACCOUNTS = INSIDERS | {"outsider", "former"}
DAY = timedelta(days=1)


def page(code: str, year: int = 2026, stand: str = "") -> str:
    url = reverse("portal:kompas-measure", args=[year, code])
    return f"{url}?stand={stand}" if stand else url


@pytest.fixture
def lab(today: Cast) -> Cast:
    """The clauses, and everybody reads English."""
    partners.load_clauses(today.framework, actor=None, at=at(2026, 1, 2))
    type(today.manager).objects.get_queryset().update(language="en")
    return today


@pytest.fixture
def full(shelves_now: World) -> Iterator[World]:
    """A year in which there is something of everything, on a day that stands still."""
    with time_machine.travel(shelves_now.cast.at, tick=False):
        yield shelves_now


def test_every_measure_has_its_rows() -> None:
    assert TRACES.keys() == MEASURES.keys()


# -- who, and which address ----------------------------------------------------------------------


def test_everybody_who_takes_part_sees_it(lab: Cast, enter: Enter) -> None:
    seen = {who: enter(getattr(lab, who)).get(page("signed")).status_code for who in ACCOUNTS}
    assert seen == {who: 200 if who in INSIDERS else 403 for who in ACCOUNTS}


def test_visitors_log_in_first(client: Client, db: None) -> None:
    assert client.get(page("signed"))["Location"].startswith(reverse("account_login"))


@pytest.mark.parametrize(
    ("code", "year", "stand"),
    [
        ("nothing", 2026, ""),
        ("signed", 2023, ""),
        ("signed", 1999, ""),
        ("signed", 99999, ""),
        ("signed", 2026, "01-01-2020"),
    ],
)
def test_what_is_not_there(lab: Cast, enter: Enter, code: str, year: int, stand: str) -> None:
    assert enter(lab.contact).get(page(code, year, stand)).status_code == 404


def test_a_measure_that_the_framework_does_not_have(lab: Cast, enter: Enter) -> None:
    other = partners.adopt_framework(
        title="Ander kader",
        starts_on=date(2026, 1, 1),
        ends_on=date(2030, 12, 31),
        host=lab["GD"],
        actor=None,
        at=at(2026, 1, 2),
    )
    written_otherwise(lab.framework, starts_on=date(2020, 1, 1), ends_on=date(2025, 12, 31))
    partners.load_clauses(other, clauses=CLAUSES[:3], actor=None, at=at(2026, 1, 2))
    partners.bring_into_force(other, actor=None, at=at(2026, 1, 2))
    codes = set(
        ClauseMeasure.objects.filter(clause__framework=other).values_list("code", flat=True)
    )
    assert {"signed"} < codes < MEASURES.keys()
    client = enter(lab.contact)
    for code in MEASURES:
        assert client.get(page(code)).status_code == (200 if code in codes else 404)


@pytest.mark.parametrize("typed", ["24-09-2026", "gisteren", "31-02-2026", "<b>"])
def test_a_day_that_cannot_be(lab: Cast, enter: Enter, typed: str) -> None:
    found = enter(lab.contact).get(page("signed"), {"stand": typed})
    assert found.status_code == 422
    assert found.context["form"].errors["stand"]
    assert f'value="{typed}"' in text_of(found)


# -- what ----------------------------------------------------------------------------------------


def sign(lab: Cast, letters: str, when: Any = None) -> None:
    moment = when or lab.at
    partners.register_signature(
        lab.framework,
        organisation=lab[letters],
        signatory="X",
        function="Y",
        signed_on=moment.date(),
        actor=None,
        at=lab.at,
    )


def test_it_says_the_figure_the_rule_and_the_rows(lab: Cast, enter: Enter) -> None:
    sign(lab, "BN")
    found = enter(lab.manager).get(page("signed"))
    html = text_of(found)
    assert "Partners that signed" in html
    assert "1 of 7 partners" in html
    assert "Agreement 1:" in html
    assert "How it is counted" in html
    assert [row.title for row in found.context["counted"]] == ["Bank Noordzee"]
    assert found.context["counted"].object_list[0].text.endswith("23\u00a0September\u00a02026")
    assert len(found.context["missing"].object_list) == 6
    assert lab["BN"].get_absolute_url() in html
    assert reverse("partners:signature-register", args=[lab.framework.pk]) in html


def test_which_partner_misses_is_for_the_kernteam(lab: Cast, enter: Enter) -> None:
    sign(lab, "BN")
    found = enter(lab.contact).get(page("signed"))
    assert [row.title for row in found.context["missing"]] == ["Fonds Vlietland"], "its own"
    html = text_of(found)
    assert "5 partners miss. Only the kernteam sees which ones." in html
    assert "Zorgverzekeraar Duin" not in html
    assert reverse("partners:signature-register", args=[lab.framework.pk]) not in html


def test_a_past_day_shows_its_rows_and_what_was_known_later(lab: Cast, enter: Enter) -> None:
    sign(lab, "BN", lab.at - 5 * DAY)
    client = enter(lab.manager)
    found = client.get(page("signed", stand="22-09-2026"))
    html = text_of(found)
    assert "As it stood on 22 September 2026" in html
    assert list(found.context["counted"]) == []
    assert "Bank Noordzee signed" in html
    assert [fact.text[:13] for fact in found.context["late"]] == ["Bank Noordzee"]
    assert "/kompas/2026/?stand=22-09-2026" in html
    assert "on-behalf" not in html
    assert found.context["trace"].todo is None, "nothing is done on a past day"
    assert client.get(page("kernteam", stand="22-09-2026")).context["late"] == []


def test_the_kompas_leads_to_it_with_its_day(lab: Cast, enter: Enter) -> None:
    client = enter(lab.contact)
    kompas = reverse("portal:kompas")
    assert f'href="{page("kernteam")}"' in text_of(client.get(kompas))
    then = text_of(client.get(f"{kompas}?stand=22-09-2026"))
    assert f'href="{page("kernteam", stand="22-09-2026")}"' in then
    for clause in read_kompas(lab.framework, 2026, lab.at).clauses:
        for measure in clause.measures:
            assert measure.reading is not None
            assert measure.reading.evidence[0].url == page(measure.code)


def test_a_partner_that_left_has_no_page_for_others(lab: Cast, enter: Enter) -> None:
    sign(lab, "VH", lab.at - 5 * DAY)
    gone = lab["VH"].partnerships.get()
    partners.end_partnership(gone, left_on=lab.at.date(), actor=None, at=lab.at)
    # Under the day before it is still a partner, and its signature is known since today only.
    html = text_of(enter(lab.contact).get(page("commitments", stand="22-09-2026")))
    assert "Verzekeraar Haringkade" in html
    assert lab["VH"].get_absolute_url() not in html
    html = text_of(enter(lab.manager).get(page("commitments", stand="22-09-2026")))
    assert lab["VH"].get_absolute_url() in html


def test_fifty_at_a_time_and_each_list_turns_its_own_pages(lab: Cast, enter: Enter) -> None:
    more = Organisation.objects.bulk_create(
        Organisation(name=f"Partner {number:03}", sector="bank") for number in range(60)
    )
    Partnership.objects.bulk_create(
        Partnership(organisation=each, joined_on=lab.at.date(), recorded_at=lab.at) for each in more
    )
    client = enter(lab.manager)
    first = client.get(page("signed"))
    assert len(first.context["missing"].object_list) == 50
    assert "missing=2" in text_of(first)
    second = client.get(page("signed"), {"missing": "2", "stand": "23-09-2026"})
    assert len(second.context["missing"].object_list) == 17
    assert "stand=23-09-2026&missing=1" in text_of(second)
    assert client.get(page("signed"), {"missing": "<b>", "counted": "99"}).status_code == 200


# -- whose pledge it is --------------------------------------------------------------------------


def test_who_gave_in_kind_is_for_who_may_see_the_pledge(lab: Cast, enter: Enter) -> None:
    firm(lab, make_plan(lab, lab.at), "EZ", 31_415, lab.at, form="hours", text="Uren")
    name = lab["EZ"].name
    for who, is_named in (("manager", True), ("seat", True), ("contact", False)):
        found = enter(getattr(lab, who)).get(page("knowledge"))
        assert found.context["reading"].have == found.context["counted"].paginator.count == 1
        assert (name in text_of(found)) is is_named, who
        assert "31" + ".415" not in text_of(found)
        assert "31,415" not in text_of(found)
    Pledge.objects.update(is_open=True)
    assert name in text_of(enter(lab.contact).get(page("knowledge")))


# -- with everything in it -----------------------------------------------------------------------


def test_the_rows_add_up_in_a_full_year(full: World) -> None:
    cast = full.cast
    reader = reading_at(cast.manager, cast.at)
    moments = [cast.at, *(end_of_day((cast.at - days * DAY).date()) for days in (1, 30, 120))]
    for year in (cast.at.year - 1, cast.at.year, cast.at.year + 1):
        for moment in moments:
            kompas = read_kompas(cast.framework, year, moment)
            assert adding_up(kompas, reader) == [], f"{year} at {moment}"


def test_every_way_from_a_row_can_be_gone(full: World, client: Client) -> None:
    """Whatever a row or an action leads to is there for whom it is shown."""
    cast = full.cast
    for who in ("manager", "staff", "seat", "contact"):
        login(client, getattr(cast, who))
        for code in TRACES:
            found = client.get(page(code, cast.at.year))
            assert found.status_code == 200
            trace = found.context["trace"]
            rows = [*found.context["counted"], *found.context["missing"]]
            ways = {row.url for row in rows} | {row.action_url for row in rows}
            ways |= {trace.todo[1]} if trace.todo and trace.missing.count() else set()
            ways |= {each.url for each in found.context["reading"].evidence}
            for way in ways - {""}:
                assert client.get(way).status_code == 200, f"{who}: {code} {way}"


def test_the_day_stands_in_the_address_of_a_past_day_only(lab: Cast) -> None:
    assert stand_of(asked_of(lab.framework, 2026, lab.at)) == ""
    past = end_of_day((lab.at - DAY).date())
    assert stand_of(asked_of(lab.framework, 2026, past)) == "?stand=22-09-2026"
