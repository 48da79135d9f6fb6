"""A mail is written by ourselves: byte for byte what the library would have written."""

from __future__ import annotations

from datetime import UTC, datetime
from email import message_from_bytes, policy

import pytest
from django.core.mail import EmailMultiAlternatives
from django.core.mail.message import sanitize_address
from hypothesis import given
from hypothesis import strategies as st

from schuldenlab.outbox.actions.mails import SHORT_LINES, message_of, sender_of
from schuldenlab.outbox.models import Letter

AT = datetime(2026, 9, 23, 10, 0, tzinfo=UTC)
ENTRY = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n"
WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=80)
TEXTS = st.lists(WORDS | st.sampled_from(["From hier", ".", "é" * 60, "x" * 999]), max_size=6)
SUBJECTS = WORDS | st.text("ab  \t\v;,é=?_", max_size=120)
NAMES = st.sampled_from(
    [
        "kernteam@lab.example",
        "Schuldenlab070 <kernteam@lab.example>",
        "Gemeente Den Haag, kernteam van het Schuldenlab voor alle partners <k@lab.example>",
        "Café é <kernteam@lab.example>",
    ]
)


def letter(**facts: str) -> Letter:
    given_facts = {
        "subject": "Uitnodiging",
        "address": "persoon@people.example",
        "text": "Beste Carla,\n\nTot ziens.\n",
        "html": "<p>Beste Carla,</p>\n",
        "message_id": f"<{'0' * 32}@lab.example>",
        **facts,
    }
    return Letter(**given_facts)


def ours_and_theirs(letter: Letter, sender: str = "") -> tuple[bytes, bytes] | None:
    """Both with the same line between the parts; None when no mail can be made of it."""
    mail = message_of(letter, None, AT)
    mail.extra_headers["From"] = sender or mail.extra_headers["From"]
    try:
        theirs = EmailMultiAlternatives.message(mail)
    except ValueError:
        with pytest.raises(ValueError, match=r"."):
            mail.message()
        return None
    made = mail.message()
    for each in (made, theirs):
        each.set_boundary("between")
    return made.as_bytes(linesep="\r\n"), theirs.as_bytes(linesep="\r\n")


@given(SUBJECTS, NAMES, TEXTS, TEXTS)
def test_any_words_are_written_as_the_library_writes_them(
    subject: str, sender: str, text: list[str], html: list[str]
) -> None:
    both = ours_and_theirs(
        letter(subject=subject, text="\n".join(text), html="\n".join(html)), sender
    )
    assert both is None or both[0] == both[1]


@pytest.mark.parametrize("address", ["p@people.example", "Jan é <jan@people.example>", "é@é.nl"])
def test_any_address_is_written_as_the_library_writes_it(address: str) -> None:
    both = ours_and_theirs(letter(address=address, calendar=ENTRY, calendar_method="REQUEST"))
    assert both is not None
    assert both[0] == both[1]


def on_the_envelope(address: object) -> str | None:
    try:
        return str(sanitize_address(address, "utf-8"))
    except ValueError:
        return None


SENDERS = [
    "a@lab.example <b@lab.example>",
    "A <a@lab.example>, B <b@lab.example>",
    "Lab <a@lab.example> extra",
    "Lab: a@lab.example;",
]


@pytest.mark.parametrize("sender", SENDERS)
def test_a_sender_that_the_library_does_not_read_is_not_read_otherwise(sender: str) -> None:
    assert on_the_envelope(sender) is None
    assert on_the_envelope(sender_of(sender)) is None


@given(st.one_of(st.emails(), NAMES, st.text(max_size=20).map("{}@people.example".format)))
def test_the_envelope_says_the_same_to_the_mail_server(address: str) -> None:
    """What the library refuses to read must not be refused by the mail server only."""
    mail = message_of(letter(address=address), None, AT)
    ours, theirs = on_the_envelope(mail.recipients()[0]), on_the_envelope(address)
    assert ours == theirs
    assert on_the_envelope(sender_of(address)) == theirs


@given(st.sampled_from(["Subject", "To", "X-Any"]), WORDS | st.text("ab ;,\t=?", max_size=90))
def test_a_short_header_is_written_as_the_library_breaks_it(name: str, value: str) -> None:
    value = " ".join(value.splitlines())
    theirs = policy.compat32.fold_binary(name, value)
    assert SHORT_LINES.fold_binary(name, value) == theirs


def test_a_mail_is_read_as_it_was_meant() -> None:
    mail = message_of(
        letter(text="Één regel.\n", calendar=ENTRY, calendar_method="CANCEL"), None, AT
    )
    read = message_from_bytes(mail.message().as_bytes(linesep="\r\n"), policy=policy.default)
    plain, html, entry = read.iter_parts()
    assert plain.get_content() == "Één regel.\r\n"
    assert (plain["Content-Transfer-Encoding"], html["Content-Transfer-Encoding"]) == (
        "8bit",
        "7bit",
    )
    assert html.get_content_type() == "text/html"
    assert entry.get_content_type() == "text/calendar"
    assert entry.get_param("method") == "CANCEL"


def test_no_two_mails_have_the_same_line_between_their_parts() -> None:
    lines = {message_of(letter(), None, AT).message().get_boundary() for _each in range(50)}
    assert len(lines) == 50


def test_what_no_letter_of_ours_has_the_library_writes() -> None:
    mail = message_of(letter(), None, AT)
    mail.cc, mail.reply_to = ["c@people.example"], ["r@people.example"]
    made = mail.message()
    assert (made["Cc"], made["Reply-To"]) == ("c@people.example", "r@people.example")
