"""What the programmaraad of this year and the next waits for."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from django.db.models import OuterRef, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from partners.models import Partnership
from partners.querysets import local_day
from programme.models import Programmaraad, Seat
from schuldenlab.portal.measures.reading import PATIENCE
from schuldenlab.web.templatetags.look import day as day_words

from .due import Due
from .spans import DAY, Span, filled, short_since
from .today import Today


def raad_dues(today: Today) -> Iterator[Due]:
    """A raad to propose or install, open seats, and a raad that is over."""
    for year in today.years:
        raad = today.raden.get(year)
        if raad is None:
            yield _propose(year, today)
        elif raad.status == Programmaraad.Status.COMPOSING:
            yield _install(raad, today)
    sitting = [each for each in today.raden.values() if each.status == "installed"]
    spans = _spans(sitting)
    for raad in sitting:
        if today.day > raad.last_on:
            yield _dissolve(raad)
        else:
            yield from _fill(raad, spans[raad.pk], today.day)


def _propose(year: int, today: Today) -> Due:
    return Due(
        f"raad-propose:{year}",
        _("Propose the programmaraad of %(year)s") % {"year": year},
        _("Five to six partners; all partners can respond."),
        reverse("programme:raad-propose", args=[year]),
        _("Propose the partners"),
        today.by_on("programmaraad", year),
        "programmaraad",
        "people",
    )


def _install(raad: Programmaraad, today: Today) -> Due:
    is_heard = raad.respond_by is not None and raad.respond_by <= today.moment
    text = _("Name who votes for each seat, then install it.")
    if not is_heard and raad.respond_by is not None:
        text = _("Partners can respond until %(day)s. After that you install it.") % {
            "day": day_words(raad.respond_by)
        }
    return Due(
        f"raad-install:{raad.pk}",
        _("Install the programmaraad of %(year)s") % {"year": raad.year},
        text,
        reverse("programme:raad-install", args=[raad.year])
        if is_heard
        else raad.get_absolute_url(),
        _("Install the programmaraad") if is_heard else _("Name who votes"),
        today.by_on("programmaraad", raad.year),
        "programmaraad",
        "people",
    )


def _dissolve(raad: Programmaraad) -> Due:
    return Due(
        f"raad-dissolve:{raad.pk}",
        _("Dissolve the programmaraad of %(year)s") % {"year": raad.year},
        _("Its year is over. Decisions and history stay."),
        reverse("programme:raad-dissolve", args=[raad.year]),
        _("Dissolve the programmaraad"),
        None,
        "",
        "people",
    )


def _spans(raden: list[Programmaraad]) -> dict[int, list[Span]]:
    """When each seat was held: until it was given back, or its organisation left."""
    left = Partnership.objects.filter(
        organisation=OuterRef("organisation"),
        left_on__gt=OuterRef("from_on"),
        struck_at__isnull=True,
    ).order_by("left_on")
    seats = Seat.objects.filter(raad__in=raden).annotate(
        gone_on=Subquery(left.values("left_on")[:1])
    )
    found: defaultdict[int, list[Span]] = defaultdict(list)
    for raad, first, until, gone in seats.values_list("raad", "from_on", "until_on", "gone_on"):
        ends = [day for day in (until, gone and gone - DAY) if day is not None]
        found[raad].append((first, min(ends, default=None)))
    return found


def _fill(raad: Programmaraad, spans: list[Span], day: date) -> Iterator[Due]:
    """Fewer seats than it began with; below the fewest of the framework it presses."""
    begun = local_day(raad.installed_at) if raad.installed_at else day
    number = filled(spans, begun) - filled(spans, day)
    since = short_since(spans, raad.framework.seats_min, day, begun)
    if number <= 0 and since is None:
        return
    number = max(number, 1)
    text = _("There are still enough seats to decide. Ask a partner, or fill it directly.")
    if since is not None:
        text = _("There are too few seats since %(day)s. After sixty days it counts as not met.")
    title = ngettext(
        "Fill %(count)s open seat of the programmaraad of %(year)s",
        "Fill %(count)s open seats of the programmaraad of %(year)s",
        number,
    )
    yield Due(
        f"seats:{raad.pk}",
        title % {"count": number, "year": raad.year},
        text % {"day": day_words(since)} if since else text,
        reverse("programme:raad-invite", args=[raad.year]),
        _("Ask a partner"),
        since + PATIENCE if since else None,
        "programmaraad",
        "people",
    )
