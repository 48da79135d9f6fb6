"""Letters that did not arrive: reports about them, another try, letting go."""

from __future__ import annotations

import io
import mailbox
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.core.management import call_command

from schuldenlab.audit.models import Entry
from schuldenlab.outbox.actions import (
    NotNow,
    drop_letter,
    note_bounce,
    post,
    retry_letter,
    send_due,
)
from schuldenlab.outbox.bounces import Unreadable, read_report
from schuldenlab.outbox.models import Letter
from schuldenlab.outbox.querysets import silent_since
from schuldenlab.outbox.wording import reason_of
from tests.programme.conftest import english
from tests.programme.test_races import at_once

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cast import Cast
    from tests.outbox.conftest import Sink

__all__ = ["english"]

NEWS = "programme/mail/decision_settled.txt"
pytestmark = pytest.mark.django_db


def letter_of(cast: Cast, **facts: Any) -> Letter:
    """A letter to the contact, as it stands with these facts."""
    context = {"decision": {"number": 7, "status": "done"}, "text": "Gedaan."}
    key = f"k{Letter.objects.count()}"
    post(NEWS, [cast.contact.as_recipient()], key, cast.at, context=context)
    letter = Letter.objects.latest("pk")
    Letter.objects.filter(pk=letter.pk).update(**facts)
    letter.refresh_from_db()
    return letter


def failed(cast: Cast, error: str = "SMTPRecipientsRefused") -> Letter:
    return letter_of(cast, status="failed", error=error, attempts=1)


def sent(cast: Cast) -> Letter:
    return letter_of(cast, status="sent", sent_at=cast.at)


def report(
    letter: Letter | str, *, code: str = "5.1.1", action: str = "failed", whole: bool = True
) -> bytes:
    """A report as a mail server writes it."""
    message_id = letter if isinstance(letter, str) else letter.message_id
    kind = "message/rfc822" if whole else "text/rfc822-headers"
    body = "\r\nBeste Carla,\r\n" if whole else ""
    return f"""\
From: MAILER-DAEMON@mx.example\r
To: kernteam@schuldenlab.example\r
Subject: Undelivered Mail Returned to Sender\r
MIME-Version: 1.0\r
Content-Type: multipart/report; report-type=delivery-status; boundary="B"\r
\r
--B\r
Content-Type: text/plain\r
\r
Sorry.\r
--B\r
Content-Type: message/delivery-status\r
\r
Reporting-MTA: dns; mx.example\r
\r
Final-Recipient: rfc822; carla@nergens.example\r
Action: {action}\r
Status: {code}\r
Diagnostic-Code: smtp; 550 {code} unknown\r
\r
--B\r
Content-Type: {kind}\r
\r
From: kernteam@schuldenlab.example\r
Message-ID: {message_id}\r
Subject: Besluit 7\r
{body}\r
--B--\r
""".encode()


# -- reports -------------------------------------------------------------------------------------


@pytest.mark.parametrize("whole", [True, False])
def test_a_letter_that_came_back_is_marked_once(cast: Cast, *, whole: bool) -> None:
    letter = sent(cast)
    later = cast.at + timedelta(hours=1)
    assert note_bounce(report(letter, whole=whole), at=later) == (letter, True)
    letter.refresh_from_db()
    assert (letter.status, letter.bounced_at, letter.bounce_code) == ("bounced", later, "5.1.1")
    assert note_bounce(report(letter), at=later + timedelta(days=1)) == (letter, False)
    letter.refresh_from_db()
    assert letter.bounced_at == later
    entry = Entry.objects.get(verb="note_bounce")
    assert (entry.subject_id, entry.facts) == (str(letter.pk), {"code": "5.1.1"})


