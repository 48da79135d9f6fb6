"""Clause 3: all partners stand behind the programme, and their directors meet once a year."""

from typing import Any

from django.db.models import OuterRef, Q, Subquery
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.models import MeetingSeries
from programme.models import Commitment, Programme

from .everybody import counted, how_many, partners_of
from .meetings import meetings_of
from .reading import Asked, Evidence, Reading, State, judge
from .registry import measure


def programme_of(asked: Asked) -> Any:
    """The programme of the year, as it is now; ask it by `asked.once`. None without one."""
    every = Programme.objects.select_related("decision", "ballot")
    return every.filter(year=asked.year).first()


def adopted(asked: Asked) -> Any:
    """The programme that partners are asked to commit to; None before it is adopted."""
    programme = asked.once(programme_of)
    if programme is None or programme.adopted_at is None:
        return None
    return programme if programme.adopted_at <= asked.moment else None


def answering(asked: Asked, programme: Any) -> Any:
    """The partners, each with its last `answer` to the programme; None when it is silent."""
    known = Commitment.objects.known(asked.moment)
    mine = known.filter(programme=programme, organisation=OuterRef("pk")).order_by("-ordinal")
    return partners_of(asked).annotate(answer=Subquery(mine.values("answer")[:1]))


def with_day(rows: Any, asked: Asked, programme: Any) -> Any:
    """The same, each with when it gave that answer (`answered_at`)."""
    known = Commitment.objects.known(asked.moment)
    mine = known.filter(programme=programme, organisation=OuterRef("pk")).order_by("-ordinal")
    return rows.annotate(answered_at=Subquery(mine.values("at")[:1]))


@measure("commitments")
def commitments(asked: Asked) -> Reading:
    """Every partner says yes to the programme; who has not answered can still do so in time."""
    programme = adopted(asked)
    unit = _("partners")
    if programme is None:
        need = asked.once(how_many)
        state = judge(asked, 0, max(1, need), need)
        state = State.NOT_YET if state is State.ON_TRACK else state
        return Reading(state, 0, need, unit, need)
    given = Q(answer__isnull=False)
    yes = Q(answer=Commitment.Answer.YES)
    found = counted(answering(asked, programme), have=yes, answers=given)
    have, need, answers = found["have"], found["need"], found["answers"]
    is_open = programme.commit_by is not None and asked.moment < programme.commit_by
    forecast = have + need - answers if is_open else have
    label = ngettext("%(count)s answer", "%(count)s answers", answers)
    return Reading(
        state=judge(asked, have, need, forecast),
        have=have,
        need=need,
        unit=unit,
        forecast=forecast,
        evidence=(Evidence(label % {"count": answers}, programme.get_absolute_url()),),
    )


@measure("inspiration_event")
def inspiration_event(asked: Asked) -> Reading:
    """Directors of all partners meet."""
    return meetings_of(MeetingSeries.Duty.INSPIRATION, asked)
