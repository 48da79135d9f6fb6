"""The letter of the day: what is not urgent, gathered for who asked for one letter a day."""

import uuid
from datetime import datetime
from itertools import groupby

from django.conf import settings
from django.core.mail.utils import DNS_NAME
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from schuldenlab.outbox.markup import addressed, underlined, write_sheet
from schuldenlab.outbox.models import Letter

PEOPLE = 100  # in one transaction
TEMPLATE = "outbox/mail/daily.txt"


def gather_daily(at: datetime) -> int:
    """Write the letters of the day that are due. Returns how many people get one.

    Every round is a transaction of its own: a letter is either still waiting, or merged into one
    that waits to be sent. Two gatherers at once leave each other's rows alone.
    """
    people = 0
    while gathered := _gather_some(at):
        people += gathered
    return people


@transaction.atomic
def _gather_some(at: datetime) -> int:
    due = Letter.objects.for_the_day(at)
    people = due.order_by("person").values_list("person", flat=True).distinct()[:PEOPLE]
    rows = due.filter(person__in=list(people)).order_by("person", "pk")
    letters = list(rows.select_for_update(skip_locked=True, of=("self",)))
    groups = [list(group) for _key, group in groupby(letters, lambda letter: letter.person_id)]
    alone = [group[0].pk for group in groups if len(group) == 1]
    Letter.objects.filter(pk__in=alone).update(is_daily=False)  # it goes as it is
    together = [(_gathered(group, at), group) for group in groups if len(group) > 1]
    Letter.objects.bulk_create(each for each, _group in together)
    for each, group in together:
        for letter in group:
            letter.status, letter.merged_into = Letter.Status.MERGED, each
    merged = [letter for _each, group in together for letter in group]
    Letter.objects.bulk_update(merged, ["status", "merged_into"])
    return len(groups)


def _gathered(group: list[Letter], at: datetime) -> Letter:
    """One letter with the subjects and the texts of all, one under another."""
    last = group[-1]
    with translation.override(last.language):
        parts = [_part(letter) for letter in group]
    facts = {"parts": "\n\n".join(parts), "count": len(group), "site_url": settings.SITE_URL}
    return Letter(
        key=f"daily:{group[0].pk}:{last.person_id}",
        template=TEMPLATE,
        person_id=last.person_id,
        address=last.address,
        name=last.name,
        language=last.language,
        message_id=f"<{uuid.uuid4().hex}@{DNS_NAME}>",
        not_before=at,
        at=at,
        **addressed(write_sheet(TEMPLATE, last.language, facts), last.name),
    )


def _part(letter: Letter) -> str:
    """Its subject as a heading and its text, without the greeting that stands above all."""
    greeting = _("Dear %(name)s,") % {"name": letter.name}
    return f"{underlined(letter.subject)}\n\n{letter.text.removeprefix(greeting).strip()}"
