"""Chapters 9, 13, 23 and 25: who said yes, who came instead, and the programme of the day."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from functools import partial
from typing import Any

from django.core.files.base import ContentFile

from events import actions
from events.models import Invitee, Meeting, Reply
from partners.pdf import compile_pdf

from . import cast
from . import reply_texts as texts
from .gatherings import EVERYBODY
from .stage import Stage

ANSWER = Reply.Answer
LEFT = "VH"
ASKED = "BN"  # its director has not answered yet whether it comes to the network
SPEAKERS = ("GD", "ZD", "CH", "EZ")
MORE = tuple(each for each in EVERYBODY if each not in {*SPEAKERS, LEFT, ASKED})
COMING = {
    "GD": (2, 2),
    "ZD": (2, 1),
    "CH": (1, 1, 1),
    "EZ": (2,),
    **dict.fromkeys(MORE[:6], (2,)),
    **dict.fromkeys(MORE[6:13], (1,)),
}  # an organisation -> how many people each of its persons comes with: 31 in all
NOT_COMING = MORE[13:15]
INSPIRED, INSTEAD = EVERYBODY[:19], EVERYBODY[10]
SEATS_COMING = ("GD", "ZD", "BN")


def write(stage: Stage) -> None:
    """Answers to four invitations; who is asked today has not answered for the network."""
    calendar = stage.calendar
    first = partial(Meeting.objects.filter, starts_at=calendar.at(-160, "14:00"))
    for number, letters in enumerate(EVERYBODY[:21]):
        moment = calendar.at(-201 + number * 18 // 21, "13:35")
        stage.on(moment, partial(_comes_to_first, stage, first, letters, 1 + number % 3))
    inspiration = partial(Meeting.objects.filter, starts_at=calendar.at(-104, "15:00"))
    for number, letters in enumerate(INSPIRED):
        moment = calendar.at(-140 + number, "09:25")
        stage.on(moment, partial(_director_answers, stage, inspiration, letters))
    stage.on(calendar.at(-119, "11:40"), partial(_welcome, stage))
    network = partial(Meeting.objects.filter, starts_at=calendar.at(50, "14:00"))
    stage.on(calendar.lately(19, "10:15"), partial(_fill, stage, network))
    for number, letters in enumerate((*COMING, *NOT_COMING)):
        moment = calendar.lately(18 - number * 16 // len(COMING), "13:05")
        stage.on(moment, partial(_partner_answers, stage, network, letters))
    stage.on(calendar.lately(3, "15:45"), partial(_guide_answers, network))
    raad = partial(Meeting.objects.of_raad().filter, starts_at__date__gt=calendar.today)
    for number, letters in enumerate(SEATS_COMING):
        moment = calendar.lately(5 - number, "16:20")
        stage.on(moment, partial(_director_answers, stage, raad, letters))


def _invited(meeting: Any, people: Iterable[Any]) -> list[Invitee]:
    """Who of these is invited to the meeting, in this order."""
    found = Invitee.objects.holding().filter(meeting__in=meeting()[:1])
    by_person = {each.person_id: each for each in found.select_related("meeting__series")}
    return [by_person[person.pk] for person in people if person.pk in by_person]


def _director_answers(stage: Stage, meeting: Any, letters: str, at: datetime) -> None:
    """Comes; one sends somebody who is not at director level."""
    director = stage.directors[letters]
    facts: dict[str, Any] = {"answer": ANSWER.YES}
    if letters == INSTEAD:
        facts = {"answer": ANSWER.REPLACEMENT, "replacement_name": texts.REPLACEMENT}
    for invitee in _invited(meeting, [director]):
        is_replaced = invitee.meeting.series.audience == "directors"
        said = facts if is_replaced else {"answer": ANSWER.YES}
        actions.reply_to_invitation(invitee, **said, actor=director, at=at)


def _welcome(stage: Stage, at: datetime) -> None:
    for reply in Reply.objects.pending(at):
        actions.accept_replacement(reply, actor=stage.manager, at=at)


def _partner_answers(stage: Stage, meeting: Any, letters: str, at: datetime) -> None:
    """As many of its people as come by name, each with colleagues; or one says no for all."""
    ours = Invitee.objects.holding().filter(
        meeting__in=meeting()[:1], organisation=stage.organisations[letters]
    )
    numbers = COMING.get(letters, (0,))
    for invitee, count in zip(ours.order_by("-pk"), numbers, strict=False):
        _answer(invitee, count, at, texts.NEEDS.get(letters, ""))


def _comes_to_first(stage: Stage, meeting: Any, letters: str, people: int, at: datetime) -> None:
    """One person of a partner answers, for as many people as came in the end."""
    ours = Invitee.objects.holding().filter(
        meeting__in=meeting()[:1], organisation=stage.organisations[letters]
    )
    for invitee in ours.order_by("-pk")[:1]:
        _answer(invitee, people, at)


def _guide_answers(meeting: Any, at: datetime) -> None:
    """Who guides a theme or steers a project from outside cannot come."""
    invited = Invitee.objects.holding().filter(meeting__in=meeting()[:1])
    outside = (cast.FACILITATOR.email, cast.RESIDENT.email)
    for invitee in invited.filter(person__email__in=outside):
        _answer(invitee, 0, at)


def _answer(invitee: Invitee, people: int, at: datetime, needs: str = "") -> None:
    actions.reply_to_invitation(
        invitee,
        answer=ANSWER.YES if people else ANSWER.NO,
        people=people,
        needs=needs,
        actor=invitee.person,
        at=at + timedelta(minutes=invitee.pk % 20),
    )


def _fill(stage: Stage, network: Any, at: datetime) -> None:
    """What it is about, the parts of the day, and two papers."""
    known: dict[str, Any] = {"actor": stage.manager, "at": at}
    for meeting in network().select_related("series"):
        actions.describe_meeting(meeting, lead=texts.LEAD, capacity=None, **known)
        for begins, title, text, letters, by in texts.PROGRAMME:
            actions.add_part(
                meeting,
                begins=time.fromisoformat(begins),
                title=title,
                text=text,
                by=by,
                organisations=[stage.organisations[each] for each in letters],
                **known,
            )
        for title, name, paragraphs in texts.PAPERS:
            sheet = {"title": title, "paragraphs": list(paragraphs)}
            upload = ContentFile(compile_pdf("demo/pdf/paper.typ", sheet, at=at), name=name)
            actions.add_meeting_document(meeting, upload=upload, name=name, title=title, **known)
