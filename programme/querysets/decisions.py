"""Questions about the register of decisions."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any, cast

from django.db import models
from django.db.models import Count, Exists, OuterRef, Q

from partners.models import KernteamMember, Mandate, Person
from partners.search import looked_up, together

NUMBER = re.compile(r"([0-9]{4})-([0-9]{1,4})")  # as people cite it: 2026-03
REMINDED_FOR = timedelta(days=14)  # before and after the last day


class DecisionQuerySet(models.QuerySet[Any]):
    def visible_to(self, person: Any) -> DecisionQuerySet:
        """The register of decisions is open to everybody who takes part."""
        if person.is_authenticated and person.standing.is_insider:
            return self
        return self.none()

    def shown_to_all(self) -> DecisionQuerySet:
        """Those on the public pages."""
        return self.filter(is_public=True)

    def of_year(self, year: int) -> DecisionQuerySet:
        """In the order of their numbers, with all that a list of them says."""
        found = self.filter(year=year).order_by("sequence")
        found = found.select_related("ballot", "meeting__series", "owner", "raad")
        listed: DecisionQuerySet = found.prefetch_related("steps__owner", "innovation_themes")
        return listed

    def unbound(self) -> DecisionQuerySet:
        """Taken without a ballot, and not about a programme, a theme or a change of course."""
        found: DecisionQuerySet = self.filter(
            ballot=None, programme=None, course_changes=None, innovation_themes=None
        )
        return found

    def with_last_step(self) -> DecisionQuerySet:
        """Each with the text of its last step as `last_step`."""
        from programme.models import DecisionStep  # noqa: PLC0415 - the model names this file

        steps = DecisionStep.objects.filter(decision=OuterRef("pk")).exclude(kind="assigned")
        annotated: DecisionQuerySet = self.annotate(
            last_step=steps.order_by("-at", "-pk").values("text")[:1]
        )
        return annotated

    def to_look_after(self, day: date) -> dict[str, int]:
        """How many are `late`, and how many are `loose`: nobody sees to them."""
        open_ones = self.filter(status="open")
        late, loose = Q(due_on__lt=day), self._is_loose()
        found: dict[str, int] = open_ones.aggregate(
            late=Count("pk", filter=late), loose=Count("pk", filter=loose)
        )
        return found

    def owned(self) -> DecisionQuerySet:
        """To be carried out, by somebody who can log in."""
        return self.filter(status="open", owner__is_active=True)

    def without_owner(self) -> DecisionQuerySet:
        """To be carried out, by nobody, or by somebody who left."""
        return self.filter(self._is_loose(), status="open")

    def _is_loose(self) -> Q:
        """Nobody sees to it; themes that were chosen have facilitators of their own."""
        from programme.models import InnovationTheme  # noqa: PLC0415 - the model names this file

        themes = InnovationTheme.objects.filter(decision=OuterRef("pk"))
        return (Q(owner=None) | Q(owner__is_active=False)) & Q(~Exists(themes))

    def overdue(self, day: date) -> DecisionQuerySet:
        """To be carried out, and the last day has passed."""
        return self.filter(status="open", due_on__lt=day)

    def due_around(self, day: date) -> DecisionQuerySet:
        """Owned, with a last day of which its owner is reminded about now."""
        near = (day - REMINDED_FOR, day + REMINDED_FOR)
        return self.owned().filter(due_on__range=near)

    def looked_for(
        self, day: date, *, q: str = "", year: str = "", status: str = "", origin: str = ""
    ) -> DecisionQuerySet:
        """By number or words in title, text and follow-up, and by what was chosen.

        A status is also `late` or `loose`: overdue on `day`, or without an owner.
        """
        special = {"late": self.overdue(day), "loose": self.without_owner()}
        chosen = {"year": year, "origin": origin, "status": "" if status in special else status}
        found = special.get(status, self)
        found = found.filter(**{name: value for name, value in chosen.items() if value})
        number = NUMBER.fullmatch(q.strip())
        if number:
            return found.filter(year=int(number[1]), sequence=int(number[2]))
        texts = together("title", "text", "follow_up")
        return cast("DecisionQuerySet", looked_up(found, texts, q))


def possible_owners(day: date) -> models.QuerySet[Any]:
    """Who can see to a decision: whoever works for a partner or in the kernteam today."""
    mine = Mandate.objects.on(day).filter(person=OuterRef("pk"))
    term = KernteamMember.objects.on(day).filter(person=OuterRef("pk"))
    people = Person.objects.can_log_in().filter(Exists(mine) | Exists(term))
    ordered: models.QuerySet[Any] = people.order_by("name", "pk")
    return ordered
