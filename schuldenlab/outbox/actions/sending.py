"""Sending: letters that are due are claimed, and handed to the mail server."""

from datetime import datetime, timedelta
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected
from typing import Any

import structlog
from django.conf import settings
from django.core import mail

from schuldenlab.outbox.hours import is_quiet
from schuldenlab.outbox.models import Letter

from .claiming import HAND, Hand
from .gathering import gather_news
from .mails import attach, message_of

HANDS = 4
BATCH = HANDS * HAND  # over one connection
MAX_ATTEMPTS = 8
PERMANENT = 500  # from here on the mail server will never take it
CLOSING = 421  # "I am going away", said in answer to any command
log = structlog.get_logger()


def send_due(at: datetime, *, most: int | None = None) -> int:
    """Send all letters that wait, or about so many of them. Returns how many went.

    At night only what is urgent. When the mail server goes away, the rest waits for a later round.
    """
    Letter.objects.stale(at).update(status=Letter.Status.UNCERTAIN)
    is_night = is_quiet(at, settings.QUIET_HOURS)
    if not is_night:
        gather_news(at)
    hand = Hand(at, only_urgent=is_night)
    while (most is None or hand.sent < most) and hand.fill() and _send_batch(hand):
        pass
    return hand.sent


def _send_batch(hand: Hand) -> bool:
    """Over one connection what is in hand and what comes after it; whether to go on."""
    connection = mail.get_connection()
    try:
        connection.open()
        for number in range(1, HANDS + 1):
            while hand.left:
                _hand_over(hand, connection)
            if number < HANDS and not hand.fill():
                return False
    except OSError as error:
        for letter in hand.left:
            _put_back(letter, error, hand.at)
        return False
    finally:
        try:
            hand.record()
        finally:
            connection.close()
    return True


def _hand_over(hand: Hand, connection: Any) -> None:
    """Give one letter to the mail server. Raises OSError when the line is dead after it."""
    letter = hand.left.popleft()
    message = message_of(letter, connection, hand.at)
    try:
        attach(message, letter.attachment)
        message.send()
    except SMTPServerDisconnected as error:
        _settle(letter, Letter.Status.UNCERTAIN, error)  # it may have been taken before that
        raise
    except (OSError, ValueError) as error:
        _not_taken(letter, error, hand.at)
    else:
        hand.take(letter)


def _not_taken(letter: Letter, error: Exception, at: datetime) -> None:
    """The mail server said no: for ever (5xx, or no letter at all), or for the moment (4xx)."""
    code = getattr(error, "smtp_code", 0)
    if isinstance(error, SMTPRecipientsRefused):
        code = max(code for code, _answer in error.recipients.values())
    if isinstance(error, ValueError) or code >= PERMANENT:
        _settle(letter, Letter.Status.FAILED, error)
    else:
        _put_back(letter, error, at)
    if code == CLOSING:
        raise error


def _put_back(letter: Letter, error: Exception, at: datetime) -> None:
    """The mail server did not take it: try again later, each time a little later."""
    letter.attempts += 1
    if letter.attempts >= MAX_ATTEMPTS:
        _settle(letter, Letter.Status.FAILED, error)
        return
    Letter.objects.filter(pk=letter.pk).update(
        status=Letter.Status.WAITING,
        attempts=letter.attempts,
        error=type(error).__name__,
        not_before=at + timedelta(seconds=30 * 2**letter.attempts),
    )


def _settle(letter: Letter, status: str, error: Exception) -> None:
    """It is not sent again by itself; the kernteam sees it in the register."""
    name = type(error).__name__
    Letter.objects.filter(pk=letter.pk).update(status=status, attempts=letter.attempts, error=name)
    log.warning("letter_stays", letter_id=letter.pk, status=str(status), error=name)
