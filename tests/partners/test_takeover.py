"""Taking over a running lab: the first day, and what counts from the day on which it happened."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from threading import Barrier
from typing import TYPE_CHECKING

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from partners import actions
from partners.models import (
    Ambassadorship,
    GoLive,
    Involvement,
    KernteamMember,
    Partnership,
    Signature,
)
from schuldenlab.audit.models import Entry
from schuldenlab.lifecycle import Refused
from schuldenlab.portal.kompas import read_kompas
from tests.cast import FIXED, person
from tests.programme.conftest import english, today
from tests.programme.pages import text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]

__all__ = ["english", "today"]

FIRST = reverse("partners:go-live")
STEPS = reverse("portal:takeover")
LIVE = date(2026, 9, 1)
MAY = datetime(2026, 5, 4, 12, tzinfo=UTC)  # before the lab is kept here
ACCOUNTS = {"manager", "staff", "director", "contact", "seat", "outsider", "former"}


def go_live(cast: Cast, day: date = LIVE) -> GoLive:
    return actions.set_go_live(live_on=day, actor=cast.manager, at=cast.at)


def newcomer(cast: Cast, joined_on: date = date(2026, 3, 1)) -> Partnership:
    """A partner that was recorded today, and joined before."""
    organisation = actions.add_organisation(name="Nieuw", sector="fonds", actor=None, at=cast.at)
    return actions.start_partnership(organisation, joined_on=joined_on, actor=None, at=cast.at)


# -- the first day -------------------------------------------------------------------------------


@pytest.mark.usefixtures("english")
def test_it_is_set_once(cast: Cast) -> None:
    go_live(cast)
    entry = Entry.objects.get(verb="set_go_live")
    assert (entry.actor, entry.facts) == (cast.manager, {"on": "2026-09-01"})
    with pytest.raises(Refused, match="set already"):
        go_live(cast, date(2026, 1, 1))
    assert GoLive.objects.day() == LIVE
    assert Entry.objects.filter(verb="set_go_live").count() == 1


@pytest.mark.parametrize("only", [True, False])
def test_the_database_keeps_one_and_keeps_it_so(cast: Cast, only: bool) -> None:
    go_live(cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        GoLive.objects.create(only=only, live_on=LIVE)
    with pytest.raises(IntegrityError), transaction.atomic():
        GoLive.objects.update(live_on=date(2020, 1, 1))
    with pytest.raises(IntegrityError), transaction.atomic():
        GoLive.objects.all().delete()
    assert GoLive.objects.day() == LIVE


@pytest.mark.django_db(transaction=True)
def test_two_at_once_set_one_day() -> None:
    together = Barrier(2)

    def put(number: int) -> bool:
        together.wait(timeout=10)
        try:
            actions.set_go_live(live_on=LIVE + timedelta(days=number), actor=None, at=FIXED)
        except (IntegrityError, Refused):
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(put, range(2)))
    assert sorted(done) == [False, True]
    assert GoLive.objects.count() == 1


def test_only_the_manager_sets_it(today: Cast, enter: Enter) -> None:
    found = {who: enter(getattr(today, who)).get(FIRST).status_code for who in ACCOUNTS}
    assert found == {who: 200 if who == "manager" else 403 for who in ACCOUNTS}
    client = enter(today.manager)
    for typed in ({}, {"live_on": "ooit", "is_sure": "on"}, {"live_on": "01-09-2026"}):
        page = client.post(FIRST, typed)
        assert page.status_code == 422
        assert typed.get("live_on", "") in text_of(page)
    page = client.post(FIRST, {"live_on": "01-09-2026", "is_sure": "on"})
    assert (page.status_code, page["Location"]) == (302, STEPS)
    assert client.get(FIRST)["Location"] == STEPS
    assert client.post(FIRST, {"live_on": "02-09-2026", "is_sure": "on"}).status_code == 422
    assert GoLive.objects.day() == LIVE


# -- what counts when ----------------------------------------------------------------------------


def knows(partnership: Partnership, moment: datetime) -> bool:
    return Partnership.objects.known(moment.date(), moment).filter(pk=partnership.pk).exists()


def test_without_a_first_day_a_fact_counts_from_its_record(cast: Cast) -> None:
    joined = newcomer(cast)
    assert (knows(joined, MAY), knows(joined, cast.at)) == (False, True)


def test_taken_over_it_counts_from_the_day_on_which_it_happened(cast: Cast) -> None:
    joined = newcomer(cast)
    go_live(cast)
    january = datetime(2026, 2, 28, 12, tzinfo=UTC)
    assert [knows(joined, moment) for moment in (january, MAY, cast.at)] == [False, True, True]


@pytest.mark.parametrize("day", [LIVE, LIVE + timedelta(days=3)])
def test_what_happened_since_counts_from_its_record(cast: Cast, day: date) -> None:
    go_live(cast)
    joined = newcomer(cast, day)
    assert not knows(joined, cast.at - timedelta(hours=1))
    assert knows(joined, cast.at)


def test_a_leaving_that_is_taken_over_counts_from_its_day(cast: Cast) -> None:
    joined = newcomer(cast, date(2025, 1, 1))
    actions.end_partnership(joined, left_on=date(2026, 4, 1), actor=None, at=cast.at)
    march = datetime(2026, 3, 31, 12, tzinfo=UTC)
    before = {moment: knows(joined, moment) for moment in (march, MAY, cast.at)}
    assert before == {march: False, MAY: False, cast.at: False}
    go_live(cast)
    assert [knows(joined, moment) for moment in (march, MAY, cast.at)] == [True, False, False]


def test_the_kernteam_of_before(cast: Cast) -> None:
    term = actions.appoint_to_kernteam(
        person("Taco Over", cast.at), role="staff", from_on=date(2026, 1, 5), actor=None, at=cast.at
    )
    known = KernteamMember.objects.known(MAY.date(), MAY).filter(pk=term.pk)
    assert not known.exists()
    go_live(cast)
    assert known.exists()
    assert KernteamMember.objects.recorded_by(MAY).filter(pk=term.pk).exists()


def test_ambassadors_involvement_and_signatures_of_before(cast: Cast) -> None:
    theme = actions.add_theme(name="Wonen", actor=None, at=cast.at)
    told = {"actor": cast.manager, "at": cast.at}
    actions.become_ambassador(cast["BN"], theme=theme, from_on=date(2026, 2, 2), **told)
    actions.choose_involvement(
        cast["BN"], year=2027, forms=["host"], way="phone", chosen_on=date(2026, 2, 3), **told
    )
    actions.register_signature(
        cast.framework,
        organisation=cast["BN"],
        signatory="D. van Dam",
        function="Directeur",
        signed_on=date(2026, 2, 4),
        **told,
    )
    counts = [
        lambda: Ambassadorship.objects.known(MAY.date(), MAY).count(),
        lambda: Involvement.objects.known(2027, MAY).count(),
        lambda: Signature.objects.holding(MAY).count(),
    ]
    assert [count() for count in counts] == [0, 0, 0]
    go_live(cast)
    assert [count() for count in counts] == [1, 1, 1]


def test_the_kompas_of_a_day_before_the_first_day(cast: Cast) -> None:
    """Recorded in September, signed in February: with a first day it counts in May."""
    actions.register_signature(
        cast.framework,
        organisation=cast["BN"],
        signatory="D. van Dam",
        function="Directeur",
        signed_on=date(2026, 2, 4),
        actor=cast.manager,
        at=cast.at,
    )

    def signed() -> int:
        kompas = read_kompas(cast.framework, 2026, MAY)
        found = [each for clause in kompas.clauses for each in clause.measures]
        return next(each.reading.have for each in found if each.code == "signed" and each.reading)

    assert signed() == 0
    go_live(cast)
    assert signed() == 1


def test_a_correction_of_what_was_taken_over_counts_from_its_record(cast: Cast) -> None:
    """Else a past day would answer otherwise after the correction than before it."""
    go_live(cast)
    joined = newcomer(cast)
    later = cast.at + timedelta(days=30)
    right = actions.correct_partnership(
        joined, joined_on=date(2026, 6, 1), left_on=None, reason="Datum", actor=None, at=later
    )
    assert (knows(joined, MAY), knows(right, MAY)) == (True, False)
    june = datetime(2026, 6, 2, tzinfo=UTC)
    assert (knows(joined, june), knows(right, june)) == (True, False)
    assert (knows(joined, later), knows(right, later)) == (False, True)


# -- the mark ------------------------------------------------------------------------------------


def test_pages_say_that_it_is_taken_over(today: Cast, enter: Enter) -> None:
    client, mark = enter(today.staff), "overgenomen"
    theme = actions.add_theme(name="Wonen", actor=None, at=today.at)
    before = today["BN"].partnerships.get().joined_on
    actions.become_ambassador(
        today["BN"], theme=theme, from_on=before, actor=today.staff, at=today.at
    )
    pages = [
        *(today["BN"].get_absolute_url(), reverse("partners:kernteam")),
        reverse("partners:theme-list"),
    ]
    assert [mark in text_of(client.get(url)) for url in pages] == [False, False, False]
    go_live(today)
    assert [mark in text_of(client.get(url)) for url in pages] == [True, True, True]
