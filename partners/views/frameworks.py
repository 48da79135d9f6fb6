"""The frameworks that all partners sign: the list, one of them, and the one of today."""

from datetime import date
from typing import Any, Final

from django.db.models import Exists, OuterRef
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from partners.models import Framework, Organisation
from partners.querysets import local_day
from schuldenlab.documents.models import Document
from schuldenlab.web.doors import DetailDoor, ListDoor
from schuldenlab.web.files import FileDoor

from .comparing import text_facts
from .crumbs import crumbs
from .renewing import notices
from .signing import sign_facts

STATUS_BADGE: Final = {"draft": "open", "open": "track", "in_force": "met", "expired": "open"}
SIGNING: Final = {Framework.Status.OPEN, Framework.Status.IN_FORCE}


class FrameworkList(ListDoor):
    """Every framework of the lab, the newest first."""

    queryset = Framework.objects.order_by("-starts_on", "-pk")
    permission = "partners.view_framework"
    template_name = "partners/framework_list.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """As rows, and what the kernteam can do here."""
        context = super().get_context_data(**kwargs)
        return {
            **context,
            "heading": _("All frameworks"),
            "lead": _("What the partners agreed, now and before."),
            "crumbs": crumbs((_("Framework"), "partners:framework"), (_("All frameworks"), "")),
            "rows": [_row(framework) for framework in context["object_list"]],
            "is_kernteam": self.person.standing.is_kernteam,
        }


def _row(framework: Framework) -> dict[str, Any]:
    period = {"first": _date(framework.starts_on), "last": _date(framework.ends_on)}
    return {
        "title": framework.title,
        "url": framework.get_absolute_url(),
        "text": _("From %(first)s until and including %(last)s.") % period,
        "icon": "document",
        "status": STATUS_BADGE[framework.status],
        "status_text": str(framework.get_status_display()).capitalize(),
        "status_icon": "history" if framework.status == Framework.Status.EXPIRED else "",
    }


def _date(day: date) -> str:
    return date_format(day, "DATE_FORMAT")


class FrameworkDetail(DetailDoor):
    """One framework with its days, numbers and clauses, and who signed it."""

    queryset = Framework.objects.select_related("host", "predecessor", "document", "successor")
    permission = "partners.view_framework"
    template_name = "partners/framework_detail.html"

    def facts(self) -> dict[str, Any]:
        """The framework; without one the page says so."""
        framework = self.object
        is_kernteam = self.person.standing.is_kernteam
        facts = {
            "framework": framework,
            "heading": framework.title if framework else _("Framework"),
            "crumbs": crumbs((_("Framework"), "")),
            "is_kernteam": is_kernteam,
        }
        if framework is None:
            return facts
        return {
            **facts,
            "crumbs": crumbs((_("Framework"), "partners:framework-list"), (framework.title, "")),
            "lead": _lead(framework),
            "status_badge": STATUS_BADGE[framework.status],
            "notices": notices(framework, self.person, self.at),
            "may_edit": is_kernteam and framework.status == Framework.Status.DRAFT,
            **text_facts(framework),
            **self._signatures(framework),
            **sign_facts(framework, self.person, self.at),
        }

    def _signatures(self, framework: Framework) -> dict[str, Any]:
        """Who signed, of how many partners; who did not is for the kernteam."""
        if framework.status == Framework.Status.DRAFT:
            return {"has_signing": False}
        partners = Organisation.objects.partners(local_day(self.at))
        holding = framework.signatures.holding().with_taken_over()
        has_left = ~Exists(partners.filter(pk=OuterRef("organisation")))
        rows = holding.select_related("organisation").annotate(has_left=has_left)
        signatures = list(rows.order_by("signed_on", "organisation__name"))
        facts = {"has_signing": True, "signatures": signatures, "signed": len(signatures)}
        if framework.status not in SIGNING:
            return facts
        unsigned = partners.exclude(pk__in=holding.values("organisation_id")).order_by("name")
        total = partners.count()
        names = list(unsigned) if self.person.standing.is_kernteam else []
        missing = len(names) if self.person.standing.is_kernteam else unsigned.count()
        return {
            **facts,
            "signed": total - missing,
            "partners": total,
            "unsigned": names,
            "may_register": self.person.standing.is_kernteam,
        }


def _lead(framework: Framework) -> str:
    if framework.status == Framework.Status.DRAFT:
        return _("A draft: only the kernteam sees it.")
    if framework.status != Framework.Status.OPEN:
        return _("This is what the partners agreed, and how they work together.")
    years = framework.ends_on.year - framework.starts_on.year + 1
    words = ngettext(
        "These are the agreements for %(years)s year.",
        "These are the agreements for %(years)s years.",
        years,
    ) % {"years": years}
    if framework.predecessor is None:
        return words + " " + _("With its signature a partner takes part.")
    now = _("The framework of now ends on %(day)s. With its signature a partner takes part again.")
    return words + " " + now % {"day": _date(framework.predecessor.ends_on)}


class FrameworkNow(FrameworkDetail):
    """The framework under which the lab works today."""

    def get_object(self) -> Any:
        """In force, else the last one that was, else nothing."""
        frameworks = self.queryset.all().visible_to(self.person)
        return frameworks.current(local_day(self.at))


class FrameworkDocument(FileDoor):
    """The document of a framework, for whoever sees the framework."""

    queryset = Framework.objects.select_related("document")
    permission = "partners.view_framework"

    def document(self) -> Document | None:
        """The PDF under its seal."""
        found: Document | None = self.object.document
        return found
