"""Questions of every vote: whose it is, what came before it, and who gets its receipt."""

from __future__ import annotations

from typing import Any

from django.db.models import Max, Subquery

from partners.querysets import local_day
from schuldenlab.prepared import SOME_DAY, SOMEBODY, SOMETHING, SOMETHING_ELSE, Prepared

from .raad import own_seats


def open_to(key: Any, person: Any) -> Any:
    """The open ballot of this key when this person votes in it; None says nothing about others.

    Whoever votes in it sees it: the seat is one of its raad, and speaks for a partner.
    """
    rights = RIGHTS.found(key, person.pk, local_day(person.moment))
    if not rights or rights[0].ballot.status != "open":
        return None
    return _read(rights[0].ballot, person, rights)


def rights_in(ballot: Any, person: Any) -> list[Any]:
    """The seats of the electorate for which this person votes at its moment; read once for that."""
    if getattr(ballot, "rights", (None,))[0] != (person.pk, person.moment):
        _read(ballot, person, RIGHTS.found(ballot.pk, person.pk, local_day(person.moment)))
    return list(ballot.rights[1])


def _read(ballot: Any, person: Any, rights: list[Any]) -> Any:
    for each in rights:
        each.ballot = ballot
    ballot.rights = (person.pk, person.moment), rights
    return ballot


def _rights() -> Any:
    from programme.models import Entitlement  # noqa: PLC0415 - the models name this app

    held = Entitlement.objects.filter(ballot=SOMETHING, seat__in=own_seats(SOMEBODY, SOME_DAY))
    return held.counting(SOME_DAY).select_related("organisation", "ballot__raad").order_by("pk")


def _entitled() -> Any:
    from programme.models import Entitlement  # noqa: PLC0415 - the models name this app

    held = Entitlement.objects.filter(ballot=SOMETHING, organisation=SOMETHING_ELSE)
    return held.counting(SOME_DAY)


def _aside() -> Any:
    from programme.models import Recusal  # noqa: PLC0415 - the models name this app

    said = Recusal.objects.effective().filter(ballot=SOMETHING, organisation=SOMETHING_ELSE)
    return said.order_by().values_list("option_id")


def _last() -> Any:
    from programme.models import Vote  # noqa: PLC0415 - the models name this app

    votes = Vote.objects.order_by()
    own = votes.filter(entitlement=SOMETHING_ELSE).values("entitlement")
    top = Subquery(own.values(top=Max("ordinal")))
    last = votes.filter(ballot=SOMETHING).annotate(own_top=top).order_by("-sequence")
    return last.values_list("sequence", "hash", "own_top")[:1]


def _speakers() -> Any:
    from programme.models import Delegate  # noqa: PLC0415 - the models name this app

    named = Delegate.objects.speaking(SOME_DAY).filter(seat=SOMETHING, person__is_active=True)
    return named.select_related("person")


RIGHTS = Prepared(_rights, SOMETHING, SOMEBODY, SOME_DAY)
# The right to vote of an organisation in a ballot, as it is while the ballot is locked.
ENTITLED = Prepared(_entitled, SOMETHING, SOMETHING_ELSE, SOME_DAY)
ASIDE = Prepared(_aside, SOMETHING, SOMETHING_ELSE)  # for which options it stepped aside
LAST = Prepared(_last, SOMETHING, SOMETHING_ELSE)  # of a ballot, with the top of an entitlement
SPEAKERS = Prepared(_speakers, SOMETHING, SOME_DAY)  # who votes for a seat
