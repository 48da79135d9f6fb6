"""What somebody is on a day, read by queries that were written once."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from django.db.models import Exists, OuterRef

from partners import actions
from partners.models import KernteamMember, Mandate, Partnership, Person
from partners.models.standing import MandateFact
from partners.querysets import local_day

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def by_the_querysets(someone: Person, day: date) -> tuple[str, tuple[MandateFact, ...]]:
    """The same, written anew."""
    partnership = Partnership.objects.on(day).filter(organisation=OuterRef("organisation_id"))
    facts = ("organisation_id", "organisation__name", "role", "may_sign", "is_partner", "signs_for")
    mine = Mandate.objects.on(day).filter(person=someone)
    rows = mine.annotate(is_partner=Exists(partnership)).values_list(*facts)
    role = KernteamMember.objects.on(day).filter(person=someone).values_list("role", flat=True)
    return role.first() or "", tuple(MandateFact(*row) for row in rows)


def test_what_is_kept_answers_as_the_querysets_do(cast: Cast) -> None:
    """Everybody, on the days around which something begins or ends."""
    began, joined = cast.director.mandates.get(), cast["FV"].partnerships.get()
    known = {"actor": cast.manager, "at": cast.at}
    actions.end_mandate(cast.contact.mandates.get(), until_on=cast.at.date(), **known)
    actions.end_partnership(joined, left_on=(cast.at + 5 * DAY).date(), **known)
    edges = [began.from_on, joined.joined_on, local_day(cast.at), local_day(cast.at + 5 * DAY)]
    seen = set()
    for someone in Person.objects.all():
        for edge in edges:
            for day in (edge - DAY, edge, edge + DAY):
                someone.moment = cast.at + (day - local_day(cast.at))
                found = someone.standing.kernteam_role, someone.standing.mandates
                assert found == by_the_querysets(someone, day), (someone.name, day)
                seen.add((someone.standing.is_kernteam, someone.standing.is_insider))
    assert seen == {(True, True), (False, True), (False, False)}


def test_it_costs_two_queries(cast: Cast, django_assert_num_queries) -> None:
    someone = Person.objects.get(pk=cast.director.pk)
    someone.moment = cast.at
    with django_assert_num_queries(2):
        assert someone.standing.is_insider
        assert someone.standing.organisation_ids == {cast["BN"].pk}
