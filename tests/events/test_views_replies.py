"""The pages of invitations and answers: by link, on one's own page, and for the kernteam."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from events import actions
from events.models import GuestLink, Invitee, Meeting, MeetingDocument, ProgrammePart, Reply
from tests.events.inviting import (
    MEETS,
    directors_invited,
    invitation,
    invited,
    link_of,
    reply,
)
from tests.events.test_views import ACCOUNTS, INSIDERS, KERNTEAM, address, speak_english, statuses
from tests.programme.pages import cost_of, text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cast import Cast

    Enter = Callable[..., Client]

YES = {"answer": "yes", "people": "2", "needs": "Een tolk"}
INSTEAD = {"answer": "replacement", "replacement_name": "Ina Stead"}
DAY = timedelta(days=1)
PDF = b"%PDF-1.7\nEen stuk."


# -- by link ---------------------------------------------------------------------------------------


def test_a_link_asks_its_question_without_login(today: Cast, client: Client) -> None:
    meeting = invited(today)
    url = link_of(meeting, today.contact, today.at)
    page = client.get(url)
    assert page.status_code == 200
    assert page.context["object"] == invitation(meeting, today.contact)
    assert "no-store" in page["Cache-Control"]
    assert page["Referrer-Policy"] == "strict-origin"
    assert not Reply.objects.exists(), "looking answers nothing"
    done = client.post(url, YES)
    assert (done.status_code, done["Location"]) == (302, url)
    said = Reply.objects.get()
    assert (said.invitee.person, said.people, said.needs) == (today.contact, 2, "Een tolk")
    speak_english(today)
    again = client.get(url)
    assert again.context["card"]["state"] == "comes"
    assert 'lang="en"' in text_of(again), "the language of who is invited"
    assert "You are coming with 2 people." in text_of(again)
    assert "Thank you. We noted your answer" in text_of(again)
    assert "sl-card--ask" not in text_of(again), "nothing is asked any more"
    wrong = client.post(url, {"answer": "perhaps"})
    assert "Thank you" not in text_of(wrong)
    assert "messages" not in client.cookies


def test_a_link_answers_nothing_else(today: Cast, client: Client) -> None:
    """It opens no page behind the login, and no question of somebody else."""
    meeting = invited(today)
    client.post(link_of(meeting, today.contact, today.at), YES)
    for url in (meeting.get_absolute_url(), address("meeting-reply", meeting.pk), "/"):
        assert client.get(url).status_code == 302
    assert {said.invitee.person for said in Reply.objects.all()} == {today.contact}


@pytest.mark.parametrize("token", ["x", "../x", "a" * 43, "%00", "é"])
def test_who_guesses_finds_nothing(today: Cast, client: Client, token: str) -> None:
    invited(today)
    url = address("invitation-reply", "TOKEN").replace("TOKEN", token)
    assert client.get(url).status_code in {400, 404, 410}
    assert client.post(url, YES).status_code in {400, 404, 410}
    assert not Reply.objects.exists()


def ends(meeting: Any, cast: Cast, how: str) -> None:
    if how == "called off":
        actions.call_off_meeting(meeting, reason="x", actor=None, at=cast.at)
    elif how == "withdrawn":
        Invitee.objects.filter(person=cast.contact).update(withdrawn_at=cast.at)
    elif how == "revoked":
        GuestLink.objects.update(revoked_at=cast.at)


@pytest.mark.parametrize("how", ["called off", "withdrawn", "revoked", "begun"])
def test_a_link_that_ended_says_how_to_go_on(today: Cast, client: Client, how: str) -> None:
    meeting = invited(today)
    url = link_of(meeting, today.contact, today.at)
    ends(meeting, today, how)
    with time_machine.travel(MEETS if how == "begun" else today.at, tick=False):
        for answer in (client.get(url), client.post(url, YES)):
            assert answer.status_code == 410
            assert reverse("account_login") in text_of(answer)
    assert not Reply.objects.exists()


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({}, "answer"),
        ({"answer": "perhaps"}, "answer"),
        ({"answer": "yes", "people": "4"}, "people"),
        ({"answer": "yes", "people": "0"}, "people"),
        ({"answer": "yes", "people": "veel"}, "people"),
        ({"answer": "replacement"}, "replacement_name"),
        ({**INSTEAD, "replacement_email": "geen adres"}, "replacement_email"),
        ({"answer": "yes", "needs": "x" * 201}, "needs"),
    ],
)
def test_what_cannot_be_an_answer_is_said_beside_it(
    today: Cast, client: Client, facts: dict[str, str], field: str
) -> None:
    url = link_of(invited(today), today.contact, today.at)
    page = client.post(url, {"needs": "Een tolk", **facts})
    assert page.status_code == 422
    assert page.context["form"].errors[field]
    if "needs" not in facts:
        assert 'value="Een tolk"' in text_of(page)
    assert not Reply.objects.exists()


# -- on the page of the meeting --------------------------------------------------------------------


def test_the_card_asks_who_is_invited(today: Cast, enter: Enter) -> None:
    meeting = directors_invited(today)
    url = meeting.get_absolute_url()
    asked = enter(today.director).get(url)
    assert asked.context["reply"]["card"]["state"] == "silent"
    assert "sl-card--ask" in text_of(asked)
    assert enter(today.contact).get(url).context["reply"]["card"] is None
    page = enter(today.director).post(address("meeting-reply", meeting.pk), YES, follow=True)
    assert page.redirect_chain == [(url, 302)]
    assert page.context["reply"]["card"]["state"] == "comes"
    assert "sl-card--ask" not in text_of(page)
    assert "<details" in text_of(page).partition('id="komt-u"')[2].partition("</form>")[0]
    assert Reply.objects.get().people == 1, "nobody brings colleagues to this one"
    assert enter(today.contact).get(address("meeting-reply", meeting.pk)).status_code == 404


def test_organisations_that_come_by_name_and_never_people(today: Cast, enter: Enter) -> None:
    speak_english(today)
    meeting = invited(today)
    reply(meeting, today.seat_ZD, today.at + DAY, people=3, needs="Geheim")
    reply(meeting, today.seat_GD, today.at + 2 * DAY)
    reply(meeting, today.seat_VH, today.at + 2 * DAY, answer="no")
    page = enter(today.contact).get(meeting.get_absolute_url())
    assert page.context["reply"]["rows"] == [
        {"name": "Gemeente Duinstad", "people": 1},
        {"name": "Zorgverzekeraar Duin", "people": 3},
    ]
    html = text_of(page)
    assert "4 people of 2 organisations come" in " ".join(html.split())
    assert "4 organisations gave no answer yet." in html
    for hidden in ("Zetel ZD", "Zetel GD", "Geheim", "Verzekeraar Haringkade"):
        assert hidden not in html


def test_a_full_meeting_says_who_waits(today: Cast, enter: Enter) -> None:
    speak_english(today)
    meeting = invited(today)
    actions.describe_meeting(meeting, lead="", capacity=7, actor=None, at=today.at)
    client = enter(today.contact)
    client.post(address("meeting-reply", meeting.pk), {"answer": "yes", "people": "3"})
    html = text_of(client.get(meeting.get_absolute_url()))
    assert "There is a place for 1 person." in html
    assert "2 people stand on the waiting list." in html
    table = text_of(enter(today.staff).get(address("meeting-invitees", meeting.pk)))
    assert '1, <span class="sl-soft sl-small">2 wait</span>' in table


def test_the_home_page_asks_until_it_is_answered(today: Cast, enter: Enter) -> None:
    meeting = invited(today)
    client = enter(today.contact)
    link = f'action="{address("meeting-reply", meeting.pk)}"'
    assert link in text_of(client.get("/"))
    reply(meeting, today.contact, today.at, answer="no")
    assert link not in text_of(client.get("/"))


def test_after_its_day_it_is_asked_until_the_meeting_begins(today: Cast, enter: Enter) -> None:
    speak_english(today)
    meeting = invited(today)
    link = f'action="{address("meeting-reply", meeting.pk)}"'
    Meeting.objects.filter(pk=meeting.pk).update(reply_by_on=today.at.date() - DAY)
    client = enter(today.contact)
    home = " ".join(text_of(client.get("/")).split())
    assert link in home
    assert "You can still do it." in home
    card = " ".join(text_of(client.get(meeting.get_absolute_url())).split())
    assert "We asked for an answer up to and including" in card
    assert "You can still answer." in card
    Meeting.objects.filter(pk=meeting.pk).update(starts_at=today.at - timedelta(minutes=1))
    assert link not in text_of(client.get("/"))


def test_who_was_refused_is_asked_at_home(today: Cast, enter: Enter) -> None:
    meeting = directors_invited(today)
    said = reply(meeting, today.director, today.at, "replacement", replacement_name="Ina Stead")
    link = f'action="{address("meeting-reply", meeting.pk)}"'
    client = enter(today.director)
    assert link not in text_of(client.get("/"))
    actions.refuse_replacement(said, actor=today.staff, at=today.at)
    assert link in text_of(client.get("/"))
    page = text_of(client.get(meeting.get_absolute_url()))
    assert "sl-card--ask" in page


def test_a_seat_sends_only_who_may_vote_for_it(today: Cast, enter: Enter) -> None:
    speak_english(today)
    meeting = invited(today, duty="raad", audience="raad", colleagues=0)
    url = address("meeting-reply", meeting.pk)
    page = text_of(enter(today.seat).get(url))
    assert "Only you and Pim de Groot can vote for your seat." in page
    assert "replacement_name" not in page
    alone = text_of(enter(today.seat_GD).get(url))
    assert "Nobody else can vote for your seat." in alone
    assert 'value="replacement"' not in alone
    assert enter(today.seat_GD).post(url, INSTEAD).status_code == 422
    enter(today.seat).post(url, INSTEAD)
    said = Reply.objects.get()
    assert (said.replacement_name, said.replacement_email) == (
        today.substitute.name,
        today.substitute.email,
    )
    shown = text_of(enter(today.contact).get(meeting.get_absolute_url()))
    assert "1 of 6 seats come" in " ".join(shown.split())
    assert "A seat counts when its representative or its registered substitute comes." in shown


def test_the_raad_shows_whether_enough_seats_come(today: Cast, enter: Enter) -> None:
    speak_english(today)
    meeting = invited(today, duty="raad", audience="raad", colleagues=0)
    html = text_of(enter(today.seat).get(meeting.get_absolute_url()))
    assert "Not sure yet that enough seats come" in html
    assert "when more than half is there: 4 or more" in html


# -- the kernteam ----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["meeting-invitees", "meeting-programme", "meeting-describe"])
def test_only_the_kernteam_keeps_a_meeting(today: Cast, enter: Enter, name: str) -> None:
    url = address(name, invited(today).pk)
    expected = dict.fromkeys(INSIDERS - KERNTEAM, 403) | dict.fromkeys(ACCOUNTS - INSIDERS, 404)
    assert statuses(today, enter, url) == expected | dict.fromkeys(KERNTEAM, 200)


def test_the_kernteam_sees_who_answered_what(today: Cast, enter: Enter) -> None:
    meeting = directors_invited(today)
    said = reply(meeting, today.director, today.at, "replacement", replacement_name="Ina Stead")
    client = enter(today.staff)
    page = client.get(address("meeting-invitees", meeting.pk))
    rows = {
        row["invitee"].person: row["state"]
        for group in page.context["groups"]
        for row in group["rows"]
    }
    assert rows[today.director] == "pending"
    assert rows[today.seat_GD] == "silent"
    names = [group["organisation"] for group in page.context["groups"]]
    assert names == sorted(names)
    assert address("replacement-accept", said.pk) in text_of(page)
    assert "Ina Stead" in text_of(client.get("/beheer/")) or "Ina Stead" in text_of(client.get("/"))
    done = client.post(address("replacement-accept", said.pk), follow=True)
    assert done.redirect_chain == [(address("meeting-invitees", meeting.pk), 302)]
    assert not done.context["pending"]
    assert client.post(address("replacement-refuse", said.pk)).status_code == 422


def test_the_kernteam_records_what_was_said_by_telephone(today: Cast, enter: Enter) -> None:
    meeting = invited(today)
    mine = invitation(meeting, today.contact)
    url = address("reply-record", mine.pk)
    client = enter(today.staff)
    assert client.get(url).context["on_behalf"] == today.contact.name
    done = client.post(url, YES)
    assert done["Location"] == address("meeting-invitees", meeting.pk)
    assert Reply.objects.get().invitee == mine
    assert enter(today.contact).get(url).status_code == 403
    assert enter(today.director).get(url).status_code == 404


@pytest.mark.parametrize("kind", ["csv", "xlsx", "ods"])
def test_the_invitations_as_a_file(today: Cast, enter: Enter, kind: str) -> None:
    meeting = invited(today)
    reply(meeting, today.contact, today.at, people=2, needs="=1+1")
    url = address("invitees-export", meeting.pk, kind)
    answer = enter(today.staff).get(url)
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "private, no-store"
    if kind == "csv":
        lines = answer.content.decode("utf-8-sig").splitlines()
        assert len(lines) == 13
        assert any("Carla Smit" in line and "'=1+1" in line for line in lines)
    if kind == "xlsx":
        sheet = load_workbook(BytesIO(answer.content)).active
        assert sheet is not None
        assert sheet.max_row == 13
    assert enter(today.contact).get(url).status_code == 403
    assert enter(today.staff).get(url.replace(kind, "exe")).status_code == 404


# -- the day ---------------------------------------------------------------------------------------


def test_the_programme_is_kept_and_shown(today: Cast, enter: Enter) -> None:
    meeting = invited(today)
    client = enter(today.staff)
    facts = {"begins": "14.30", "title": "Opening", "by": "Kernteam"}
    facts |= {"organisations": [today["CH"].pk, today["BN"].pk]}
    client.post(address("part-add", meeting.pk), facts)
    part = ProgrammePart.objects.get()
    client.post(address("part-change", part.pk), {"begins": "14:00", "title": "Inloop"})
    client.post(address("part-add", meeting.pk), facts)
    assert ProgrammePart.objects.count() == 3, "what was announced stays on record"
    rows = enter(today.contact).get(meeting.get_absolute_url()).context["programme"]["parts"]
    assert [(row["begins"], row["part"].title, row["by"]) for row in rows] == [
        ("14.00", "Inloop", ""),
        ("14.30", "Opening", "Bank Noordzee, Corporatie Haagwijk en Kernteam"),
    ]
    left = ProgrammePart.objects.standing().get(title="Inloop")
    enter(today.staff).post(address("part-take-out", left.pk))
    assert enter(today.staff).post(address("part-take-out", left.pk)).status_code == 404
    wrong = enter(today.staff).post(address("part-add", meeting.pk), {"begins": "half drie"})
    assert set(wrong.context["form"].errors) == {"begins", "title"}
    described = {"lead": "Waar het over gaat.", "capacity": "40"}
    enter(today.staff).post(address("meeting-describe", meeting.pk), described)
    page = enter(today.contact).get(meeting.get_absolute_url())
    assert page.context["lead"] == "Waar het over gaat."


def read(client: Client, paper: MeetingDocument) -> int:
    """Ask for the file, and close it."""
    answer = client.get(address("paper", paper.pk))
    if answer.streaming:
        b"".join(answer.streaming_content)
    return answer.status_code


def test_papers_are_for_whom_they_are_meant(today: Cast, enter: Enter) -> None:
    meeting = directors_invited(today)
    client = enter(today.staff)
    url = address("paper-add", meeting.pk)
    for audience in ("invited", "kernteam"):
        file = SimpleUploadedFile(f"{audience}.pdf", PDF, "application/pdf")
        client.post(url, {"title": audience, "file": file, "audience": audience})
    wrong = SimpleUploadedFile("stuk.pdf", b"MZ\x90", "application/pdf")
    refused = client.post(url, {"title": "x", "file": wrong, "audience": "invited"})
    assert refused.status_code == 422
    shared, secret = MeetingDocument.objects.order_by("pk")
    for paper, readers in ((shared, KERNTEAM | {"director", "other_director"}), (secret, KERNTEAM)):
        got = {who: read(enter(getattr(today, who)), paper) for who in ACCOUNTS}
        assert got == {who: 200 if who in readers else 404 for who in ACCOUNTS}
    answer = enter(today.director).get(address("paper", shared.pk))
    assert b"".join(answer.streaming_content) == PDF
    assert answer["Content-Disposition"].startswith("attachment")
    enter(today.staff).post(address("paper-take-out", shared.pk))
    assert enter(today.director).get(address("paper", shared.pk)).status_code == 404


# -- cost ------------------------------------------------------------------------------------------


def test_pages_cost_the_same_with_more_answers(today: Cast, enter: Enter) -> None:
    meeting = invited(today)
    reply(meeting, today.contact, today.at)
    pages = {
        "contact": meeting.get_absolute_url(),
        "staff": address("meeting-invitees", meeting.pk),
    }
    before = {who: cost_of(enter(getattr(today, who)), url).queries for who, url in pages.items()}
    for letters in ("GD", "ZD", "EZ", "CH", "VH"):
        reply(meeting, getattr(today, f"seat_{letters}"), today.at, people=2)
    after = {who: cost_of(enter(getattr(today, who)), url).queries for who, url in pages.items()}
    assert before == after
    assert after == {"contact": 17, "staff": 9}
