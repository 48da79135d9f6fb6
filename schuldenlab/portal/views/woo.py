"""Requests under the Woo: received, filled with records, answered before the term is over."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners import actions
from partners.querysets import local_day
from schuldenlab.documents.models import WooRequest
from schuldenlab.portal.archive.dossier import answer_by, lines_of
from schuldenlab.portal.archive.forms import FindForm, PostponeForm, ReceiveForm
from schuldenlab.portal.archive.looks import BADGES, row_look
from schuldenlab.portal.archive.register import as_records, listed, records_named
from schuldenlab.web.doors import ActionDoor, DetailDoor, ListDoor
from schuldenlab.web.written import quoting

from .openness import archive_crumbs

PER_PAGE = 50


def woo_crumbs(*more: tuple[str, str]) -> list[dict[str, str]]:
    """The way back to all requests."""
    return archive_crumbs((_("Requests"), reverse("portal:woo-list") if more else ""), *more)


class WooList(ListDoor):
    """All requests, the newest first."""

    permission = "documents.answer_woo"
    queryset = WooRequest.objects.get_queryset()
    template_name = "portal/woo_list.html"
    paginate_by = 25

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Each with its last day."""
        context = super().get_context_data(**kwargs)
        return {
            **context,
            "heading": _("Requests under the Woo"),
            "lead": _("What was asked, and before which day the answer must be there."),
            "crumbs": woo_crumbs(),
            "requests": [(each, answer_by(each)) for each in context["object_list"]],
            "day": local_day(self.request.at),  # type: ignore[attr-defined]
        }


class WooNew(ActionDoor):
    """A request came in."""

    permission = "documents.answer_woo"
    form_class = ReceiveForm
    success_message = gettext_lazy("Recorded. Look for the records that belong to it.")

    def facts(self) -> dict[str, Any]:
        """Nothing about who asks."""
        return {
            "heading": _("Record a request under the Woo"),
            "lead": _("Who asks stays in the letters of the municipality; we need no name here."),
            "crumbs": woo_crumbs((_("New request"), "")),
            "submit": _("Record the request"),
        }

    def act(self, form: Any) -> WooRequest:
        """The term starts on the day on which it came in."""
        return actions.receive_request(**form.cleaned_data, actor=self.person, at=self.at)

    def get_success_url(self) -> str:
        """Straight to looking for records, within the time that it is about."""
        return reverse("portal:woo-choose", args=[self.result.pk])


class WooDetail(DetailDoor):
    """One request: its term, its records with how open each is, and what goes outside."""

    permission = "documents.answer_woo"
    queryset = WooRequest.objects.get_queryset()
    template_name = "portal/woo_detail.html"

    def facts(self) -> dict[str, Any]:
        """The list as the answer will have it."""
        lines = lines_of(self.object, self.at)
        unjudged = [line.record.key for line in lines if line.judged is None]
        last = answer_by(self.object)
        return {
            "request_": self.object,
            "heading": self.object.subject,
            "lead": _("Request %(reference)s") % {"reference": self.object.reference},
            "crumbs": woo_crumbs((self.object.reference, "")),
            "lines": [
                (line, BADGES.get(line.judged.state, "warn") if line.judged else "warn")
                for line in lines
            ],
            "unjudged": unjudged,
            "judge_query": "&".join(f"r={key}" for key in unjudged),
            "answer_by": last,
            "days_left": (last - local_day(self.at)).days,
            "going": sum(bool(line.goes) for line in lines),
        }


class WooAct(ActionDoor):
    """An act on one request; afterwards you see it again."""

    permission = "documents.answer_woo"
    queryset = WooRequest.objects.get_queryset()

    def obstacle(self) -> str:
        """Closed is closed."""
        waits = self.object.is_waiting
        return "" if waits else _("This request is closed: it was answered or withdrawn.")

    def page(self, heading: str, submit: str, note: str = "") -> dict[str, Any]:
        """What every such page says."""
        here = self.object
        return {
            "heading": heading,
            "lead": quoting(
                "%(reference)s: %(subject)s", reference=here.reference, subject=here.subject
            ),
            "crumbs": woo_crumbs((here.reference, here.get_absolute_url()), (submit, "")),
            "submit": submit,
            "note": note,
        }

    def get_success_url(self) -> str:
        """The dossier."""
        return str(self.object.get_absolute_url())


