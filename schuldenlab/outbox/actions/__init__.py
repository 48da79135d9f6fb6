"""Posting letters, gathering the letter of the day, and handing them to the mail server."""

from .daily import gather_daily
from .posting import post, sending_oneself, wake_sender
from .sending import BATCH, MAX_ATTEMPTS, send_due

__all__ = [
    "BATCH",
    "MAX_ATTEMPTS",
    "gather_daily",
    "post",
    "send_due",
    "sending_oneself",
    "wake_sender",
]
