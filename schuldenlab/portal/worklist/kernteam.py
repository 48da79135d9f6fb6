"""What the kernteam has to do for itself: places to fill, and letters that did not arrive."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from partners.models import Framework, KernteamMember
from schuldenlab.outbox.models import Letter
from schuldenlab.portal.measures.reading import PATIENCE
from schuldenlab.web.templatetags.look import day as day_words

from .due import Due
from .spans import DAY, Span, filled, filled_from, short_from, short_since
from .today import Today


def kernteam_dues(today: Today) -> Iterator[Due]:
    """Places that are open or come open, by role; then letters that failed."""
    if today.framework is not None:
        yield from _places(today, today.framework)
    yield from _letters()


def _places(today: Today, framework: Framework) -> Iterator[Due]:
    roles = KernteamMember.Role
    needs = {
        roles.MANAGER: framework.kernteam_managers,
        roles.STAFF: framework.kernteam_staff,
    }
    spans: defaultdict[str, list[Span]] = defaultdict(list)
    terms = KernteamMember.objects.filter(struck_at__isnull=True)
    for role, first, last in terms.values_list("role", "from_on", "until_on"):
        spans[role].append((first, last))
    for role, need in needs.items():
        since = short_since(spans[role], need, today.day, framework.starts_on)
        if since is not None:
            begins = filled_from(spans[role], need, today.day)
            if begins is None or begins > since + PATIENCE:
                yield _vacancy(role, need - filled(spans[role], today.day), since, begins)
            continue
        ends = short_from(spans[role], need, today.day, today.day + PATIENCE)
        if ends is not None:
            yield _successor(role, ends)


def _vacancy(role: str, count: int, since: date, begins: date | None) -> Due:
    """Open now; when somebody begins after its last day, until then."""
    is_manager = role == KernteamMember.Role.MANAGER
    title = ngettext(
        "Find somebody for the open place in the kernteam",
        "Find people for the %(count)s open places in the kernteam",
        count,
    )
    title = _("Find a manager for the kernteam") if is_manager else title % {"count": count}
    text = _("The place is open since %(day)s. After sixty days it counts as not met.")
    if begins is not None:
        text = _("Somebody begins on %(day)s. Until then the place is open.")
    return Due(
        f"kernteam:{role}",
        title,
        text % {"day": day_words(begins or since)},
        reverse("partners:kernteam"),
        _("Fill the place"),
        since + PATIENCE,
        "kernteam",
        "people",
    )


def _successor(role: str, ends: date) -> Due:
    last = ends - DAY
    text = _("The last day of who is there now is %(day)s.")
    return Due(
        f"kernteam-next:{role}",
        _("Find a successor in the kernteam"),
        text % {"day": day_words(last)},
        reverse("partners:kernteam"),
        _("Fill the place"),
        last,
        "kernteam",
        "people",
    )


def _letters() -> Iterator[Due]:
    count = Letter.objects.in_trouble().count()
    if not count:
        return
    title = ngettext(
        "Look at %(count)s letter that may not have arrived",
        "Look at %(count)s letters that may not have arrived",
        count,
    )
    yield Due(
        "letters-lost",
        title % {"count": count},
        _("The mail server did not take it, or nobody knows. Send it again, or call."),
        reverse("partners:letter-problems"),
        _("Look at the letters"),
        None,
        icon="mail",
    )
