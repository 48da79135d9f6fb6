"""Innovation themes: every act in every state, what it writes and whom it tells."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.db import DatabaseError, transaction

from programme import actions
from programme.deadlines import closing_moment
from programme.models import Ballot, Decision, InnovationTheme, ThemeCall
from tests.programme import innovating
from tests.programme.innovating import DAY, REASON, TITLES, acting
from tests.programme.records import (
    KERNTEAM,
    PARTNER_PEOPLE,
    acts,
    changes_nothing,
    letters,
    refused,
    told,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cast import Cast

pytestmark = pytest.mark.usefixtures("english")
Status = InnovationTheme.Status
FOUR = ("GD", "ZD", "EZ", "BN")


def last(verb: str) -> Any:
    return acts(verb)[-1]


# The call


def test_a_call_is_mailed_to_everybody(cast: Cast) -> None:
    call = innovating.call_of(cast)
    assert (call.status, call.year) == ("open", cast.at.year)
    assert last("open_call").actor_id == cast.manager.pk
    assert told(cast, "call_opened") == sorted(PARTNER_PEOPLE)
    assert "Denk mee." in letters("call_opened")[0].text


def test_one_call_a_year(cast: Cast) -> None:
    innovating.call_of(cast)
    with refused("There is a call for 2026 already."):
        innovating.call_of(cast)


def test_a_call_does_not_close_in_the_past(cast: Cast) -> None:
    with refused("The deadline lies in the past."):
        innovating.call_of(cast, days=-1)


def test_a_call_closes_at_its_deadline_and_not_before(cast: Cast) -> None:
    call = innovating.call_of(cast)
    with refused("This call closes at its deadline, not earlier."):
        actions.close_call(call, at=call.closes_at - timedelta(seconds=1))
    actions.close_call(call, at=call.closes_at)
    assert (call.status, call.closed_at) == ("closed", call.closes_at)
    with refused("closed for proposals"):
        actions.close_call(call, at=call.closes_at)


@pytest.mark.parametrize("is_closed", [False, True])
def test_more_time(cast: Cast, *, is_closed: bool) -> None:
    call = innovating.call_of(cast)
    if is_closed:
        actions.close_call(call, at=call.closes_at)
    later = closing_moment((call.closes_at + 7 * DAY).date())
    with refused("Choose a later day than the one that stands now."):
        actions.extend_call(call, closes_at=call.closes_at, **acting(cast, call.opened_at))
    actions.extend_call(call, closes_at=later, **acting(cast, call.closes_at))
    assert (call.status, call.closes_at) == ("open", later)
    assert told(cast, "call_extended") == sorted(PARTNER_PEOPLE)
    assert last("reopen" if is_closed else "extend_call").facts["closes_at"] == later.isoformat()
    innovating.propose(cast, call, "Laat", at=later - timedelta(seconds=1))


def test_no_more_time_once_the_raad_has_it(cast: Cast) -> None:
    call = innovating.closed_call(cast)
    innovating.put(cast, call)
    with refused("The proposals lie with the programmaraad."):
        actions.extend_call(call, closes_at=call.closes_at + 30 * DAY, **acting(cast))


# Proposals


def test_a_partner_proposes(cast: Cast) -> None:
    call = innovating.call_of(cast)
    theme = innovating.propose(cast, call, "  Geld  en   ik ", proposed_facilitator=cast["BN"])
    assert (theme.title, theme.status, theme.proposed_by) == ("Geld en ik", "proposed", cast["FV"])
    assert theme.person == cast.contact
    assert last("propose_theme").facts == {"call": call.pk, "organisation": cast["FV"].pk}
    assert told(cast, "theme_proposed") == sorted(KERNTEAM)


def test_the_kernteam_proposes_without_a_letter_to_itself(cast: Cast) -> None:
    call = innovating.call_of(cast)
    theme = innovating.propose(cast, call, "Van ons", organisation=None, actor=cast.manager)
    assert theme.proposed_by is None
    assert letters("theme_proposed") == []


def test_two_titles_alike(cast: Cast) -> None:
    call = innovating.call_of(cast)
    innovating.propose(cast, call, "Noodbuffer")
    with refused("There is a proposal with this title already."):
        innovating.propose(cast, call, "NOODBUFFER")


def test_not_two_facilitators(cast: Cast) -> None:
    call = innovating.call_of(cast)
    with refused("not both"):
        innovating.propose(
            cast, call, "X", proposed_facilitator=cast["BN"], proposed_external="Bureau"
        )


@pytest.mark.parametrize("seconds", [0, 1])
def test_a_proposal_is_in_time_by_its_own_moment(cast: Cast, seconds: int) -> None:
    call = innovating.call_of(cast)
    innovating.propose(cast, call, "Net", at=call.closes_at - timedelta(microseconds=1))
    with refused("This call is closed. Your proposal was not kept."):
        innovating.propose(cast, call, "Laat", at=call.closes_at + timedelta(seconds=seconds))


def test_who_proposed_takes_it_back_until_the_raad_has_it(cast: Cast) -> None:
    call = innovating.call_of(cast)
    first, second = innovating.proposed(cast, call, TITLES[:2])
    actions.withdraw_theme(first, actor=cast.contact, at=cast.at)
    assert (first.status, first.withdrawn_at) == ("withdrawn", cast.at)
    assert last("withdraw").actor_id == cast.contact.pk
    with refused("withdrawn"):
        actions.withdraw_theme(first, actor=cast.contact, at=cast.at)
    again = innovating.propose(cast, call, TITLES[0])
    assert again.status == "proposed"
    innovating.propose(cast, call, TITLES[2])
    actions.close_call(call, at=call.closes_at)
    innovating.put(cast, call)
    with refused("The programmaraad has this proposal already."):
        actions.withdraw_theme(second, actor=cast.contact, at=cast.at)


def test_only_partners_that_proposed_nothing_are_reminded(cast: Cast) -> None:
    call = innovating.call_of(cast, at=cast.at)  # Wednesday 23 September, until 7 October
    assert call.closes_at.date() == date(2026, 10, 7)
    innovating.propose(cast, call, "Iets")
    early, due, late = (call.closes_at.replace(hour=11, day=day, month=10) for day in (1, 2, 6))
    assert actions.remind_proposers(early) == 0
    assert actions.remind_proposers(due) == 1
    assert told(cast, "proposal_reminder") == sorted(PARTNER_PEOPLE - {"contact", "other_director"})
    with changes_nothing():
        actions.remind_proposers(late)


# The ballot


def test_the_proposals_become_options(cast: Cast) -> None:
    call = innovating.closed_call(cast)
    gone = call.themes.get(title=TITLES[3])
    actions.withdraw_theme(gone, actor=cast.contact, at=cast.at)
    ballot = innovating.put(cast, call)
    assert (call.status, call.ballot, ballot.status) == ("ballot", ballot, "draft")
    assert ballot.method == Ballot.Method.SELECTION
    assert (ballot.choose_min, ballot.choose_max) == (3, 3)
    assert ballot.title == "Innovatiethema’s 2026"
    assert list(ballot.options.values_list("title", flat=True)) == list(TITLES[:3])
    for theme in call.themes.standing():
        assert theme.option.title == theme.title
        assert "Wat helpt?" in theme.option.text
    assert last("put_to_ballot").facts == {"status": "ballot", "themes": 3}


def test_what_stops_a_ballot(cast: Cast) -> None:
    call = innovating.call_of(cast)
    innovating.proposed(cast, call, TITLES[:2])
    facts = {"closes_at": cast.at, "rules": {}, "actor": cast.manager}
    with refused("Partners can still propose themes."):
        actions.put_themes_to_ballot(call, at=call.closes_at - DAY, **facts)
    with refused("The framework asks for at least 3 themes; 2 are proposed."):
        actions.put_themes_to_ballot(call, at=call.closes_at, **facts)
    call.year = 2031
    with refused("There is no programmaraad of this year yet."):
        actions.put_themes_to_ballot(call, at=call.closes_at, **facts)


def test_a_late_clock_does_not_stop_a_ballot_and_one_is_enough(cast: Cast) -> None:
    call = innovating.call_of(cast)
    innovating.proposed(cast, call)
    innovating.put(cast, call)
    assert call.closed_at is not None
    with refused("The programmaraad has these proposals already."):
        innovating.put(cast, call)


def test_a_ballot_of_a_call_is_not_thrown_away(cast: Cast) -> None:
    ballot = innovating.put(cast, innovating.closed_call(cast))
    with refused("This ballot belongs to a call for innovation themes, so it stays."):
        actions.discard_ballot(ballot, **acting(cast))


def test_the_raad_chooses_three(cast: Cast) -> None:
    themes = innovating.chosen(cast)
    call = ThemeCall.objects.get()
    decision = Decision.objects.get()
    assert [theme.title for theme in themes] == list(TITLES[:3])
    assert {theme.decision for theme in themes} == {decision}
    assert {theme.status for theme in themes} == {"selected"}
    assert call.themes.get(title=TITLES[3]).status == "proposed"
    assert (call.status, call.decided_at) == ("decided", call.ballot.closes_at)
    assert len(acts("select")) == 3
    assert told(cast, "themes_selected") == sorted(PARTNER_PEOPLE | KERNTEAM)
    text = letters("themes_selected")[0].text
    assert TITLES[0] in text
    assert TITLES[3] not in text


def test_a_second_round_takes_the_tied_along(cast: Cast) -> None:
    call = innovating.closed_call(cast, (*TITLES, "Scheiding"))
    first = innovating.opened(cast, innovating.put(cast, call), call.closes_at + DAY)
    a, b, c, d, e = (*TITLES, "Scheiding")
    papers = {
        "GD": (a, b, c, d),
        "ZD": (a, b, c, e),
        "EZ": (a, b, d, e),
        "BN": (a, c, d, e),
        "CH": (b, c, d, e),
        "VH": (a, b, c),
    }
    innovating.approve(cast, first, papers)
    call.refresh_from_db()
    second = call.ballot
    assert (call.status, second.round) == ("ballot", 2)
    safe = call.themes.filter(status="selected").values_list("title", flat=True)
    assert sorted(safe) == sorted([a, b, c])
    for title in (d, e):
        assert call.themes.get(title=title).option.ballot == second
    innovating.opened(cast, second, first.closes_at + DAY)
    innovating.approve(cast, second, {"GD": (d,), "ZD": (e,), "EZ": (d,), "BN": (d,)})
    call.refresh_from_db()
    assert call.status == "decided"
    assert call.themes.filter(status="selected").count() == 4
    assert call.themes.get(title=d).decision == second.decision
    assert call.themes.get(title=a).decision == first.decision
    assert len(letters("themes_selected")) == 2 * len(PARTNER_PEOPLE | KERNTEAM)


def test_a_rejected_selection_goes_back_to_the_kernteam(cast: Cast) -> None:
    call = innovating.closed_call(cast)
    ballot = innovating.opened(
        cast, innovating.put(cast, call, tie_rule="rejected"), call.closes_at + DAY
    )
    innovating.approve(cast, ballot, dict.fromkeys(FOUR, (TITLES[0],)))
    call.refresh_from_db()
    assert (ballot.outcome, call.status) == ("rejected", "closed")
    assert letters("themes_selected") == []
    again = actions.put_themes_to_ballot(
        call, closes_at=cast.at + 7 * DAY, rules={}, **acting(cast)
    )
    assert call.ballot == again
    assert call.themes.first().option.ballot == again


def test_twice_no_quorum_goes_to_a_meeting(cast: Cast) -> None:
    call = innovating.closed_call(cast)
    at = call.closes_at + DAY
    first = innovating.opened(cast, innovating.put(cast, call), at)
    themes = list(call.themes.order_by("pk"))
    decision = Decision.objects.create(
        raad=cast.raad,
        year=2026,
        sequence=Decision.objects.count() + 1,
        origin="meeting",
        title="Vergadering",
        text="T.",
        taken_at=cast.at,
    )
    facts = {"decision": decision, **acting(cast)}
    with refused("The programmaraad decides about this by ballot."):
        actions.select_in_meeting(call, themes=themes[:3], **facts)
    innovating.approve(cast, first, {"GD": (TITLES[0],)})
    call.refresh_from_db()
    second = innovating.opened(cast, call.ballot, first.closes_at + DAY)
    innovating.approve(cast, second, {"GD": (TITLES[0],)})
    call.refresh_from_db()
    assert call.status == "ballot"
    assert call.ballot.goes_to_meeting
    actions.select_in_meeting(call, themes=themes[:3], **facts)
    assert call.status == "decided"
    assert call.themes.filter(status="selected", decision=decision).count() == 3
    assert told(cast, "themes_selected") == sorted(PARTNER_PEOPLE | KERNTEAM)
    with refused("The programmaraad decides about this by ballot."):
        actions.select_in_meeting(call, themes=[], **facts)


# What becomes of it


def explore(theme: InnovationTheme, cast: Cast) -> Any:
    return actions.explore_theme(theme, exploring_on=cast.at.date(), **acting(cast))


def work_out(theme: InnovationTheme, cast: Cast) -> Any:
    return innovating.work_out(cast, theme, at=cast.at)


def deliver(theme: InnovationTheme, cast: Cast) -> Any:
    facts = {"result": "Het werkt.", "delivered_on": cast.at.date()}
    return actions.deliver_theme(theme, **facts, **acting(cast))


def stop(theme: InnovationTheme, cast: Cast) -> Any:
    facts = {"reason": REASON, "stopped_on": cast.at.date()}
    return actions.stop_theme(theme, **facts, **acting(cast))


def withdraw(theme: InnovationTheme, cast: Cast) -> Any:
    return actions.withdraw_theme(theme, actor=cast.contact, at=cast.at)


def write(theme: InnovationTheme, cast: Cast) -> Any:
    return actions.write_note(theme, kind="step", text="Gedaan.", actor=cast.manager, at=cast.at)


def add(theme: InnovationTheme, cast: Cast) -> Any:
    facts = {"organisation": cast["GD"], "from_on": cast.at.date()}
    return actions.add_facilitator(theme, **facts, **acting(cast))


def theme_in(cast: Cast, state: str) -> InnovationTheme:
    """A theme in this state, reached by the acts that lead to it."""
    if state in {"proposed", "withdrawn"}:
        theme = innovating.propose(cast, innovating.call_of(cast), "Idee")
        return withdraw(theme, cast) if state == "withdrawn" else theme
    made: dict[str, Callable[[Cast], InnovationTheme]] = {
        "selected": lambda c: innovating.chosen(c)[0],
        "exploring": innovating.exploring,
        "working_out": innovating.working_out,
        "delivered": lambda c: deliver(innovating.working_out(c), c),
        "stopped": lambda c: stop(innovating.exploring(c), c),
    }
    return made[state](cast)


ALLOWED = {
    withdraw: {"proposed"},
    explore: {"selected"},
    work_out: {"exploring"},
    deliver: {"working_out"},
    stop: {"selected", "exploring", "working_out"},
    write: {"exploring", "working_out"},
    add: {"selected", "exploring", "working_out"},
}


@pytest.mark.parametrize("state", list(Status))
def test_every_act_in_every_state(cast: Cast, state: str) -> None:
    theme = theme_in(cast, state)
    assert theme.status == state
    for act, states in ALLOWED.items():
        if state in states:
            with transaction.atomic():
                act(theme, cast)
                transaction.set_rollback(True)
            theme.refresh_from_db()
        else:
            with refused("."):
                act(theme, cast)


def test_from_chosen_to_delivered(cast: Cast) -> None:
    theme = innovating.working_out(cast)
    assert theme.exploring_on == date(2026, 9, 3)
    assert theme.result_due_on == date(2027, 9, 3)
    deliver(theme, cast)
    assert (theme.status, theme.result) == ("delivered", "Het werkt.")
    assert [entry.verb for entry in acts("explore", "work_out", "deliver")] == [
        *("explore", "work_out", "deliver")
    ]
    assert told(cast, "theme_delivered") == sorted(PARTNER_PEOPLE | KERNTEAM)


def test_stopping_tells_all_partners_and_who_guided_it(cast: Cast) -> None:
    theme = innovating.exploring(cast)
    innovating.guide(cast, theme)
    stop(theme, cast)
    assert (theme.status, theme.stop_reason) == ("stopped", REASON)
    assert told(cast, "theme_stopped") == sorted(PARTNER_PEOPLE | KERNTEAM | {"Iris Buiten"})
    assert REASON in letters("theme_stopped")[0].text


def test_words_that_are_needed(cast: Cast) -> None:
    theme = innovating.working_out(cast)
    day = cast.at.date()
    with refused("Say in a few words what the result is."):
        actions.deliver_theme(theme, result=" ", delivered_on=day, **acting(cast))
    with refused("Say in a few words why it stops."):
        actions.stop_theme(theme, reason=" ", stopped_on=day, **acting(cast))
    with refused("Write down what happened"):
        actions.write_note(theme, kind="step", text=" ", actor=cast.manager, at=cast.at)


def test_days_have_an_order(cast: Cast) -> None:
    theme = innovating.exploring(cast)
    tomorrow, before = (cast.at + DAY).date(), theme.exploring_on - DAY
    facts = {"result_kind": "prototype", **acting(cast)}
    with refused("This day has not come yet."):
        actions.work_out_theme(theme, working_out_on=tomorrow, **facts)
    with refused("That is before 03-09-2026"):
        actions.work_out_theme(theme, working_out_on=before, **facts)
    with refused("That is before 03-09-2026"):
        actions.stop_theme(theme, reason=REASON, stopped_on=before, **acting(cast))


# The database


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Anders"},
        {"exploring_on": date(2026, 1, 1)},
        {"status": "delivered"},
        {"status": "proposed"},
        {"decision": None},
    ],
)
def test_what_was_written_stays(cast: Cast, change: dict[str, Any]) -> None:
    theme = innovating.exploring(cast)
    with pytest.raises(DatabaseError), transaction.atomic():
        InnovationTheme.objects.filter(pk=theme.pk).update(**change)
    with pytest.raises(DatabaseError), transaction.atomic():
        InnovationTheme.objects.filter(pk=theme.pk)._raw_delete(using="default")


def test_nothing_is_chosen_by_hand(cast: Cast) -> None:
    themes = innovating.chosen(cast)
    other = InnovationTheme.objects.get(title=TITLES[3])
    facts = {"selected_at": cast.at, "decision": themes[0].decision, "status": "selected"}
    with pytest.raises(DatabaseError, match="did not choose it"), transaction.atomic():
        InnovationTheme.objects.filter(pk=other.pk).update(**facts)
    with pytest.raises(DatabaseError, match="stays as it is"), transaction.atomic():
        ThemeCall.objects.update(status="closed")


def test_no_proposal_after_the_deadline_by_any_way(cast: Cast) -> None:
    call = innovating.closed_call(cast)
    theme = call.themes.first()
    theme.pk, theme.title = None, "Anders"
    with pytest.raises(DatabaseError, match="takes no proposal"), transaction.atomic():
        theme.save(force_insert=True)
