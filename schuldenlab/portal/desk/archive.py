"""Ways to the openness of records, to requests under the Woo, and to each year as one file."""

from django.urls import reverse
from django.utils.translation import gettext as _

from schuldenlab.web.ports import DeskAction


def archive_ways(year: int) -> list[DeskAction]:
    """What goes outside, and what goes to the archive."""
    return [
        DeskAction(
            _("Archive and Woo"),
            _("Each year as one file, and for how long records are kept."),
            reverse("portal:archive"),
            "document",
        ),
        DeskAction(
            _("Openness of %(year)s") % {"year": year},
            _("Which records everybody may have, and which nobody judged yet."),
            reverse("portal:archive-year", args=[year]),
            "eye",
        ),
        DeskAction(
            _("Requests under the Woo"),
            _("What was asked, and before which day the answer must be there."),
            reverse("portal:woo-list"),
            "search",
        ),
    ]
