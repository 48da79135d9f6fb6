"""Clause 8: behind the figure of knowledge and expertise. No amount of anybody stands in it."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from funding.models import Pledge
from schuldenlab.portal.measures.everybody import yes
from schuldenlab.portal.measures.knowledge import GAVE, givers, in_kind_of

from .partners import by_name, partner
from .registry import trace
from .trace import Looking, Row, Rows, Trace


@trace("knowledge")
def knowledge(look: Looking) -> Trace:
    """Partners that gave, and in which ways; by a pledge only for who may see that pledge."""
    asked = look.asked
    seen = in_kind_of(Pledge.objects.visible_to(look.reader), asked)
    rows = by_name(givers(asked).annotate(shown=yes(seen)), look).filter(GAVE)
    named = yes(Q(shown=True) | Q(spoke=True) | Q(guided=True))
    return Trace(
        counted=Rows(rows.annotate(named=named).order_by("-named", "name", "pk"), _giver),
    )


def _giver(each: Any) -> Row:
    if not each.named:
        return Row(_("A partner"), text=_("Gave in kind; only some may see which partner"))
    return partner(each, " · ".join(_ways(each)))


def _ways(each: Any) -> Iterator[str]:
    if each.shown:
        yield _("Gave in kind")
    if each.spoke:
        yield _("Spoke at a meeting")
    if each.guided:
        yield _("Guided a theme")
