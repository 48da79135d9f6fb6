"""The doors of preparing a ballot, of interests in it, and of stepping aside."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse
from django.utils import translation

from partners.models import Person
from programme import actions
from programme.models import Ballot, BallotInterest, InterestQuestion, Recusal
from tests.cast import SEATS
from tests.house.world import build_world, draft_motion, open_motion, vote
from tests.programme.choosing import (
    FIRST_ROUND,
    announce,
    approve,
    closed,
    open_selection,
    opened,
    prepare,
)
from tests.programme.pages import cost_of, text_of
from tests.programme.records import acts, told

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]

DAY = timedelta(days=1)
RULES = {"quorum": "over:1/2", "majority": "over:1/2", "tie_rule": "rejected"}
MOTION = {
    "title": "Motie wijk",
    "question": "Steunt u dit?",
    "text": "Wij doen dit.",
    "closes_on": "07-10-2026",
    "base": "for_against",
    **RULES,
}
FIRST_FIGURES = ["5 van 6"] * 3 + ["4 van 6"] * 2 + ["1 van 5"]
SECOND_FIGURES = ["3 van 5", "2 van 5"]
CHOICE = {
    **MOTION,
    "rows": "3",
    "option_1": "Noord",
    "option_1_text": "Aan zee.",
    "option_2": "Zuid",
    "choose_min": "1",
    "choose_max": "1",
}


@pytest.fixture(autouse=True)
def in_english() -> Any:
    """The sentences of the source: the Dutch ones are checked by the catalogue."""
    with translation.override("en"):
        yield


def address(name: str, *values: Any) -> str:
    return reverse(f"programme:{name}", args=values)


def page_of(client: Client, url: str) -> str:
    Person.objects.update(language="en")
    answer = client.get(url)
    assert answer.status_code == 200, url
    return text_of(answer)


def disclose(cast: Cast, ballot: Ballot, letters: str, kind: str, **facts: Any) -> BallotInterest:
    return actions.disclose_interest(
        ballot,
        organisation=cast[letters],
        kind=kind,
        text=f"Belang van {letters}.",
        actor=cast.manager,
        at=cast.at,
        **facts,
    )


def recuse(cast: Cast, ballot: Ballot, letters: str, **facts: Any) -> Recusal:
    return actions.recuse_seat(
        ballot,
        organisation=cast[letters],
        reason="",
        actor=cast.people.get(f"seat_{letters}", cast.seat),
        at=cast.at,
        **{"option": None, **facts},
    )


# -- preparing -----------------------------------------------------------------------------------


def test_the_kernteam_prepares_a_motion(today: Cast, enter: Enter) -> None:
    client, url = enter(today.staff), address("ballot-prepare-motion", 2026)
    assert client.get(url).status_code == 200
    answer = client.post(url, {**MOTION, "question": ""})
    assert answer.status_code == 422
    assert "Wij doen dit." in text_of(answer)
    answer = client.post(url, MOTION)
    ballot = Ballot.objects.get()
    assert answer["Location"] == ballot.get_absolute_url()
    assert (ballot.status, ballot.announced_at, ballot.method) == ("draft", None, "motion")
    assert [each.verb for each in acts("prepare_ballot")] == ["prepare_ballot"]
    assert enter(today.seat).get(ballot.get_absolute_url()).status_code == 404


def test_another_option_loses_nothing(today: Cast, enter: Enter) -> None:
    client, url = enter(today.staff), address("ballot-prepare-selection", 2026)
    answer = client.post(url, {**CHOICE, "question": "", "closes_on": "morgen", "more": "1"})
    assert answer.status_code == 200
    text = text_of(answer)
    assert "option_4_text" in text
    assert "option_5" not in text
    for typed in ("Motie wijk", "Wij doen dit.", "morgen", "Noord", "Aan zee.", "Zuid"):
        assert typed in text
    assert re.search(r'value="over:1/2" selected|selected[^>]*value="over:1/2"', text)
    assert not Ballot.objects.exists()


@pytest.mark.parametrize("rows", ["", "-3", "2", "9999999999", "drie", "0"])
def test_whatever_number_of_rows_is_asked_for(today: Cast, enter: Enter, rows: str) -> None:
    url = address("ballot-prepare-selection", 2026)
    answer = enter(today.staff).post(url, {**CHOICE, "rows": rows, "more": "1"})
    assert 2 <= text_of(answer).count("_text") <= 120
    assert answer.status_code == 200


def test_the_kernteam_prepares_a_choice(today: Cast, enter: Enter) -> None:
    client, url = enter(today.staff), address("ballot-prepare-selection", 2026)
    answer = client.post(url, {**CHOICE, "option_3_text": "Zonder naam."})
    assert answer.status_code == 422
    assert answer.context["form"].errors.keys() == {"option_3"}
    answer = client.post(url, {**CHOICE, "option_2": "noord"})
    assert answer.status_code == 422
    assert "option_2" not in answer.context["form"].errors
    client.post(url, CHOICE)
    ballot = Ballot.objects.get()
    assert list(ballot.options.values_list("title", "text")) == [
        ("Noord", "Aan zee."),
        ("Zuid", ""),
    ]
    assert (ballot.choose_min, ballot.choose_max, ballot.base) == (1, 1, "cast")
    assert ballot.tie_rule == "rejected"


def test_showing_opening_and_throwing_away(today: Cast, enter: Enter) -> None:
    client, ballot = enter(today.manager), prepare(today)
    disclose(today, ballot, "BN", "pledge")
    url = address("ballot-open", ballot.pk)
    assert client.post(url, {"closes_on": "07-10-2026"}).status_code == 422
    assert client.get(address("ballot-discard", ballot.pk)).status_code == 200
    client.post(address("ballot-announce", ballot.pk))
    ballot.refresh_from_db()
    assert ballot.announced_at is not None
    assert client.get(address("ballot-announce", ballot.pk)).status_code == 302
    assert client.post(address("ballot-discard", ballot.pk)).status_code == 422
    client.post(url, {"closes_on": "08-10-2026"})
    ballot.refresh_from_db()
    assert (ballot.status, ballot.closes_at.day) == ("open", 8)
    assert client.get(url).status_code == 302
    other = prepare(today)
    answer = client.post(address("ballot-discard", other.pk))
    assert answer["Location"] == address("decision-list")
    assert not Ballot.objects.filter(pk=other.pk).exists()


def test_a_raad_that_is_over_gets_no_ballots(today: Cast, enter: Enter) -> None:
    today.raad.status, today.raad.dissolved_at = "dissolved", today.at
    today.raad.save()
    client = enter(today.staff)
    assert client.get(address("ballot-prepare-motion", 2026)).status_code == 302


# -- the page of a draft -------------------------------------------------------------------------


def test_only_the_kernteam_sees_what_can_happen(today: Cast, enter: Enter) -> None:
    ballot = announce(today, prepare(today))
    url = ballot.get_absolute_url()
    assert "What can happen?" in page_of(enter(today.staff), url)
    seen = page_of(enter(today.seat), url)
    assert "What can happen?" not in seen
    assert "We step aside" in seen
    assert "We step aside" not in page_of(enter(today.staff), url)
    assert enter(today.contact).get(url).status_code == 404


def test_the_numbers_of_a_draft_are_those_of_now(today: Cast, enter: Enter) -> None:
    ballot = announce(today, draft_motion(today, today.at))
    client, url = enter(today.staff), ballot.get_absolute_url()
    assert "With 6 seats that may vote" in page_of(client, url)
    recuse(today, ballot, "GD")
    disclose(today, ballot, "EZ", "paid")
    seen = page_of(client, url)
    assert "With 4 seats that may vote" in seen
    assert "At least 3 of the 4 seats vote." in seen
    assert "steps aside when the ballot opens" in seen
    opened(today, ballot)
    assert ballot.recusals.get(organisation=today["EZ"]).ground == "paid"


def test_too_few_would_remain(today: Cast, enter: Enter) -> None:
    ballot = announce(today, draft_motion(today, today.at))
    for letters in ("GD", "ZD", "EZ", "BN"):
        disclose(today, ballot, letters, "paid")
    seen = page_of(enter(today.staff), ballot.get_absolute_url())
    assert seen.count("because fewer than three seats would remain") == 4
    assert "With 6 seats that may vote" in seen
    opened(today, ballot)
    assert ballot.recusals.filter(is_replaced=True).count() == 4


def test_an_option_for_which_a_seat_steps_aside(today: Cast, enter: Enter) -> None:
    ballot = announce(today, prepare(today))
    last = ballot.options.get(title="R")
    disclose(today, ballot, "BN", "paid", option=last)
    seen = page_of(enter(today.staff), ballot.get_absolute_url())
    assert "R is counted over 5 seats: 3 must choose it when all vote." in seen
    assert "With 6 seats that may vote" in seen


def test_a_draft_costs_the_same_with_more_in_it(today: Cast, enter: Enter) -> None:
    ballot = announce(today, prepare(today))
    client, url = enter(today.staff), ballot.get_absolute_url()
    options = list(ballot.options.all())
    disclose(today, ballot, "GD", "pledge", option=options[0])
    recuse(today, ballot, "GD", option=options[0])
    one = cost_of(client, url).queries
    for letters in ("ZD", "EZ", "CH"):
        disclose(today, ballot, letters, "paid")
        recuse(today, ballot, letters, option=options[1 + ["ZD", "EZ", "CH"].index(letters)])
    assert cost_of(client, url).queries == one


# -- interests -----------------------------------------------------------------------------------


def test_the_kernteam_discloses_and_takes_back(today: Cast, enter: Enter) -> None:
    client, ballot = enter(today.staff), prepare(today)
    url = address("interest-disclose", ballot.pk)
    answer = client.post(url, {"organisation": today["FV"].pk, "kind": "paid"})
    assert answer.status_code == 422  # no seat
    option = ballot.options.get(title="R")
    facts = {"organisation": today["BN"].pk, "kind": "paid", "text": "Rood", "option": option.pk}
    client.post(url, facts)
    interest = ballot.interests.get()
    assert (interest.organisation, interest.option, interest.kind) == (today["BN"], option, "paid")
    back = address("interest-withdraw", ballot.pk, interest.pk)
    assert client.post(back, {"reason": ""}).status_code == 422
    client.post(back, {"reason": "Verkeerde bank"})
    assert ballot.interests.holding().count() == 0
    assert client.get(back).status_code == 302
    assert client.post(back, {"reason": "Nog eens"}).status_code == 422
    other = prepare(today)
    assert client.get(address("interest-withdraw", other.pk, interest.pk)).status_code == 404


def test_after_opening_nothing_is_disclosed(today: Cast, enter: Enter) -> None:
    client, ballot = enter(today.staff), open_motion(today, today.at, today.at + 7 * DAY)
    url = address("interest-disclose", ballot.pk)
    assert client.get(url).status_code == 302
    answer = client.post(url, {"organisation": today["BN"].pk, "kind": "paid"})
    assert answer.status_code == 422


def test_a_seat_says_that_it_is_not_right(today: Cast, enter: Enter) -> None:
    ballot = announce(today, prepare(today))
    url = address("interest-question", ballot.pk)
    assert enter(today.substitute).post(url, {"text": ""}).status_code == 422
    enter(today.substitute).post(url, {"text": "Dat is <b>onze</b> buur."})
    question = InterestQuestion.objects.get()
    assert (question.organisation, question.person) == (today["BN"], today.substitute)
    assert told(today, "interests_questioned") == ["manager", "staff"]
    assert "Dat is <b>onze</b> buur." in page_of(enter(today.staff), ballot.get_absolute_url())
    assert "onze" not in page_of(enter(today.seat_GD), ballot.get_absolute_url())


# -- stepping aside ------------------------------------------------------------------------------


def test_a_seat_steps_aside_for_itself_only(today: Cast, enter: Enter) -> None:
    ballot = announce(today, prepare(today))
    option = ballot.options.get(title="N")
    client, url = enter(today.seat), address("seat-recuse", ballot.pk)
    assert client.post(url, {"reason": "Zonder optie"}).status_code == 422
    # Whatever else is posted: it is the seat of who posts it.
    facts = {"option": option.pk, "reason": "Buren", "organisation": today["GD"].pk}
    client.post(url, facts)
    recusal = Recusal.objects.get()
    assert (recusal.organisation, recusal.option, recusal.person) == (
        today["BN"],
        option,
        today.seat,
    )
    assert client.post(url, facts).status_code == 422  # the option is not offered any more
    assert "Buren" in page_of(enter(today.seat_GD), ballot.get_absolute_url())


def test_an_option_of_another_ballot_is_no_option(today: Cast, enter: Enter) -> None:
    ballot, other = announce(today, prepare(today)), prepare(today, "XYZ", places=(1, 1))
    option = other.options.get(title="X")
    answer = enter(today.seat).post(address("seat-recuse", ballot.pk), {"option": option.pk})
    assert answer.status_code == 422
    assert not Recusal.objects.exists()


@pytest.mark.parametrize("role", ["manager", "director", "contact", "outsider", "former"])
def test_others_step_aside_for_nobody(today: Cast, enter: Enter, role: str) -> None:
    ballot = announce(today, draft_motion(today, today.at))
    for name in ("seat-recuse", "interest-question"):
        url = address(name, ballot.pk)
        codes = {enter(getattr(today, role)).get(url).status_code}
        codes.add(enter(getattr(today, role)).post(url, {"text": "x"}).status_code)
        assert codes == ({403} if role == "manager" else {404})
    assert not Recusal.objects.exists()


def test_a_draft_that_is_not_shown_is_not_there(today: Cast, enter: Enter) -> None:
    ballot = draft_motion(today, today.at)
    assert enter(today.seat).post(address("seat-recuse", ballot.pk)).status_code == 404
    assert not Recusal.objects.exists()


def test_stepping_aside_while_it_is_open_and_not_after_it(today: Cast, enter: Enter) -> None:
    ballot = open_motion(today, today.at - DAY, today.at + DAY)
    vote(today, ballot, "BN", "for", today.at - DAY / 2)
    url = address("seat-recuse", ballot.pk)
    enter(today.seat).post(url, {"reason": ""})
    assert Recusal.objects.get().organisation == today["BN"]
    assert enter(today.seat).get(url).status_code == 302
    late = open_motion(today, today.at - 2 * DAY, today.at - DAY)
    url = address("seat-recuse", late.pk)
    assert enter(today.seat).get(url).status_code == 302
    assert enter(today.seat).post(url, {"reason": ""}).status_code == 422


def test_an_old_login_is_asked_for_a_code(today: Cast, enter: Enter) -> None:
    ballot = announce(today, prepare(today))
    client = enter(today.seat, logged_in_at=today.at - DAY)
    option = ballot.options.get(title="N")
    answer = client.post(address("seat-recuse", ballot.pk), {"option": option.pk, "reason": ""})
    assert answer.status_code == 200
    assert "confirmation_code" in text_of(answer)
    assert not Recusal.objects.exists()


# -- what a ballot leaves behind -----------------------------------------------------------------


def test_the_result_shows_interests_and_who_stepped_aside(today: Cast, enter: Enter) -> None:
    ballot = announce(today, prepare(today, at=today.at - 20 * DAY), today.at - 20 * DAY)
    disclose(today, ballot, "BN", "paid", option=ballot.options.get(title="R"))
    disclose(today, ballot, "CH", "pledge")
    opened(today, ballot, today.at - 15 * DAY)
    closed(today, ballot, FIRST_ROUND)
    seen = page_of(enter(today.contact), ballot.get_absolute_url())
    assert "Belang van CH." in seen
    assert "is paid from it, so this seat does not count" in seen
    assert address("ballot-export", ballot.pk) in seen
    assert "We step aside" not in page_of(enter(today.seat), ballot.get_absolute_url())


def test_the_export_is_for_whoever_sees_the_result(today: Cast, enter: Enter) -> None:
    world = build_world(today)
    url = address("ballot-export", world.closed.pk)
    answer = enter(today.contact).get(url)
    assert answer["Content-Type"] == "application/json"
    assert answer["Content-Disposition"].startswith("attachment")
    assert "no-store" in answer["Cache-Control"]
    facts = json.loads(answer.content)
    assert (facts["method"], facts["result"]["outcome"]) == ("motion", "adopted")
    assert len(facts["votes"]) == len(SEATS)
    for person in (today.outsider, today.former):
        assert enter(person).get(url).status_code == 404
    for ballot in (world.open, world.draft):  # nothing of a choice before closing
        assert enter(today.manager).get(address("ballot-export", ballot.pk)).status_code == 404
    assert enter(today.contact).post(url).status_code == 405


def test_the_page_that_explains_is_for_everybody(today: Cast, enter: Enter, client: Client) -> None:
    seen = text_of(client.get(address("voting-explained")))
    assert re.findall(r"\d van \d", seen.split("</table>")[0].split("<tbody")[1]) == FIRST_FIGURES
    assert re.findall(r"\d van \d", seen.split("</table>")[1].split("<tbody")[1]) == SECOND_FIGURES
    ballot = open_motion(today, today.at, today.at + DAY)
    assert address("voting-explained") in page_of(enter(today.seat), ballot.get_absolute_url())


def test_the_ways_to_prepare_are_for_the_kernteam(today: Cast, enter: Enter) -> None:
    way = address("ballot-prepare-selection", 2026)
    assert way in page_of(enter(today.staff), address("decision-list"))
    assert way not in page_of(enter(today.seat), address("decision-list"))


def test_a_seat_that_stepped_aside_for_one_option_votes_on_the_rest(
    today: Cast, enter: Enter
) -> None:
    ballot = open_selection(today)
    recuse(today, ballot, "BN", option=ballot.options.get(title="N"))
    approve(today, ballot, "BN", "EG")
    seen = page_of(enter(today.seat_GD), ballot.get_absolute_url())
    assert "stepped aside itself" in seen


def test_a_seat_that_stepped_aside_hands_nothing_over(today: Cast, enter: Enter) -> None:
    ballot = open_motion(today, today.at, today.at + 7 * DAY)
    client, url = enter(today.seat), address("ballot-hand-over", ballot.pk)
    assert f'href="{url}"' in page_of(client, ballot.get_absolute_url())
    assert client.get(url).status_code == 200
    recuse(today, ballot, "BN")
    assert f'href="{url}"' not in page_of(client, ballot.get_absolute_url())
    assert client.get(url).status_code == 302
    assert client.post(url).status_code == 422


def test_who_has_no_seat_is_not_said_to_vote(today: Cast, enter: Enter) -> None:
    ballot = announce(today, prepare(today))
    apart, votes = "They do not vote in this ballot", "Whoever has an interest votes as usual"
    BallotInterest.objects.create(
        ballot=ballot, organisation=today["FV"], kind="pledge", disclosed_at=today.at
    )
    seen = page_of(enter(today.seat), ballot.get_absolute_url())
    assert apart in seen
    assert votes not in seen
    disclose(today, ballot, "CH", "pledge")
    seen = page_of(enter(today.seat), ballot.get_absolute_url())
    assert seen.index(votes) < seen.index(apart) < seen.index(today["FV"].name)
