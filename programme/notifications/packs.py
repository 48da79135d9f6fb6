"""Letters with the papers of a meeting of the programmaraad."""

from datetime import datetime

from partners.querysets import local_day
from programme.models import PackVersion, Programmaraad
from schuldenlab.outbox.actions import post

from .people import delegates


def pack_sent(pack: PackVersion, raad: Programmaraad, *, at: datetime) -> None:
    """Representatives and substitutes get agenda and papers, once per version."""
    post(
        "programme/mail/pack_sent.txt",
        delegates(raad.seats.active(local_day(at)), at),
        f"pack-sent:{pack.meeting_id}:{pack.number}",
        at,
        context={"pack": pack, "meeting": pack.meeting, "raad": raad},
        attachment=pack.document,
    )
