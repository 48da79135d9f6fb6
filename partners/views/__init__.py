"""The doors of partners, people and the framework."""

from .behalf import AmbassadorOnBehalf, InvolvementOnBehalf
from .clauses import AddClause, EditClause, RemoveClause
from .comparing import FrameworkCompare
from .corrections import (
    CorrectAmbassadorship,
    CorrectMandate,
    CorrectPartnership,
    CorrectTerm,
)
from .drafting import (
    DiscardFramework,
    DraftFramework,
    EditFramework,
    SucceedFramework,
    UploadFrameworkDocument,
)
from .exports import ExportPartners, ExportPeople
from .frameworks import FrameworkDetail, FrameworkDocument, FrameworkList, FrameworkNow
from .imports import ImportProgress, ImportUpload, WithdrawImport
from .involvement import ChooseInvolvement, InvolvementYear, RepeatInvolvement
from .keeping import (
    InviteColleague,
    KeepOrganisation,
    ManageOrganisation,
    ReviewOrganisation,
)
from .kernteam import Appoint, EndTerm, Kernteam
from .languages import ChooseLanguage
from .leaving import AnonymisePerson, CloseAccount, LeaveLab, ReopenAccount
from .letters import DropLetter, LetterProblems, RetryLetter, RightAddress
from .mandates import (
    AskSigning,
    ConfirmSigning,
    DeclineSigning,
    EndMandate,
    SigningRequests,
)
from .membership import History, Join, Leave
from .organisations import OrganisationDetail, OrganisationList
from .own_address import AskAddress, ProveAddress
from .own_data import CorrectMyData, MyData, MyDataFile
from .people import InvitePerson, PersonList
from .publicity import PublishFramework, PublishKompas, PublishOrganisation
from .renewing import Renewal
from .signatures import (
    FrameworkCheck,
    RegisterSignature,
    SignaturePdf,
    SignatureReceipt,
    SignatureScan,
    WithdrawSignature,
)
from .signing import ForwardFramework, SignFramework
from .themes import AddTheme, BecomeAmbassador, EndAmbassadorship, ThemeList
from .tokens import LabTokens, MakeLabToken, MakeToken, RevokeToken, Tokens
from .turning import EnforceFramework, MoveSignBy, OpenFramework
from .upkeep import CorrectNote, DisputeRecord, Notes, SetGoLive

__all__ = [
    "AddClause",
    "AddTheme",
    "AmbassadorOnBehalf",
    "AnonymisePerson",
    "Appoint",
    "AskAddress",
    "AskSigning",
    "BecomeAmbassador",
    "ChooseInvolvement",
    "ChooseLanguage",
    "CloseAccount",
    "ConfirmSigning",
    "CorrectAmbassadorship",
    "CorrectMandate",
    "CorrectMyData",
    "CorrectNote",
    "CorrectPartnership",
    "CorrectTerm",
    "DeclineSigning",
    "DiscardFramework",
    "DisputeRecord",
    "DraftFramework",
    "DropLetter",
    "EditClause",
    "EditFramework",
    "EndAmbassadorship",
    "EndMandate",
    "EndTerm",
    "EnforceFramework",
    "ExportPartners",
    "ExportPeople",
    "ForwardFramework",
    "FrameworkCheck",
    "FrameworkCompare",
    "FrameworkDetail",
    "FrameworkDocument",
    "FrameworkList",
    "FrameworkNow",
    "History",
    "ImportProgress",
    "ImportUpload",
    "InviteColleague",
    "InvitePerson",
    "InvolvementOnBehalf",
    "InvolvementYear",
    "Join",
    "KeepOrganisation",
    "Kernteam",
    "LabTokens",
    "Leave",
    "LeaveLab",
    "LetterProblems",
    "MakeLabToken",
    "MakeToken",
    "ManageOrganisation",
    "MoveSignBy",
    "MyData",
    "MyDataFile",
    "Notes",
    "OpenFramework",
    "OrganisationDetail",
    "OrganisationList",
    "PersonList",
    "ProveAddress",
    "PublishFramework",
    "PublishKompas",
    "PublishOrganisation",
    "RegisterSignature",
    "RemoveClause",
    "Renewal",
    "ReopenAccount",
    "RepeatInvolvement",
    "RetryLetter",
    "ReviewOrganisation",
    "RevokeToken",
    "RightAddress",
    "SetGoLive",
    "SignFramework",
    "SignaturePdf",
    "SignatureReceipt",
    "SignatureScan",
    "SigningRequests",
    "SucceedFramework",
    "ThemeList",
    "Tokens",
    "UploadFrameworkDocument",
    "WithdrawImport",
    "WithdrawSignature",
]
