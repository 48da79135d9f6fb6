"""Clause 3: all partners stand behind the programme, and their directors meet once a year."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.models import MeetingSeries
from programme.models import Commitment, Programme

from .meetings import meetings_of
from .movement import partner_ids
from .reading import Asked, Evidence, Reading, State, judge
from .registry import measure


@measure("commitments")
def commitments(asked: Asked) -> Reading:
    """Every partner says yes to the programme; who has not answered can still do so in time."""
    partners = partner_ids(asked)
    programme = Programme.objects.filter(year=asked.year, adopted_at__lte=asked.moment).first()
    unit = _("partners")
    if programme is None:
        state = judge(asked, 0, max(1, len(partners)), len(partners))
        state = State.NOT_YET if state is State.ON_TRACK else state
        return Reading(state, 0, len(partners), unit, len(partners))
    answers = dict(
        Commitment.objects.known(asked.moment)
        .filter(programme=programme, organisation__in=partners)
        .holding()
        .values_list("organisation_id", "answer")
    )
    have = sum(answer == Commitment.Answer.YES for answer in answers.values())
    silent = len(partners) - len(answers)
    is_open = programme.commit_by is not None and asked.moment < programme.commit_by
    forecast = have + silent if is_open else have
    label = ngettext("%(count)s answer", "%(count)s answers", len(answers))
    return Reading(
        state=judge(asked, have, len(partners), forecast),
        have=have,
        need=len(partners),
        unit=unit,
        forecast=forecast,
        evidence=(Evidence(label % {"count": len(answers)}, programme.get_absolute_url()),),
    )


@measure("inspiration_event")
def inspiration_event(asked: Asked) -> Reading:
    """Directors of all partners meet."""
    return meetings_of(MeetingSeries.Duty.INSPIRATION, asked)
