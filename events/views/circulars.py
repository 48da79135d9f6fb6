"""The doors of letters: reading them, and for the kernteam writing, trying and sending."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from events import actions, forms
from events.models import Circular
from schuldenlab.web.doors import ActionDoor, DetailDoor, Door, ListDoor

from .letters import groups_of, letter_crumbs, letter_rows, meeting_choices, previews, size_words

WRITTEN = ("kind", "audience", "subject", "text", "subject_en", "text_en")


class CircularList(ListDoor):
    """Letters that one got; for the kernteam all of them, what is not sent yet on top."""

    queryset = Circular.objects.in_order()
    permission = "events.view_circular"
    template_name = "events/circular_list.html"
    paginate_by = 25

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The rows of this page."""
        context = super().get_context_data(**kwargs)
        is_kernteam = self.person.standing.is_kernteam
        ours = _("Write to directors, contacts, the programmaraad or the whole network.")
        return {
            **context,
            "heading": _("Letters"),
            "lead": ours if is_kernteam else _("What the kernteam wrote to you."),
            "crumbs": letter_crumbs(),
            "rows": letter_rows(context["object_list"], is_kernteam=is_kernteam),
            "may_draft": is_kernteam,
        }


class OneCircular(Door):
    """How the doors of one letter find it."""

    queryset = Circular.objects.select_related("meeting__series")
    object: Circular

    def get_success_url(self) -> str:
        """Back to the letter."""
        return self.object.get_absolute_url()


class CircularDetail(OneCircular, DetailDoor):
    """One letter as it looks, and to how many people it goes or went."""

    permission = "events.view_circular"
    template_name = "events/circular_detail.html"

    def facts(self) -> dict[str, Any]:
        """The letter in the reader's language; the kernteam sees all of it, and who gets it."""
        circular, is_kernteam = self.object, self.person.standing.is_kernteam
        return {
            "circular": circular,
            "heading": circular.heading,
            "crumbs": letter_crumbs((circular.heading, "")),
            "previews": previews(circular, self.person, both=is_kernteam),
            "groups": groups_of(circular, self.at) if is_kernteam else None,
            "is_kernteam": is_kernteam,
            "may_write": is_kernteam and circular.status == Circular.Status.DRAFT,
        }


class DraftCircular(ActionDoor):
    """The kernteam begins a letter."""

    permission = "events.draft_circular"
    template_name = "events/circular_write.html"
    success_message = gettext_lazy("The letter is kept. Nobody has got it yet.")
    result: Circular

    def get_initial(self) -> dict[str, Any]:
        """A meeting that the address names is the one that it is about."""
        named = self.request.GET.get("bijeenkomst", "")
        return {"meeting": int(named) if named.isdecimal() else None}

    def get_form(self, form_class: Any = None) -> forms.CircularForm:
        """With the meetings that still come."""
        del form_class
        return forms.CircularForm(**self.get_form_kwargs(), meetings=meeting_choices(self.at, None))

    def facts(self) -> dict[str, Any]:
        """What happens after it."""
        return {
            "heading": _("Write a letter"),
            "lead": _("You read it again, and send yourself a test, before it goes to anybody."),
            "crumbs": letter_crumbs((_("Write"), "")),
            "submit": _("Save and look at it"),
        }

    def act(self, form: Any) -> Circular:
        """Keep it as a draft."""
        facts = {name: form.cleaned_data[name] for name in WRITTEN}
        facts["meeting_id"] = form.cleaned_data["meeting"]
        return actions.draft_circular(**facts, actor=self.person, at=self.at)

    def get_success_url(self) -> str:
        """The letter, as it will look."""
        return self.result.get_absolute_url()


class CircularAct(OneCircular, ActionDoor):
    """An act on a letter that was not sent."""

    form_class = forms.EditionForm

    def obstacle(self) -> str:
        """A sent letter stays as it is."""
        if self.object.status == Circular.Status.DRAFT:
            return ""
        if self.object.status == Circular.Status.SENT:
            return _("This letter has been sent. It stays as it is.")
        return _("This letter was thrown away.")

    def get_initial(self) -> dict[str, Any]:
        """The text that is read now."""
        return {"edition": self.object.edition}

    def around(self, here: str) -> dict[str, Any]:
        """The letter and the way back to it."""
        circular = self.object
        steps = (circular.heading, circular.get_absolute_url()), (here, "")
        return {"circular": circular, "crumbs": letter_crumbs(*steps)}


