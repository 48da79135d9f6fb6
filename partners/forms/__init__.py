"""What people fill in about partners, people and the framework."""

from .clauses import ClauseForm
from .corrections import (
    CorrectAmbassadorshipForm,
    CorrectMandateForm,
    CorrectPartnershipForm,
    CorrectTermForm,
)
from .fields import LONG_AGO, day_field
from .frameworks import FrameworkDocumentForm, FrameworkForm, SignByForm, SuccessorForm
from .imports import MAX_BYTES, ConfirmImportForm, UploadForm
from .keeping import (
    AskSigningForm,
    ColleagueForm,
    DeclineForm,
    InvolvementForm,
    OrganisationForm,
)
from .network import AmbassadorForm, ThemeForm
from .own_data import AddressForm, AgainForm, OwnDataForm, PublicForm, RightAddressForm
from .people import (
    AppointForm,
    DirectoryForm,
    InviteForm,
    LanguageForm,
    LastDayForm,
    PersonSearchForm,
)
from .signing import ForwardForm, SignatureForm, SignForm, WithdrawSignatureForm
from .tokens import TokenForm
from .upkeep import (
    HEARD,
    AmbassadorHeardForm,
    CorrectNoteForm,
    DisputeForm,
    GoLiveForm,
    HeardForm,
    InvolvementHeardForm,
    JoinForm,
    LeaveForm,
    NoteForm,
)

__all__ = [
    "HEARD",
    "LONG_AGO",
    "MAX_BYTES",
    "AddressForm",
    "AgainForm",
    "AmbassadorForm",
    "AmbassadorHeardForm",
    "AppointForm",
    "AskSigningForm",
    "ClauseForm",
    "ColleagueForm",
    "ConfirmImportForm",
    "CorrectAmbassadorshipForm",
    "CorrectMandateForm",
    "CorrectNoteForm",
    "CorrectPartnershipForm",
    "CorrectTermForm",
    "DeclineForm",
    "DirectoryForm",
    "DisputeForm",
    "ForwardForm",
    "FrameworkDocumentForm",
    "FrameworkForm",
    "GoLiveForm",
    "HeardForm",
    "InviteForm",
    "InvolvementForm",
    "InvolvementHeardForm",
    "JoinForm",
    "LanguageForm",
    "LastDayForm",
    "LeaveForm",
    "NoteForm",
    "OrganisationForm",
    "OwnDataForm",
    "PersonSearchForm",
    "PublicForm",
    "RightAddressForm",
    "SignByForm",
    "SignForm",
    "SignatureForm",
    "SuccessorForm",
    "ThemeForm",
    "TokenForm",
    "UploadForm",
    "WithdrawSignatureForm",
    "day_field",
]
