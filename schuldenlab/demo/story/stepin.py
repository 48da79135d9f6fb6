"""Chapter 19: one round offers the pilot "Vroeg erbij" to all partners, and they answer."""

from datetime import datetime
from functools import partial
from typing import Any

from django.core.files.base import ContentFile

from funding import actions
from funding.models import Pledge, StepInAnswer, StepInOffer, StepInRound
from partners.pdf import compile_pdf
from partners.querysets import local_day

from . import money_texts as texts
from .calendar import working_days_after
from .early import pilot
from .stage import Stage

Answer = StepInAnswer.Answer


def write(stage: Stage) -> None:
    """The round, five that say yes, six no and four later; the others have not answered yet."""
    calendar = stage.calendar
    stage.on(calendar.at(texts.OFFERED, "09:05"), lambda at: _open(stage, at))
    for offset, clock, letters, offer in texts.PILOT_PLEDGES:
        stage.on(calendar.at(offset, clock), partial(_step_in, stage, letters, offer))
    offset, letters, offer = texts.BY_LETTER
    stage.on(calendar.at(offset, "15:20"), partial(_by_letter, stage, letters, offer))
    for answer, rows in ((Answer.NO, texts.NO), (Answer.LATER, texts.LATER)):
        for offset, clock, letters, words in rows:
            act = partial(_answer, stage, letters, answer, words)
            stage.on(calendar.at(offset, clock), act)
    closes = calendar.deadline(texts.OFFERED_UNTIL)
    stage.on(working_days_after(closes, -10, "09:15"), _remind)


def _open(stage: Stage, at: datetime) -> None:
    actions.open_round(
        pilot().funding_plan,
        key=StepInRound.Key.CAPPED,
        text=texts.ROUND_TEXT,
        closes_on=stage.calendar.day(texts.OFFERED_UNTIL),
        actor=stage.manager,
        at=at,
    )


def _offer_to(stage: Stage, letters: str) -> StepInOffer:
    found: StepInOffer = StepInOffer.objects.get(
        round__plan__phase=pilot(), organisation=stage.organisations[letters]
    )
    return found


def _step_in(stage: Stage, letters: str, offer: dict[str, Any], at: datetime) -> None:
    """The director says yes and signs in one go; a second pledge comes beside the first."""
    director = stage.directors[letters]
    pledge = _say_yes(stage, letters, offer, director, at)
    actions.make_pledge_firm(pledge, actor=director, at=at)


def _say_yes(stage: Stage, letters: str, offer: dict[str, Any], actor: Any, at: datetime) -> Pledge:
    asked = _offer_to(stage, letters)
    if asked.answers.exists():
        plan, organisation = asked.round.plan, stage.organisations[letters]
        facts = {"organisation": organisation, **offer}
        return actions.offer_pledge(plan, **facts, actor=actor, at=at)
    words = texts.YES_WORDS.get(letters, "")
    given = actions.answer_round(asked, answer=Answer.YES, words=words, **offer, actor=actor, at=at)
    assert given.pledge is not None, "a yes brings a pledge"
    return given.pledge


def _by_letter(stage: Stage, letters: str, offer: dict[str, Any], at: datetime) -> None:
    """It came by post: the kernteam records it, with the signed letter."""
    pledge = _say_yes(stage, letters, offer, stage.manager, at)
    director = stage.directors[letters]
    sheet = {
        "title": texts.LETTER_TITLE,
        "text": texts.LETTER_TEXT,
        "signatory": director.name,
        "function": "Directeur",
        "organisation": stage.organisations[letters].name,
        "on": f"{local_day(at):%d-%m-%Y}",
    }
    paper = ContentFile(compile_pdf("demo/pdf/scan.typ", sheet, at=at), name=texts.LETTER)
    actions.make_pledge_firm(pledge, paper=paper, actor=stage.manager, at=at)


def _answer(stage: Stage, letters: str, answer: str, words: str, at: datetime) -> None:
    """Somebody of the partner answers itself."""
    person = stage.contacts[letters][0] if stage.contacts[letters] else stage.directors[letters]
    actions.answer_round(_offer_to(stage, letters), answer=answer, words=words, actor=person, at=at)


def _remind(at: datetime) -> None:
    actions.remind_partners(at=at)
