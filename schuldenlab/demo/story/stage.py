"""The stage: who plays, what is at hand, and a timeline on which every act has its moment."""

import heapq
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count

from django.db.models import Min

from partners.models import Framework, Organisation, Partnership, Person
from schuldenlab.demo.telling import Teller
from schuldenlab.outbox.actions import send_due
from schuldenlab.outbox.models import Letter

from .calendar import Calendar

Act = Callable[[datetime], object]


@dataclass
class Stage:
    """What the chapters share. Organisations and people are found by the letters of a partner."""

    calendar: Calendar
    organisations: dict[str, Organisation] = field(default_factory=dict)
    partnerships: dict[str, Partnership] = field(default_factory=dict)
    directors: dict[str, Person] = field(default_factory=dict)
    contacts: dict[str, list[Person]] = field(default_factory=dict)
    _manager: Person | None = None
    _framework: Framework | None = None
    _acts: list[tuple[datetime, int, Act]] = field(default_factory=list)
    _order: Iterator[int] = field(default_factory=count)

    @property
    def manager(self) -> Person:
        """The manager of the kernteam, who does most of what the kernteam does."""
        assert self._manager is not None, "the kernteam comes first"
        return self._manager

    @manager.setter
    def manager(self, person: Person) -> None:
        self._manager = person

    @property
    def framework(self) -> Framework:
        """The framework in force."""
        assert self._framework is not None, "the framework comes first"
        return self._framework

    @framework.setter
    def framework(self, framework: Framework) -> None:
        self._framework = framework

    def on(self, moment: datetime, act: Act) -> None:
        """Let this happen at that moment; acts of one moment keep the order of the script."""
        heapq.heappush(self._acts, (moment, next(self._order), act))

    def play(self) -> None:
        """Play all acts by their moments, and let the outbox deliver as the clock would."""
        teller, done = Teller(), 0
        while self._acts:
            moment, _order, act = heapq.heappop(self._acts)
            teller.say(moment, done, len(self._acts) + 1)
            act(moment)
            done += 1
            following = self._acts[0][0] if self._acts else None
            if following is None or following > moment:
                _deliver(moment, following)


def _deliver(moment: datetime, following: datetime | None) -> None:
    """What is due goes now; what waits for a while or for the morning goes at its own time.

    Only then is the outbox asked: after most acts there is no letter.
    """
    waiting = Letter.objects.filter(status=Letter.Status.WAITING)
    within = {"not_before__lt": following} if following else {"not_before__lte": moment}
    due = waiting.filter(**within).aggregate(first=Min("not_before"))["first"]
    while due is not None:
        at = max(due, moment)
        send_due(at)
        later = waiting.filter(not_before__gt=at, **within)
        due = later.aggregate(first=Min("not_before"))["first"]
