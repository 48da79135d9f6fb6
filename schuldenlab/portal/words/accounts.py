"""The acts on an annual account in the words of a reader."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

ACCOUNT_ACTS: Final[dict[str, Promise]] = {
    "start_account": pgettext_lazy("act", "annual account begun"),
    "write_account": pgettext_lazy("act", "text of an annual account written"),
    "publish_account": pgettext_lazy("act", "annual account published"),
}
