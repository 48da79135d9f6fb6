"""A phase before the programmaraad: the ballot, the interests in it, and what became of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse

from funding import actions as money
from partners.models import Person
from programme import actions as year
from programme.deadlines import closing_moment
from programme.models import Ballot
from projects import actions
from projects.gate import conditions
from projects.models import Phase
from schuldenlab.audit.models import Entry
from schuldenlab.lifecycle import Refused
from tests.funding.money import arrange
from tests.house.world import draft_motion, vote
from tests.programme.pages import source_of
from tests.projects import building
from tests.projects.building import DAY, acting

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]

pytestmark = pytest.mark.django_db
SEATS = ("GD", "ZD", "EZ", "CH", "BN")


def text(page: Any) -> str:
    return source_of(page)


def page_of(client: Client, record: Any) -> str:
    return text(client.get(record.get_absolute_url()))


def asked(cast: Cast, phase: Phase) -> Ballot:
    closes_at = closing_moment((cast.at + 7 * DAY).date())
    return actions.prepare_phase_ballot(
        phase, raad=cast.raad, closes_at=closes_at, rules={}, **acting(cast)
    )


def shown(cast: Cast, ballot: Ballot) -> Ballot:
    return year.announce_ballot(ballot, **acting(cast))


def voted(cast: Cast, ballot: Ballot, choice: str, seats: tuple[str, ...] = SEATS) -> Ballot:
    """Opened for a week, voted by these seats, and closed."""
    closes_at = closing_moment((cast.at + 7 * DAY).date())
    if ballot.announced_at is None:
        shown(cast, ballot)
    year.open_ballot(ballot, closes_at=closes_at, **acting(cast))
    for letters in seats:
        vote(cast, ballot, letters, choice, cast.at)
    return year.close_ballot(ballot, at=ballot.closes_at)


def is_approved(cast: Cast, phase: Phase) -> bool:
    phase.refresh_from_db()
    at = cast.at + 20 * DAY
    (found,) = [each for each in conditions(phase, day=at.date(), at=at) if each.key == "decision"]
    return found.is_met


def test_its_words_come_from_the_dossier(cast: Cast) -> None:
    phase = building.planned_pilot(cast)
    building.steer(cast, phase.project)
    arrange(cast, phase, cast.at)
    trial = phase.project.phases.get(kind="prototype")
    words = {"tried": "Bellen", "with_whom": "", "learned": "Het werkt."}
    actions.describe_prototype(trial, **words, **acting(cast))
    pilot = {"size": "100 gezinnen", "criterion": "80 gezinnen zijn geholpen"}
    ends_on = (cast.at + 90 * DAY).date()
    actions.describe_pilot(phase, ends_on=ends_on, **pilot, **acting(cast))
    ballot = asked(cast, phase)
    assert phase.project.title in ballot.title
    said = (building.SUMMARY, "Bellen", "Het werkt.", "100 gezinnen", "80 gezinnen zijn geholpen")
    for each in (*said, f"{cast['ZD'].name}: Minder schulden"):
        assert each in ballot.text
    assert "50.000" not in ballot.text  # no amount of one partner
    phase.refresh_from_db()
    assert phase.ballot == ballot
    assert Entry.objects.filter(verb="put_phase_before_raad", subject_id=phase.pk).exists()


def test_when_adopted_its_decision_approves_the_phase(cast: Cast) -> None:
    phase = building.planned_pilot(cast)
    assert not is_approved(cast, phase)
    voted(cast, asked(cast, phase), "for")
    assert is_approved(cast, phase)


def test_a_ballot_that_nobody_was_shown_is_not_told(cast: Cast) -> None:
    phase = building.planned_pilot(cast)
    ballot = asked(cast, phase)

    def said() -> str:
        found = conditions(phase, day=cast.at.date(), at=cast.at)
        return next(each.text for each in found if each.key == "decision")

    assert "stemming" not in said()
    shown(cast, ballot)
    phase.refresh_from_db()
    assert "Er is een stemming over." in said()


def test_a_decision_about_something_else_approves_nothing(cast: Cast) -> None:
    """Not one that a ballot took, nor one that approves another phase."""
    phase = building.planned_pilot(cast)
    other = actions.plan_phase(phase.project, kind="project", **acting(cast))
    ballot = voted(cast, asked(cast, phase), "for")
    for taken in (ballot.decision, building.decision(cast)):
        if taken.ballot_id is None:
            actions.approve_phase(phase, decision=taken, **acting(cast))
        with pytest.raises(Refused):
            actions.approve_phase(other, decision=taken, **acting(cast))


def test_when_rejected_it_can_be_asked_again(cast: Cast) -> None:
    phase = building.planned_pilot(cast)
    first = asked(cast, phase)
    with pytest.raises(Refused):
        asked(cast, phase)
    voted(cast, first, "against")
    assert not is_approved(cast, phase)
    second = asked(cast, phase)
    assert list(phase.earlier_ballots.all()) == [first]
    voted(cast, second, "for")
    assert is_approved(cast, phase)


def test_a_repeat_decides_as_well(cast: Cast) -> None:
    phase = building.planned_pilot(cast)
    first = voted(cast, asked(cast, phase), "for", seats=("GD",))
    with pytest.raises(Refused):
        asked(cast, phase)
    again = Ballot.objects.get(previous=first)
    at = first.closes_at + DAY
    year.open_ballot(again, closes_at=at + 7 * DAY, actor=cast.manager, at=at)
    for letters in SEATS:
        vote(cast, again, letters, "for", at)
    year.close_ballot(again, at=again.closes_at)
    assert is_approved(cast, phase)


def test_only_a_motion_that_has_not_opened(cast: Cast) -> None:
    phase = building.planned_pilot(cast)
    open_one = year.open_ballot(
        draft_motion(cast, cast.at), closes_at=cast.at + 7 * DAY, **acting(cast)
    )
    with pytest.raises(Refused):
        actions.put_phase_before_raad(phase, ballot=open_one, **acting(cast))
    other = draft_motion(cast, cast.at)
    actions.put_phase_before_raad(phase, ballot=other, **acting(cast))
    actions.put_phase_before_raad(phase, ballot=other, **acting(cast))  # twice is once
    actions.drop_phase(phase, **acting(cast))
    with pytest.raises(Refused):
        actions.put_phase_before_raad(phase, ballot=draft_motion(cast, cast.at), **acting(cast))


def test_a_ballot_that_nobody_saw_can_be_thrown_away(cast: Cast) -> None:
    phase = building.planned_pilot(cast)
    year.discard_ballot(asked(cast, phase), **acting(cast))
    phase.refresh_from_db()
    assert phase.ballot is None
    assert asked(cast, phase).pk


# -- interests -----------------------------------------------------------------------------------


def kinds_of(ballot: Ballot) -> set[tuple[str, str]]:
    rows = ballot.interests.holding().values_list("organisation__name", "kind")
    return set(rows)


def test_stakes_and_pledges_are_disclosed_when_it_is_linked(cast: Cast) -> None:
    phase = building.planned_pilot(cast)
    building.steer(cast, phase.project, "CH EZ")
    arrange(cast, phase, cast.at, "GD ZD")
    ballot = draft_motion(cast, cast.at)
    assert kinds_of(ballot) == set()
    actions.put_phase_before_raad(phase, ballot=ballot, **acting(cast))
    steers = {(cast[each].name, "stuurgroep") for each in ("CH", "EZ")}
    pays = {(cast[each].name, "pledge") for each in ("GD", "ZD")}
    assert kinds_of(ballot) == steers | pays
    texts = set(ballot.interests.values_list("text", flat=True))
    assert texts == {phase.project.title}


def test_what_came_since_is_disclosed_when_it_is_shown(cast: Cast) -> None:
    phase = building.planned_pilot(cast)
    building.steer(cast, phase.project, "CH EZ")
    ballot = asked(cast, phase)
    gone = ballot.interests.get(organisation=cast["EZ"])
    year.withdraw_interest(gone, reason="Klopt niet.", **acting(cast))
    facts = {"text": "Minder schulden", "from_on": cast.at.date()}
    actions.steer_with(phase.project, organisation=cast["BN"], **facts, **acting(cast))
    shown(cast, ballot)
    seats = {(cast[each].name, "stuurgroep") for each in ("CH", "BN")}
    assert kinds_of(ballot) == seats  # what was taken back does not come back


def test_who_steers_votes_and_who_is_paid_does_not(today: Cast, enter: Enter) -> None:
    phase = building.planned_pilot(today)
    building.steer(today, phase.project, "CH EZ")
    ballot = asked(today, phase)
    paid = {"organisation": today["EZ"], "kind": "paid", "text": "Levert gegevens."}
    year.disclose_interest(ballot, **paid, **acting(today))
    voted(today, ballot, "for", seats=("GD", "ZD", "CH", "BN"))
    ballot.refresh_from_db()
    aside = set(ballot.recusals.effective().values_list("organisation", flat=True))
    assert aside == {today["EZ"].pk}
    assert ballot.outcome == "adopted"
    assert ballot.votes.filter(entitlement__organisation=today["CH"]).exists()
    page = re.sub(r"\s+", " ", page_of(enter(today.manager), ballot))
    steers = ballot.interests.get(organisation=today["CH"])
    assert f"<strong>{today['CH'].name}</strong>: {steers.get_kind_display()}" in page
    assert f"<strong>{today['EZ'].name}</strong>" in page


def test_a_change_of_course_discloses_them_too(cast: Cast) -> None:
    phase = building.planned_pilot(cast)
    building.steer(cast, phase.project, "CH EZ")
    arrange(cast, phase, cast.at, "GD ZD")
    change = year.propose_change(
        cast.raad,
        proposed_for=None,
        about="project",
        subject=phase.project.title,
        kind="other",
        title="Anders",
        what="Anders.",
        why="Daarom.",
        effect="Beter.",
        **acting(cast),
    )
    phase.project.course_changes.add(change)
    year.judge_change(change, is_crucial=True, reason="Groot.", **acting(cast))
    closes_at = closing_moment((cast.at + 7 * DAY).date())
    ballot = year.prepare_change_ballot(change, closes_at=closes_at, rules={}, **acting(cast))
    steers = {(cast[each].name, "stuurgroep") for each in ("CH", "EZ")}
    pays = {(cast[each].name, "pledge") for each in ("GD", "ZD")}
    assert kinds_of(ballot) == steers | pays


# -- pages ---------------------------------------------------------------------------------------


def words_of(page: Any) -> dict[str, Any]:
    """What the form proposes, as a browser sends it back."""
    form = page.context["form"]
    return {name: form[name].value() or "" for name in form.fields}


def sent(page: Any) -> dict[str, Any]:
    values = words_of(page)
    values["closes_on"] = values["closes_on"].strftime("%d-%m-%Y")
    rules = {"quorum": "over:1/2", "majority": "over:1/2", "base": "for_against"}
    return {**values, **rules, "tie_rule": "rejected"}


def test_from_the_dossier_to_the_ballot_and_back(today: Cast, enter: Enter) -> None:
    phase = building.planned_pilot(today)
    client = enter(today.manager)
    door = reverse("projects:phase-ballot", args=[phase.pk])
    assert door in page_of(client, phase.project)
    page = client.get(door)
    answer = client.post(door, {**sent(page), "title": ""})
    assert answer.status_code == 422
    assert building.SUMMARY in text(answer)  # nothing typed is lost
    client.post(door, sent(page))
    ballot = Ballot.objects.latest("pk")
    dossier = phase.project.get_absolute_url()
    assert f'href="{dossier}"' in page_of(client, ballot)
    page = page_of(client, phase.project)
    assert f'href="{ballot.get_absolute_url()}"' in page
    assert door not in page
    assert client.get(door).status_code == 302
    # a draft is the kernteam's; an open ballot is the raad's, and all know that there is one
    partner = enter(today.contact)
    assert ballot.title not in page_of(partner, phase.project)
    shown(today, ballot)
    page = page_of(partner, phase.project)
    assert ballot.title in page
    assert f'href="{ballot.get_absolute_url()}"' not in page
    assert f'href="{ballot.get_absolute_url()}"' in page_of(enter(today.seat_CH), phase.project)


def test_the_page_says_that_the_raad_did_not_agree(today: Cast, enter: Enter) -> None:
    phase = building.planned_pilot(today)
    first = voted(today, asked(today, phase), "against")
    client = enter(today.manager)
    page = page_of(client, phase.project)
    assert reverse("projects:phase-ballot", args=[phase.pk]) in page
    assert first.title in page
    second = asked(today, phase)
    page = page_of(client, phase.project)
    assert f'href="{first.get_absolute_url()}"' in page
    assert f'href="{second.get_absolute_url()}"' in page
    assert f'href="{phase.project.get_absolute_url()}"' in page_of(client, first)


def test_a_ballot_that_is_prepared_can_be_linked(today: Cast, enter: Enter) -> None:
    phase = building.planned_pilot(today)
    mine = draft_motion(today, today.at)
    client = enter(today.manager)
    door = reverse("projects:phase-ballot-link", args=[phase.pk])
    assert client.post(door, {"ballot": ""}).status_code == 422
    assert client.post(door, {"ballot": mine.pk}).status_code == 302
    phase.refresh_from_db()
    assert phase.ballot == mine


@pytest.mark.parametrize("name", ["phase-ballot", "phase-ballot-link"])
def test_only_the_kernteam_asks(today: Cast, enter: Enter, name: str) -> None:
    phase = building.planned_pilot(today)
    building.lead(today, phase.project)
    door = reverse(f"projects:{name}", args=[phase.pk])
    for role in ("contact", "director", "seat_CH"):
        assert enter(getattr(today, role)).get(door).status_code == 403


def test_who_steers_from_outside_follows_it(today: Cast, enter: Enter) -> None:
    """A non-partner's member reads that the raad votes, and no link that would be closed."""
    phase = building.planned_pilot(today)
    stake = actions.steer_with(
        phase.project,
        organisation=today["WK"],
        text="Water",
        from_on=today.at.date(),
        **acting(today),
    )
    facts = {"person": today.outsider, "from_on": today.at.date()}
    actions.add_member(stake, **facts, **acting(today))
    ballot = voted(today, asked(today, phase), "for")
    page = page_of(enter(Person.objects.get(pk=today.outsider.pk)), phase.project)
    assert ballot.title in page
    assert f'href="{ballot.get_absolute_url()}"' not in page


def test_money_that_came_later_is_an_interest(cast: Cast) -> None:
    phase = building.planned_pilot(cast)
    plan = arrange(cast, phase, cast.at, "GD ZD")
    ballot = asked(cast, phase)
    facts = {"organisation": cast["CH"], "form": "cash", "amount": 5, "is_open": False}
    money.offer_pledge(plan, **facts, **acting(cast))
    shown(cast, ballot)
    assert (cast["CH"].name, "pledge") in kinds_of(ballot)
