"""Posting letters, gathering the letter of the day, and handing them to the mail server."""

from .gathering import gather_news
from .posting import post, sending_oneself, wake_sender
from .sending import BATCH, MAX_ATTEMPTS, send_due

__all__ = [
    "BATCH",
    "MAX_ATTEMPTS",
    "gather_news",
    "post",
    "send_due",
    "sending_oneself",
    "wake_sender",
]
