"""Writing a framework: a draft, a copy of the one before, its document, and the end of it."""

from copy import copy
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners import actions, forms
from partners.models import Framework
from partners.querysets import local_day
from partners.renewal import next_period
from schuldenlab.web.doors import ActionDoor

from .crumbs import crumbs

NO_DRAFT = gettext_lazy("This text stays as it is: only a draft can be changed.")


class DraftFramework(ActionDoor):
    """A framework from nothing: for a lab without one, or that wants to begin anew."""

    permission = "partners.draft_framework"
    template_name = "partners/framework_edit.html"
    success_message = gettext_lazy("The draft is there. Now write the agreements.")

    def get_form(self, form_class: Any = None) -> forms.FrameworkForm:
        """With the host of the framework of now."""
        del form_class
        current = Framework.objects.current(local_day(self.at))
        blank = Framework(host=current.host) if current else Framework()
        return forms.FrameworkForm(**self.get_form_kwargs(), instance=blank, day=local_day(self.at))

    def facts(self) -> dict[str, Any]:
        """What is asked."""
        return {
            "heading": _("A new framework"),
            "lead": _("Begin with its name, days and numbers. Only the kernteam sees the draft."),
            "crumbs": crumbs((_("Framework"), "partners:framework-list"), (_("New"), "")),
            "submit": _("Save the draft"),
        }

    def act(self, form: Any) -> Framework:
        """Write it down."""
        return actions.adopt_framework(**form.cleaned_data, actor=self.person, at=self.at)

    def get_success_url(self) -> str:
        """The draft."""
        return str(self.result.get_absolute_url())


class FrameworkDoor(ActionDoor):
    """An act on one framework, which leads back to its page."""

    queryset = Framework.objects.select_related("host", "predecessor")
    permission = "partners.edit_framework"

    def way(self, words: str) -> list[dict[str, str]]:
        """The way back."""
        framework = self.object
        return crumbs(
            (_("Framework"), "partners:framework-list"),
            (framework.title, framework.get_absolute_url()),
            (words, ""),
        )

    def get_success_url(self) -> str:
        """Back to the framework."""
        return str(self.object.get_absolute_url())


class DraftDoor(FrameworkDoor):
    """An act on a draft."""

    def obstacle(self) -> str:
        """Whatever is no draft any more stays."""
        return "" if self.object.status == Framework.Status.DRAFT else str(NO_DRAFT)


class SucceedFramework(FrameworkDoor):
    """The next framework, as a copy of this one."""

    permission = "partners.draft_framework"
    form_class = forms.SuccessorForm
    success_message = gettext_lazy("The copy is there, as a draft. Now change what changes.")

    def get_initial(self) -> dict[str, Any]:
        """From the day after, for as many years."""
        framework = self.object
        first, last = next_period(framework.starts_on, framework.ends_on)
        words = _("Framework %(first)s – %(last)s") % {"first": first.year, "last": last.year}
        return {"title": words, "starts_on": first, "ends_on": last}

    def obstacle(self) -> str:
        """One next one, of one that is no draft."""
        framework = self.object
        if framework.status == Framework.Status.DRAFT:
            return _("A draft has no successor. Change the draft itself.")
        known = Framework.objects.filter(predecessor=framework).first()
        if known is None:
            return ""
        return _("There is a next framework already: “%(title)s”.") % {"title": known.title}

    def facts(self) -> dict[str, Any]:
        """What is copied, and what is not."""
        return {
            "heading": _("The framework after %(title)s") % {"title": self.object.title},
            "lead": _(
                "It begins as a copy: introduction, numbers, agreements and measures. "
                "In the draft you change what changes; everybody sees that marked."
            ),
            "crumbs": self.way(_("The next one")),
            "submit": _("Make the copy"),
        }

    def act(self, form: Any) -> Framework:
        """Copy it."""
        return actions.draft_successor(
            self.object, **form.cleaned_data, actor=self.person, at=self.at
        )

    def get_success_url(self) -> str:
        """The draft."""
        return str(self.result.get_absolute_url())


class EditFramework(DraftDoor):
    """Words, days and numbers of a draft."""

    template_name = "partners/framework_edit.html"
    success_message = gettext_lazy("Saved.")

    def get_form(self, form_class: Any = None) -> forms.FrameworkForm:
        """On a copy, so that the page keeps showing what is saved."""
        del form_class
        return forms.FrameworkForm(
            **self.get_form_kwargs(), instance=copy(self.object), day=local_day(self.at)
        )

    def facts(self) -> dict[str, Any]:
        """Which draft."""
        return {
            "heading": _("Change “%(title)s”") % {"title": self.object.title},
            "lead": _("You change the draft. Once it is open for signature, it stays as it is."),
            "crumbs": self.way(_("Change")),
            "submit": _("Save"),
        }

    def act(self, form: Any) -> Framework:
        """Save it."""
        return actions.edit_framework(
            self.object, **form.cleaned_data, actor=self.person, at=self.at
        )


class UploadFrameworkDocument(DraftDoor):
    """The text as a PDF."""

    form_class = forms.FrameworkDocumentForm
    success_message = gettext_lazy("The document is saved.")

    def facts(self) -> dict[str, Any]:
        """What is there now."""
        document = self.object.document
        now = _("Now it is “%(name)s”. A new file takes its place.")
        return {
            "heading": _("The document of “%(title)s”") % {"title": self.object.title},
            "lead": now % {"name": document.name}
            if document
            else _("The text as it was laid out. Whoever sees the framework can save it."),
            "crumbs": self.way(_("Document")),
            "submit": _("Save the document"),
        }

    def act(self, form: Any) -> Framework:
        """Keep it."""
        upload = form.cleaned_data["document"]
        return actions.attach_document(
            self.object, upload=upload, name=upload.name, actor=self.person, at=self.at
        )


class DiscardFramework(DraftDoor):
    """A draft that will not become anything."""

    permission = "partners.draft_framework"
    success_message = gettext_lazy("The draft is gone.")

    def facts(self) -> dict[str, Any]:
        """What goes."""
        return {
            "heading": _("Throw “%(title)s” away?") % {"title": self.object.title},
            "lead": _("The draft goes with all its agreements. You cannot get it back."),
            "crumbs": self.way(_("Throw away")),
            "submit": _("Throw the draft away"),
        }

    def act(self, form: Any) -> None:
        """Throw it away."""
        del form
        actions.discard_framework(self.object, actor=self.person, at=self.at)

    def get_success_url(self) -> str:
        """The list."""
        return reverse("partners:framework-list")
