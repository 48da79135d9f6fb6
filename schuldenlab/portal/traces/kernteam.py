"""Clause 5: behind the figure of the kernteam."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from partners.models import KernteamMember
from schuldenlab.portal.measures.kernteam import places

from .registry import trace
from .trace import Looking, Row, Rows, Trace, words_of


@trace("kernteam")
def kernteam(look: Looking) -> Trace:
    """Who fills a place on the day, and which places are open."""
    url = reverse("partners:kernteam")
    filled, open_ones = places(look.asked)
    roles = dict(KernteamMember.Role.choices)

    def say(term: Any) -> Row:
        words = {"role": roles[term.role], "day": words_of(term.from_on)}
        return Row(term.person.name, url, _("%(role)s since %(day)s") % words)

    empty = [
        Row(_("An open place"), url, str(roles[role]))
        for role, count in open_ones.items()
        for _number in range(count)
    ]
    return Trace(
        counted=Rows(filled, say),
        missing=Rows(empty),
        todo=look.todo(_("Appoint somebody"), reverse("partners:kernteam-appoint"))
        if look.reader.standing.is_manager
        else None,
    )
