"""The page of the Kompas: who sees it, for which day, and what it says."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse

from events import actions as events
from events.models import Meeting
from partners import actions as partners
from partners.framework_2020 import CLAUSES
from partners.models import KernteamMember
from projects import actions
from schuldenlab.portal.kompas import read_kompas
from schuldenlab.portal.measures import Reading, State
from schuldenlab.portal.views.readings import pips_of
from tests.cast import written_otherwise
from tests.events.records import at, held, schedule, slots
from tests.programme.pages import cost_of, text_of
from tests.projects import building

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]

KOMPAS = reverse("portal:kompas")
INSIDERS = {"manager", "staff", "director", "seat", "substitute", "contact", "other_director"}
ACCOUNTS = INSIDERS | {"outsider", "former"}
APRIL = at(2026, 4, 16)


def year(number: int) -> str:
    return reverse("portal:kompas-year", args=[number])


@pytest.fixture
def promised(today: Cast) -> Cast:
    """The clauses, and two network meetings of which the first was held."""
    held(today, slots(today)[0], APRIL)
    type(today.manager).objects.get_queryset().update(language="en")
    return today


def measures(page: Any) -> dict[str, dict[str, Any]]:
    return {row["title"]: row for clause in page.context["clauses"] for row in clause["measures"]}


# -- who -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("url", [KOMPAS, year(2026), year(2025)])
def test_everybody_who_takes_part_sees_it(promised: Cast, enter: Enter, url: str) -> None:
    seen = {who: enter(getattr(promised, who)).get(url).status_code for who in ACCOUNTS}
    assert seen == {who: 200 if who in INSIDERS else 403 for who in ACCOUNTS}


def test_visitors_log_in_first(client: Client, db: None) -> None:
    assert client.get(KOMPAS)["Location"].startswith(reverse("account_login"))


def test_it_takes_no_post(promised: Cast, enter: Enter) -> None:
    assert enter(promised.manager).post(KOMPAS).status_code == 405


# -- what ----------------------------------------------------------------------------------------


def test_all_clauses_and_measures_are_there(promised: Cast, enter: Enter) -> None:
    page = enter(promised.contact).get(KOMPAS)
    html = text_of(page)
    assert '<h1 class="utrecht-heading-1">Kompas 2026</h1>' in html
    assert [clause["number"] for clause in page.context["clauses"]] == list(range(1, 9))
    assert len(page.context["wheel"]) == 8
    assert len(measures(page)) == 21
    assert all(row["is_built"] for row in measures(page).values())
    assert "not built yet" not in html
    assert page.context["previous_year"] == 2025
    assert page.context["next_year"] == 2027


def test_what_is_not_built_or_not_due_counts_for_nothing(promised: Cast, enter: Enter) -> None:
    page = enter(promised.contact).get(KOMPAS)
    looks = {clause["number"]: clause["look"].kind for clause in page.context["clauses"]}
    money = page.context["clauses"][-1]["measures"]
    assert {row["look"].kind for row in money if row["is_built"]} == {"open", "warn"}
    assert looks[8] == "warn", "what is not due does not soften what is"
    kinds = list(looks.values())
    assert page.context["judged"] == 8 - kinds.count("open")
    assert page.context["in_order"] == kinds.count("met") + kinds.count("track")
    assert f"{page.context['in_order']} of {page.context['judged']}" in text_of(page)


def test_a_meeting_that_was_held_is_a_dot_with_a_link(promised: Cast, enter: Enter) -> None:
    page = enter(promised.contact).get(KOMPAS)
    row = measures(page)["Network meetings"]
    assert row["pips"] == ("held", "possible")
    _rows, evidence = row["reading"].evidence
    assert f'href="{evidence.url}"' in text_of(page)
    assert evidence.url == reverse("events:year", args=[2026]) + "#network"
    assert "We expect 2 of 2." in text_of(page)


def test_the_drawing_says_the_same_in_words(promised: Cast, enter: Enter) -> None:
    page = enter(promised.contact).get(KOMPAS)
    words = page.context["wheel_words"]
    assert words.startswith("8 agreements: ")
    assert sum(row["count"] for row in page.context["tally"]) == 8
    assert " on track, " in words
    assert f'aria-label="{words}"' in text_of(page)


def test_the_year_in_lanes(promised: Cast, enter: Enter) -> None:
    page = enter(promised.contact).get(KOMPAS)
    [lane] = page.context["lanes"]
    assert (lane.title, lane.held, lane.total) == ("Network", 1, 2)
    marks = [(month, mark.kind, mark.on) for month, rows in lane.months for mark in rows]
    assert marks == [(4, "held", date(2026, 4, 16)), (12, "open", date(2026, 12, 10))]
    assert page.context["month"] == 9
    assert enter(promised.contact).get(year(2025)).context["month"] is None


def test_the_lane_of_a_stuurgroep_is_there_for_who_is_invited(promised: Cast, enter: Enter) -> None:
    project = building.opened(promised)
    acting, day = building.acting(promised), promised.at.date()
    stake = actions.steer_with(
        project, organisation=promised["ZD"], text="Rust", from_on=day, **acting
    )
    member = promised.people["seat_ZD"]
    actions.add_member(stake, person=member, from_on=day, **acting)
    project.refresh_from_db()
    slot = Meeting.objects.create(
        series=project.stuurgroep.series,
        year=day.year,
        ordinal=1,
        window_opens_on=day,
        window_closes_on=day,
        recorded_at=promised.at,
    )
    when = promised.at + timedelta(days=20)
    events.schedule_meeting(slot, starts_at=when, place="Stadhuis", **acting)
    url = slot.get_absolute_url()
    assert f'href="{url}"' in text_of(enter(member).get(KOMPAS))
    assert f'href="{url}"' not in text_of(enter(promised.contact).get(KOMPAS))


def test_dated_passed_and_two_in_a_month(promised: Cast, enter: Enter) -> None:
    events.add_series(
        promised.framework,
        actor=None,
        at=at(2026, 1, 2),
        duty="leaders",
        title="Leiders",
        title_en="Leaders",
        audience="leaders",
        per_year=3,
    )
    events.plan_cadence(at=at(2026, 1, 2))
    first, second, _third = promised.framework.series.get(duty="leaders").meetings.filter(year=2026)
    schedule(first, at(2026, 9, 3), at(2026, 1, 3))
    schedule(second, at(2026, 9, 30), at(2026, 1, 3))
    lane = enter(promised.contact).get(KOMPAS).context["lanes"][1]
    months = {month: [mark.kind for mark in marks] for month, marks in lane.months}
    assert months == {9: ["passed", "dated"], 12: ["open"]}


@pytest.mark.parametrize(
    ("have", "need", "pips", "expected"),
    [
        (1, 2, ("held", "dated"), ("held", "dated")),
        (3, 4, (), ("held", "held", "held", "open")),
        (6, 5, (), ("held",) * 6),
        (0, 6, (), ("open",) * 6),
        (0, 0, (), ()),
        (7, 5, (), ()),
        (1, 7, (), ()),
        (1, 7, ("held",) * 7, ()),
    ],
)
def test_dots_up_to_six_else_a_bar(
    have: int, need: int, pips: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    assert pips_of(Reading(State.MET, have, need, "x", pips=pips)) == expected


# -- which day -----------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["", "23-09-2026", "23/09/2026", "2026-09-23"])
def test_today_is_now(promised: Cast, enter: Enter, typed: str) -> None:
    page = enter(promised.contact).get(KOMPAS, {"stand": typed})
    assert (page.status_code, page.context["is_now"]) == (200, True)


def test_a_past_day_answers_as_it_did(promised: Cast, enter: Enter) -> None:
    client = enter(promised.contact)
    pips = {
        day: measures(client.get(KOMPAS, {"stand": day}))["Network meetings"]["pips"]
        for day in ("02-01-2026", "03-01-2026", "15-04-2026", "16-04-2026")
    }
    assert pips == {
        "02-01-2026": ("possible", "possible"),
        "03-01-2026": ("dated", "possible"),
        "15-04-2026": ("dated", "possible"),
        "16-04-2026": ("held", "possible"),
    }
    assert 'value="15-04-2026"' in text_of(client.get(KOMPAS, {"stand": "15-04-2026"}))


def test_an_end_that_was_recorded_later_was_not_known(promised: Cast) -> None:
    KernteamMember.objects.update(recorded_at=at(2024, 2, 1))
    framework = promised.framework

    def read(moment: datetime) -> int:
        clauses = read_kompas(framework, 2026, moment).clauses
        found = {row.code: row.reading for clause in clauses for row in clause.measures}
        assert found["kernteam"] is not None
        return found["kernteam"].have

    term = promised.staff.kernteam_terms.get()
    partners.end_kernteam_term(
        term, until_on=date(2026, 8, 31), actor=promised.manager, at=at(2026, 9, 10)
    )
    assert (read(at(2026, 9, 5)), read(at(2026, 9, 11))) == (2, 1)


def test_without_a_year_the_day_says_which(promised: Cast, enter: Enter) -> None:
    client = enter(promised.contact)
    assert client.get(KOMPAS, {"stand": "31-12-2025"}).context["year"] == 2025
    page = client.get(year(2026), {"stand": "31-12-2025"})
    assert page.context["year"] == 2026
    assert page.context["judged"] == 0
    assert "?stand=31-12-2025" in text_of(page)


@pytest.mark.parametrize(
    "typed",
    [
        *("24-09-2026", "31-12-9999", "gisteren", "31-02-2026", "01-01-0001", "01-01-1799"),
        *("-1", "1e9", "<b>", "x" * 500),
    ],
)
def test_a_day_that_cannot_be(promised: Cast, enter: Enter, typed: str) -> None:
    page = enter(promised.contact).get(KOMPAS, {"stand": typed})
    assert page.status_code == 422
    assert page.context["form"].errors["stand"]
    assert f'value="{typed}"' in text_of(page)
    assert page.context["year"] == 2026
    assert 'aria-invalid="true"' in text_of(page)


@pytest.mark.parametrize("number", [0, 1999, 2200, 99999])
def test_a_year_that_cannot_be(promised: Cast, enter: Enter, number: int) -> None:
    assert enter(promised.contact).get(f"/kompas/{number}/").status_code == 404


def test_before_the_framework_there_is_nothing_to_keep(promised: Cast, enter: Enter) -> None:
    client = enter(promised.contact)
    for url in (year(2023), f"{KOMPAS}?stand=01-01-2024", f"{year(2026)}?stand=01-01-1900"):
        page = client.get(url)
        assert (page.status_code, page.context["framework"]) == (200, None)
        assert "there was no framework in force" in text_of(page)


def test_another_lab_with_three_clauses(promised: Cast, enter: Enter) -> None:
    written_otherwise(promised.framework, starts_on=date(2020, 1, 1))
    other = partners.adopt_framework(
        title="Ander kader",
        starts_on=date(2026, 1, 1),
        ends_on=date(2030, 12, 31),
        host=promised["GD"],
        actor=None,
        at=at(2026, 1, 2),
    )
    partners.load_clauses(other, clauses=CLAUSES[:3], actor=None, at=at(2026, 1, 2))
    partners.bring_into_force(other, actor=None, at=at(2026, 1, 2))
    page = enter(promised.contact).get(KOMPAS)
    assert len(page.context["wheel"]) == 3


# -- cost ----------------------------------------------------------------------------------------


def test_it_costs_the_same_with_more_in_it(promised: Cast, enter: Enter) -> None:
    client = enter(promised.contact)
    one = cost_of(client, KOMPAS)
    assert one.queries == 54
    theme = partners.add_theme(name="Wonen", actor=None, at=promised.at)
    for letters in ("BN", "GD", "FV"):
        partners.become_ambassador(
            promised[letters], theme=theme, from_on=promised.at.date(), actor=None, at=promised.at
        )
        partners.register_signature(
            promised.framework,
            organisation=promised[letters],
            signatory="X",
            function="Y",
            signed_on=promised.at.date(),
            actor=None,
            at=promised.at,
        )
    KernteamMember.objects.create(
        person=promised.outsider, role="staff", from_on=promised.at.date() - timedelta(days=9)
    )
    assert cost_of(client, KOMPAS).queries == 54
