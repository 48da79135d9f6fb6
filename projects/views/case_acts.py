"""The doors of a version of a business case: begin, go on, put before the raad, approve."""

from typing import Any, ClassVar

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.querysets import local_day
from projects import actions, forms
from projects.models import DEFAULT_HORIZON, BusinessCase, DiscountRate

from .acts import OfProject, OnProject
from .case_words import version_words

Status = BusinessCase.Status


class OnCase(OfProject):
    """An act on a version; afterwards you are on its page."""

    queryset: Any = BusinessCase.objects.select_related("project", "discount_rate")
    states: ClassVar[frozenset[str]] = frozenset({Status.DRAFT})

    @property
    def case(self) -> BusinessCase:
        """The version that this is about."""
        found: BusinessCase = self.object
        return found

    def obstacle(self) -> str:
        """Every act has its moment in the life of a version."""
        if not self.project.is_going:
            return _("This is no longer possible: the project is “%(status)s”.") % {
                "status": self.project.get_status_display()
            }
        if self.case.status in self.states:
            return ""
        return _("This is no longer possible: the status is “%(status)s” now.") % {
            "status": self.case.get_status_display()
        }

    def facts(self) -> dict[str, Any]:
        """Which version this is about, in the way back."""
        facts = super().facts()
        crumbs = facts["crumbs"]
        words = version_words(self.case)
        page = {"label": words[:1].upper() + words[1:], "url": self.case.get_absolute_url()}
        return {**facts, "crumbs": [*crumbs[:-1], page, crumbs[-1]]}

    def get_success_url(self) -> str:
        """To the version."""
        return str(self.case.get_absolute_url())


class DraftCase(OnProject):
    """The first version of the case of a project."""

    permission = "projects.draft_case"
    form_class: Any = forms.CaseForm
    heading = gettext_lazy("Begin the business case")
    lead = gettext_lazy("What does the project cost, what does it bring, and for whom?")
    submit = gettext_lazy("Begin")
    success_message = gettext_lazy("The first version is there. Add who pays and who gains.")

    def obstacle(self) -> str:
        """Only one first version."""
        if self.object.cases.exclude(status=Status.DROPPED).exists():
            return _("This project has a business case already. Make a new version of it.")
        return super().obstacle()

    def get_initial(self) -> dict[str, Any]:
        """This year, and five years."""
        year = local_day(self.at).year
        return {"base_year": year, "price_year": year, "horizon": DEFAULT_HORIZON}

    def act(self, form: Any) -> BusinessCase:
        """Begin it."""
        return actions.draft_case(self.object, **form.cleaned_data, **self.acting)

    def get_success_url(self) -> str:
        """To the version."""
        return str(self.result.get_absolute_url())


class CopyCase(OnCase):
    """The next version begins with all that this one says."""

    permission = "projects.copy_case"
    form_class: Any = forms.CopyCaseForm
    states = frozenset(Status)
    heading = gettext_lazy("Make a new version")
    lead = gettext_lazy("All parties and lines go along. This version stays as it is.")
    submit = gettext_lazy("Make the new version")
    success_message = gettext_lazy("The new version is there. Change what has changed.")

    def obstacle(self) -> str:
        """Only one version at a time is worked on."""
        draft = self.project.cases.filter(status=Status.DRAFT).first()
        if draft is None:
            return super().obstacle()
        return _("Somebody works on version %(number)s already. Go on with that one.") % {
            "number": draft.version
        }

    def get_form_kwargs(self) -> dict[str, Any]:
        """The newest rate first, and that of this version."""
        newest = DiscountRate.objects.on(local_day(self.at)) or self.object.discount_rate
        rates = {each.pk: each for each in (newest, self.object.discount_rate)}
        return {**super().get_form_kwargs(), "rates": list(rates.values())}

    def get_initial(self) -> dict[str, Any]:
        """The years of this version."""
        return {"base_year": self.object.base_year, "price_year": self.object.price_year}

    def act(self, form: Any) -> BusinessCase:
        """Copy it."""
        return actions.copy_case(self.object, **form.cleaned_data, **self.acting)

    def get_success_url(self) -> str:
        """To the new version."""
        return str(self.result.get_absolute_url())


class ChangeCase(OnCase):
    """Other years, or other words."""

    permission = "projects.change_case"
    form_class: Any = forms.CaseForm
    heading = gettext_lazy("Change the assumptions")
    lead = gettext_lazy("In which years the version counts, and what it compares.")
    submit = gettext_lazy("Keep this")

    def get_initial(self) -> dict[str, Any]:
        """What it says now."""
        return {name: getattr(self.object, name) for name in forms.CaseForm.base_fields}

    def act(self, form: Any) -> BusinessCase:
        """Write it."""
        return actions.change_case(self.object, facts=form.cleaned_data, **self.acting)


class SubmitCase(OnCase):
    """Before the programmaraad."""

    permission = "projects.submit_case"
    heading = gettext_lazy("Submit this version to the programmaraad?")
    lead = gettext_lazy(
        "From then on it stands still. You can take it back as long as nobody votes about it."
    )
    submit = gettext_lazy("Submit this version")
    success_message = gettext_lazy("The programmaraad can read this version now.")

    def act(self, form: Any) -> BusinessCase:
        """Submit it."""
        del form
        return actions.submit_case(self.object, **self.acting)


class TakeCaseBack(OnCase):
    """Work on it again."""

    permission = "projects.take_case_back"
    states = frozenset({Status.SUBMITTED})
    heading = gettext_lazy("Take this version back?")
    lead = gettext_lazy("You can work on it again. The programmaraad does not see it until then.")
    submit = gettext_lazy("Take it back")
    success_message = gettext_lazy("You can work on this version again.")

    def act(self, form: Any) -> BusinessCase:
        """Take it back."""
        del form
        return actions.take_case_back(self.object, **self.acting)


class ApproveCase(OnCase):
    """By which decision the programmaraad agreed."""

    permission = "projects.approve_case"
    form_class: Any = forms.ApproveCaseForm
    states = frozenset({Status.SUBMITTED})
    heading = gettext_lazy("Which decision approves this version?")
    lead = gettext_lazy("It stands in the register of decisions. Afterwards nothing changes here.")
    submit = gettext_lazy("Record the decision")
    success_message = gettext_lazy("This version is approved, and stays as it is.")

    def act(self, form: Any) -> BusinessCase:
        """Write it down."""
        return actions.approve_case(self.object, **form.cleaned_data, **self.acting)


class DropCase(OnCase):
    """Nobody goes on with it."""

    permission = "projects.drop_case"
    heading = gettext_lazy("Do not go on with this version?")
    lead = gettext_lazy("It stays on record. You can make a new version of it.")
    submit = gettext_lazy("Drop this version")

    def act(self, form: Any) -> BusinessCase:
        """Drop it."""
        del form
        return actions.drop_case(self.object, **self.acting)
