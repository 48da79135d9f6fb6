"""Claiming: a sender holds a few letters at a time, so that few are uncertain when it dies."""

from collections import deque
from datetime import datetime
from typing import Any

from django.db import transaction

from schuldenlab.outbox.models import Letter

HAND = 25  # of at most so many letters nobody knows whether they went when a sender is killed
# As which another one may see what is in hand: long under way, it counts as uncertain.
MINE = (Letter.Status.SENDING, Letter.Status.UNCERTAIN)
WORDS = ("subject", "text", "html", "calendar")


class Hand:
    """The letters that a sender holds: claimed together, and what went is recorded together.

    `left` still have to go; `_taken` has the mail server, and the database does not know it yet.
    """

    def __init__(self, at: datetime, *, only_urgent: bool) -> None:
        self.at = at
        self.only_urgent = only_urgent
        self.left: deque[Letter] = deque()
        self.sent = 0
        self._taken: list[Letter] = []

    def fill(self) -> bool:
        """Record what went and claim the next letters; False when none waits.

        Both in one commit, which comes before the first of the new ones leaves.
        """
        with transaction.atomic():
            self._write()
            claimed = self._claim()
        self._taken.clear()
        self.left.extend(claimed)
        return bool(claimed)

    def take(self, letter: Letter) -> None:
        """The mail server has it."""
        self.sent += 1
        self._taken.append(letter)

    def record(self) -> None:
        """Record what went, also when something broke."""
        if self._taken:
            with transaction.atomic():
                self._write()
            self._taken.clear()

    def _claim(self) -> list[Letter]:
        waiting = Letter.objects.waiting(self.at).select_related("attachment")
        if self.only_urgent:
            waiting = waiting.filter(is_urgent=True)
        found = list(waiting.select_for_update(skip_locked=True, of=("self",))[:HAND])
        keys = [letter.pk for letter in found]
        if keys:
            claim = {"status": Letter.Status.SENDING, "claimed_at": self.at}
            Letter.objects.filter(pk__in=keys).update(**claim)
        return found

    def _write(self) -> None:
        """They are sent; of what was secret every word is erased.

        Unless something became of one meanwhile: it came back, or the kernteam let it go.
        """
        sent: dict[str, Any] = {"status": Letter.Status.SENT, "sent_at": self.at, "error": ""}
        for is_secret, words in ((False, {}), (True, dict.fromkeys(WORDS, ""))):
            keys = [letter.pk for letter in self._taken if letter.is_secret is is_secret]
            if keys:
                mine = Letter.objects.filter(pk__in=keys, status__in=MINE)
                mine.update(**sent, **words)
