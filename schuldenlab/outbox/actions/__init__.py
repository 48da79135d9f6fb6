"""Posting letters, gathering news, handing them to the mail server, and what did not arrive."""

from .claiming import HAND
from .gathering import gather_news
from .posting import post, sending_oneself
from .sending import BATCH, MAX_ATTEMPTS, send_due
from .trouble import NotNow, drop_letter, note_bounce, retry_letter
from .waking import wake_sender

__all__ = [
    "BATCH",
    "HAND",
    "MAX_ATTEMPTS",
    "NotNow",
    "drop_letter",
    "gather_news",
    "note_bounce",
    "post",
    "retry_letter",
    "send_due",
    "sending_oneself",
    "wake_sender",
]
