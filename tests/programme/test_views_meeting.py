"""The pages of a raad's meetings: who sees what, and nothing that is not theirs."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from events.models import AgendaItem, Meeting
from programme import actions
from programme.models import Ballot, Dispute, HandOver, PackVersion, Vote
from tests.cast import login
from tests.programme.meetings import motion, open_in_meeting, put_point, said
from tests.programme.pages import text_of

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = pytest.mark.django_db
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


def page(person: Any, name: str, *args: Any) -> Any:
    return login(Client(), person).get(reverse(f"programme:{name}", args=args))


def post(person: Any, name: str, *args: Any, **facts: Any) -> Any:
    return login(Client(), person).post(reverse(f"programme:{name}", args=args), facts)


@pytest.fixture
def coming(cast_now: Cast) -> Meeting:
    """A meeting that comes, with a point that says something secret."""
    meeting = actions.plan_raad_meeting(
        cast_now.raad,
        starts_at=cast_now.at + 6 * HOUR,
        subject="Overleg",
        actor=cast_now.manager,
        at=cast_now.at,
    )
    put_point(cast_now, "Geheim onderwerp")
    return meeting


@pytest.fixture
def held(cast_now: Cast) -> Ballot:
    """A ballot in a meeting that has begun a minute ago."""
    before = cast_now.at - timedelta(days=3)
    meeting = actions.plan_raad_meeting(
        cast_now.raad, starts_at=cast_now.at - MINUTE, actor=cast_now.manager, at=before
    )
    return open_in_meeting(cast_now, meeting, before, motion(cast_now, before))


@pytest.mark.parametrize("role", ["contact", "director", "other_director"])
def test_partners_without_a_seat_do_not_see_the_papers(
    cast_now: Cast, coming: Meeting, role: str
) -> None:
    pack = actions.send_pack(coming, actor=cast_now.manager, at=cast_now.at)
    person = getattr(cast_now, role)
    for name, arg, code in (
        ("raad-meeting", coming.pk, 403),
        ("raad-meetings", cast_now.raad.year, 403),
        ("pack-file", pack.pk, 404),
    ):
        answer = page(person, name, arg)
        assert answer.status_code == code
        assert "Geheim" not in answer.content.decode()
    calendar = login(Client(), person).get(coming.get_absolute_url())
    assert "Geheim" not in text_of(calendar)
    assert reverse("programme:raad-meeting", args=[coming.pk]) not in text_of(calendar)


@pytest.mark.parametrize("role", ["seat", "substitute", "manager"])
def test_the_raad_reads_agenda_papers_and_the_hash(
    cast_now: Cast, coming: Meeting, role: str
) -> None:
    put_point(cast_now, "Motie", ballot=motion(cast_now))
    pack = actions.send_pack(coming, actor=cast_now.manager, at=cast_now.at)
    html = text_of(page(getattr(cast_now, role), "raad-meeting", coming.pk))
    for words in ("Geheim onderwerp", "Wij doen dit.", pack.document.sha256):
        assert words in html
    file = page(getattr(cast_now, role), "pack-file", pack.pk)
    assert b"".join(file.streaming_content).startswith(b"%PDF")
    assert file["Content-Disposition"].startswith("attachment")


def test_the_kernteam_plans_fills_orders_and_sends(cast_now: Cast, coming: Meeting) -> None:
    who, url = cast_now.manager, coming.pk
    post(who, "point-add", url, title="Voortgang", kind="inform", is_progress="on")
    first, second = coming.points.standing()
    assert second.is_progress
    order = {f"place_{first.pk}": 2, f"place_{second.pk}": 1}
    assert post(who, "agenda-order", url, **order).status_code == 302
    assert list(coming.points.standing()) == [second, first]
    upload = SimpleUploadedFile("../stuk.pdf", b"%PDF-1.7 x")
    assert post(who, "point-paper", first.pk, file=upload).status_code == 302
    wrong = SimpleUploadedFile("stuk.pdf", b"geen pdf")
    assert post(who, "point-paper", first.pk, file=wrong).status_code == 422
    paper = first.documents.get()
    file = page(cast_now.seat, "agenda-file", paper.pk)
    assert b"".join(file.streaming_content) == b"%PDF-1.7 x"
    assert page(cast_now.contact, "agenda-file", paper.pk).status_code == 404
    assert post(who, "pack-send", url).status_code == 302
    assert post(who, "pack-send", url).status_code == 422
    assert post(who, "pack-send", url, changed="Een punt erbij").status_code == 302
    assert PackVersion.objects.count() == 2
    assert post(who, "point-move", first.pk).status_code == 302
    assert AgendaItem.objects.waiting(cast_now.raad.year).get().title == "Geheim onderwerp"
    assert page(who, "raad-meetings", cast_now.raad.year).status_code == 200


def test_choices_stay_with_their_seat_until_closing(cast_now: Cast, held: Ballot) -> None:
    vote = said(cast_now, held, "GD", "against", reason="Te duur voor ons.")
    actions.enter_votes(held, votes=[vote], actor=cast_now.staff, at=cast_now.at)  # type: ignore[list-item]
    assert "tegen" in text_of(page(cast_now.seat_GD, "ballot-detail", held.pk))
    for role in ("seat", "substitute", "seat_ZD"):
        html = text_of(page(getattr(cast_now, role), "ballot-detail", held.pk))
        assert "Te duur" not in html
        assert "Ingevoerd voor uw zetel" not in html
    assert page(cast_now.contact, "ballot-detail", held.pk).status_code == 404


def test_entering_disputing_and_answering(cast_now: Cast, held: Ballot) -> None:
    seats = {row.organisation_id: row.pk for row in held.entitlements.all()}
    mine = seats[cast_now["BN"].pk]
    facts = {f"choice_{mine}": "against", f"person_{mine}": cast_now.seat.pk, f"reason_{mine}": ""}
    people = {
        f"person_{row.pk}": row.seat.delegates.all()[0].person_id
        for row in held.entitlements.select_related("seat")
    }
    assert post(cast_now.staff, "votes-enter", held.pk, **people).status_code == 422
    assert post(cast_now.staff, "votes-enter", held.pk, **{**people, **facts}).status_code == 302
    assert Vote.objects.get().entered_by == cast_now.staff
    assert post(cast_now.seat, "ballot-vote", held.pk, choice="for").status_code == 422
    assert post(cast_now.seat, "vote-dispute", held.pk, text="Voor!").status_code == 302
    dispute = Dispute.objects.get()
    answer = {"answer": "corrected", "words": "Verkeerd gehoord."}
    assert post(cast_now.staff, "dispute-answer", dispute.pk, **answer).status_code == 422
    answer["choice"] = "for"
    assert post(cast_now.staff, "dispute-answer", dispute.pk, **answer).status_code == 302
    dispute.refresh_from_db()
    assert dispute.correction == Vote.objects.get(ordinal=2)
    assert page(cast_now.staff, "dispute-answer", dispute.pk).status_code == 302
    html = text_of(page(cast_now.seat, "ballot-detail", held.pk))
    assert "Verkeerd gehoord." in html
    assert "Voor!" not in text_of(page(cast_now.seat_GD, "ballot-detail", held.pk))
    assert page(cast_now.seat_GD, "dispute-answer", dispute.pk).status_code == 404


def test_the_result_says_that_a_vote_was_corrected(cast_now: Cast, held: Ballot) -> None:
    """On a phone every seat is a block, so its reason is not hidden beside the screen."""
    wrong = [said(cast_now, held, each, "abstain") for each in ("BN", "GD")]
    actions.enter_votes(held, votes=wrong, actor=cast_now.staff, at=cast_now.at)  # type: ignore[arg-type]
    dispute = actions.dispute_vote(
        held, organisation=cast_now["BN"], text="Voor!", actor=cast_now.seat, at=cast_now.at
    )
    actions.correct_vote(
        dispute, choice="for", reason="", words="Ja.", actor=cast_now.staff, at=cast_now.at
    )
    actions.close_ballot(held, at=held.closes_at)
    result = page(cast_now.contact, "ballot-detail", held.pk)
    corrected = [row["name"] for row in result.context["votes"] if row["is_corrected"]]
    assert corrected == [cast_now["BN"].name]
    assert text_of(result).count("Verbeterd:") == 1
    assert 'class="utrecht-table sl-table-flow"' in text_of(result)


def test_an_upheld_vote_says_why(cast_now: Cast, held: Ballot) -> None:
    actions.dispute_vote(
        held, organisation=cast_now["BN"], text="Wij waren er.", actor=cast_now.seat, at=cast_now.at
    )
    facts = {"answer": "upheld", "words": "U was er niet."}
    dispute = Dispute.objects.get()
    assert post(cast_now.staff, "dispute-answer", dispute.pk, **facts).status_code == 302
    assert Vote.objects.count() == 0


def test_a_ballot_is_handed_over_and_the_home_page_says_so(cast_now: Cast) -> None:
    draft = motion(cast_now)
    ballot = actions.open_ballot(
        draft, closes_at=draft.closes_at, actor=cast_now.manager, at=cast_now.at
    )
    assert post(cast_now.substitute, "ballot-hand-over", ballot.pk).status_code == 403
    assert post(cast_now.seat, "ballot-hand-over", ballot.pk).status_code == 302
    assert HandOver.objects.get().to_person == cast_now.substitute
    home = text_of(login(Client(), cast_now.substitute).get("/"))
    assert cast_now.seat.name in home
    assert ballot.question in home
    mine = text_of(login(Client(), cast_now.seat).get("/"))
    assert reverse("programme:ballot-vote", args=[ballot.pk]) not in mine
    assert cast_now.seat.name in text_of(page(cast_now.substitute, "ballot-vote", ballot.pk))
    assert post(cast_now.seat, "ballot-take-back", ballot.pk).status_code == 302
    assert HandOver.objects.get().withdrawn_at is not None


def test_a_prepared_ballot_is_put_to_a_meeting(cast_now: Cast, coming: Meeting) -> None:
    draft = motion(cast_now)
    answer = post(cast_now.manager, "ballot-in-meeting", draft.pk, meeting=coming.pk)
    assert answer.status_code == 302
    draft.refresh_from_db()
    assert (draft.status, draft.meeting) == ("open", coming)
    assert page(cast_now.manager, "votes-enter", draft.pk).status_code == 302, "not begun"
