"""The doors of one's own account: coming in, the second step, and where one is logged in."""

from .factors import (
    AddPasskey,
    AppOff,
    AppOn,
    ProveByCode,
    ProveByPasskey,
    RecoveryCodes,
    RecoveryFile,
    RemovePasskey,
    RenamePasskey,
    RenewRecoveryCodes,
    Security,
)
from .invitations import (
    AcceptInvitation,
    OpenInvitation,
    ResendInvitation,
    Welcome,
    WithdrawInvitation,
)
from .login import (
    ConfirmCode,
    LogOut,
    PasskeyLogin,
    RequestCode,
    SecondStep,
    organisation_login,
)
from .overview import Account, ProveByMail, Visits

__all__ = [
    "AcceptInvitation",
    "Account",
    "AddPasskey",
    "AppOff",
    "AppOn",
    "ConfirmCode",
    "LogOut",
    "OpenInvitation",
    "PasskeyLogin",
    "ProveByCode",
    "ProveByMail",
    "ProveByPasskey",
    "RecoveryCodes",
    "RecoveryFile",
    "RemovePasskey",
    "RenamePasskey",
    "RenewRecoveryCodes",
    "RequestCode",
    "ResendInvitation",
    "SecondStep",
    "Security",
    "Visits",
    "Welcome",
    "WithdrawInvitation",
    "organisation_login",
]
