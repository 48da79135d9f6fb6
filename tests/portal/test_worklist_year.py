"""What waits about partners, the kernteam, the raad, the programme and the themes of a year."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse

from partners import actions as partners
from partners.models import KernteamMember, Organisation, Review, Signature
from partners.querysets import months_before
from programme import actions
from programme.models import InnovationTheme, Programme
from schuldenlab.outbox.models import Letter
from schuldenlab.portal.worklist import worklist_of
from tests.cast import SEATS, ZONE
from tests.house.world import adopt, open_motion, put_to_ballot, write
from tests.programme import innovating

from .waiting import waiting

if TYPE_CHECKING:
    from schuldenlab.portal.worklist import Due
    from tests.cast import Cast

pytestmark = pytest.mark.usefixtures("english")
DAY = timedelta(days=1)
PATIENCE = 60 * DAY


def one(at: datetime, kind: str) -> Due:
    [found] = waiting(at, kind)
    return found


def acting(cast: Cast) -> dict[str, Any]:
    return {"actor": cast.manager, "at": cast.at}


# -- partners ------------------------------------------------------------------------------------


def test_who_did_not_sign_has_sixty_days(cast: Cast) -> None:
    unsigned = 7 - Signature.objects.holding().filter(framework=cast.framework).count()
    assert unsigned > 1
    due = one(cast.at, "signed")
    assert due.title == f"Ask {unsigned} partners to sign the framework"
    assert due.measure == "signed"
    assert due.due_on == max(date(2024, 1, 6), cast.framework.starts_on) + PATIENCE


def test_who_is_no_ambassador(cast: Cast) -> None:
    theme = partners.add_theme(name="Wonen", **acting(cast))
    facts = {"theme": theme, "from_on": cast.at.date(), **acting(cast)}
    for letters in SEATS:
        partners.become_ambassador(cast[letters], **facts)
    due = one(cast.at, "ambassadors")
    assert due.title == "Find a theme for Fonds Vlietland"
    partners.become_ambassador(cast["FV"], **facts)
    assert waiting(cast.at, "ambassadors") == []


def test_who_did_not_choose_how_to_take_part(cast: Cast) -> None:
    assert waiting(cast.at, "involvement") == []
    assert waiting(datetime(2027, 2, 28, 12, tzinfo=ZONE), "involvement") == []
    march = datetime(2027, 3, 1, 12, tzinfo=ZONE)
    due = one(march, "involvement")
    assert due.title == "Ask 7 partners how they want to take part"
    assert due.due_on == date(2027, 3, 31)
    assert due.url == reverse("partners:involvement-year", args=[2027])
    for letters in SEATS:
        partners.choose_involvement(
            cast[letters],
            year=2027,
            forms=["follow"],
            chosen_on=march.date(),
            actor=cast.director,
            at=march,
        )
    assert one(march, "involvement").title == "Ask Fonds Vlietland how it wants to take part"


def test_silent_partners_and_those_that_do_not_commit_now(cast: Cast) -> None:
    assert waiting(cast.at, "commitments", "commitments-not-now") == []
    programme = adopt(cast, cast.at - 9 * DAY)
    silent = one(cast.at, "commitments")
    assert silent.title == "Call 7 partners about the programme"
    assert silent.url == reverse("programme:commitment-list", args=[2026])
    actions.give_commitment(
        programme,
        organisation=cast["FV"],
        answer="not_now",
        reason="Volgend jaar.",
        actor=cast.other_director,
        at=cast.at,
    )
    assert one(cast.at, "commitments").title == "Call 6 partners about the programme"
    not_now = one(cast.at, "commitments-not-now")
    assert "Fonds Vlietland" in not_now.title
    assert not_now.due_on is None, "it gave its answer"


def test_requests_to_sign(cast: Cast) -> None:
    assert waiting(cast.at, "signing-requests") == []
    asked = [
        partners.ask_signing(person.mandates.get(), actor=None, at=cast.at)
        for person in (cast.substitute, cast.contact)
    ]
    assert one(cast.at, "signing-requests").title == "Answer 2 requests to sign"
    partners.confirm_signing(asked[0], **acting(cast))
    assert one(cast.at, "signing-requests").title.endswith("may sign")
    partners.decline_signing(asked[1], answer="No letter.", **acting(cast))
    assert waiting(cast.at, "signing-requests") == []


def test_a_review_is_due_a_year_after_the_last_one(cast: Cast) -> None:
    assert waiting(cast.at, "reviews") == []
    last = Review.objects.filter(organisation=cast["FV"]).latest("reviewed_at").reviewed_at
    for letters in SEATS:
        partners.confirm_review(cast[letters], actor=None, at=cast.at)
    near = last + 340 * DAY
    due = one(near, "reviews")
    assert due.title == "Ask Fonds Vlietland to look at its facts"
    assert due.due_on == months_before(last.date(), -12)
    assert due.url.endswith("?unseen=on")
    assert [each.name for each in Organisation.objects.looked_for(near.date(), unseen=True)] == [
        "Fonds Vlietland"
    ]
    late = one(near + 60 * DAY, "reviews")
    assert (late.key, late.due_on) == (due.key, due.due_on)


# -- kernteam ------------------------------------------------------------------------------------


def test_an_open_place_is_filled_within_sixty_days(cast: Cast) -> None:
    """The cast has one of the three."""
    due = one(cast.at, "kernteam")
    assert due.key == "kernteam:staff"
    assert due.title == "Find people for the 2 open places in the kernteam"
    assert due.due_on == cast.framework.starts_on + PATIENCE


def filled(cast: Cast) -> KernteamMember:
    """All places have somebody since long ago."""
    first = date(2024, 1, 6)
    for who in ("outsider", "former"):
        KernteamMember.objects.create(
            person=getattr(cast, who), role="staff", from_on=first, recorded_at=cast.at
        )
    assert waiting(cast.at, "kernteam", "kernteam-next") == []
    return KernteamMember.objects.get(person=cast.outsider)


def test_somebody_who_leaves_is_followed(cast: Cast) -> None:
    term = filled(cast)
    last = cast.at.date() + 20 * DAY
    partners.end_kernteam_term(term, until_on=last, **acting(cast))
    assert one(cast.at, "kernteam-next").due_on == last
    gone = cast.at + 30 * DAY
    assert waiting(gone, "kernteam-next") == []
    assert one(gone, "kernteam").due_on == last + DAY + PATIENCE
    KernteamMember.objects.create(
        person=cast.contact, role="staff", from_on=gone.date() + 9 * DAY, recorded_at=cast.at
    )
    assert waiting(gone, "kernteam") == [], "somebody begins in time"


def test_letters_that_failed(cast: Cast) -> None:
    partners.ask_signing(cast.substitute.mandates.get(), actor=None, at=cast.at)
    assert waiting(cast.at, "letters-lost") == []
    Letter.objects.filter(pk=Letter.objects.latest("pk").pk).update(status="failed", at=cast.at)
    assert one(cast.at, "letters-lost").title.startswith("Look at 1 letter")


# -- the raad ------------------------------------------------------------------------------------


def test_a_raad_is_proposed_and_installed_before_the_end_of_january(cast: Cast) -> None:
    due = one(cast.at, "raad-propose")
    assert (due.url, due.due_on) == ("/programmaraad/2027/voorstel/", date(2027, 1, 31))
    raad = actions.propose_raad(
        2027,
        framework=cast.framework,
        organisations=[cast[letters] for letters in SEATS],
        actor=None,
        at=cast.at,
    )
    assert waiting(cast.at, "raad-propose") == []
    early = one(cast.at, "raad-install")
    assert early.url == raad.get_absolute_url()
    late = one(cast.at + 30 * DAY, "raad-install")
    assert late.url == reverse("programme:raad-install", args=[2027])
    august = datetime(2026, 8, 31, 23, 59, tzinfo=ZONE)
    assert waiting(august, "raad-propose", "raad-install") == []


def test_an_open_seat_presses_once_there_are_too_few(cast: Cast) -> None:
    assert waiting(cast.at, "seats") == []
    for number, letters in enumerate(("VH", "CH")):
        seat = cast.seat_of(letters)
        actions.end_seat(seat, reason="Weg.", **acting(cast))
        due = one(cast.at + DAY, "seats")
        assert due.title.startswith(f"Fill {number + 1} open seat")
        assert due.due_on == (cast.at.date() + DAY + PATIENCE if number else None)


def test_a_raad_whose_year_is_over(cast: Cast) -> None:
    assert waiting(cast.at, "raad-dissolve") == []
    due = one(datetime(2027, 1, 2, 9, tzinfo=ZONE), "raad-dissolve")
    assert due.url == reverse("programme:raad-dissolve", args=[2026])


# -- programme -----------------------------------------------------------------------------------


def step(cast: Cast) -> tuple[str, str]:
    [due] = [each for each in waiting(cast.at, "programme") if "2026" in each.title]
    assert due.due_on == date(2026, 1, 31)
    assert due.measure == "programme_adopted"
    return due.button, due.url


def test_the_programme_step_by_step(cast: Cast) -> None:
    page = reverse("programme:programme-detail", args=[2026])
    assert step(cast) == ("Write the programme", "/programma/2026/schrijven/")
    programme = write(cast, 2026, cast.at - 9 * DAY)
    assert step(cast) == ("Go on with the programme", page)
    actions.submit_programme(programme, actor=None, at=cast.at - 9 * DAY)
    ballot_page = reverse("programme:programme-ballot", args=[2026])
    assert step(cast) == ("Make the ballot", ballot_page)
    known = {"closes_at": cast.at - DAY, "actor": None, "at": cast.at - 9 * DAY}
    ballot = actions.prepare_programme_ballot(programme, rules={}, **known)
    assert step(cast) == ("Show the ballot", ballot.get_absolute_url())
    actions.announce_ballot(ballot, actor=None, at=cast.at - 9 * DAY)
    assert step(cast) == ("Open the ballot", reverse("programme:ballot-open", args=[ballot.pk]))
    actions.open_ballot(ballot, **known)
    assert step(cast)[0] == "See who has voted"
    actions.close_ballot(ballot, at=cast.at - DAY)
    again = ballot.following
    assert step(cast) == ("Open the ballot", reverse("programme:ballot-open", args=[again.pk]))
    assert waiting(cast.at, "ballot-draft") == [], "it stands there once"


def test_an_adopted_programme_waits_for_nothing(cast: Cast) -> None:
    adopt(cast, cast.at - DAY)
    assert [due for due in waiting(cast.at, "programme") if "2026" in due.title] == []
    assert Programme.objects.get().status == "adopted"


# -- ballots -------------------------------------------------------------------------------------


def test_who_has_not_voted(today: Cast) -> None:
    motion = open_motion(today, today.at, today.at + 5 * DAY)
    due = one(today.at, "ballot-open")
    assert due.text.startswith("6 seats have not voted")
    assert due.due_on == (today.at + 5 * DAY).date()
    assert due.url == motion.get_absolute_url()
    assert waiting(today.at + 6 * DAY, "ballot-open") == []


def test_the_ballot_on_the_programme_stands_with_the_programme_only(today: Cast) -> None:
    programme = write(today, 2026, today.at)
    ballot = put_to_ballot(today, programme, today.at, today.at + DAY)
    assert waiting(today.at, "ballot-open") == []
    open_motion(today, today.at, today.at + 5 * DAY)
    votes = [each.url for each in worklist_of(today.at) if "/stemmingen/" in each.url]
    assert ballot.get_absolute_url() in votes
    assert len(votes) == len(set(votes)) == 2, "one vote is followed in one place"


# -- themes --------------------------------------------------------------------------------------


def test_a_call_of_this_year_and_the_next(cast: Cast) -> None:
    first, second = waiting(cast.at, "call-open")
    assert (first.due_on, second.due_on) == (date(2026, 3, 31), date(2027, 3, 31))
    assert first.measure == "innovation_themes"


def test_a_theme_without_a_facilitator_and_with_a_result_that_comes_due(cast: Cast) -> None:
    theme = innovating.exploring(cast)
    theme.facilitators.update(until_on=cast.at.date() - DAY)
    due = one(cast.at, "theme-guide")
    assert due.url == reverse("programme:facilitator-add", args=[theme.pk])
    assert due.measure == "themes_facilitated"
    assert theme.exploring_on is not None
    assert theme.result_due_on is not None
    ends = datetime.combine(theme.result_due_on, datetime.min.time(), tzinfo=ZONE)
    assert waiting(ends - 61 * DAY, "theme-result") == []
    result = one(ends - 60 * DAY + timedelta(hours=9), "theme-result")
    assert (result.due_on, result.measure) == (theme.result_due_on, "theme_results")


def test_too_many_that_stopped(cast: Cast) -> None:
    theme = innovating.exploring(cast)
    assert waiting(cast.at, "themes-stopped") == []
    InnovationTheme.objects.filter(pk=theme.pk).update(
        status="stopped", stopped_on=cast.at.date(), stopped_at=cast.at, stop_reason="Klaar."
    )
    assert one(cast.at, "themes-stopped").measure == "theme_results"
