"""The short form of `make chaos`: that its probes see what they look for, and see nothing else."""

from __future__ import annotations

import random
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from tests.cast import login
from tests.house.world import draft_motion
from trials.chaos import PARTS, main
from trials.copies import kept
from trials.filling import Filling
from trials.held import held
from trials.login import DRIFT, GUESSES, Attacker
from trials.persistence import Attempt, attempts, cookies_of
from trials.pressing import at_once, press
from trials.race import Race
from trials.votes import UNTIL, hands, without_guards, without_lock

if TYPE_CHECKING:
    from tests.cast import Cast

VOTES = 20
PAGE = """
<main><form method="post">
  <input type="hidden" name="csrfmiddlewaretoken" value="x"><input name="naam" value="Bank">
  <input name="starts_on"><input type="radio" name="answer" value="yes">
  <input type="radio" name="answer" value="no" checked><textarea name="text"></textarea>
  <select name="kind"><option value="">-</option><option value="a">A</option></select>
</form></main><input name="q">
"""


@pytest.mark.django_db(transaction=True)
def test_the_probe_finds_the_race_when_the_lock_is_taken_away(cast_now: Cast) -> None:
    def race() -> Race:
        world = SimpleNamespace(cast=cast_now)
        return Race(world, VOTES, random.Random(7))

    with hands() as pool:
        asis = race().run(1, pool)
        with without_lock():
            unlocked = race().run(1, pool)
            with without_guards():
                unguarded = race().run_until_wrong(UNTIL, pool)
    assert asis.found == 0
    assert VOTES <= asis.counted + asis.refused + asis.in_vain <= VOTES + 1
    assert unlocked.errors.total() > 0  # the database refuses what the lock did not hold
    assert unguarded.wrong > 0


@pytest.mark.django_db(transaction=True)
def test_what_four_hands_throw_away_at_once_is_gone_once(cast_now: Cast) -> None:
    """Whoever comes second hears that it is not there."""
    ballot = draft_motion(cast_now, cast_now.at)
    client = login(Client(), cast_now.manager)
    url = reverse("programme:ballot-discard", args=[ballot.pk])
    codes, _grown = at_once(lambda: press(cookies_of(client), url, Attempt({})), 4)
    assert codes.keys() <= {302, 404, 409}
    assert codes[302] == 1


def test_who_hammers_at_the_login_is_locked_out_and_sees_no_difference(cast_now: Cast) -> None:
    cache.clear()
    known, unknown = Attacker(cast_now.contact.email, 1), Attacker("niemand@people.example", 2)
    for _number in range(6):
        known.attack()
        unknown.attack()
    assert known.seen.keys() == unknown.seen.keys()
    both = known.seen + unknown.seen
    assert max(abs(known.seen[each] - unknown.seen[each]) for each in both) <= DRIFT
    assert known.guesses == known.codes * GUESSES
    assert known.refused > 0 < unknown.refused
    assert known.inside == 0


def test_a_form_is_filled_in_as_it_stands() -> None:
    form = Filling(PAGE, "/hier/").hasty()
    assert form.keys() == {"naam", "starts_on", "answer", "text", "kind"}
    assert (form["naam"], form["answer"], form["kind"]) == (["Bank"], ["no"], ["a"])
    assert form["starts_on"][0].count("-") == 2


def test_a_button_that_opens_a_part_is_not_pressed_in_haste() -> None:
    named = '<button name="more" value="parts">Meer</button>'
    alone = PAGE.replace("</form>", f"{named}</form>")
    assert Filling(alone, "/hier/").hasty()["more"] == ["parts"]
    beside = PAGE.replace("</form>", f"{named}<button>Leg vast</button></form>")
    assert Filling(beside, "/hier/").hasty()["more"] == []


def test_where_the_page_marks_a_field_something_else_is_tried() -> None:
    marked = PAGE.replace('name="starts_on"', 'name="starts_on" aria-invalid="true"')
    filling = Filling(marked, "/hier/")
    assert filling.wrong == {"starts_on"}
    before, chance = filling.hasty(), random.Random(7)
    tried = [filling.otherwise(before, frozenset(filling.wrong), chance) for _ in range(40)]
    others = [form | {"starts_on": []} == before | {"starts_on": []} for form in tried]
    assert len(tried) / 2 < sum(others) < len(tried)  # the mark may stand at the wrong field
    assert len({form["starts_on"][0] for form in tried}) > 10


@pytest.mark.django_db(transaction=True)
def test_a_form_that_is_refused_is_filled_in_until_it_is_taken_and_all_is_undone(
    cast_now: Cast,
) -> None:
    client = login(Client(), cast_now.manager)
    before, url = held(), reverse("projects:rate-add")
    made = kept(attempts(client, url, before, 60), set())
    assert made[0].code == 302
    assert {"discountrate.valid_from"} <= made[0].grown
    assert held() == before
    codes, grown = at_once(lambda: press(cookies_of(client), url, made[0]), 4)
    assert codes[302] == 1
    assert codes.total() == codes[302] + codes[422]
    assert "discountrate.valid_from" in grown


def test_only_parts_that_exist(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["nothing"])
    assert "votes" in capsys.readouterr().err
    assert len(set(PARTS)) == len(PARTS)
