"""What was done about what is kept, what goes and what is shown, in words."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

ARCHIVE_ACTS: Final[dict[str, Promise]] = {
    "anonymise_person": pgettext_lazy("act", "name wiped out"),
    "close_account": pgettext_lazy("act", "account closed"),
    "reopen_account": pgettext_lazy("act", "account opened again"),
    "judge_openness": pgettext_lazy("act", "openness judged"),
    "receive_request": pgettext_lazy("act", "Woo request recorded"),
    "postpone_request": pgettext_lazy("act", "Woo request postponed"),
    "choose_records": pgettext_lazy("act", "records of a Woo request chosen"),
    "answer_request": pgettext_lazy("act", "Woo request answered"),
    "withdraw_request": pgettext_lazy("act", "Woo request withdrawn"),
    "export_dossier": pgettext_lazy("act", "file for a Woo request made"),
    "export_year": pgettext_lazy("act", "archive file of a year made"),
    "record_transfer": pgettext_lazy("act", "year taken in by the archive"),
}
