"""Work for the clock, and what came of it: ballots that are due, labs without meetings, letters."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.db import Error, connection, transaction
from django.utils import timezone

from events.models import Meeting, MeetingSeries
from partners.models import Framework, Organisation
from programme.models import Ballot, Decision
from programme.verification import faults_of
from schuldenlab.audit.models import Entry
from schuldenlab.outbox.models import Letter
from schuldenlab.web.models import Tick
from tests.cast import SEATS
from tests.house.world import open_motion, vote
from tests.processes import until

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cast import Cast
    from tests.processes import Sink

DAY = timedelta(days=1)
PATIENCE = 120.0  # seconds for the database to come back


@dataclass
class Work:
    """What was given to the clock, by names that tell a second attempt from a second piece."""

    cast: Cast
    sink: Sink
    ballots: list[str] = field(default_factory=list)
    labs: list[str] = field(default_factory=list)
    letters: list[str] = field(default_factory=list)

    def add(self, *, letters: int = 5) -> None:
        """A ballot whose deadline passed, a new lab, and letters; survives the database's fall."""
        number = len(self.ballots)
        insist(lambda: self.add_due_ballot(f"Motie {number}"))
        insist(lambda: self._add_lab(f"Gemeente {number}"))
        insist(lambda: self.add_letters(f"post:{number}", letters))

    def add_due_ballot(self, title: str, ago: timedelta = 3 * DAY) -> None:
        """A ballot in which everybody voted, whose deadline passed so long ago."""
        if not Ballot.objects.filter(title=title).exists():
            now = timezone.now()
            with transaction.atomic():  # else the clock closes it before all have voted
                ballot = open_motion(self.cast, now - 9 * DAY, now - ago, title=title)
                for letters in SEATS:
                    vote(self.cast, ballot, letters, "for", now - 4 * DAY)
        self.ballots.append(title)

    def _add_lab(self, name: str) -> None:
        """A lab whose framework is in force, without any meeting: the clock plans its years."""
        if not Organisation.objects.filter(name=name).exists():
            today = timezone.now()
            with transaction.atomic():
                host = Organisation.objects.create(name=name, sector="gemeente")
                Framework.objects.create(
                    title=name,
                    starts_on=date(today.year - 1, 1, 1),
                    ends_on=date(today.year + 2, 12, 31),
                    host=host,
                    status="in_force",
                    in_force_at=today - DAY,
                )
        self.labs.append(name)

    def add_letters(self, batch: str, count: int) -> None:
        """Letters that may go now."""
        keys = [f"{batch}:{number}" for number in range(count)]
        at = timezone.now()
        made = [
            Letter(
                key=key,
                template="test",
                address=f"{key.replace(':', '.')}@people.example",
                name="Iemand",
                language="nl",
                subject="Onderwerp",
                text="Tekst",
                html="<p>Tekst</p>",
                message_id=f"<{key.replace(':', '.')}@schuldenlab.example>",
                not_before=at,
                at=at,
            )
            for key in keys
        ]
        Letter.objects.bulk_create(made, ignore_conflicts=True)
        self.letters += keys

    # -- how it stands -------------------------------------------------------------------------

    def open_ballots(self) -> int:
        """Ballots that are due and not closed."""
        due = Ballot.objects.filter(status="open", closes_at__lte=timezone.now())
        return int(due.count())

    def unplanned(self) -> int:
        """Slots of this year and the next that the labs miss."""
        year = timezone.localdate().year
        there = Counter(
            Meeting.objects.filter(year__in=(year, year + 1))
            .exclude(status="dropped")
            .values_list("series_id", flat=True)
        )
        series = dict(self._series().values_list("pk", "per_year"))
        without = len(self.labs) - self._series().values("framework").distinct().count()
        return int(without + sum(abs(2 * count - there[key]) for key, count in series.items()))

    def _series(self) -> Any:
        return MeetingSeries.objects.filter(framework__title__in=self.labs)

    def waiting(self) -> int:
        """Letters that may go now and have not."""
        return int(Letter.objects.waiting(timezone.now()).count())

    def on_the_way(self, since: datetime) -> int:
        """Letters claimed since then of which nobody knows yet how it ends."""
        return int(Letter.objects.filter(status="sending", claimed_at__gte=since).count())

    def progress(self) -> int:
        """A figure that moves when the clock does something."""
        closed = Ballot.objects.filter(status="closed").count()
        left = Letter.objects.exclude(status="waiting").count()
        return closed + left + Meeting.objects.count()

    def is_whole(self, since: datetime) -> bool:
        """The clock ticked since then, and nothing is left of what it has to do."""
        ticked = Tick.objects.filter(pk="schuldenlab.web.tasks.tick", last_at__gt=since).exists()
        if not ticked or self.open_ballots() or self.unplanned() or self.waiting():
            return False
        return not self.on_the_way(since)

    def lost_and_doubled(self) -> dict[str, tuple[int, int]]:
        """Of decisions, meetings and letters: how many are missing, and how many came twice."""
        mine = Ballot.objects.filter(title__in=self.ballots)
        closings = Counter(
            Entry.objects.filter(verb="close", subject_type="programme.ballot").values_list(
                "subject_id", flat=True
            )
        )
        decided = Counter(Decision.objects.values_list("ballot__title", flat=True))
        broken = sum(bool(faults_of(ballot)) for ballot in mine)
        missing = sum(title not in decided for title in self.ballots)
        twice = sum(count > 1 for count in [*decided.values(), *closings.values()])
        slots = Counter(
            Meeting.objects.exclude(status="dropped").values_list("series", "year", "ordinal")
        )
        sent = list(Letter.objects.filter(status="sent").values_list("message_id", flat=True))
        came = Counter(self.sink.ids())  # asked last: the worker goes on
        known = set(Letter.objects.filter(key__in=self.letters).values_list("key", flat=True))
        return {
            "decisions": (missing + broken, twice),
            "meetings": (self.unplanned(), sum(count > 1 for count in slots.values())),
            "letters": (
                sum(each not in came for each in sent) + len(set(self.letters) - known),
                sum(count > 1 for count in came.values()),
            ),
        }


def insist(act: Callable[[], None]) -> None:
    """Do it, again when the database falls over meanwhile; `act` sees whether it was done."""

    def is_done() -> bool:
        with suppress(Error):
            act()
            return True
        connection.close()
        return False

    until(is_done, lambda: "The database does not come back.", PATIENCE)
