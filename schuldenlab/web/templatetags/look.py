"""The look in templates: icons, badges, dates and money as our readers write them, drawings.

Everything that the filters print follows the active language; what belongs together is kept
together with a no-break space ("€ 60.000", "23 september", "17.00 uur").
"""

import logging
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from django import template
from django.conf import settings
from django.template import TemplateSyntaxError
from django.utils import formats, timezone
from django.utils.dateformat import format as format_date
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext

from schuldenlab.web.icons import ICONS

logger = logging.getLogger(__name__)
register = template.Library()

NBSP: Final = "\N{NO-BREAK SPACE}"
MINUS: Final = "\N{MINUS SIGN}"

# What we call a status → the variant of the badge, the icon that goes with it.
STATUSES: Final[dict[str, tuple[str, str]]] = {
    "met": ("success", "met"),
    "track": ("active", "on-track"),
    "warn": ("warning", "warning"),
    "fail": ("danger", "not-met"),
    "open": ("neutral", "open"),
}
VARIANTS: Final[dict[str, str]] = {variant: kind for kind, (variant, _) in STATUSES.items()}


def _complain(problem: str) -> None:
    """A typing error in a template stops the page, unless the setting LOOK_STRICT is False."""
    if getattr(settings, "LOOK_STRICT", True):
        raise TemplateSyntaxError(problem)
    logger.error(problem)


@register.simple_tag
def icon(name: str, css_class: str = "") -> SafeString:
    """The drawing of that name. Always beside text, so screen readers skip it."""
    drawing = ICONS.get(name)
    if drawing is None:
        _complain(f"There is no icon '{name}'.")
        return SafeString()
    return format_html(
        '<svg class="sl-icon{}" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">'
        "{}</svg>",
        f" {css_class}" if css_class else "",
        mark_safe(drawing),  # noqa: S308 - our own drawings
    )


@register.simple_tag
def status(kind: str, text: str, icon_name: str = "") -> SafeString:
    """A status badge: met, track, warn, fail or open (or NLDS: success, active, …), in words."""
    kind = VARIANTS.get(kind, kind)
    if kind not in STATUSES:
        _complain(f"There is no status '{kind}'.")
        kind = "open"
    variant, default_icon = STATUSES[kind]
    return format_html(
        '<span class="utrecht-status-badge utrecht-status-badge--{} sl-status">{}{}</span>',
        variant,
        icon(icon_name or default_icon),
        text,
    )


def is_dutch() -> bool:
    """Dutch keeps signs apart: € 60.000, 12,5 %. In English they stand against the number."""
    return get_language() == "nl"


@register.filter
def euro(amount: Decimal | int | str | None) -> str:
    """€ 60.000, in English €60,000; cents only when there are any: € 12,50."""
    if amount is None or amount == "":
        return ""
    exact = Decimal(amount).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
    decimals = 0 if exact == exact.to_integral_value() else 2
    digits = formats.number_format(
        abs(exact), decimal_pos=decimals, use_l10n=True, force_grouping=True
    )
    minus = MINUS if exact < 0 else ""
    return f"€{NBSP}{minus}{digits}" if is_dutch() else f"{minus}€{digits}"


def _local(moment: date) -> date:
    """The same moment on the clock on the wall here."""
    if isinstance(moment, datetime) and timezone.is_aware(moment):
        return timezone.localtime(moment)
    return moment


@register.filter
def day(moment: date | None) -> str:
    """Woensdag 23 september 2026, without capital: use capfirst at the start of a sentence."""
    return format_date(_local(moment), f"l j{NBSP}F Y") if moment else ""


@register.filter
def shortday(moment: date | None) -> str:
    """23 sep. The capital of the month follows the language: in English it has one."""
    if not moment:
        return ""
    local = _local(moment)
    month = format_date(local, "b")
    if format_date(local, "F")[0].isupper():
        month = month.capitalize()
    return f"{local.day}{NBSP}{month}"


@register.simple_tag
def month_names() -> list[str]:
    """Jan, feb … dec, short, as our readers write them."""
    return [format_date(date(2000, month, 1), "b") for month in range(1, 13)]


