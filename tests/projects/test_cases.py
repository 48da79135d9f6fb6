"""The life of a version of a business case, from its first line to the decision about it."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from django.core.exceptions import ValidationError

from partners.actions.lab import LabFacts, set_up_lab
from programme import actions as programme
from programme.models import Vote
from projects import actions, tasks
from projects.answers import interests_of
from projects.models import BusinessCase, DiscountRate, Phase
from projects.sealing import contents, is_intact, seal
from schuldenlab.audit.models import Entry
from schuldenlab.lifecycle import Refused
from tests.cast import SEATS
from tests.projects import building
from tests.projects.building import DAY, acting

if TYPE_CHECKING:
    from programme.models import Ballot, Decision
    from tests.cast import Cast

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


def verbs(case: BusinessCase) -> list[str]:
    rows = Entry.objects.filter(subject_type="projects.businesscase", subject_id=str(case.pk))
    return list(rows.order_by("pk").values_list("verb", flat=True))


def refuses(because: str) -> Any:
    return pytest.raises(Refused, match=because)


# -- the first version and the next ---------------------------------------------------------------


def test_the_first_version_has_everybody_whom_we_know(cast: Cast) -> None:
    project = building.opened(cast)
    building.lead(cast, project)
    building.interest(cast, project, "EZ")
    building.steer(cast, project, "ZD EZ")
    case = actions.draft_case(project, **acting(cast))
    residents, *names = case.parties.all()
    assert (residents.is_residents, residents.organisation) == (True, None)
    assert [each.name for each in names] == [
        *sorted(cast[each].name for each in ("EZ", "FV", "ZD"))
    ]
    assert (case.version, case.base_year, case.price_year, case.horizon) == (1, 2026, 2026, 5)
    rate = case.discount_rate
    assert (rate.percent, rate.valid_from) == (Decimal("2.25"), date(2021, 1, 1))
    assert verbs(case) == ["draft_case"]
    with refuses("Somebody works on version 1"):
        actions.draft_case(project, **acting(cast))


def test_a_project_that_ended_gets_no_case(cast: Cast) -> None:
    project = building.opened(cast)
    case = building.drafted_case(cast, project)
    actions.stop_project(project, reason="Genoeg.", **acting(cast))
    with refuses("no longer possible"):
        building.line(case)
    with refuses("no longer possible"):
        actions.draft_case(project, **acting(cast))


def test_a_copy_says_the_same_and_can_take_the_newest_rate(cast: Cast) -> None:
    case = building.approved_case(cast, building.opened(cast))
    newest = actions.add_rate(
        percent=Decimal(3), valid_from=cast.at.date(), source="Kabinet", **acting(cast)
    )
    copy = actions.copy_case(case, base_year=2027, price_year=2026, rate=newest, **acting(cast))
    old, new = contents(case), contents(copy)
    assert (copy.version, copy.copied_from, copy.status) == (2, case, "draft")
    assert new["lines"] == old["lines"] != []
    assert new["parties"] == old["parties"]
    assert (copy.discount_rate, case.discount_rate.percent) == (newest, Decimal("2.25"))
    with refuses("Somebody works on version 2"):
        actions.copy_case(case, base_year=2027, price_year=2026, rate=newest, **acting(cast))
    actions.drop_case(copy, **acting(cast))
    third = actions.copy_case(copy, base_year=2027, price_year=2026, rate=newest, **acting(cast))
    assert third.version == 3


def test_other_years_and_words_while_it_is_a_draft(cast: Cast) -> None:
    case = building.drafted_case(cast, building.opened(cast))
    actions.change_case(case, facts={"notes": "Kort.", "horizon": 3}, **acting(cast))
    case.refresh_from_db()
    assert (case.notes, case.horizon) == ("Kort.", 3)
    with refuses("has numbers after the year 2027"):
        actions.change_case(case, facts={"horizon": 2}, **acting(cast))
    case.refresh_from_db()
    with pytest.raises(ValidationError):
        actions.change_case(case, facts={"horizon": 0}, **acting(cast))
    with pytest.raises(ValueError, match="sha256"):
        actions.change_case(case, facts={"sha256": "x"}, **acting(cast))


# -- before the programmaraad ---------------------------------------------------------------------


def test_nothing_is_submitted_that_counts_nothing(cast: Cast) -> None:
    case = actions.draft_case(building.opened(cast), **acting(cast))
    building.line(case, certainty="pm", quantities=[])
    with refuses("nothing to count"):
        actions.submit_case(case, **acting(cast))


def test_a_submitted_version_stands_still_and_comes_back(cast: Cast) -> None:
    case = building.submitted_case(cast, building.opened(cast))
    assert case.sha256 == seal(case)
    assert is_intact(case)
    for act in (
        lambda: building.line(case),
        lambda: actions.change_case(case, facts={"notes": "X"}, **acting(cast)),
        lambda: actions.add_party(case, name="Rijk", **acting(cast)),
        lambda: actions.remove_line(case.lines.first(), **acting(cast)),
        lambda: actions.submit_case(case, **acting(cast)),
        lambda: actions.drop_case(case, **acting(cast)),
    ):
        with refuses("submitted to the programmaraad"):
            act()
    before = case.sha256
    actions.take_case_back(case, **acting(cast))
    assert (case.status, case.sha256) == ("draft", "")
    actions.submit_case(case, **acting(cast))
    assert case.sha256 == before  # the same words give the same seal
    actions.take_case_back(case, **acting(cast))
    building.line(case)
    assert actions.submit_case(case, **acting(cast)).sha256 != before


def test_one_version_at_a_time_lies_before_the_raad(cast: Cast) -> None:
    case = building.submitted_case(cast, building.opened(cast))
    facts = {"base_year": 2026, "price_year": 2026, "rate": case.discount_rate}
    copy = actions.copy_case(case, **facts, **acting(cast))
    with refuses("Version 1 lies before the programmaraad"):
        actions.submit_case(copy, **acting(cast))


def test_approved_is_for_ever(cast: Cast) -> None:
    case = building.submitted_case(cast, building.opened(cast))
    dropped = building.decision(cast)
    programme.drop_decision(dropped, reason="Toch niet.", **acting(cast))
    with refuses("did not agree"):
        actions.approve_case(case, decision=dropped, **acting(cast))
    decision = building.decision(cast)
    actions.approve_case(case, decision=decision, **acting(cast))
    assert (case.status, case.decision, case.approved_at) == ("approved", decision, cast.at)
    assert verbs(case)[-1] == "approve_case"
    for act in (actions.take_case_back, actions.drop_case, actions.submit_case):
        with pytest.raises(Refused):
            act(case, **acting(cast))
    assert is_intact(case)


# -- one decision approves case and phase ---------------------------------------------------------


def test_the_decision_about_the_phase_approves_the_case(cast: Cast) -> None:
    phase = building.planned_pilot(cast)
    case = building.submitted_case(cast, phase.project)
    decision = building.decision(cast)
    actions.approve_phase(phase, decision=decision, **acting(cast))
    case.refresh_from_db()
    assert (case.status, case.decision) == ("approved", decision)


def test_what_was_submitted_after_the_decision_waits(cast: Cast) -> None:
    phase = building.planned_pilot(cast)
    decision = building.decision(cast)
    case = building.submitted_case(cast, phase.project, cast.at - DAY)
    actions.approve_phase(phase, decision=decision, **acting(cast))
    case.refresh_from_db()
    assert case.status == "submitted"
    assert tasks.approve_decided_cases() == {"approved": 0}
    actions.approve_case(case, decision=decision, **acting(cast))  # somebody looked


def put_to_vote(cast: Cast, phase: Phase) -> Ballot:
    """A motion about the phase, open since two days."""
    at = cast.at - 2 * DAY
    facts = {"raad": cast.raad, "closes_at": cast.at + DAY, "rules": {}}
    ballot = actions.prepare_phase_ballot(phase, **facts, **acting(cast, at - DAY))
    programme.announce_ballot(ballot, **acting(cast, at - DAY))
    return programme.open_ballot(ballot, closes_at=ballot.closes_at, **acting(cast, at))


def close(cast: Cast, ballot: Ballot, choice: str = Vote.Choice.FOR) -> Decision:
    for letters in SEATS:
        programme.cast_vote(
            ballot,
            organisation=cast[letters],
            choice=choice,
            reason="Daarom.",
            actor=cast.people.get(f"seat_{letters}", cast.seat),
            at=cast.at,
        )
    programme.close_ballot(ballot, at=ballot.closes_at)
    ballot.refresh_from_db()
    return ballot.decision


def test_the_ballot_about_the_phase_approves_the_case_at_once(cast: Cast) -> None:
    phase = building.planned_pilot(cast)
    case = building.submitted_case(cast, phase.project, cast.at - 4 * DAY)
    ballot = put_to_vote(cast, phase)
    with refuses("votes about this now"):
        actions.take_case_back(case, **acting(cast))
    decision = close(cast, ballot)
    case.refresh_from_db()
    assert (case.status, case.decision) == ("approved", decision)
    assert tasks.approve_decided_cases() == {"approved": 0}


def test_a_rejected_ballot_approves_nothing(cast: Cast) -> None:
    phase = building.planned_pilot(cast)
    case = building.submitted_case(cast, phase.project, cast.at - 4 * DAY)
    close(cast, put_to_vote(cast, phase), Vote.Choice.AGAINST)
    case.refresh_from_db()
    assert case.status == "submitted"
    actions.take_case_back(case, **acting(cast))


def test_what_changed_while_they_voted_is_not_approved(cast: Cast) -> None:
    phase = building.planned_pilot(cast)
    ballot = put_to_vote(cast, phase)
    case = building.submitted_case(cast, phase.project, cast.at)
    close(cast, ballot)
    case.refresh_from_db()
    assert case.status == "submitted"


# -- interests, and the rate ----------------------------------------------------------------------


def test_who_gains_has_an_interest(cast: Cast) -> None:
    phase = building.planned_pilot(cast)
    case = building.drafted_case(cast, phase.project, letters="ZD EZ")
    actions.add_party(case, organisation=cast["GD"], **acting(cast))
    actions.add_party(case, organisation=cast["CH"], **acting(cast))
    facts = {"kind": "transfer", "receiver": cast["CH"].name}
    building.line(case, cast["EZ"].name, **facts)
    ballot = put_to_vote(cast, phase)
    assert interests_of(ballot) == []  # nobody reads a draft
    actions.submit_case(case, **acting(cast))
    found = {(each.organisation_id, each.kind) for each in interests_of(ballot)}
    assert found == {(cast[each].pk, "benefit") for each in ("ZD", "EZ", "CH")}


def test_a_lab_starts_with_the_rate_and_gets_it_once(cast: Cast) -> None:
    lab = LabFacts(
        host=cast["GD"].name,
        title=cast.framework.title,
        motto="",
        starts_on=cast.framework.starts_on,
        ends_on=cast.framework.ends_on,
    )
    for _twice in range(2):
        set_up_lab(lab, at=cast.at)
        rate = DiscountRate.objects.get()
        assert rate.percent == Decimal("2.25")
        assert "Werkgroep discontovoet" in rate.source


def test_the_rate_of_a_day_is_the_last_one_before_it(cast: Cast) -> None:
    actions.load_rates(at=cast.at)
    day = cast.at.date()
    later = {"percent": Decimal("1.5"), "source": "Kabinet"}
    actions.add_rate(valid_from=day + timedelta(days=10), **later, **acting(cast))
    case = actions.draft_case(building.opened(cast), **acting(cast))
    assert case.discount_rate.percent == Decimal("2.25")
    assert DiscountRate.objects.on(day + timedelta(days=10)).percent == Decimal("1.5")
    assert DiscountRate.objects.on(date(2020, 12, 31)) is None
    with refuses("already"):
        actions.add_rate(valid_from=date(2021, 1, 1), **later, **acting(cast))
    with pytest.raises(ValidationError):
        actions.add_rate(valid_from=day, percent=Decimal(101), source="X", **acting(cast))
