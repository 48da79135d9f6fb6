"""Why a letter did not arrive, in words for whoever must do something about it."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .models import Letter

# The beginnings of codes of RFC 3463, the longest first.
CODES: Final[dict[str, Promise]] = {
    "5.1.": gettext_lazy("The address does not exist."),
    "5.2.1": gettext_lazy("The mailbox is closed."),
    "5.2.2": gettext_lazy("The mailbox is full."),
    "4.2.2": gettext_lazy("The mailbox is full."),
    "5.3.4": gettext_lazy("The mail is too big for the mailbox."),
    "5.7.": gettext_lazy("The other mail server does not trust our mail."),
    "4.4.": gettext_lazy("The other mail server could not be reached for days."),
    "4.": gettext_lazy("The other mail server could not take it in time."),
}
OURS: Final[dict[str, Promise]] = {
    "SMTPRecipientsRefused": gettext_lazy("The mail server does not know the address."),
    "SMTPDataError": gettext_lazy("The mail server refuses this mail."),
    "SMTPSenderRefused": gettext_lazy("The mail server refuses our sender."),
    "SMTPServerDisconnected": gettext_lazy("The mail server broke the connection."),
    "SMTPAuthenticationError": gettext_lazy("The mail server does not let us in."),
    "ValueError": gettext_lazy("No mail can be made of this address or subject."),
}


def reason_of(letter: Letter) -> str:
    """One sentence, for each of the three kinds of trouble."""
    if letter.status == Letter.Status.UNCERTAIN:
        return _("The connection broke at the hand-over. Nobody knows whether it arrived.")
    if letter.status == Letter.Status.BOUNCED:
        told = next((CODES[key] for key in CODES if letter.bounce_code.startswith(key)), None)
        return str(told or _("The other mail server refused it."))
    return str(OURS.get(letter.error) or _("The mail server could not be reached, many times."))
