"""The last weeks: what is judged open and what is not, and somebody asks under the Woo."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from partners import actions
from partners.pdf import compile_pdf
from partners.querysets import local_day
from projects.actions import add_project_document
from projects.models import Project
from schuldenlab.documents.models import WooRequest
from schuldenlab.portal.archive.register import Record, Wanted, as_nouns, records_of

from .project_data import LETTERS
from .stage import Stage

REFERENCE = "Woo 31"
SUBJECT = "Stukken over de keuze van de innovatiethema’s"
WORD = "thema"
MOST = 8
# A paper of a project on the public pages that everybody may have.
LEAFLET: Final[dict[str, Any]] = {
    "title": "Wat Post zonder stress tot nu toe leert",
    "paragraphs": [
        "In Post zonder stress schrijven partners hun brieven opnieuw, samen met inwoners.",
        "Eén onderwerp per brief, één bedrag, en een naam en nummer voor wie vragen heeft.",
        "Wie ook brieven stuurt mag dit blad gebruiken.",
    ],
}
LEAFLET_FILE: Final = "post-zonder-stress.pdf"


def write(stage: Stage) -> None:
    """Three weeks ago the first records were judged; then a request came in."""
    calendar = stage.calendar
    stage.on(calendar.lately(15, "11:00"), lambda at: _judge(stage, at))
    stage.on(calendar.lately(9, "09:30"), lambda at: _receive(stage, at))
    stage.on(calendar.lately(4, "14:00"), lambda at: _choose(stage, at))
    stage.on(calendar.lately(2, "10:10"), lambda at: _give_away(stage, at))


def _judge(stage: Stage, at: datetime) -> None:
    """Decisions are open but one; of the documents the oldest half was looked at."""
    day = local_day(at)
    year = Wanted(first=day - timedelta(days=365), last=day)
    decisions = _of(year, "decision")
    if decisions:
        _say(stage, decisions[:-1], at, state="open")
        _say(
            stage,
            decisions[-1:],
            at,
            state="partly",
            grounds=["5.1.2b"],
            explanation="De bedragen per partner zijn nog niet definitief.",
        )
    documents = _of(year, "document")
    _say(stage, documents[: len(documents) // 2], at, state="open")
    minutes = _of(year, "minutes")
    _say(
        stage,
        minutes[:1],
        at,
        state="closed",
        grounds=["5.2"],
        explanation="Het gesprek gaat over meningen die nog niet tot een besluit leidden.",
    )


def _of(year: Wanted, kind: str) -> list[Record]:
    return records_of(Wanted(first=year.first, last=year.last, kind=kind))


def _say(
    stage: Stage,
    records: Sequence[Record],
    at: datetime,
    *,
    state: str,
    grounds: Sequence[str] = (),
    explanation: str = "",
) -> None:
    if records:
        actions.judge_openness(
            as_nouns(records),
            state=state,
            explanation=explanation,
            grounds=grounds,
            actor=stage.manager,
            at=at,
        )


def _receive(stage: Stage, at: datetime) -> None:
    day = local_day(at)
    actions.receive_request(
        reference=f"{REFERENCE}-{day.year}",
        subject=SUBJECT,
        received_on=day,
        first_on=day - timedelta(days=365),
        last_on=day,
        actor=stage.manager,
        at=at,
    )


def _choose(stage: Stage, at: datetime) -> None:
    """What has the word in it, and is of that time; not all of it is judged."""
    request = WooRequest.objects.get()
    found = [
        record
        for kind in ("decision", "ballot", "minutes")
        for record in records_of(
            Wanted(first=request.first_on, last=request.last_on, words=WORD, kind=kind)
        )
    ]
    chosen = [record.subject for record in found[:MOST]]
    actions.choose_records(request, chosen=chosen, actor=stage.manager, at=at)


def _give_away(stage: Stage, at: datetime) -> None:
    """The first document on the public pages."""
    paper = add_project_document(
        Project.objects.get(title=LETTERS),
        title=LEAFLET["title"],
        upload=compile_pdf("demo/pdf/paper.typ", LEAFLET, at=at),
        name=LEAFLET_FILE,
        actor=stage.manager,
        at=at,
    )
    actions.judge_openness([paper.document], state="open", actor=stage.manager, at=at)
