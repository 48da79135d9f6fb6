"""Themes, and which partner is ambassador of each."""

from typing import Any

from django.db.models import Prefetch, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners import actions, forms
from partners.models import Ambassadorship, Organisation, Theme
from partners.querysets import local_day
from schuldenlab.web.doors import ActionDoor, ListDoor

from .crumbs import crumbs


class ThemeList(ListDoor):
    """Every theme with its ambassadors, by name and never ranked."""

    queryset = Theme.objects.all()
    permission = "partners.view_theme"
    template_name = "partners/theme_list.html"

    def get_queryset(self) -> Any:
        """Themes with the partners of today that are ambassador."""
        day = local_day(self.at)
        now = Ambassadorship.objects.on(day).filter(
            organisation__in=Organisation.objects.partners(day)
        )
        named = now.with_taken_over().select_related("organisation").order_by("organisation__name")
        return (
            super()
            .get_queryset()
            .prefetch_related(Prefetch("ambassadorships", named, to_attr="ambassadors"))
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The themes; the kernteam also sees which partner is not an ambassador yet."""
        standing = self.person.standing
        return {
            **super().get_context_data(**kwargs),
            "heading": _("Themes"),
            "lead": _("Every partner is ambassador of at least one theme, as it chooses itself."),
            "crumbs": crumbs((_("Themes"), "")),
            "is_kernteam": standing.is_kernteam,
            "own_ids": standing.organisation_ids,
            "without": self._without() if standing.is_kernteam else [],
        }

    def _without(self) -> QuerySet[Organisation]:
        day = local_day(self.at)
        involved = Ambassadorship.objects.on(day).values("organisation_id")
        partners: QuerySet[Organisation] = Organisation.objects.partners(day)
        return partners.exclude(pk__in=involved)


class ThemeAction(ActionDoor):
    """An act on themes; afterwards you are on their page."""

    def get_success_url(self) -> str:
        """The themes."""
        return reverse("partners:theme-list")


class AddTheme(ThemeAction):
    """The kernteam adds a lasting subject."""

    permission = "partners.add_theme"
    form_class = forms.ThemeForm
    success_message = gettext_lazy("The theme is added. Partners can become ambassador of it.")

    def facts(self) -> dict[str, Any]:
        """What a theme is."""
        return {
            "heading": _("Add a theme"),
            "lead": _("A lasting subject, such as youth, housing or work."),
            "crumbs": crumbs((_("Themes"), "partners:theme-list"), (_("Add"), "")),
            "submit": _("Add the theme"),
        }

    def act(self, form: Any) -> Theme:
        """Add it."""
        return actions.add_theme(**form.cleaned_data, actor=self.person, at=self.at)


class BecomeAmbassador(ThemeAction):
    """A partner becomes ambassador of a theme."""

    queryset = Theme.objects.all()
    permission = "partners.become_ambassador"
    success_message = gettext_lazy("Thank you. The partner is ambassador of this theme.")

    def get_form(self, form_class: Any = None) -> forms.AmbassadorForm:
        """The kernteam chooses from all partners, everybody else from its own."""
        del form_class
        day, standing = local_day(self.at), self.person.standing
        partners = Organisation.objects.partners(day)
        if not standing.is_kernteam:
            partners = partners.filter(pk__in=standing.organisation_ids)
        now = Ambassadorship.objects.on(day).filter(theme=self.object)
        kwargs = self.get_form_kwargs()
        if len(standing.organisation_ids) == 1 and not standing.is_kernteam:
            kwargs["initial"] = {"organisation": next(iter(standing.organisation_ids))}
        return forms.AmbassadorForm(
            **kwargs,
            organisations=partners.exclude(pk__in=now.values("organisation_id")),
            day=day,
            has_date=standing.is_kernteam,
        )

    def facts(self) -> dict[str, Any]:
        """Of which theme."""
        theme = self.object
        return {
            "heading": _("Who becomes ambassador of “%(theme)s”?") % {"theme": theme.name},
            "lead": _("An ambassador speaks for the theme, inside and outside the network."),
            "crumbs": crumbs((_("Themes"), "partners:theme-list"), (theme.name, "")),
            "submit": _("Become ambassador"),
        }

    def act(self, form: Any) -> Ambassadorship:
        """From that day."""
        return actions.become_ambassador(
            form.cleaned_data["organisation"],
            theme=self.object,
            from_on=form.first_day,
            actor=self.person,
            at=self.at,
        )


class EndAmbassadorship(ThemeAction):
    """The last day of an ambassadorship."""

    queryset = Ambassadorship.objects.select_related("organisation", "theme")
    permission = "partners.end_ambassadorship"
    success_message = gettext_lazy("The last day is recorded. The history stays.")

    def get_form(self, form_class: Any = None) -> forms.LastDayForm:
        """Not before the first day."""
        del form_class
        day = local_day(self.at)
        return forms.LastDayForm(**self.get_form_kwargs(), from_on=self.object.from_on, day=day)

    def facts(self) -> dict[str, Any]:
        """Of whom, and for which theme."""
        names = {"name": self.object.organisation.name, "theme": self.object.theme.name}
        return {
            "heading": _("When does %(name)s stop as ambassador?") % names,
            "lead": _("The theme is “%(theme)s”. Another partner can take over.") % names,
            "crumbs": crumbs((_("Themes"), "partners:theme-list"), (names["theme"], "")),
            "submit": _("Record the last day"),
        }

    def act(self, form: Any) -> Ambassadorship:
        """End it."""
        return actions.end_ambassadorship(
            self.object, **form.cleaned_data, actor=self.person, at=self.at
        )
