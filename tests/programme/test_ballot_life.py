"""The life of a ballot, whatever happens in it and in whatever order.

A machine does what people do: prepare, disclose, announce, open, vote, vote again, step aside,
leave the network, close too early, close. Beside it stands a plain model of what must be true.
`BALLOT_LIVES=500` lives more lives.
"""

from __future__ import annotations

import os
from collections import defaultdict
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from partners import actions as partners
from programme import actions, recount, tally
from programme.deadlines import closing_moment
from programme.models import Ballot, Decision, Recusal
from programme.resources.ballots import export_ballot
from programme.verification import faults_of
from schuldenlab.lifecycle import Refused
from tests.programme.test_selection import by_hand

if TYPE_CHECKING:
    from tests.cast import Cast

LIVES = int(os.environ.get("BALLOT_LIVES", "6"))
SEATS = ("GD", "ZD", "EZ", "BN", "CH", "VH")
OPTIONS = "ABCD"
CLOSES = closing_moment(date(2026, 10, 7))
letters = st.sampled_from(SEATS)


class BallotLife(RuleBasedStateMachine):
    """One ballot and the rounds after it."""

    cast: Cast

    def __init__(self) -> None:
        super().__init__()
        self.block = transaction.atomic()
        self.block.__enter__()
        self.at: datetime = self.cast.at
        self.said: dict[str, Any] = {}
        self.aside: defaultdict[str, set[str]] = defaultdict(set)
        self.gone: set[str] = set()
        self.paid: list[tuple[str, str]] = []

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.block.__exit__(None, None, None)

    # -- what people do ---------------------------------------------------------------------------

    @initialize(data=st.data())
    def prepare(self, data: st.DataObject) -> None:
        facts = {
            "title": "Keuze",
            "question": "Wat kiest u?",
            "text": "Kies.",
            "closes_at": CLOSES,
            "rules": {"tie_rule": data.draw(st.sampled_from(["rejected", "second_round"]))},
            "actor": self.cast.manager,
            "at": self.at,
        }
        if data.draw(st.booleans(), label="selection"):
            most = data.draw(st.integers(1, 3))
            places = (data.draw(st.integers(0, most)), most)
            options = [(each, "") for each in OPTIONS]
            self.ballot = actions.prepare_selection(
                self.cast.raad, options=options, places=places, **facts
            )
        else:
            facts["rules"]["base"] = data.draw(st.sampled_from(["for_against", "cast", "entitled"]))
            self.ballot = actions.prepare_motion(self.cast.raad, **facts)

    @precondition(lambda self: self.ballot.status == "draft" and self.ballot.round == 1)
    @rule(who=letters, option=st.sampled_from(OPTIONS))
    def disclose(self, who: str, option: str) -> None:
        about = self.option(option) if self.ballot.is_selection else None
        where = option if about else ""
        if (who, where) in self.paid:
            return
        actions.disclose_interest(
            self.ballot,
            organisation=self.cast[who],
            kind="paid",
            text="",
            option=about,
            actor=self.cast.manager,
            at=self.at,
        )
        self.paid.append((who, where))

    @precondition(lambda self: self.ballot.status == "draft")
    @rule()
    def open(self) -> None:
        if self.ballot.announced_at is None and self.ballot.round == 1:
            actions.announce_ballot(self.ballot, actor=self.cast.manager, at=self.at)
        closes_at = closing_moment((self.at + timedelta(days=14)).date())
        actions.open_ballot(self.ballot, closes_at=closes_at, actor=self.cast.manager, at=self.at)
        self.read_aside()

    @precondition(lambda self: self.ballot.status == "open")
    @rule(who=letters, paper=st.sets(st.sampled_from(OPTIONS), max_size=3), yes=st.booleans())
    def vote(self, who: str, paper: set[str], yes: bool) -> None:
        self.at += timedelta(minutes=1)
        options = dict(self.ballot.options.values_list("title", "pk"))
        paper = {each for each in paper if each in options and who not in self.aside[each]}
        paper = set(sorted(paper)[: self.ballot.choose_max or 1])
        choice = "for" if yes else "against"
        if self.ballot.is_selection:
            choice = "approve" if paper else "abstain"
        titles = [*options] or [""]
        is_out = who in self.gone or all(who in self.aside[each] for each in titles)
        try:
            actions.cast_vote(
                self.ballot,
                organisation=self.cast[who],
                choice=choice,
                approves=[options[each] for each in paper],
                reason="",
                actor=self.cast.people.get(f"seat_{who}", self.cast.seat),
                at=self.at,
            )
        except Refused:
            assert is_out
        else:
            assert not is_out
            self.said[who] = paper if self.ballot.is_selection else choice

    @precondition(lambda self: self.ballot.status == "open")
    @rule(who=letters, option=st.sampled_from(OPTIONS))
    def step_aside(self, who: str, option: str) -> None:
        titles = list(self.ballot.options.values_list("title", flat=True))
        if titles and option not in titles:
            return
        where = option if titles else ""
        left = {each for each in SEATS if each not in self.gone} - self.aside[where] - {who}
        is_there = self.recusals(who, where).exists()
        try:
            actions.recuse_seat(
                self.ballot,
                organisation=self.cast[who],
                option=self.option(option) if titles else None,
                reason="",
                actor=self.cast.people.get(f"seat_{who}", self.cast.seat),
                at=self.at,
            )
        except Refused:
            assert is_there or who in self.gone or len(left) < tally.FEWEST_SEATS
        else:
            assert not is_there
            self.aside[where].add(who)

    @precondition(lambda self: self.ballot.status == "open" and len(self.gone) < 2)
    @rule(who=st.sampled_from(["VH", "CH"]))
    def leave(self, who: str) -> None:
        if who not in self.gone:
            partners.end_partnership(
                self.cast[who].partnerships.get(),
                left_on=self.at.date(),
                actor=self.cast.manager,
                at=self.at,
            )
            self.gone.add(who)

    @precondition(lambda self: self.ballot.status == "open")
    @rule()
    def close_too_early(self) -> None:
        try:
            with transaction.atomic():
                actions.close_ballot(
                    self.ballot, at=self.ballot.closes_at - timedelta(microseconds=1)
                )
        except Refused:
            self.ballot.refresh_from_db()
        else:
            raise AssertionError("closed before its deadline")

    @precondition(lambda self: self.ballot.status == "open")
    @rule()
    def close(self) -> None:
        ballot = self.ballot
        self.at = ballot.closes_at
        actions.close_ballot(ballot, at=self.at)
        self.agrees(ballot)
        following = Ballot.objects.filter(previous=ballot).first()
        is_undecided = ballot.outcome in {"second_round", "no_quorum"}
        assert (following is not None) == (is_undecided and not ballot.goes_to_meeting)
        assert ballot.round <= 3, "one second round, one repeat, and then a meeting"
        assert Decision.objects.filter(ballot=ballot).count() <= 1
        if following is not None:
            self.ballot, self.said = following, {}
            self.at += timedelta(days=1)

    @precondition(lambda self: self.ballot.status == "closed")
    @rule(who=letters)
    def vote_too_late(self, who: str) -> None:
        before = self.ballot.votes.count()
        try:
            actions.cast_vote(
                self.ballot,
                organisation=self.cast[who],
                choice="abstain",
                reason="",
                actor=self.cast.seat,
                at=self.ballot.closes_at - timedelta(minutes=1),
            )
        except Refused:
            assert self.ballot.votes.count() == before
        else:
            raise AssertionError("voted in a closed ballot")

    # -- what must be true ------------------------------------------------------------------------

    @invariant()
    def nothing_is_wrong(self) -> None:
        if self.ballot.status != "draft":
            assert faults_of(self.ballot) == []

    @invariant()
    def every_vote_is_there(self) -> None:
        if self.ballot.status == "open":
            voted = self.ballot.votes.values_list("entitlement__organisation", flat=True).distinct()
            assert set(voted) == {self.cast[each].pk for each in self.said}

    def agrees(self, ballot: Ballot) -> None:
        """The result is that of the plain model, and of the file of an outsider."""
        counted = recount.recount(export_ballot(ballot))
        assert counted["outcome"] == ballot.outcome
        assert counted["chosen"] == [str(key) for key in ballot.counts.get("chosen", ())]
        seats = [each for each in SEATS if each not in self.gone]
        if ballot.is_selection:
            titles = list(ballot.options.order_by("position").values_list("title", flat=True))
            said = {who: paper for who, paper in self.said.items() if who in seats}
            outcome, chosen, _again = by_hand(
                ballot.selection_rules, seats, titles, self.aside, said
            )
            keys = dict(ballot.options.values_list("pk", "title"))
            assert str(outcome) == ballot.outcome
            assert {keys[key] for key in ballot.counts["chosen"]} == chosen
            assert len(chosen) <= (ballot.choose_max or 0)
        else:
            table = [each for each in seats if each not in self.aside[""]]
            choices = [self.said[each] for each in table if each in self.said]
            count = tally.count_motion(
                ballot.rules, len(table), [tally.Choice(each) for each in choices]
            )
            assert str(count.outcome) == ballot.outcome

    # -- reading ----------------------------------------------------------------------------------

    def option(self, title: str) -> Any:
        return self.ballot.options.get(title=title)

    def recusals(self, who: str, where: str) -> Any:
        rows = Recusal.objects.filter(ballot=self.ballot, organisation=self.cast[who])
        return rows.filter(option__title=where) if where else rows

    def read_aside(self) -> None:
        """Who stepped aside when it opened: paid, or taken along from an earlier round."""
        by_key = {self.cast[each].pk: each for each in SEATS}
        self.aside.clear()
        rows = self.ballot.recusals.effective().values_list("organisation_id", "option__title")
        for organisation, title in rows:
            self.aside[title or ""].add(by_key[organisation])
        out = {who for who, where in self.paid if not where}
        if not self.ballot.is_selection and len(set(SEATS) - self.gone - out) < tally.FEWEST_SEATS:
            assert not self.ballot.recusals.effective().filter(ground="paid").exists()


def test_whatever_happens_in_its_life(cast: Cast) -> None:
    BallotLife.cast = cast
    run_state_machine_as_test(
        BallotLife,
        settings=settings(
            max_examples=LIVES,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
