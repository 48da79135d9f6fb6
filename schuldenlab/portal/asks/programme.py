"""Questions about the programme: a commitment to prepare, comments to answer."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext as _

from partners.querysets import local_day
from programme.models import Commitment, CommitmentDraft, PassageComment, Programme

from .ask import Ask, days_left


def programme_asks(person: Any) -> list[Ask]:
    """For a contact, and for the kernteam."""
    if person.standing.is_kernteam:
        return [*_comments()]
    return [*_to_prepare(person)]


def _to_prepare(person: Any) -> Iterable[Ask]:
    """Partners for which somebody else answers, as long as nothing is put ready for that."""
    ours = person.standing.organisation_ids - person.standing.commits_ids
    if not ours:
        return
    names = {fact.organisation_id: fact.organisation_name for fact in person.standing.mandates}
    programmes = list(
        Programme.objects.filter(
            status=Programme.Status.ADOPTED,
            year__gte=local_day(person.moment).year,
            commit_by__gt=person.moment,
        )
    )
    done: set[tuple[int, int]] = set()
    for model in (Commitment, CommitmentDraft) if programmes else ():
        rows = model.objects.filter(organisation__in=ours, programme__in=programmes)
        done |= set(rows.values_list("programme_id", "organisation_id"))
    for programme in programmes:
        for organisation in sorted(ours):
            if (programme.pk, organisation) not in done:
                yield Ask(
                    title=_("Prepare the answer of %(name)s to the programme of %(year)s")
                    % {"name": names[organisation], "year": programme.year},
                    text=_("Your director answers. You can put the answer ready."),
                    icon="pencil",
                    due=programme.commit_by,
                    days_left=days_left(person, programme.commit_by),
                    url=reverse(
                        "programme:commitment-prepare", args=[programme.year, organisation]
                    ),
                    action=_("Prepare the answer"),
                )


def _comments() -> Iterable[Ask]:
    """Comments on a text that is not decided, to which nobody said anything."""
    open_now = [Programme.Status.PREPARING, Programme.Status.SUBMITTED]
    waiting = PassageComment.objects.waiting().filter(programme__status__in=open_now)
    years = waiting.order_by().values_list("programme__year").annotate(count=Count("pk"))
    for year, _count in sorted(years):
        yield Ask(
            title=_("Answer the comments on the programme of %(year)s") % {"year": year},
            text=_("Partners said something about the text, and wait for a word of the kernteam."),
            icon="document",
            due=None,
            days_left=None,
            url=reverse("programme:comment-list", args=[year]),
            action=_("Read the comments"),
            waits=True,
        )
