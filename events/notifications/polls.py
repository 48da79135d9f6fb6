"""Letters about date polls. Their links open one question of one person, so they are secret."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from events.models import DatePoll, PollInvitee
from partners.models import KernteamMember
from partners.querysets import local_day
from schuldenlab.outbox.actions import post

from .dates import bundle_of


def poll_opened(
    poll: DatePoll, people: Iterable[PollInvitee], paths: Mapping[int, str], *, at: datetime
) -> None:
    """Everybody who is asked gets a link of their own."""
    _ask(poll, people, paths, ("poll_opened", f"poll-opened:{poll.pk}"), at=at)


def poll_extended(
    poll: DatePoll,
    people: Iterable[PollInvitee],
    paths: Mapping[int, str],
    *,
    total: int,
    at: datetime,
) -> None:
    """There is more to choose from; who answered is asked again."""
    _ask(poll, people, paths, ("poll_extended", f"poll-extended:{poll.pk}:{total}"), at=at)


def poll_reminder(
    poll: DatePoll, people: Iterable[PollInvitee], paths: Mapping[int, str], *, at: datetime
) -> None:
    """Who has not answered is asked once more."""
    _ask(poll, people, paths, ("poll_reminder", f"poll-reminder:{poll.pk}"), at=at)


def poll_withdrawn(poll: DatePoll, people: Iterable[PollInvitee], *, at: datetime) -> None:
    """Nobody needs to answer any more."""
    post(
        "events/mail/poll_withdrawn.txt",
        [each.person.as_recipient() for each in people],
        f"poll-withdrawn:{poll.pk}",
        at,
        context=_facts(poll),
        follows=bundle_of(poll.meeting),
    )


def poll_complete(poll: DatePoll, *, at: datetime) -> None:
    """The kernteam hears once that everybody has answered."""
    terms = KernteamMember.objects.on(local_day(at)).select_related("person")
    post(
        "events/mail/poll_complete.txt",
        [term.person.as_recipient() for term in terms if term.person.is_active],
        f"poll-complete:{poll.pk}",
        at,
        context=_facts(poll),
    )


def _ask(
    poll: DatePoll,
    people: Iterable[PollInvitee],
    paths: Mapping[int, str],
    letter: tuple[str, str],
    *,
    at: datetime,
) -> None:
    template, key = letter
    post(
        f"events/mail/{template}.txt",
        [each.person.as_recipient() for each in people],
        key,
        at,
        context=_facts(poll),
        follows=bundle_of(poll.meeting),
        own_paths=paths,
        is_secret=True,
    )


def _facts(poll: DatePoll) -> dict[str, Any]:
    return {
        "poll": poll,
        "meeting": poll.meeting,
        "series": poll.meeting.series,
        "options": list(poll.options.order_by("starts_at")),
    }
