"""The spreadsheet with which somebody brings a business case back."""

import base64
import binascii
from typing import Any, Final

from django import forms
from django.core import signing
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from projects.businesscase.workbook import Fault, NotReadable, Played, is_workbook
from projects.resources.casesheets import read_sheet, told

MAX_BYTES: Final = 1_000_000
SALT: Final = "business case in a file"


class CaseFileForm(forms.Form):
    """A spreadsheet. Once read it goes along in the page, sealed, until it is confirmed."""

    file = forms.FileField(
        label=_("Spreadsheet"),
        required=False,
        help_text=_("The XLSX or ODS file that you saved here, with what you changed in it."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.ods"}),
        error_messages={
            "required": _("Choose a file first."),
            "empty": _("This file is empty. Choose another one."),
        },
    )
    kept = forms.CharField(required=False, widget=forms.HiddenInput)
    played: Played | None = None
    faults: tuple[Fault, ...] = ()
    sealed = ""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].required = not self.data.get("kept")

    def clean(self) -> dict[str, Any]:
        """The file of now, or that of a moment ago; every cell of it right."""
        data: dict[str, Any] = super().clean() or {}
        content = self._content(data)
        if content is None:
            return data
        if not is_workbook(content):
            self.add_error("file", _("This is no XLSX or ODS file. Choose another one."))
            return data
        try:
            self.played = read_sheet(content)
        except NotReadable as problem:
            self._refuse(problem.faults)
            return data
        self.sealed = signing.dumps(base64.b64encode(content).decode(), salt=SALT, compress=True)
        return data

    def _refuse(self, faults: tuple[Fault, ...]) -> None:
        """One sentence about the file, and a list when it is about cells."""
        if not faults[0].where:
            self.add_error("file", told(faults[0]))
            return
        self.faults = faults
        words = ngettext(
            "%(count)s cell is not right. Mend it in the spreadsheet, and choose the file again.",
            "%(count)s cells are not right. Mend them in the spreadsheet, and choose the file "
            "again.",
            len(faults),
        )
        self.add_error("file", words % {"count": len(faults)})

    def _content(self, data: dict[str, Any]) -> bytes | None:
        upload = data.get("file")
        if upload is not None and upload.size > MAX_BYTES:
            self.add_error("file", _("This file is too large: at most 1 MB."))
            return None
        if upload is not None:
            return bytes(upload.read())
        if "file" in self.errors:
            return None
        try:
            return base64.b64decode(signing.loads(data.get("kept", ""), salt=SALT))
        except (signing.BadSignature, binascii.Error):
            self.add_error("file", _("Choose a file first."))
            return None
