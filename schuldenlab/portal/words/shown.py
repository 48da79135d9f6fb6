"""What is shown to everybody, in the words of a reader of the trail."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

SHOWN_ACTS: Final[dict[str, Promise]] = {
    "show_in_public": pgettext_lazy("act", "shown on the public pages"),
    "hide_from_public": pgettext_lazy("act", "taken off the public pages"),
    "show_kompas": pgettext_lazy("act", "its Kompas shown on the public pages"),
    "hide_kompas": pgettext_lazy("act", "its Kompas taken off the public pages"),
}
