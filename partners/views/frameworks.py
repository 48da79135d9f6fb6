"""The framework that all partners sign."""

from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners import actions, forms
from partners.models import Clause, ClauseMeasure, Framework, Organisation, Signature
from partners.ports import measure_titles
from partners.querysets import local_day
from schuldenlab.web.doors import ActionDoor, DetailDoor

from .crumbs import crumbs

STATUS_BADGE = {"draft": "open", "open": "track", "in_force": "met", "expired": "warn"}


class FrameworkDetail(DetailDoor):
    """One framework with its days, numbers and clauses, and who signed it."""

    queryset = Framework.objects.select_related("host")
    permission = "partners.view_framework"
    template_name = "partners/framework_detail.html"

    def facts(self) -> dict[str, Any]:
        """The framework; without one the page says so."""
        framework = self.object
        facts = {
            "framework": framework,
            "heading": framework.title if framework else _("Framework"),
            "lead": framework.motto if framework else "",
            "crumbs": crumbs((_("Framework"), "")),
            "status_badge": STATUS_BADGE[framework.status] if framework else "open",
        }
        return {**facts, **self._promises(framework)} if framework else facts

    def _promises(self, framework: Framework) -> dict[str, Any]:
        signatures = framework.signatures.select_related("organisation")
        is_kernteam = self.person.standing.is_kernteam
        return {
            "clauses": [_clause_facts(clause) for clause in _clauses(framework)],
            "signatures": signatures.order_by("organisation__name"),
            "unsigned": self._unsigned(framework) if is_kernteam else [],
            "may_register": is_kernteam and framework.status != Framework.Status.DRAFT,
            "others": self._others(framework),
        }

    def _others(self, framework: Framework) -> list[dict[str, Any]]:
        """The frameworks of this lab before and after this one."""
        others = Framework.objects.visible_to(self.person).filter(host=framework.host_id)
        return [
            {
                "title": other.title,
                "url": other.get_absolute_url(),
                "icon": "document",
                "status": STATUS_BADGE[other.status],
                "status_text": other.get_status_display().capitalize(),
            }
            for other in others.exclude(pk=framework.pk).order_by("-starts_on")
        ]

    def _unsigned(self, framework: Framework) -> QuerySet[Organisation]:
        signed = framework.signatures.values("organisation_id")
        partners: QuerySet[Organisation] = Organisation.objects.partners(local_day(self.at))
        return partners.exclude(pk__in=signed)


def _clauses(framework: Framework) -> QuerySet[Clause]:
    measures = Prefetch("measures", ClauseMeasure.objects.order_by("position"))
    return framework.clauses.prefetch_related(measures)


def _clause_facts(clause: Clause) -> dict[str, Any]:
    """A clause in the language of the reader, with what is measured in words."""
    titles = measure_titles()
    return {
        "number": clause.number,
        "title": clause.heading,
        "text": clause.words,
        "measures": [str(titles.get(row.code, row.code)) for row in clause.measures.all()],
    }


class FrameworkNow(FrameworkDetail):
    """The framework under which the lab works today."""

    def get_object(self) -> Any:
        """In force, else the last one that was, else nothing."""
        frameworks = self.queryset.all().visible_to(self.person)
        return frameworks.current(local_day(self.at))


class RegisterSignature(ActionDoor):
    """The kernteam registers a signature on paper."""

    queryset = Framework.objects.all()
    permission = "partners.register_signature"
    success_message = gettext_lazy("The signature is registered.")

    def get_form(self, form_class: Any = None) -> forms.SignatureForm:
        """Partners that have not signed yet."""
        del form_class
        day = local_day(self.at)
        return forms.SignatureForm(**self.get_form_kwargs(), framework=self.object, day=day)

    def facts(self) -> dict[str, Any]:
        """What is registered."""
        framework = self.object
        return {
            "heading": _("Which partner signed on paper?"),
            "lead": _("A signature stays as it is registered. So check the paper first."),
            "crumbs": crumbs((_("Framework"), framework.get_absolute_url()), (_("Signature"), "")),
            "submit": _("Register the signature"),
        }

    def act(self, form: Any) -> Signature:
        """Register it."""
        return actions.register_signature(
            self.object, **form.cleaned_data, actor=self.person, at=self.at
        )

    def get_success_url(self) -> str:
        """Back to the framework."""
        return str(self.object.get_absolute_url())
