"""Chapters 9 and 19: talks that count, years ahead, and a pledge that was written down wrong."""

from datetime import datetime, time
from decimal import Decimal

from django.core.files.base import ContentFile

from events.actions import add_part
from events.models import Meeting
from funding import actions
from funding.models import Pledge
from funding.spreading import Part, total_of
from partners.pdf import compile_pdf
from partners.querysets import local_day

from . import ledger_texts as texts
from .stage import Stage


def write(stage: Stage) -> None:
    """The talks before the network meets; then two pledges to the budget, one of them wrong."""
    calendar = stage.calendar
    stage.on(calendar.at(-166, "11:00"), lambda at: _talks(stage, at))
    stage.on(calendar.at(-58, "10:20"), lambda at: _for_years(stage, at))
    stage.on(calendar.at(-41, "11:40"), lambda at: _wrong(stage, at))
    stage.on(calendar.at(-37, "16:10"), lambda at: _right(stage, at))


def _talks(stage: Stage, at: datetime) -> None:
    """Three partners speak; that counts as knowledge once the meeting was held."""
    meeting = Meeting.objects.get(starts_at=stage.calendar.at(-160, "14:00"))
    for begins, title, letters, by in texts.TALKS:
        add_part(
            meeting,
            begins=time.fromisoformat(begins),
            title=title,
            by=by,
            organisations=[stage.organisations[letters]],
            actor=stage.manager,
            at=at,
        )


def _for_years(stage: Stage, at: datetime) -> None:
    """A director gives hours in the two years that come, half a year at a time."""
    year, director = stage.calendar.year, stage.directors[texts.HOURS_BY]
    parts = [
        Part(
            year + after, Decimal(amount), at.date().replace(year=year + after, month=month, day=1)
        )
        for after, month, amount in texts.HOURS_PARTS
    ]
    pledge = actions.offer_to_budget(
        texts.HOURS_FOR,
        organisation=stage.organisations[texts.HOURS_BY],
        **texts.HOURS,
        parts=parts,
        actor=director,
        at=at,
    )
    assert pledge.amount == total_of(parts), "the texts add up"
    actions.make_pledge_firm(pledge, actor=director, at=at)


def _letter(stage: Stage, amount: str, name: str, at: datetime) -> ContentFile:
    """What the partner signed."""
    sheet = {
        "title": texts.LETTER_TITLE,
        "text": texts.LETTER_TEXT % {"amount": amount},
        "signatory": stage.directors[texts.WRONG_BY].name,
        "function": "Directeur",
        "organisation": stage.organisations[texts.WRONG_BY].name,
        "on": f"{local_day(at):%d-%m-%Y}",
    }
    return ContentFile(compile_pdf("demo/pdf/scan.typ", sheet, at=at), name=name)


def _wrong(stage: Stage, at: datetime) -> None:
    """Somebody reads € 2.500 and types € 5.200."""
    pledge = actions.offer_to_budget(
        texts.WRONG_FOR,
        organisation=stage.organisations[texts.WRONG_BY],
        form=Pledge.Form.CASH,
        amount=texts.TYPED,
        text=texts.WRONG_TEXT,
        parts=[Part(stage.calendar.year, texts.TYPED)],
        actor=stage.manager,
        at=at,
    )
    paper = _letter(stage, texts.PROMISED_WORDS, texts.LETTER, at)
    actions.make_pledge_firm(pledge, paper=paper, actor=stage.manager, at=at)


def _right(stage: Stage, at: datetime) -> None:
    """The partner says so, and the kernteam corrects it with the same letter."""
    pledge = Pledge.objects.get(
        organisation=stage.organisations[texts.WRONG_BY], amount=texts.TYPED, plan=None
    )
    actions.correct_pledge(
        pledge,
        amount=texts.PROMISED,
        reason=texts.CORRECTED,
        paper=_letter(stage, texts.PROMISED_WORDS, texts.LETTER, at),
        actor=stage.manager,
        at=at,
    )
