"""The door to a comment on a passage: also on one that has changed since it was read."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.models import Organisation
from programme import actions, forms
from programme.models import PassageComment, Programme, ProgrammeVersion
from programme.passages import find_passage, passages, place
from schuldenlab.lifecycle import Refused
from schuldenlab.web.doors import ActionDoor

from .crumbs import programme_crumbs


class NewComment(ActionDoor):
    """Somebody of a partner comments on one passage."""

    queryset = Programme.objects.all()
    lookup = {"year": "year"}
    permission = "programme.comment_on_programme"
    template_name = "programme/comment_new.html"
    success_message = gettext_lazy("Thank you. Everybody who takes part can read your comment.")

    def get_object(self) -> Programme:
        """Of this year; one that was taken back is known, though nobody may read it now."""
        of_year = Programme.objects.filter(year=self.kwargs["year"])
        programme: Programme | None = of_year.visible_to(self.person).first()
        if programme is None and self.person.standing.is_insider:
            programme = of_year.withdrawn().first()
        if programme is None:
            raise Http404
        return programme

    def obstacle(self) -> str:
        """The text must lie with the programmaraad."""
        if self.object.status == Programme.Status.SUBMITTED:
            return ""
        return _(
            "The kernteam works on the text of the programme of %(year)s. You can comment when it "
            "lies with the programmaraad again."
        ) % {"year": self.object.year}

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the form; while nobody may read the text, back to the programme that can be read."""
        obstacle = self.obstacle()
        if obstacle:
            messages.warning(request, obstacle)
            return HttpResponseRedirect(reverse("programme:programme-now"))
        return super().get(request, *args, **kwargs)

    @property
    def version(self) -> ProgrammeVersion:
        """The text that was read; any that this person may not read does not exist here."""
        visible = ProgrammeVersion.objects.visible_to(self.person)
        found: ProgrammeVersion = get_object_or_404(
            visible, programme=self.object, number=self.kwargs["version"]
        )
        return found

    def get_form(self, form_class: Any = None) -> forms.CommentForm:
        """For one of the partners of this person."""
        del form_class
        names = {
            fact.organisation_id: fact.organisation_name
            for fact in self.person.standing.mandates
            if fact.is_partner
        }
        return forms.CommentForm(**self.get_form_kwargs(), organisations=names)

    def facts(self) -> dict[str, Any]:
        """The passage as it was read, and as it reads now when that differs."""
        return {
            **({} if self.obstacle() else self._passages()),
            "heading": _("Comment on this passage"),
            "lead": _("All partners and the kernteam can read it. You answer for your partner."),
            "crumbs": self._crumbs(),
            "submit": _("Send my comment"),
        }

    def _crumbs(self) -> list[dict[str, str]]:
        programme = None if self.obstacle() else self.object
        return programme_crumbs(programme, self.object.year, _("Comment"))

    def _passages(self) -> dict[str, Any]:
        version, year = self.version, self.object.year
        passage = find_passage(version.wording, self.kwargs["anchor"])
        if passage is None:
            raise Http404
        visible = ProgrammeVersion.objects.visible_to(self.person)
        last = visible.filter(programme=self.object).order_by("-number")[0]
        now = place(passage.text, passages(last.wording))
        if now is None:
            list_url = reverse("programme:comment-list", args=[year])
            return {"passage": passage, "is_gone": True, "now_url": list_url}
        if now.text == passage.text:
            return {"passage": passage}
        url = reverse("programme:comment-new", args=[year, last.number, now.anchor])
        return {"passage": passage, "now": now, "now_url": url}

    def act(self, form: Any) -> PassageComment:
        """Keep it, with the words that were read."""
        obstacle = self.obstacle()
        if obstacle:
            raise Refused(obstacle)
        return actions.comment_passage(
            self.object,
            version=self.version,
            anchor=self.kwargs["anchor"],
            organisation=Organisation.objects.get(pk=form.cleaned_data["organisation"]),
            text=form.cleaned_data["text"],
            actor=self.person,
            at=self.at,
        )

    def get_success_url(self) -> str:
        """Back to the passage."""
        return f"{reverse('programme:comment-list', args=[self.object.year])}#c{self.result.pk}"