@register.simple_tag
def weekday_names() -> list[str]:
    """Ma, di … vr, short, as our readers write them."""
    return [format_date(date(2001, 1, day), "D") for day in range(1, 6)]


@register.filter
def clock(moment: datetime | None) -> str:
    """17.00 uur."""
    if not moment:
        return ""
    local = _local(moment)
    words = gettext("%(hour)s:%(minute)s") % {
        "hour": format_date(local, "H"),
        "minute": format_date(local, "i"),
    }
    return words.replace(" ", NBSP)


@register.filter
def deadline(moment: date | None) -> str:
    """Vrijdag 9 oktober, 17.00 uur; of a date only the day. Without capital."""
    if not moment:
        return ""
    words = format_date(_local(moment), f"l j{NBSP}F")
    return f"{words}, {clock(moment)}" if isinstance(moment, datetime) else words


@register.filter
def initials(name: str | None) -> str:
    """Two letters for a name: Bank Noordzee → BN, Stichting de Buurtkas → SB, Woonforte → WO."""
    words = re.findall(r"[^\W_]+", str(name or ""))
    named = [word for word in words if word[0].isupper()] or words
    letters = "".join(word[0] for word in named[:2]) if len(named) > 1 else "".join(named)[:2]
    return letters.upper()


@register.filter
def spaced_code(code: str | None) -> str:
    """K7QF 2M9D XW4T: groups of four can be read aloud."""
    plain = re.sub(r"[\W_]", "", str(code or ""))
    return " ".join(plain[start : start + 4] for start in range(0, len(plain), 4))


def _share(part: object, whole: object) -> Decimal:
    """Part of whole in percent, between 0 and 100."""
    total = Decimal(str(whole or 0))
    if total <= 0:
        return Decimal(0)
    return min(max(Decimal(str(part or 0)) / total * 100, Decimal(0)), Decimal(100))


@register.simple_tag
def percent(part: object, whole: object) -> int:
    """A share in whole percents, for words: 67."""
    return int(_share(part, whole).quantize(Decimal(1), rounding=ROUND_HALF_UP))


@register.simple_tag
def width(part: object, whole: object) -> str:
    """A share as the width of a bar in SVG: 66.7%."""
    return f"{_share(part, whole):.1f}%"


@register.simple_tag
def pip_row(held: int, total: int) -> list[bool]:
    """The dots for "3 van 6": True for each one that is held."""
    return [place < held for place in range(max(int(total or 0), 0))]


@dataclass(frozen=True)
class SeatPlace:
    """A seat and where it stands in a drawing of 280 by 280, as text for SVG."""

    initials: str
    css_class: str
    has_voted: bool
    x: str
    y: str
    radius: str
    text_y: str
    tick_x: str
    tick_y: str


def _read(thing: object, name: str) -> str:
    """A field of a mapping or an object, as a template would read it."""
    value = thing.get(name) if isinstance(thing, Mapping) else getattr(thing, name, None)
    return str(value or "")


@register.simple_tag
def seat_circle(seats: Sequence[object]) -> list[SeatPlace]:
    """Seats around a table, the first at the top, clockwise; 3 to 12 seats fit well.

    A state is "in" (voted), "out" (not yet), "me" (you, not yet) or "me in" (you, voted).
    """
    places = []
    number = max(len(seats), 1)
    radius = min(29.0, 100 * math.sin(math.pi / number) - 3) if number > 1 else 29.0
    for position, seat in enumerate(seats):
        angle = 2 * math.pi * position / number
        x, y = 140 + 100 * math.sin(angle), 140 - 100 * math.cos(angle)
        states = _read(seat, "state").split() or ["out"]
        has_voted = "in" in states
        places.append(
            SeatPlace(
                initials=_read(seat, "initials"),
                css_class=("in" if has_voted else "out") + (" me" if "me" in states else ""),
                has_voted=has_voted,
                x=f"{x:.1f}",
                y=f"{y:.1f}",
                radius=f"{radius:.1f}",
                text_y=f"{y + 6:.1f}",
                tick_x=f"{x + radius * 0.31:.1f}",
                tick_y=f"{y - radius * 1.14:.1f}",
            )
        )
    return places
