"""What people fill in about partners, people and the framework."""

from .fields import LONG_AGO, day_field
from .imports import MAX_BYTES, ConfirmImportForm, UploadForm
from .network import AmbassadorForm, SignatureForm, ThemeForm
from .people import AppointForm, DirectoryForm, InviteForm, LanguageForm, LastDayForm

__all__ = [
    "LONG_AGO",
    "MAX_BYTES",
    "AmbassadorForm",
    "AppointForm",
    "ConfirmImportForm",
    "DirectoryForm",
    "InviteForm",
    "LanguageForm",
    "LastDayForm",
    "SignatureForm",
    "ThemeForm",
    "UploadForm",
    "day_field",
]
