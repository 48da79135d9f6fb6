"""The acts on a business case in the words of a reader."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

CASE_ACTS: Final[dict[str, Promise]] = {
    "draft_case": pgettext_lazy("act", "business case begun"),
    "copy_case": pgettext_lazy("act", "new version of a business case made"),
    "change_case": pgettext_lazy("act", "assumptions of a business case changed"),
    "add_party": pgettext_lazy("act", "party added to a business case"),
    "remove_party": pgettext_lazy("act", "party taken out of a business case"),
    "add_line": pgettext_lazy("act", "line added to a business case"),
    "change_line": pgettext_lazy("act", "line of a business case changed"),
    "remove_line": pgettext_lazy("act", "line taken out of a business case"),
    "replace_lines": pgettext_lazy("act", "lines of a business case taken over from a sheet"),
    "submit_case": pgettext_lazy("act", "business case submitted"),
    "take_case_back": pgettext_lazy("act", "business case taken back"),
    "approve_case": pgettext_lazy("act", "business case approved"),
    "drop_case": pgettext_lazy("act", "version of a business case dropped"),
    "add_rate": pgettext_lazy("act", "discount rate added"),
}