@pytest.mark.parametrize("action", ["delayed", "delivered"])
def test_a_report_that_it_takes_longer_changes_nothing(cast: Cast, action: str) -> None:
    letter = sent(cast)
    assert note_bounce(report(letter, action=action, code="4.4.1"), at=cast.at) == (letter, False)
    letter.refresh_from_db()
    assert letter.status == "sent"


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "no report"),
        (b"\xff\x00 what", "no report"),
        (b"Subject: Afwezig\r\n\r\nIk ben er niet.", "no report"),
        (report("<x@y>").replace(b"Action: failed\r\n", b""), "what happened"),
        (report("<x@y>").replace(b"Message-ID: <x@y>\r\n", b""), "which mail"),
        (report("<x@y>"), "no letter with this"),
    ],
)
def test_anything_else_gets_a_sentence(cast: Cast, english: None, raw: bytes, words: str) -> None:
    with pytest.raises(Unreadable, match=words):
        note_bounce(raw, at=cast.at)


def test_cut_anywhere_it_is_read_or_refused_with_a_sentence() -> None:
    raw, refused = report("<x@y>"), set()
    for end in range(0, len(raw), 7):
        try:
            assert read_report(raw[:end]).message_id
        except Unreadable as answer:
            refused.add(str(answer))
    assert len(refused) == 3


def test_the_command_reads_stdin_a_maildir_and_an_mbox(
    cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two, three = sent(cast), sent(cast), sent(cast)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(report(one))))
    out, err = io.StringIO(), io.StringIO()
    call_command("read_bounces", stdout=out, stderr=err)
    folder = mailbox.Maildir(tmp_path / "Maildir")
    folder.add(report(two))
    folder.add(b"Subject: Reclame\n\nKoop nu.\n")
    call_command("read_bounces", str(tmp_path / "Maildir"), stdout=out, stderr=err)
    box = mailbox.mbox(tmp_path / "mbox")
    box.add(report(three))
    box.close()
    for _twice in range(2):
        call_command("read_bounces", str(tmp_path / "mbox"), stdout=out, stderr=err)
    assert set(Letter.objects.values_list("status", flat=True)) == {"bounced"}
    assert out.getvalue().count("came back") == 3
    assert out.getvalue().count("no news") == 1
    assert len(err.getvalue().splitlines()) == 1


# -- another try ---------------------------------------------------------------------------------


def test_a_failed_letter_goes_again_to_the_address_of_now(cast: Cast, sink: Sink) -> None:
    letter = failed(cast)
    type(cast.contact).objects.filter(pk=cast.contact.pk).update(email="nieuw@people.example")
    retry_letter(letter, actor=cast.manager, at=cast.at)
    assert send_due(cast.at) == 1
    assert sink.addresses() == ["nieuw@people.example"]
    letter.refresh_from_db()
    assert (letter.status, letter.error, letter.message_id) == ("sent", "", sink.ids()[0])
    entry = Entry.objects.get(verb="retry_letter")
    assert (entry.actor, entry.facts) == (cast.manager, {"before": "failed"})


def test_an_old_report_is_not_about_the_new_try(cast: Cast, sink: Sink) -> None:
    letter = sent(cast)
    raw = report(letter)
    note_bounce(raw, at=cast.at)
    retry_letter(letter, actor=cast.manager, at=cast.at)
    assert send_due(cast.at) == 1
    with pytest.raises(Unreadable):
        note_bounce(raw, at=cast.at)
    letter.refresh_from_db()
    assert (letter.status, letter.bounced_at, letter.bounce_code) == ("sent", None, "")


def test_what_may_have_arrived_goes_again_only_when_somebody_says_so(
    cast: Cast, sink: Sink, english: None
) -> None:
    letter = letter_of(cast, status="uncertain")
    with pytest.raises(NotNow, match="may arrive twice"):
        retry_letter(letter, actor=cast.manager, at=cast.at)
    retry_letter(letter, may_double=True, actor=cast.manager, at=cast.at)
    assert send_due(cast.at) == 1


@pytest.mark.parametrize("status", ["waiting", "sent", "dropped", "replaced"])
def test_nothing_else_can_go_again_or_be_let_go(cast: Cast, status: str) -> None:
    letter = letter_of(cast, status=status, sent_at=cast.at)
    for act in (retry_letter, drop_letter):
        with pytest.raises(NotNow):
            act(letter, actor=cast.manager, at=cast.at)
    assert not Entry.objects.filter(verb__in=["retry_letter", "drop_letter"]).exists()


