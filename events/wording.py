"""A forecast in words, for every page and letter that shows one."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.forecast import Forecast

DAY = "j\u00a0F"  # 8 december, kept together
BADGES = {
    "met": "met",
    "on_track": "track",
    "attention": "warn",
    "missed": "fail",
    "not_yet": "open",
}


def day_in_words(day: date, today: date) -> str:
    """A day kept together, with its year when that is not this one."""
    return date_format(day, DAY if day.year == today.year else f"{DAY} Y")


def badge_in_words(forecast: Forecast) -> dict[str, str]:
    """The state as a badge."""
    texts = {
        "met": _("Met"),
        "on_track": _("On track"),
        "attention": _("Attention"),
        "missed": _("Not met"),
        "not_yet": _("Not due yet"),
    }
    return {"status": BADGES[forecast.state], "text": texts[forecast.state]}


def figures_in_words(forecast: Forecast) -> list[str]:
    """Held, dated, passed and open: only what there is."""
    counted = (
        (forecast.held, _("%(count)s held")),
        (forecast.dated, _("%(count)s with a date")),
        (forecast.passed, _("%(count)s not recorded yet")),
        (forecast.undated, _("%(count)s without a date")),
    )
    return [words % {"count": count} for count, words in counted if count]


def advice_of(forecast: Forecast) -> list[str]:
    """What has no date, and until when the duty can still be met."""
    if forecast.state in {"met", "missed"} and not forecast.undated + forecast.passed:
        return []
    parts = []
    if forecast.passed:
        words = _("Of %(count)s it is not recorded who was there.")
        parts.append(words % {"count": forecast.passed})
    if forecast.undated:
        words = ngettext(
            "%(count)s has no date yet.", "%(count)s have no date yet.", forecast.undated
        )
        parts.append(words % {"count": forecast.undated})
    if forecast.missing:
        parts.append(last_day_in_words(forecast))
    return parts


def last_day_in_words(forecast: Forecast) -> str:
    """Until when the duty can be met: within its period, else within the year, else at all."""
    day, days = forecast.act_by, forecast.terms.lead_days
    if day is None:
        return _("There are no days left in %(year)s to meet.") % {"year": forecast.terms.year}
    facts = {"day": day_in_words(day, forecast.today), "year": forecast.terms.year, "days": days}
    if day == forecast.in_time_until:
        return _("Fix the date on %(day)s at the latest: then it falls in its period.") % facts
    if day == forecast.last_on:
        words = _(
            "The agreed period is too close. Fix the date on %(day)s at the latest: "
            "then it still counts for %(year)s."
        )
        return words % facts
    words = _(
        "There are less than %(days)s working days left to prepare. "
        "The last day to meet is %(day)s."
    )
    return words % facts
