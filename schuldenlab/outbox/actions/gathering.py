"""The letter of the day or of the week: news that may wait, gathered for who asked for it."""

from datetime import datetime
from itertools import groupby

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import translation

from schuldenlab.outbox.markup import addressed, underlined, without_frame, write_sheet
from schuldenlab.outbox.models import AT_ONCE, WEEKLY, Letter, LetterQuerySet

from .posting import new_message_id

PEOPLE = 100  # in one transaction
TEMPLATE = "outbox/mail/gathered.txt"


def gather_news(at: datetime) -> int:
    """Write the letters with gathered news that are due. Returns how many people get one.

    Every round is a transaction of its own: a letter is either still waiting, or merged into one
    that waits to be sent. Two gatherers at once leave each other's people alone.
    """
    people = 0
    while gathered := _gather_some(at):
        people += gathered
    return people


@transaction.atomic
def _gather_some(at: datetime) -> int:
    due = Letter.objects.to_gather(at)
    rows = due.filter(person__in=_held(due)).order_by("person", "pk")
    letters = list(rows.select_for_update(skip_locked=True, of=("self",)))
    groups = [list(group) for _key, group in groupby(letters, lambda letter: letter.person_id)]
    alone = [group[0].pk for group in groups if len(group) == 1]
    Letter.objects.filter(pk__in=alone).update(pace=AT_ONCE)  # it goes as it is
    together = [(_gathered(group, at), group) for group in groups if len(group) > 1]
    Letter.objects.bulk_create(each for each, _group in together)
    for each, group in together:
        for letter in group:
            letter.status, letter.merged_into = Letter.Status.MERGED, each
    merged = [letter for _each, group in together for letter in group]
    Letter.objects.bulk_update(merged, ["status", "merged_into"])
    return len(groups)


def _held(due: LetterQuerySet) -> list[int]:
    """The people for whom this gatherer writes: held by one at a time, so nobody gets two halves.

    Holding only the letters is not enough: while one gatherer takes them in order, another may
    find the last ones free.
    """
    people = get_user_model().objects.filter(pk__in=due.values("person")).order_by("pk")
    held = people.select_for_update(skip_locked=True, of=("self",), no_key=True)
    return list(held.values_list("pk", flat=True)[:PEOPLE])


def _gathered(group: list[Letter], at: datetime) -> Letter:
    """One letter with the subjects and the texts of all, one under another."""
    last = group[-1]
    with translation.override(last.language):
        parts = [_part(letter) for letter in group]
    facts = {"parts": "\n\n".join(parts), "count": len(group), "site_url": settings.SITE_URL}
    facts["is_weekly"] = last.pace == WEEKLY
    return Letter(
        key=f"daily:{group[0].pk}:{last.person_id}",
        template=TEMPLATE,
        person_id=last.person_id,
        address=last.address,
        name=last.name,
        language=last.language,
        message_id=new_message_id(),
        not_before=at,
        at=at,
        **addressed(write_sheet(TEMPLATE, last.language, facts), last.name),
    )


def _part(letter: Letter) -> str:
    """Its subject as a heading and its text, without what stands above and below all."""
    return f"{underlined(letter.subject)}\n\n{without_frame(letter.text, letter.name)}"