def test_a_letter_without_words_cannot_go_again(cast: Cast, english: None) -> None:
    letter = letter_of(cast, status="bounced", bounced_at=cast.at, text="")
    with pytest.raises(NotNow, match="wiped out"):
        retry_letter(letter, actor=cast.manager, at=cast.at)
    drop_letter(letter, actor=cast.manager, at=cast.at)
    assert Letter.objects.in_trouble().count() == 0


@pytest.mark.django_db(transaction=True)
def test_two_who_try_again_at_once_send_one_letter(cast_now: Cast, sink: Sink) -> None:
    letter = failed(cast_now)

    def again() -> Letter:
        return retry_letter(letter, actor=cast_now.manager, at=cast_now.at)

    answers = at_once([again] * 8)
    assert sum(isinstance(each, Letter) for each in answers) == 1
    assert sum(isinstance(each, NotNow) for each in answers) == 7
    assert send_due(cast_now.at) == 1
    assert Entry.objects.filter(verb="retry_letter").count() == 1


@pytest.mark.django_db(transaction=True)
def test_one_report_that_comes_often_at_once_is_kept_once(cast_now: Cast) -> None:
    letter = sent(cast_now)
    raw = report(letter)
    answers = at_once([lambda: note_bounce(raw, at=cast_now.at)] * 8)
    assert sorted(is_new for _letter, is_new in answers) == [False] * 7 + [True]
    assert Entry.objects.filter(verb="note_bounce").count() == 1


# -- questions -----------------------------------------------------------------------------------


def test_which_letters_wait_for_somebody(cast: Cast) -> None:
    letters = [failed(cast), sent(cast), letter_of(cast, status="uncertain"), letter_of(cast)]
    note_bounce(report(letters[1]), at=cast.at)
    assert Letter.objects.in_trouble().count() == 3
    drop_letter(letters[0], actor=cast.manager, at=cast.at)
    assert Letter.objects.in_trouble().count() == 2
    Letter.objects.to_forget(cast.at).forget()
    assert Letter.objects.in_trouble().count() == 0


@pytest.mark.parametrize(("code", "is_dead"), [("5.1.1", True), ("4.2.2", False)])
def test_an_address_is_dead_when_it_is_refused_for_ever(
    cast: Cast, code: str, *, is_dead: bool
) -> None:
    note_bounce(report(sent(cast), code=code), at=cast.at)
    dead = {cast.contact.pk: cast.at} if is_dead else {}
    assert silent_since([cast.contact.pk, cast.director.pk]) == dead
    type(cast.contact).objects.filter(pk=cast.contact.pk).update(email="nieuw@people.example")
    assert silent_since([cast.contact.pk]) == {}


def test_it_costs_one_query_for_many_people(cast: Cast, django_assert_num_queries: Any) -> None:
    failed(cast)
    failed(cast)
    with django_assert_num_queries(1):
        assert len(silent_since([cast.contact.pk, cast.director.pk])) == 1


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"status": "failed", "error": "SMTPRecipientsRefused"}, "does not know the address"),
        ({"status": "failed", "error": "ConnectionRefusedError"}, "could not be reached"),
        ({"status": "uncertain", "error": "SMTPServerDisconnected"}, "Nobody knows"),
        ({"status": "bounced", "bounce_code": "5.1.1"}, "does not exist"),
        ({"status": "bounced", "bounce_code": "5.2.2"}, "full"),
        ({"status": "bounced", "bounce_code": "5.7.26"}, "does not trust"),
        ({"status": "bounced", "bounce_code": "4.4.7"}, "for days"),
        ({"status": "bounced", "bounce_code": "5.9.9"}, "refused it"),
    ],
)
def test_why_in_plain_words(english: None, facts: dict[str, str], words: str) -> None:
    assert words in reason_of(Letter(**facts))
