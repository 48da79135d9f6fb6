"""What the programme of this year and the next waits for."""

from collections.abc import Iterator

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from programme.models import Ballot, PassageComment, Programme
from schuldenlab.web.templatetags.look import deadline

from .due import Due
from .today import Today

MEASURE = "programme_adopted"
Step = tuple[str, str, str, str]  # what to do, why, the address, the words of the button


def programme_dues(today: Today) -> Iterator[Due]:
    """The next step until it is adopted, comments to answer, and a year to close."""
    for year in today.years:
        programme = today.programmes.get(year)
        step = _write(year) if programme is None else _step(programme)
        if step is None:
            continue
        title, text, url, button = step
        last = today.by_on(MEASURE, year)
        key = f"programme:{year}:{_stage(programme)}"
        yield Due(key, title, text, url, button, last, MEASURE, "document")
    yield from _comments(today)
    yield from _close(today.year)


def _stage(programme: Programme | None) -> str:
    """Which step it is: the next one is news, and not the same thing that still waits."""
    if programme is None:
        return "write"
    ballot = programme.ballot
    if programme.status == Programme.Status.PREPARING or ballot is None:
        return str(programme.status)
    return f"{ballot.pk}-{ballot.status}"


def _write(year: int) -> Step:
    return (
        _("Write the programme of %(year)s") % {"year": year},
        _("Ambition and text; nobody else sees it yet."),
        reverse("programme:programme-write", args=[year]),
        _("Write the programme"),
    )


def _step(programme: Programme) -> Step | None:
    facts = {"year": programme.year}
    if programme.status == Programme.Status.PREPARING:
        return (
            _("Submit the programme of %(year)s to the programmaraad") % facts,
            _("The text is being written. Only a ballot of the programmaraad adopts it."),
            programme.get_absolute_url(),
            _("Go on with the programme"),
        )
    if programme.status != Programme.Status.SUBMITTED:
        return None
    ballot = programme.ballot
    if ballot is None or ballot.status == Ballot.Status.CLOSED:
        return (
            _("Let the programmaraad vote on the programme of %(year)s") % facts,
            _("The text is with the programmaraad, without a ballot yet."),
            reverse("programme:programme-ballot", args=[programme.year]),
            _("Make the ballot"),
        )
    if ballot.status == Ballot.Status.DRAFT:
        return _draft(ballot, facts)
    return (
        _("Follow the vote on the programme of %(year)s") % facts,
        _("The programmaraad is voting on it, until %(moment)s.")
        % {"moment": deadline(ballot.closes_at)},
        ballot.get_absolute_url(),
        _("See who has voted"),
    )


def _draft(ballot: Ballot, facts: dict[str, int]) -> Step:
    if ballot.round == 1 and ballot.announced_at is None:
        return (
            _("Show the ballot on the programme of %(year)s to the programmaraad") % facts,
            _("Then the seats can read it before they vote."),
            ballot.get_absolute_url(),
            _("Show the ballot"),
        )
    text = _("The programmaraad sees it, and waits until it opens.")
    if ballot.round > 1:
        text = _("The vote came to no decision. This is the next round.")
    return (
        _("Open the ballot on the programme of %(year)s") % facts,
        text,
        reverse("programme:ballot-open", args=[ballot.pk]),
        _("Open the ballot"),
    )


def _comments(today: Today) -> Iterator[Due]:
    """What partners said about a text that is not adopted yet."""
    open_texts = [Programme.Status.PREPARING, Programme.Status.SUBMITTED]
    waiting = PassageComment.objects.waiting().filter(
        programme__status__in=open_texts, programme__year__gte=today.year
    )
    counted = waiting.order_by().values_list("programme__year").annotate(Count("pk"))
    for year, count in counted.order_by("programme__year"):
        title = ngettext(
            "Answer %(count)s comment on the programme of %(year)s",
            "Answer %(count)s comments on the programme of %(year)s",
            count,
        )
        yield Due(
            f"comments:{year}",
            title % {"count": count, "year": year},
            _("Partners want to know what you do with it."),
            reverse("programme:comment-list", args=[year]),
            _("Read the comments"),
            today.by_on(MEASURE, year),
            MEASURE,
            "megaphone",
        )


def _close(year: int) -> Iterator[Due]:
    past = Programme.objects.filter(status=Programme.Status.ADOPTED, year__lt=year)
    for each in past.order_by("year").values_list("year", flat=True):
        yield Due(
            f"programme-close:{each}",
            _("Close the programme of %(year)s") % {"year": each},
            _("The year is over."),
            reverse("programme:programme-close", args=[each]),
            _("Close the programme"),
            None,
            "",
            "document",
        )
