"""The strip above every page of the demo."""

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _


def banner() -> SafeString:
    """What is made up, and the way to the roles and the letters."""
    return format_html(
        '{} <a class="utrecht-link" href="{}">{}</a> · <a class="utrecht-link" href="{}">{}</a>',
        _(
            "This is a demo. All organisations, people and amounts are made up, "
            "except the name Gemeente Den Haag."
        ),
        reverse("demo:personas"),
        _("Choose a role"),
        reverse("demo:mailbox"),
        _("See the mails"),
    )
