"""Signatures as records: receipts and scans, those on paper, mistakes, and rechecking all."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from partners import actions, forms
from partners.models import Framework, Organisation, Signature, SignatureWithdrawal
from partners.querysets import local_day
from partners.verification import seal_faults
from schuldenlab.documents.models import Document
from schuldenlab.web.doors import ActionDoor, DetailDoor
from schuldenlab.web.files import FileDoor
from schuldenlab.web.templatetags.look import clock
from schuldenlab.web.templatetags.look import day as day_words

from .crumbs import crumbs

SIGNATURES = Signature.objects.select_related(
    "framework", "organisation", "withdrawal", "scan", "receipt"
)


def upper(words: str) -> str:
    """With a capital, as the value of a line."""
    return words[:1].upper() + words[1:]


class SignatureReceipt(DetailDoor):
    """The proof of a signature, for the people of that partner and the kernteam."""

    queryset = SIGNATURES
    permission = "partners.view_receipt"
    template_name = "partners/signature_receipt.html"

    def facts(self) -> dict[str, Any]:
        """What was signed, its seal, and what happens next."""
        signature = self.object
        framework, address = signature.framework, [signature.pk]
        withdrawal = getattr(signature, "withdrawal", None)
        return {
            "signature": signature,
            "framework": framework,
            "withdrawal": withdrawal,
            "crumbs": crumbs(
                (framework.title, framework.get_absolute_url()), (_("Receipt of the signature"), "")
            ),
            "keys": self._keys(signature),
            "code": signature.sha256,
            "path": self._path(signature),
            "is_own": signature.organisation_id in self.person.standing.organisation_ids,
            "pdf_url": reverse("partners:signature-pdf", args=address) if signature.receipt else "",
            "scan_url": reverse("partners:signature-scan", args=address) if signature.scan else "",
            "check_url": reverse("partners:framework-check", args=[framework.pk]),
            "withdraw_url": ""
            if withdrawal or not self.person.standing.is_manager
            else reverse("partners:signature-withdraw", args=address),
        }

    @staticmethod
    def _keys(signature: Signature) -> list[dict[str, str]]:
        moment = signature.signed_at
        when = day_words(signature.signed_on)
        if moment is not None:
            when = f"{day_words(moment)}, {clock(moment)}"
        return [
            {"label": upper(_("framework")), "value": signature.framework.title},
            {"label": _("On behalf of"), "value": signature.organisation.name},
            {"label": _("Signed by"), "value": f"{signature.signatory}, {signature.function}"},
            {"label": _("Signed on"), "value": upper(when)},
            {"label": _("Way"), "value": upper(str(signature.get_way_display()))},
        ]

    def _path(self, signature: Signature) -> list[dict[str, str]]:
        framework, day = signature.framework, local_day(self.at)
        title = _("%(name)s has signed") % {"name": signature.organisation.name}
        partners = Organisation.objects.partners(day)
        signed = framework.signatures.holding().values("organisation_id")
        have, need = partners.filter(pk__in=signed).count(), partners.count()
        count = ngettext(
            "%(have)s of %(need)s partner has signed.",
            "%(have)s of %(need)s partners have signed.",
            need,
        ) % {"have": have, "need": need}
        is_done = framework.in_force_at is not None
        until = framework.sign_by or framework.ends_on
        return [
            {"state": "done", "title": title, "text": count},
            {
                "state": "done" if is_done or until < day else "now",
                "title": _("Until %(moment)s") % {"moment": day_words(until)},
                "text": _("The other partners sign. Who is later can still do it."),
            },
            {
                "state": "done" if is_done else "",
                "title": upper(day_words(framework.starts_on)),
                "text": _(
                    "The first day of this framework, once the kernteam says it is in force."
                ),
            },
        ]


class SignaturePdf(FileDoor):
    """What was signed, as it was mailed."""

    queryset = SIGNATURES
    permission = "partners.view_receipt"

    def document(self) -> Document | None:
        """The PDF of the signing itself."""
        found: Document | None = self.object.receipt
        return found


class SignatureScan(FileDoor):
    """The paper on which a partner signed."""

    queryset = SIGNATURES
    permission = "partners.view_receipt"

    def document(self) -> Document | None:
        """As the kernteam scanned it."""
        found: Document | None = self.object.scan
        return found


class RegisterSignature(ActionDoor):
    """The kernteam registers a signature on paper."""

    queryset = Framework.objects.all()
    permission = "partners.register_signature"
    success_message = gettext_lazy(
        "The signature is registered. The partner gets a mail: is it right?"
    )

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


class WithdrawSignature(ActionDoor):
    """The manager says that a signature was registered by mistake."""

    queryset = SIGNATURES
    permission = "partners.withdraw_signature"
    form_class = forms.WithdrawSignatureForm
    success_message = gettext_lazy("The signature no longer counts. The partner gets a mail.")

    def obstacle(self) -> str:
        """Once is enough."""
        withdrawn = hasattr(self.object, "withdrawal")
        return _("This signature was withdrawn already.") if withdrawn else ""

    def facts(self) -> dict[str, Any]:
        """Of whom, and what follows."""
        signature, framework = self.object, self.object.framework
        name = {"name": signature.organisation.name}
        return {
            "heading": _("Withdraw the signature of %(name)s?") % name,
            "lead": _("The row stays, marked with your reason. After this %(name)s can sign again.")
            % name,
            "crumbs": crumbs(
                (framework.title, framework.get_absolute_url()),
                (_("Receipt of the signature"), signature.get_absolute_url()),
                (_("Withdraw"), ""),
            ),
            "submit": _("Withdraw this signature"),
        }

    def act(self, form: Any) -> SignatureWithdrawal:
        """Withdraw it."""
        return actions.withdraw_signature(
            self.object, **form.cleaned_data, actor=self.person, at=self.at
        )

    def get_success_url(self) -> str:
        """The record, now with the reason."""
        return str(self.object.get_absolute_url())


class FrameworkCheck(DetailDoor):
    """Everybody who takes part can let the seals be computed again."""

    queryset = Framework.objects.select_related("document").exclude(status="draft")
    permission = "partners.view_framework"
    template_name = "partners/framework_check.html"

    def facts(self) -> dict[str, Any]:
        """The seal of the text, every signature with its own, and what is wrong."""
        framework = self.object
        faults = list(seal_faults(framework))
        broken = {fault.subject_id for fault in faults if fault.what == "signature"}
        rows = framework.signatures.select_related("organisation", "withdrawal")
        return {
            "framework": framework,
            "heading": _("Are all signatures still right?"),
            "lead": _("We just computed every seal again, out of what stands here now."),
            "crumbs": crumbs((framework.title, framework.get_absolute_url()), (_("Check"), "")),
            "faults": faults,
            "is_text_right": all(fault.what != "framework" for fault in faults),
            "rows": [(row, row.pk not in broken) for row in rows.order_by("organisation__name")],
        }
