"""The stage: who plays, what is at hand, and a timeline on which every act has its moment."""

import heapq
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count

from django.db.models import Min

from partners.models import Framework, Organisation, Partnership, Person
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
        while self._acts:
            moment, _order, act = heapq.heappop(self._acts)
            act(moment)
            if not self._acts or self._acts[0][0] > moment:
                send_due(moment)
                if self._acts:
                    _deliver_until(self._acts[0][0])


def _deliver_until(moment: datetime) -> None:
    """Letters that wait for a while or for the next morning go in between, at their own time."""
    while True:
        waiting = Letter.objects.filter(status=Letter.Status.WAITING, not_before__lt=moment)
        due = waiting.aggregate(first=Min("not_before"))["first"]
        if due is None:
            return
        send_due(due)
