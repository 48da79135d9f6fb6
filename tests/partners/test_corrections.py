"""Wrong facts: the old row is struck with a reason, the right one is a new row."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Barrier
from typing import TYPE_CHECKING, Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from partners import actions
from partners.models import (
    Ambassadorship,
    KernteamMember,
    Partnership,
    Theme,
)
from schuldenlab.audit.models import Entry
from schuldenlab.lifecycle import Refused
from schuldenlab.outbox.actions import sending_oneself
from schuldenlab.outbox.models import Letter
from tests.cast import FIXED
from tests.programme.conftest import english, today
from tests.programme.pages import cost_of, text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]

__all__ = ["english", "today"]

KERNTEAM = {"manager", "staff"}
ACCOUNTS = KERNTEAM | {"director", "seat", "contact", "other_director", "outsider", "former"}
SEES_TERMS = ACCOUNTS - {"outsider", "former"}
DAY = timedelta(days=1)
WHY = "Verkeerd gelezen"
KINDS = ("partnership", "mandate", "ambassadorship", "kernteam")


def ambassadorship(cast: Cast) -> Ambassadorship:
    theme, _new = Theme.objects.get_or_create(name="Wonen")
    return actions.become_ambassador(
        cast["BN"], theme=theme, from_on=date(2026, 2, 1), actor=None, at=cast.at
    )


def wrong(cast: Cast, kind: str) -> Any:
    """A recorded fact of each kind."""
    return {
        "partnership": cast["BN"].partnerships.get,
        "mandate": cast.director.mandates.get,
        "ambassadorship": lambda: ambassadorship(cast),
        "kernteam": cast.staff.kernteam_terms.get,
    }[kind]()


def facts_of(kind: str, first: date = date(2025, 3, 3), last: date | None = None) -> dict[str, Any]:
    """Other facts than were recorded."""
    if kind == "partnership":
        return {"joined_on": first, "left_on": last}
    days = {"from_on": first, "until_on": last}
    return {
        "mandate": {"role": "contact", "may_sign": False, **days},
        "ambassadorship": {"theme": Theme.objects.filter(name="Wonen").first(), **days},
        "kernteam": {"role": "manager", **days},
    }[kind]


def correct(
    kind: str, fact: Any, cast: Cast, *, reason: str = WHY, at: Any = None, **facts: Any
) -> Any:
    act = {
        "partnership": actions.correct_partnership,
        "mandate": actions.correct_mandate,
        "ambassadorship": actions.correct_ambassadorship,
        "kernteam": actions.correct_kernteam_term,
    }[kind]
    return act(
        fact, **{**facts_of(kind), **facts}, reason=reason, actor=cast.manager, at=at or cast.at
    )


def first_day(fact: Any) -> date:
    day: date = fact.joined_on if isinstance(fact, Partnership) else fact.from_on
    return day


def url_of(kind: str, fact: Any) -> str:
    return reverse(f"partners:{kind}-correct", args=[fact.pk])


# -- the acts ------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_row_takes_the_place_of_a_wrong_one(cast: Cast, kind: str) -> None:
    old = wrong(cast, kind)
    right = correct(kind, old, cast)
    old.refresh_from_db()
    assert (old.struck_at, old.struck_reason) == (cast.at, WHY)
    assert (right.corrects, right.recorded_at, right.struck_at) == (old, cast.at, None)
    assert first_day(right) == date(2025, 3, 3)
    verb = "correct_kernteam_term" if kind == "kernteam" else f"correct_{kind}"
    entry = Entry.objects.get(verb=verb)
    assert (entry.actor, entry.subject_id, entry.facts["corrects"]) == (
        cast.manager,
        str(right.pk),
        old.pk,
    )
    assert WHY not in str(entry.facts)
    told = set(Letter.objects.values_list("person__name", flat=True))
    everybody = {"Dirk van Dam", "Samira Bakker", "Pim de Groot"}
    assert told == (set() if kind == "kernteam" else everybody)


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize("kind", KINDS)
def test_twice_is_refused(cast: Cast, kind: str) -> None:
    old = wrong(cast, kind)
    correct(kind, old, cast)
    with pytest.raises(Refused, match="corrected already"):
        correct(kind, old, cast)
    with pytest.raises(Refused, match="corrected already"):
        actions.strike_fact(old, reason=WHY, actor=cast.manager, at=cast.at)
    assert type(old).objects.filter(corrects=old).count() == 1


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize("kind", KINDS)
def test_what_cannot_be(cast: Cast, kind: str) -> None:
    old = wrong(cast, kind)
    last = {"left_on" if kind == "partnership" else "until_on": date(2025, 3, 2)}
    with pytest.raises(Refused, match="lies before"):
        correct(kind, old, cast, **last)
    with pytest.raises(Refused, match="what was wrong"):
        correct(kind, old, cast, reason="  ")
    old.refresh_from_db()
    assert old.struck_at is None
    assert not Letter.objects.filter(key__contains="corrected").exists()


@pytest.mark.usefixtures("english")
def test_days_that_cannot_be(cast: Cast) -> None:
    with pytest.raises(Refused, match="in the future"):
        correct("partnership", wrong(cast, "partnership"), cast, joined_on=cast.at.date() + DAY)
    with pytest.raises(Refused, match="Not a partner on that day"):
        correct("ambassadorship", ambassadorship(cast), cast, from_on=date(2019, 1, 1))


@pytest.mark.usefixtures("english")
def test_not_over_another_row(cast: Cast) -> None:
    """WK left in 2024 and came back in 2026: its first period does not reach into the second."""
    first = cast["WK"].partnerships.get()
    again = actions.start_partnership(
        cast["WK"], joined_on=date(2026, 1, 1), actor=None, at=cast.at
    )
    with pytest.raises(Refused, match="Another row"):
        correct("partnership", first, cast, left_on=date(2026, 1, 2))
    with pytest.raises(Refused, match="Another row"):
        correct("partnership", first, cast, left_on=None)
    with pytest.raises(Refused, match="Another row"):
        correct("partnership", again, cast, joined_on=date(2024, 2, 1))
    assert correct("partnership", first, cast, left_on=date(2026, 1, 1)).pk


@pytest.mark.parametrize("kind", KINDS)
def test_what_was_never_so(cast: Cast, kind: str) -> None:
    old = wrong(cast, kind)
    actions.strike_fact(old, reason=WHY, actor=cast.manager, at=cast.at)
    assert not type(old).objects.on(cast.at.date()).filter(pk=old.pk).exists()
    assert Entry.objects.get(verb="strike_fact").subject_id == str(old.pk)
    letters = Letter.objects.filter(key__contains="corrected")
    assert letters.exists() is (kind != "kernteam")


# -- what holds, now and then --------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_a_past_moment_answers_as_it_did(cast: Cast, kind: str) -> None:
    old, day = wrong(cast, kind), cast.at.date()
    later = cast.at + 9 * DAY
    before = set(type(old).objects.known(day, cast.at).values_list("pk", flat=True))
    right = correct(kind, old, cast, at=later)
    assert set(type(old).objects.known(day, cast.at).values_list("pk", flat=True)) == before
    known = set(type(old).objects.known(day, later).values_list("pk", flat=True))
    assert known == before - {old.pk} | {right.pk}
    assert set(type(old).objects.on(day).values_list("pk", flat=True)) == known


def test_a_struck_mandate_opens_nothing(cast: Cast) -> None:
    actions.strike_fact(cast.director.mandates.get(), reason=WHY, actor=None, at=cast.at)
    cast.director.moment = cast.at + DAY
    assert not cast.director.standing.is_insider


def test_a_seat_lapses_with_the_partnership_below_it(cast: Cast) -> None:
    seat = cast.seat_of("BN")
    seats = cast.raad.seats.active(cast.at.date())
    assert seats.filter(pk=seat.pk).exists()
    right = correct("partnership", wrong(cast, "partnership"), cast, joined_on=date(2024, 1, 2))
    assert seats.filter(pk=seat.pk).exists()
    correct("partnership", right, cast, joined_on=seat.from_on + DAY)
    assert not seats.filter(pk=seat.pk).exists()


@pytest.mark.parametrize("kind", KINDS)
def test_the_database_keeps_what_was_struck(cast: Cast, kind: str) -> None:
    old = wrong(cast, kind)
    rows = type(old).objects.filter(pk=old.pk)
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(struck_at=cast.at)  # without a reason
    day = "joined_on" if kind == "partnership" else "from_on"
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(struck_at=cast.at, struck_reason=WHY, **{day: date(2020, 1, 1)})
    correct(kind, old, cast)
    for change in ({"struck_at": None, "struck_reason": ""}, {day: date(2020, 1, 1)}):
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.update(**change)
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.delete()


@pytest.mark.django_db(transaction=True)
def test_two_at_once_make_one_correction() -> None:
    organisation = actions.add_organisation(name="Een", sector="bank", actor=None, at=FIXED)
    partnership = actions.start_partnership(
        organisation, joined_on=date(2025, 1, 1), actor=None, at=FIXED
    )
    together = Barrier(2)

    def put_right(number: int) -> bool:
        together.wait(timeout=10)
        try:
            with sending_oneself():
                actions.correct_partnership(
                    Partnership.objects.get(pk=partnership.pk),
                    joined_on=date(2025, 1, 2 + number),
                    left_on=None,
                    reason=WHY,
                    actor=None,
                    at=FIXED,
                )
        except Refused:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(put_right, range(2)))
    assert sorted(done) == [False, True]
    assert Partnership.objects.filter(corrects=partnership).count() == 1


# -- the pages -----------------------------------------------------------------------------------


def posted(kind: str, **facts: Any) -> dict[str, Any]:
    theme = Theme.objects.filter(name="Wonen").first()
    days = {"joined_on": "03-03-2025", "from_on": "03-03-2025"}
    more = {"role": "manager" if kind == "kernteam" else "contact", "reason": WHY}
    return {**days, **more, "theme": theme.pk if theme else "", **facts}


@pytest.mark.parametrize("kind", KINDS)
def test_who_corrects(today: Cast, enter: Enter, kind: str) -> None:
    url = url_of(kind, wrong(today, kind))
    found = {who: enter(getattr(today, who)).get(url).status_code for who in ACCOUNTS}
    may = {"manager"} if kind == "kernteam" else KERNTEAM
    sees = {
        "partnership": KERNTEAM,
        "mandate": KERNTEAM | {"director", "seat"},
        "ambassadorship": SEES_TERMS,
        "kernteam": SEES_TERMS,
    }[kind]
    assert found == {who: 200 if who in may else 403 if who in sees else 404 for who in ACCOUNTS}
    assert enter(today.director).post(url, posted(kind)).status_code in {403, 404}


@pytest.mark.parametrize("kind", KINDS)
def test_the_page_shows_old_beside_new_and_acts(today: Cast, enter: Enter, kind: str) -> None:
    old, client = wrong(today, kind), enter(today.manager)
    url = url_of(kind, old)
    page = client.get(url)
    assert page.context["keys"]
    assert page.context["form"].initial
    assert client.post(url, posted(kind)).status_code == 302
    right = type(old).objects.get(corrects=old)
    assert first_day(right) == date(2025, 3, 3)
    assert client.get(url).status_code == 302  # a corrected row has no page any more
    assert client.post(url, posted(kind)).status_code == 422


@pytest.mark.parametrize("kind", KINDS)
def test_never_so_by_the_page(today: Cast, enter: Enter, kind: str) -> None:
    old = wrong(today, kind)
    answer = enter(today.manager).post(url_of(kind, old), posted(kind, never_was="on"))
    assert answer.status_code == 302
    old.refresh_from_db()
    assert old.struck_reason == WHY
    assert not type(old).objects.filter(corrects=old).exists()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "facts",
    [
        {"reason": ""},
        {"joined_on": "ooit", "from_on": "ooit"},
        {"last_on": "01-01-2025", "until_on": "01-01-2025"},
        {"reason": "x" * 301},
        {"reason": "a\x00"},
    ],
)
def test_what_was_typed_wrong_stays(
    today: Cast, enter: Enter, kind: str, facts: dict[str, str]
) -> None:
    old = wrong(today, kind)
    page = enter(today.manager).post(url_of(kind, old), posted(kind, **facts))
    assert page.status_code == 422
    assert page.context["form"].errors
    assert type(old).objects.filter(corrects=old).count() == 0


def test_the_history_shows_all_to_the_kernteam(today: Cast, enter: Enter) -> None:
    url = reverse("partners:organisation-history", args=[today["BN"].pk])
    found = {who: enter(getattr(today, who)).get(url).status_code for who in ACCOUNTS}
    assert found == {
        who: 200 if who in KERNTEAM else 403 if who in SEES_TERMS else 404 for who in ACCOUNTS
    }
    for kind in KINDS[:3]:
        correct(kind, wrong(today, kind), today, reason=f"Waarom {kind}")
    html = text_of(enter(today.staff).get(url))
    assert all(f"Waarom {kind}" in html for kind in KINDS[:3])
    assert html.count("<s>") == 6
    other = text_of(enter(today.director).get(today["BN"].get_absolute_url()))
    assert "Waarom" not in other


def test_the_history_costs_the_same(today: Cast, enter: Enter) -> None:
    client = enter(today.staff)
    url = reverse("partners:organisation-history", args=[today["BN"].pk])
    facts = {kind: wrong(today, kind) for kind in KINDS[:3]}
    assert cost_of(client, url).queries == 8
    for kind, fact in facts.items():
        again = correct(kind, fact, today)
        correct(kind, again, today)
    assert cost_of(client, url).queries == 8


def test_a_struck_term_is_not_on_the_page_of_the_kernteam(today: Cast, enter: Enter) -> None:
    actions.strike_fact(today.staff.kernteam_terms.get(), reason=WHY, actor=None, at=today.at)
    page = enter(today.manager).get(reverse("partners:kernteam"))
    assert [term.person.name for term in page.context["terms"]] == ["Mieke Jansen"]
    assert KernteamMember.objects.count() == 2