class Rewrite(CircularAct):
    """The kernteam changes a letter."""

    permission = "events.rewrite_circular"
    template_name = "events/circular_write.html"
    success_message = gettext_lazy("The letter is changed. Nobody has got it yet.")

    def get_initial(self) -> dict[str, Any]:
        """As it is now."""
        circular = self.object
        facts = {name: getattr(circular, name) for name in WRITTEN}
        return {**facts, "meeting": circular.meeting_id, **super().get_initial()}

    def get_form(self, form_class: Any = None) -> forms.CircularForm:
        """With the meetings that still come, and its own."""
        del form_class
        choices = meeting_choices(self.at, self.object.meeting)
        return forms.CircularForm(**self.get_form_kwargs(), meetings=choices)

    def facts(self) -> dict[str, Any]:
        """Which letter."""
        return {
            **self.around(_("Change")),
            "heading": _("Change the letter"),
            "lead": _("You read it again before it goes to anybody."),
            "submit": _("Save and look at it"),
        }

    def act(self, form: Any) -> Circular:
        """Change it."""
        data = form.cleaned_data
        return actions.rewrite_circular(
            self.object,
            **{name: data[name] for name in WRITTEN},
            meeting_id=data["meeting"],
            based_on=data["edition"],
            actor=self.person,
            at=self.at,
        )


class SendTest(CircularAct):
    """The writer gets the letter, and nobody else."""

    permission = "events.test_circular"
    success_message = gettext_lazy("The test is on its way to you.")

    def facts(self) -> dict[str, Any]:
        """To which address."""
        return {
            **self.around(_("Test")),
            "heading": _("Send a test to yourself?"),
            "lead": _("You get the letter as everybody will get it. Nobody else gets it."),
            "note": _("It goes to %(address)s.") % {"address": self.person.email},
            "submit": _("Send me a test"),
        }

    def act(self, form: Any) -> Circular:
        """Send it to oneself."""
        del form
        return actions.test_circular(self.object, actor=self.person, at=self.at)


class Send(CircularAct):
    """The kernteam sends it, knowing to how many people of how many organisations."""

    permission = "events.send_circular"
    template_name = "events/circular_send.html"
    success_message = gettext_lazy("The letter is sent. It stays here as it went.")

    def facts(self) -> dict[str, Any]:
        """Who gets it now."""
        groups = groups_of(self.object, self.at)
        return {
            **self.around(_("Send")),
            "heading": _("Send “%(subject)s”?") % {"subject": self.object.heading},
            "lead": size_words(groups),
            "groups": groups,
            "previews": previews(self.object, self.person, both=True),
            "submit": ngettext(
                "Send it to %(number)s person", "Send it to %(number)s people", groups["people"]
            )
            % {"number": groups["people"]},
        }

    def act(self, form: Any) -> Circular:
        """Send it, once."""
        return actions.send_circular(
            self.object, based_on=form.cleaned_data["edition"], actor=self.person, at=self.at
        )


class Discard(CircularAct):
    """The kernteam throws a draft away."""

    permission = "events.discard_circular"
    success_message = gettext_lazy("The letter is thrown away. Nobody got it.")

    def facts(self) -> dict[str, Any]:
        """What stays."""
        return {
            **self.around(_("Throw away")),
            "heading": _("Throw away “%(subject)s”?") % {"subject": self.object.heading},
            "lead": _("Nobody got this letter. The trail keeps that it was there."),
            "submit": _("Throw the letter away"),
        }

    def act(self, form: Any) -> Circular:
        """Throw it away."""
        del form
        return actions.discard_circular(self.object, actor=self.person, at=self.at)

    def get_success_url(self) -> str:
        """The other letters."""
        return reverse("events:circular-list")
