"""The letter with the newest seal of the records."""

from datetime import datetime

from schuldenlab.audit.models import Seal
from schuldenlab.outbox.actions import post

from .people import kernteam


def seal_told(seal: Seal, *, at: datetime) -> None:
    """The kernteam keeps the seal outside this system."""
    post(
        "partners/mail/seal_told.txt",
        kernteam(at),
        f"seal-told:{seal.number}",
        at,
        context={"seal": seal},
    )
