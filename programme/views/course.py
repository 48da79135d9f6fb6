"""The doors of changes of course: the list, one with its log, and writing one."""

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.models import Organisation
from partners.querysets import local_day
from programme import actions, forms
from programme.filters import ChangeFilter
from programme.models import Ballot, CourseChange, InnovationTheme, Programmaraad
from programme.models.course_words import CHANGE_FIELDS
from schuldenlab.web.doors import ActionDoor, DetailDoor, ListDoor

from .course_log import badge, log_of, stand, system_words
from .crumbs import change_crumbs

RELATED = (
    *("raad__framework", "organisation", "theme", "innovation_theme__call", "proposed_for"),
    *("ballot", "decision"),
)

TITLE_LENGTH, MOST_DIGITS = 120, 18


class ChangeList(ListDoor):
    """All changes of course that this person may see, newest first."""

    queryset = CourseChange.objects.select_related("raad", "decision")
    template_name = "programme/change_list.html"
    permission = "programme.view_coursechange"

    def get_queryset(self) -> Any:
        """Narrowed to what was asked."""
        self.form = ChangeFilter(self.request.GET)
        return self.form.narrow(super().get_queryset())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The rows with their badge, and what was asked."""
        context = super().get_context_data(**kwargs)
        query = self.request.GET.copy()
        query.pop("page", None)
        return {
            **context,
            "rows": [
                {"change": each, "badge": badge(each), "stand": stand(each)}
                for each in context["object_list"]
            ],
            "heading": _("Course changes"),
            "lead": _("What we do otherwise than was agreed, and who decided that."),
            "crumbs": change_crumbs(),
            "form": self.form,
            "query": query.urlencode(),
            "is_filtered": bool(query),
            "may_propose": self.person.has_perm("programme.propose_change"),
        }

    def render_to_response(self, context: Any, **kwargs: Any) -> HttpResponse:
        """A choice that does not exist says so in the status."""
        status = 200 if self.form.is_valid() else 422
        return super().render_to_response(context, status=status, **kwargs)


class ChangeDetail(DetailDoor):
    """One change: what and why, how it was judged, what the raad said, and what became of it."""

    queryset = CourseChange.objects.select_related(*RELATED, "proposed_by", "judged_by")
    permission = "programme.view_coursechange"
    template_name = "programme/change_detail.html"

    def facts(self) -> dict[str, Any]:
        """The change with its log, and what this person can do now."""
        change = self.object
        calls = list(change.calls.select_related("seat__organisation"))
        sees_ballot = change.ballot is not None and (
            Ballot.objects.visible_to(self.person).filter(pk=change.ballot_id).exists()
        )
        return {
            "change": change,
            "heading": change.title,
            "system": system_words(change),
            "crumbs": change_crumbs(change),
            "badge": badge(change),
            "stand": stand(change),
            "log": log_of(change, calls),
            "calls": calls,
            "missing_calls": max(0, 2 - len(calls)),
            "sees_ballot": sees_ballot,
            "has_open_ballot": change.ballot is not None
            and change.ballot.status != Ballot.Status.CLOSED,
            "may_decide": self.person.standing.is_kernteam,
            "may_withdraw": self.person.has_perm("programme.withdraw_change", change)
            and change.status in CourseChange.MOVES["withdraw"].sources
            and not change.is_fact,
            "stoppable": _stoppable(change),
            "may_call": CourseChange.objects.filter(pk=change.pk).callable_by(self.person).exists(),
        }


def _stoppable(change: CourseChange) -> InnovationTheme | None:
    """The theme that this change lets us stop, when it still goes on."""
    theme: InnovationTheme | None = change.innovation_theme
    if theme is None or not theme.can_stop or change.kind != CourseChange.Kind.THEME_DROPPED:
        return None
    return theme if change.is_free_to_act else None


class WrittenChange(ActionDoor):
    """A change in words; both doors below end on its page."""

    template_name = "programme/change_write.html"

    def get_success_url(self) -> str:
        """The change."""
        return str(self.result.get_absolute_url())


class ProposeChange(WrittenChange):
    """A partner or the kernteam proposes a change."""

    permission = "programme.propose_change"
    success_message = gettext_lazy(
        "The change is proposed. The kernteam judges whether it is crucial."
    )

    def get_form(self, form_class: Any = None) -> forms.ProposeChangeForm:
        """For one of the raden that sit now."""
        del form_class
        day = local_day(self.at)
        raden = Programmaraad.objects.sitting().filter(year__gte=day.year).order_by("year")
        return forms.ProposeChangeForm(**self.get_form_kwargs(), day=day, raden=raden)

    def get_initial(self) -> dict[str, Any]:
        """That a theme is dropped, when the page of that theme leads here."""
        asked = self.request.GET.get("theme", "")
        if not (asked.isascii() and asked.isdigit() and len(asked) <= MOST_DIGITS):
            return {}
        themes = InnovationTheme.objects.visible_to(self.person).stoppable()
        theme = themes.select_related("call").filter(pk=asked).first()
        if theme is None:
            return {}
        day = local_day(self.at)
        raden = Programmaraad.objects.sitting().filter(year=theme.call.year, year__gte=day.year)
        raad = raden.first()
        return dropping(theme) | ({} if raad is None else {"raad": raad.pk})

    def facts(self) -> dict[str, Any]:
        """What happens after it."""
        return {
            "heading": _("Propose a course change"),
            "lead": _("Say what changes, why, and what the effect is. The kernteam answers."),
            "crumbs": change_crumbs(here=_("New")),
            "submit": _("Send the proposal"),
            "may_choose_project": True,
        }

    def act(self, form: Any) -> CourseChange:
        """Propose it, for the partner that this person works for."""
        person, standing = self.person, self.person.standing
        ours = Organisation.objects.filter(pk__in=standing.organisation_ids).order_by("pk")
        return actions.propose_change(
            **form.cleaned_data,
            proposed_for=None if standing.is_kernteam else ours.first(),
            actor=person,
            at=self.at,
        )


def dropping(theme: InnovationTheme) -> dict[str, Any]:
    """The fields of a change by which this theme is dropped, as far as they are known."""
    title = _("“%(title)s” stops") % {"title": theme.title}
    return {
        "title": title[:TITLE_LENGTH],
        "about": CourseChange.About.THEME,
        "innovation_theme": theme,
        "theme": theme.theme_id,
        "kind": CourseChange.Kind.THEME_DROPPED,
    }


class WriteChange(WrittenChange):
    """The kernteam completes a proposal before it judges it."""

    queryset = CourseChange.objects.select_related(*RELATED)
    permission = "programme.write_change"
    success_message = gettext_lazy("The text is saved.")

    def obstacle(self) -> str:
        """What was judged stays."""
        if self.object.status == CourseChange.Status.PROPOSED:
            return ""
        return _("This change is judged already, so its text stays as it is.")

    def get_form(self, form_class: Any = None) -> forms.ChangeForm:
        """As it stands."""
        del form_class
        return forms.ChangeForm(**self.get_form_kwargs(), day=local_day(self.at))

    def get_initial(self) -> dict[str, Any]:
        """As it stands."""
        return {name: getattr(self.object, name) for name in CHANGE_FIELDS}

    def facts(self) -> dict[str, Any]:
        """Which one."""
        return {
            "heading": _("Complete the proposal"),
            "lead": self.object.title,
            "crumbs": change_crumbs(self.object, _("Complete")),
            "submit": _("Save the text"),
        }

    def act(self, form: Any) -> CourseChange:
        """Save it."""
        return actions.write_change(self.object, **form.cleaned_data, actor=self.person, at=self.at)
