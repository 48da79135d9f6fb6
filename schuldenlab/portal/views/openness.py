"""How open the records of a year are: the list, and judging one or more of them."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from partners import actions
from partners.querysets import local_day
from schuldenlab.documents.models import Document, Openness
from schuldenlab.portal.archive.forms import JudgeForm, ShelfForm
from schuldenlab.portal.archive.looks import row_look
from schuldenlab.portal.archive.register import (
    UNJUDGED,
    as_nouns,
    as_records,
    listed,
    records_named,
)
from schuldenlab.portal.archive.shown import shown_of
from schuldenlab.web.doors import ActionDoor, DetailDoor
from schuldenlab.web.files import FileDoor

FIRST_YEAR, PER_PAGE, AT_ONCE = 2000, 25, 200


def archive_crumbs(*more: tuple[str, str]) -> list[dict[str, str]]:
    """The way back to the archive."""
    return [
        {"label": _("My Schuldenlab"), "url": reverse("portal:home")},
        {"label": _("Archive and Woo"), "url": reverse("portal:archive") if more else ""},
        *({"label": label, "url": url} for label, url in more),
    ]


class ArchiveYear(DetailDoor):
    """All records of one year, with how open each was judged; tick boxes to judge more at once."""

    permission = "documents.judge_openness"
    template_name = "portal/archive_year.html"

    def facts(self) -> dict[str, Any]:
        """One page of the list, in as many queries whatever its length."""
        year = self.kwargs["year"]
        if not FIRST_YEAR <= year <= local_day(self.at).year:
            raise Http404
        self.form = ShelfForm(self.request.GET)
        query = self.request.GET.copy()
        query.pop("page", None)
        page = None
        if self.form.is_valid():
            page = Paginator(listed(self.form.wanted(year)), PER_PAGE).get_page(
                self.request.GET.get("page")
            )
        records = as_records(page or [])
        shown = shown_of(records, self.at)
        return {
            "heading": _("Openness of %(year)s") % {"year": year},
            "lead": _("Everything that goes into the archive of this year, and who may see it."),
            "crumbs": archive_crumbs((str(year), "")),
            "year": year,
            "form": self.form,
            "page": page,
            "rows": [row_look(each, shown=shown.get(each.key, "")) for each in records],
            "query": query.urlencode(),
            "is_filtered": any(self.request.GET.get(name) for name in self.form.fields),
        }

    def render_to_response(self, context: Any, **kwargs: Any) -> HttpResponse:
        """Words of which no search can be made get a sentence, and say so in the status."""
        status = 200 if self.form.is_valid() else 422
        return super().render_to_response(context, status=status, **kwargs)


class JudgeOpenness(ActionDoor):
    """Judge the records that the address names, all the same; one of them shows its history."""

    permission = "documents.judge_openness"
    form_class: Any = JudgeForm
    template_name = "portal/archive_judge.html"
    success_message = gettext_lazy("Recorded. What was judged before can still be read.")

    @cached_property
    def records(self) -> Any:
        """Out of what is in the list; nothing of it is 404."""
        found = records_named(self.request.GET.getlist("r")[:AT_ONCE])
        if not found:
            raise Http404
        return found

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Without a tick there is nothing to judge."""
        if not request.GET.getlist("r"):
            raise Http404
        return super().get(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        """One record can have a version for outside; it starts with what was said of it last."""
        only = self.records[0] if len(self.records) == 1 else None
        is_document = only is not None and only.kind.model is Document
        last = Openness.objects.of([only.subject]).get(only.subject) if only else None
        return {
            **super().get_form_kwargs(),
            "several": only is None,
            "besides": [only.number] if is_document and only else [],
            "initial": {
                name: getattr(last, name)
                for name in ("state", "grounds", "explanation", "not_before_on", "redacted")
                if last
            },
        }

    def facts(self) -> dict[str, Any]:
        """What is judged, and of one record everything that was said of it."""
        records = self.records
        only = records[0] if len(records) == 1 else None
        count = len(records)
        many = ngettext("%(count)s record", "%(count)s records", count) % {"count": count}
        title = only.title if only else many
        year, shown = records[0].on.year, shown_of(records, self.at)
        return {
            "heading": _("How open is this?") if only else _("How open are these?"),
            "lead": title,
            "crumbs": archive_crumbs(
                (str(year), reverse("portal:archive-year", args=[year])), (title, "")
            ),
            "rows": [row_look(each, shown=shown.get(each.key, "")) for each in records],
            "only": only,
            "page_url": self._page_of(only),
            "history": self._history(only),
            "submit": _("Record this judgement"),
        }

    def _history(self, only: Any) -> Any:
        if only is None:
            return []
        label, number = only.subject
        rows = Openness.objects.filter(subject_type=label, subject_id=number)
        return rows.select_related("judged_by", "redacted")

    def _page_of(self, only: Any) -> str:
        """Where the record itself is read."""
        if only is None:
            return ""
        if only.kind.model is Document:
            return reverse("portal:archive-document", args=[only.number])
        noun = only.kind.model._base_manager.get(pk=only.number)  # noqa: SLF001
        return str(noun.get_absolute_url()) if hasattr(noun, "get_absolute_url") else ""

    def act(self, form: Any) -> Any:
        """A row for each record."""
        said = form.cleaned_data
        return actions.judge_openness(
            as_nouns(self.records),
            state=said["state"],
            grounds=said["grounds"],
            explanation=said["explanation"],
            not_before_on=said["not_before_on"],
            redacted=said.get("redacted"),
            actor=self.person,
            at=self.at,
        )

    def get_success_url(self) -> str:
        """Back to what is not judged yet of that year."""
        year = self.records[0].on.year
        return f"{reverse('portal:archive-year', args=[year])}?stand={UNJUDGED}"


class ArchiveDocument(FileDoor):
    """Any document, for who judges how open it is."""

    permission = "documents.judge_openness"

    def document(self) -> Document | None:
        """By its number."""
        found: Document | None = Document.objects.filter(pk=self.kwargs["pk"]).first()
        return found