class WooPostpone(WooAct):
    """Two weeks more."""

    form_class = PostponeForm
    success_message = gettext_lazy("Postponed by two weeks. Tell it to who asked.")

    def obstacle(self) -> str:
        """The law allows it once."""
        if self.object.postponed_at:
            return _("This request was postponed already. The law allows it once.")
        return super().obstacle()

    def facts(self) -> dict[str, Any]:
        """Why, for the letter."""
        return self.page(_("Postpone the answer by two weeks?"), _("Postpone"))

    def act(self, form: Any) -> WooRequest:
        """Once."""
        because = form.cleaned_data["because"]
        return actions.postpone_request(self.object, because=because, actor=self.person, at=self.at)


class WooAnswer(WooAct):
    """The answer went out."""

    success_message = gettext_lazy("Recorded: the request is answered.")

    def facts(self) -> dict[str, Any]:
        """The list stays as it is."""
        note = _("The list stays as it is now. Send the list and the file with your letter.")
        return self.page(_("Was this request answered?"), _("Record the answer"), note)

    def act(self, form: Any) -> WooRequest:
        """Everything judged first."""
        del form
        return actions.answer_request(self.object, actor=self.person, at=self.at)


class WooWithdraw(WooAct):
    """Who asked took it back."""

    success_message = gettext_lazy("Recorded: the request is withdrawn.")

    def facts(self) -> dict[str, Any]:
        """Nothing is thrown away."""
        return self.page(_("Was this request withdrawn?"), _("Record that it was withdrawn"))

    def act(self, form: Any) -> WooRequest:
        """It leaves the worklist."""
        del form
        return actions.withdraw_request(self.object, actor=self.person, at=self.at)


class WooChoose(WooAct):
    """Look for records by words, time, project, theme and organisation; tick what belongs to it."""

    template_name = "portal/woo_choose.html"
    success_message = gettext_lazy("Recorded. Look for more, or go back to the request.")

    def facts(self) -> dict[str, Any]:
        """What was found, with ticks where it belongs to the request already."""
        here, asked = self.object, self.request.GET.copy()
        asked.pop("page", None)
        initial = {"van": here.first_on, "tot": here.last_on}
        typed = any(name in asked for name in FindForm.base_fields)
        self.finding = FindForm(asked if typed else None, initial=initial)
        is_asked = typed and self.finding.is_valid() and self.finding.is_asked
        found = listed(self.finding.wanted()) if is_asked else []
        page = Paginator(found, PER_PAGE).get_page(self.request.GET.get("page"))
        chosen = set(here.items.filter(taken_off_at=None).values_list("subject_type", "subject_id"))
        records = as_records(page)
        return {
            **self.page(_("Which records belong to it?"), _("Look for records")),
            "finding": self.finding,
            "is_asked": is_asked,
            "page": page,
            "query": asked.urlencode(),
            "rows": [row_look(each, is_chosen=each.subject in chosen) for each in records],
            "chosen_count": len(chosen),
        }

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Words of which no search can be made get a sentence, and say so in the status."""
        answer = super().get(request, *args, **kwargs)
        if hasattr(self, "finding") and self.finding.is_bound and not self.finding.is_valid():
            answer.status_code = 422
        return answer

    def act(self, form: Any) -> int:
        """The ticks of this page; what stands on another page stays as it was."""
        del form
        ticked = records_named(self.request.POST.getlist("r")[:PER_PAGE])
        shown = records_named(self.request.POST.getlist("shown")[:PER_PAGE])
        return actions.choose_records(
            self.object,
            chosen=[record.subject for record in ticked],
            dropped=[record.subject for record in shown],
            actor=self.person,
            at=self.at,
        )

    def get_success_url(self) -> str:
        """The same page of the same search."""
        return self.request.get_full_path()
