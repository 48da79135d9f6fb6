"""Questions about innovation themes: who sees them, what runs, and who guides it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import models
from django.db.models import Exists, ExpressionWrapper, OuterRef, Q

from partners.querysets import DatedQuerySet, ended_after, local_day, recorded_by


class ThemeCallQuerySet(models.QuerySet[Any]):
    def visible_to(self, person: Any) -> ThemeCallQuerySet:
        """Calls are for everybody who takes part."""
        if person.is_authenticated and person.standing.is_insider:
            return self
        return self.none()

    def open_at(self, at: datetime) -> ThemeCallQuerySet:
        """Calls that take proposals at this moment."""
        return self.filter(status="open", opened_at__lte=at, closes_at__gt=at)

    def due_to_close(self, at: datetime) -> ThemeCallQuerySet:
        """Open ones whose deadline has passed."""
        return self.filter(status="open", closes_at__lte=at)


class InnovationThemeQuerySet(models.QuerySet[Any]):
    def visible_to(self, person: Any) -> InnovationThemeQuerySet:
        """Everybody who takes part sees all; whoever guides a theme sees that one."""
        if not person.is_authenticated:
            return self.none()
        return self if person.standing.is_insider else self.guided_by(person)

    def shown_to_all(self) -> InnovationThemeQuerySet:
        """Those on the public pages."""
        return self.filter(is_public=True)

    def chosen_in(self, year: int) -> InnovationThemeQuerySet:
        """What the raad chose for a year, whatever became of it."""
        return self.filter(call__year=year, selected_at__isnull=False).order_by("pk")

    def guided_by(self, person: Any) -> InnovationThemeQuerySet:
        """Themes of which this person is facilitator at its moment, by name."""
        from programme.models import Facilitator  # noqa: PLC0415 - the model names this file

        mine = Facilitator.objects.on(local_day(person.moment)).filter(person=person)
        return self.filter(Exists(mine.filter(theme=OuterRef("pk"))))

    def standing(self) -> InnovationThemeQuerySet:
        """All but those that were withdrawn."""
        return self.exclude(status="withdrawn")

    def running(self) -> InnovationThemeQuerySet:
        """Being explored or worked out."""
        return self.filter(status__in=["exploring", "working_out"])

    def stoppable(self) -> InnovationThemeQuerySet:
        """Chosen, explored or worked out: what a change of course can be about."""
        return self.filter(status__in=["selected", "exploring", "working_out"])

    def unguided(self, day: date) -> InnovationThemeQuerySet:
        """Those without any facilitator on `day`."""
        from programme.models import Facilitator  # noqa: PLC0415 - the model names this file

        now = Facilitator.objects.on(day).filter(theme=OuterRef("pk"))
        return self.filter(~Exists(now))

    def started(self, year: int, day: date, moment: datetime) -> InnovationThemeQuerySet:
        """Those that count in a year: explored since a day of it, as was known at `moment`."""
        return self.filter(
            recorded_by(moment, "exploring_on", "exploring_at"),
            exploring_on__year=year,
            exploring_on__lte=day,
        )


class FacilitatorQuerySet(DatedQuerySet[Any]):
    def visible_to(self, person: Any) -> FacilitatorQuerySet:
        """Whoever sees the theme sees who guides it."""
        from programme.models import InnovationTheme  # noqa: PLC0415 - the model names this file

        return self.filter(theme__in=InnovationTheme.objects.visible_to(person))

    def as_known(self, moment: datetime) -> list[Any]:
        """Rows of which the register knew at `moment`; an end that it did not know is not there."""
        later = ended_after(moment, "until_on", "ended_at")
        rows: list[Any] = list(
            self.filter(recorded_by(moment, "from_on")).annotate(
                ends_later=ExpressionWrapper(later, output_field=models.BooleanField())
            )
        )
        for row in rows:
            if row.ends_later:
                row.until_on = None
        return rows

    def lasting(self, day: date) -> FacilitatorQuerySet:
        """Those that have not ended by `day`, also when they begin later."""
        return self.filter(Q(until_on__isnull=True) | Q(until_on__gte=day))


class ExplorationNoteQuerySet(models.QuerySet[Any]):
    def visible_to(self, person: Any) -> ExplorationNoteQuerySet:
        """Whoever sees the theme reads its log."""
        from programme.models import InnovationTheme  # noqa: PLC0415 - the model names this file

        return self.filter(theme__in=InnovationTheme.objects.visible_to(person))
