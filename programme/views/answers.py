"""Doors to the round of commitments: who answered, as a page and a file, and preparing one."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.models import Organisation
from partners.querysets import local_day
from partners.resources.tables import KINDS
from programme import actions, forms
from programme.models import CommitmentDraft, Programme
from programme.resources.commitments import commitment_table, reach_of, round_of
from schuldenlab.web.doors import ActionDoor, DetailDoor

from .crumbs import programme_crumbs


class CommitmentList(DetailDoor):
    """Who says yes, who not now and why, and who has not answered yet. Never a ranking."""

    queryset = Programme.objects.all()
    lookup = {"year": "year"}
    permission = "programme.view_programme"
    template_name = "programme/commitment_list.html"

    def facts(self) -> dict[str, Any]:
        """Three lists by name; the kernteam also sees how to reach who is silent."""
        programme = self.object
        if programme.adopted_at is None:
            raise Http404
        found = round_of(programme, local_day(self.at))
        is_kernteam = self.person.standing.is_kernteam
        people = reach_of(found.silent, local_day(self.at)) if is_kernteam else {}
        return {
            "programme": programme,
            "round": found,
            "silent": [
                {"organisation": each, "people": people.get(each.pk, [])} for each in found.silent
            ],
            "is_kernteam": is_kernteam,
            "is_open": programme.status == Programme.Status.ADOPTED,
            "is_late": programme.commit_by is not None and programme.commit_by < self.at,
            "heading": _("Who commits to the programme of %(year)s?") % {"year": programme.year},
            "lead": _("Every partner answers for itself: yes, or not now with a reason."),
            "crumbs": programme_crumbs(programme, programme.year, _("Commitments")),
        }


class ExportCommitments(DetailDoor):
    """The same list as a file."""

    queryset = Programme.objects.all()
    lookup = {"year": "year"}
    permission = "programme.view_programme"
    http_method_names = ("get", "head", "options")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The kernteam gets the people to call as well."""
        del request, args, kwargs
        kind = self.kwargs["kind"]
        if kind not in KINDS or self.object.adopted_at is None:
            raise Http404
        table = commitment_table(
            self.object, local_day(self.at), with_people=self.person.standing.is_kernteam
        )
        write, content_type = KINDS[kind]
        answer = HttpResponse(write(table), content_type=content_type)
        name = _("commitments-%(year)s") % {"year": self.object.year}
        answer["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
        answer["Cache-Control"] = "private, no-store"
        answer["X-Content-Type-Options"] = "nosniff"
        return answer


class PrepareCommitment(ActionDoor):
    """Somebody of a partner fills in its answer; the director confirms it later."""

    queryset = Programme.objects.all()
    lookup = {"year": "year"}
    permission = "programme.prepare_commitment"
    form_class = forms.CommitmentForm
    template_name = "programme/commitment_prepare.html"
    success_message = gettext_lazy("It is ready. Your director gets a message to confirm it.")

    @property
    def organisation(self) -> Organisation:
        """An organisation that this person works for and may not commit itself."""
        standing = self.person.standing
        if self.kwargs["organisation"] not in standing.organisation_ids - standing.commits_ids:
            raise Http404
        found: Organisation = Organisation.objects.get(pk=self.kwargs["organisation"])
        return found

    def get_initial(self) -> dict[str, Any]:
        """What was prepared before."""
        return prepared_initial(self.object, self.organisation)

    def facts(self) -> dict[str, Any]:
        """For whom, and what happens with it."""
        name = self.organisation.name
        return {
            "programme": self.object,
            "organisation": self.organisation,
            "heading": _("Prepare the answer of %(name)s") % {"name": name},
            "lead": _("This does not bind %(name)s. Your director gets it, and confirms it.")
            % {"name": name},
            "crumbs": programme_crumbs(self.object, self.object.year, _("Prepare")),
            "submit": _("Put it ready for the director"),
        }

    def act(self, form: Any) -> CommitmentDraft:
        """Keep it for the director."""
        return actions.prepare_commitment(
            self.object,
            organisation=self.organisation,
            answer=form.cleaned_data["answer"],
            reason=form.cleaned_data["reason"],
            actor=self.person,
            at=self.at,
        )

    def get_success_url(self) -> str:
        """The programme."""
        return str(self.object.get_absolute_url())


def prepared_for(programme: Programme, organisation: Organisation) -> CommitmentDraft | None:
    """What waits for the director of this partner."""
    waiting = CommitmentDraft.objects.filter(programme=programme, organisation=organisation)
    found: CommitmentDraft | None = waiting.waiting().select_related("person").first()
    return found


def prepared_initial(programme: Programme, organisation: Organisation) -> dict[str, Any]:
    """The same as what a form begins with."""
    draft = prepared_for(programme, organisation)
    return {"answer": draft.answer, "reason": draft.reason} if draft else {}
