"""Clause 6: behind the figures of innovation themes."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from schuldenlab.portal.measures.themes import guided, results, started, waiting

from .registry import trace
from .trace import Looking, Row, Rows, Trace, words_of


def _theme(theme: Any, text: str, **facts: Any) -> Row:
    return Row(theme.title, theme.get_absolute_url(), text, **facts)


@trace("innovation_themes")
def innovation_themes(look: Looking) -> Trace:
    """Themes of which the exploration began in the year; and what was chosen, or is to choose."""
    asked = look.asked
    begun = asked.once(started)
    short = max(0, asked.framework.themes_min - len(begun))
    coming = [
        _theme(
            each,
            _("Chosen; exploring it has not begun yet"),
            **look.act(_("Begin exploring"), reverse("programme:theme-explore", args=[each.pk])),
        )
        for each in waiting(asked)[:short]
    ]
    none = Row(_("One more theme is needed"), text=_("It was not chosen yet"))
    return Trace(
        counted=Rows(begun, _began),
        missing=Rows([*coming, *([none] * short)][:short]),
        todo=look.todo(
            _("To the themes of the year"), reverse("programme:theme-year", args=[asked.year])
        ),
    )


def _began(theme: Any) -> Row:
    return _theme(theme, _("Explored since %(day)s") % {"day": words_of(theme.exploring_on)})


@trace("theme_results")
def theme_results(look: Looking) -> Trace:
    """Themes that were delivered; those that are to come, and stopped ones that are needed."""
    found = results(look.asked)
    short = max(0, found.need - len(found.done))

    def done(theme: Any) -> Row:
        return _theme(theme, _("Delivered on %(day)s") % {"day": words_of(theme.delivered_on)})

    coming = [_to_come(each, look) for each in found.running]
    stopped = [_stopped(each) for each in found.stopped]
    return Trace(
        counted=Rows(found.done, done),
        missing=Rows([*coming, *stopped][:short]),
    )


def _stopped(theme: Any) -> Row:
    return _theme(theme, _("Stopped on %(day)s") % {"day": words_of(theme.stopped_on)})


def _to_come(theme: Any, look: Looking) -> Row:
    act = look.act(_("To the theme"), theme.get_absolute_url())
    if theme.result_due_on is None:
        return _theme(theme, _("Runs"), **act)
    return _theme(theme, _("Due on %(day)s") % {"day": words_of(theme.result_due_on)}, **act)


@trace("themes_facilitated")
def themes_facilitated(look: Looking) -> Trace:
    """Themes that somebody guides, and those without since some day."""
    gaps = guided(look.asked)

    def without(pair: Any) -> Row:
        theme, since = pair
        url = reverse("programme:facilitator-add", args=[theme.pk])
        text = _("Nobody guides it since %(day)s") % {"day": words_of(since)}
        return _theme(theme, text, **look.act(_("Name a facilitator"), url))

    return Trace(
        counted=Rows([theme for theme, since in gaps if since is None], _began),
        missing=Rows([pair for pair in gaps if pair[1] is not None], without),
    )
