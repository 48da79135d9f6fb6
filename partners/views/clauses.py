"""The agreements of a draft: one more, other words, one less."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners import actions, forms
from partners.models import Clause, Framework
from schuldenlab.web.doors import ActionDoor

from .crumbs import crumbs
from .drafting import NO_DRAFT, DraftDoor


class AddClause(DraftDoor):
    """One agreement more."""

    template_name = "partners/clause_edit.html"
    success_message = gettext_lazy("The agreement is added.")

    def get_form(self, form_class: Any = None) -> forms.ClauseForm:
        """With the next number."""
        del form_class
        last = self.object.clauses.order_by("number").last()
        number = last.number + 1 if last else 1
        facts = {**self.get_form_kwargs(), "initial": {"number": number}}
        return forms.ClauseForm(**facts, framework=self.object)

    def facts(self) -> dict[str, Any]:
        """For which draft."""
        return {
            "heading": _("A new agreement"),
            "lead": _("One subject, in plain words. And how we see each year that it is kept."),
            "crumbs": self.way(_("New agreement")),
            "submit": _("Add the agreement"),
        }

    def act(self, form: Any) -> Clause:
        """Add it."""
        return actions.add_clause(
            self.object, facts=form.clause_facts, actor=self.person, at=self.at
        )


class ClauseDoor(ActionDoor):
    """An act on an agreement of a draft."""

    queryset = Clause.objects.select_related("framework")
    permission = "partners.edit_framework"

    def obstacle(self) -> str:
        """Whatever is no draft any more stays."""
        is_draft = self.object.framework.status == Framework.Status.DRAFT
        return "" if is_draft else str(NO_DRAFT)

    def way(self, words: str) -> list[dict[str, str]]:
        """The way back."""
        framework = self.object.framework
        return crumbs(
            (_("Framework"), "partners:framework-list"),
            (framework.title, framework.get_absolute_url()),
            (words, ""),
        )

    def get_success_url(self) -> str:
        """Back to the framework."""
        return str(self.object.framework.get_absolute_url())


class EditClause(ClauseDoor):
    """Other words, another number, other measures."""

    template_name = "partners/clause_edit.html"
    success_message = gettext_lazy("The agreement is saved.")

    def get_initial(self) -> dict[str, Any]:
        """As it is now."""
        names = ("number", "title", "text", "title_en", "text_en")
        return {name: getattr(self.object, name) for name in names}

    def get_form(self, form_class: Any = None) -> forms.ClauseForm:
        """With its measures."""
        del form_class
        clause = self.object
        return forms.ClauseForm(**self.get_form_kwargs(), framework=clause.framework, clause=clause)

    def facts(self) -> dict[str, Any]:
        """Which one."""
        clause = self.object
        return {
            "clause": clause,
            "heading": _("Agreement %(number)s") % {"number": clause.number},
            "lead": clause.heading,
            "crumbs": self.way(_("Agreement %(number)s") % {"number": clause.number}),
            "submit": _("Save the agreement"),
        }

    def act(self, form: Any) -> Clause:
        """Save it."""
        return actions.edit_clause(
            self.object, facts=form.clause_facts, actor=self.person, at=self.at
        )


class RemoveClause(ClauseDoor):
    """One agreement less."""

    success_message = gettext_lazy("The agreement is taken out.")

    def facts(self) -> dict[str, Any]:
        """Which one, and that the others keep their number."""
        clause = self.object
        facts = {"number": clause.number, "title": clause.heading}
        return {
            "heading": _("Take out agreement %(number)s?") % facts,
            "lead": _("“%(title)s” goes, with its measures. The others keep their number.") % facts,
            "crumbs": self.way(_("Take out")),
            "submit": _("Take the agreement out"),
        }

    def act(self, form: Any) -> None:
        """Take it out."""
        del form
        actions.remove_clause(self.object, actor=self.person, at=self.at)
