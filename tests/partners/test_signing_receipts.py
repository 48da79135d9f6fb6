"""After signing: the receipt, the PDF, the mail with it, and who may open files."""

from __future__ import annotations

import hashlib
import io
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.core import mail
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from pypdf import PdfReader

from partners import actions
from partners.forms.signing import SignForm
from partners.models import Signature, SignatureWithdrawal
from partners.pdf import declarations
from partners.verification import signature_seal
from schuldenlab.audit.models import Entry
from schuldenlab.documents.models import Document
from schuldenlab.lifecycle import Refused
from schuldenlab.outbox.actions import send_due
from schuldenlab.outbox.models import Letter
from tests.house.tree import let_go
from tests.partners.test_signing import sign
from tests.programme.conftest import english, today
from tests.programme.pages import cost_of, text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]

__all__ = ["english", "today"]

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360000002000001e221bc330000000049454e44ae426082"
)
BANK = {"director", "seat", "substitute"}
MINUTE = timedelta(minutes=1)


def page(kind: str, row: Signature) -> str:
    return reverse(f"partners:signature-{kind}", args=[row.pk])


def body(answer: Any) -> bytes:
    content = b"".join(answer.streaming_content)
    let_go(answer)
    return content


def on_paper(cast: Cast, letters: str = "BN", **facts: Any) -> Signature:
    given = {"signatory": "D. van Dam", "function": "Directeur", "signed_on": cast.at.date()}
    return actions.register_signature(
        cast.framework,
        organisation=cast[letters],
        actor=cast.staff,
        at=cast.at,
        **(given | facts),
    )


# -- the PDF -------------------------------------------------------------------------------------


def test_the_pdf_holds_all_that_was_signed(cast: Cast) -> None:
    row = sign(cast)
    assert row.receipt
    with row.receipt.file.open("rb") as file:
        content = file.read()
    reader = PdfReader(io.BytesIO(content))
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "nl-NL"
    assert reader.metadata
    assert reader.metadata.title == f"{cast.framework.title}: getekend door Bank Noordzee"
    text = " ".join("".join(each.extract_text() for each in reader.pages).split())
    clauses = list(cast.framework.clauses.values_list("title", flat=True))
    assert [title for title in clauses if title not in text] == []
    for words in (
        "Bank Noordzee",
        "Dirk van Dam",
        "Directeur",
        "Gemeente Duinstad",
        "woensdag 23 september 2026, 10.00 uur",
        "Inspiratie-event (31 december)",
        declarations("Bank Noordzee", len(clauses))[1],
        row.text_sha256,
        row.sha256,
    ):
        assert words in text
    assert row.receipt.sha256 == hashlib.sha256(content).hexdigest()
    assert row.receipt.content_type == "application/pdf"
    assert row.receipt.name.endswith("bank-noordzee.pdf")


def test_the_paper_repeats_what_was_ticked_in_the_same_words() -> None:
    form = SignForm(organisation="Bank Noordzee", clauses=8)
    ticked = [str(form.fields[name].label) for name in ("declares_mandate", "declares_read")]
    assert ticked == declarations("Bank Noordzee", 8)
    assert "8 afspraken" in ticked[1]
    assert "dit samenwerkingskader" in declarations("Bank Noordzee", 0)[1]


def test_it_is_dutch_whatever_the_signer_reads(cast: Cast) -> None:
    cast.director.language = "en"
    cast.director.save()
    row = sign(cast)
    assert row.receipt
    with row.receipt.file.open("rb") as file:
        assert "Zegels (SHA-256)" in PdfReader(file).pages[-1].extract_text()
    assert Letter.objects.get().subject.startswith("Signed: ")


def test_the_mail_carries_it(cast: Cast) -> None:
    row = sign(cast)
    assert send_due(cast.at) == 1
    (message,) = mail.outbox
    assert row.receipt
    with row.receipt.file.open("rb") as file:
        assert message.attachments == [(row.receipt.name, file.read(), "application/pdf")]
    assert row.get_absolute_url() in message.body
    kinds = [part.get_content_type() for part in message.message().walk()]
    assert kinds == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "text/html",
        "application/pdf",
    ]


def test_a_letter_whose_file_is_gone_waits(cast: Cast) -> None:
    row = sign(cast)
    assert row.receipt
    row.receipt.file.storage.delete(row.receipt.file.name)
    assert send_due(cast.at) == 0
    letter = Letter.objects.get()
    assert (letter.status, letter.error, mail.outbox) == ("waiting", "FileNotFoundError", [])


# -- the page ------------------------------------------------------------------------------------


def test_the_receipt_is_for_its_own_people_and_the_kernteam(today: Cast, enter: Enter) -> None:
    row = sign(today)
    for who in ("contact", "other_director", "seat_GD"):
        answer = enter(getattr(today, who)).get(page("receipt", row))
        assert answer.status_code == 403
        assert row.sha256[:8] not in text_of(answer)
        assert enter(getattr(today, who)).get(page("pdf", row)).status_code == 403
    for who in ("outsider", "former"):
        assert enter(getattr(today, who)).get(page("receipt", row)).status_code == 404
    for who in BANK | {"staff", "manager"}:
        answer = enter(getattr(today, who)).get(page("receipt", row))
        assert answer.context["code"] == row.sha256
        assert "Dirk van Dam, Directeur" in text_of(answer)
        assert page("pdf", row) in text_of(answer)
        assert (page("withdraw", row) in text_of(answer)) is (who == "manager")


def test_the_pdf_comes_as_an_attachment_that_nobody_keeps(today: Cast, enter: Enter) -> None:
    row = sign(today)
    answer = enter(today.seat).get(page("pdf", row))
    assert row.receipt
    assert hashlib.sha256(body(answer)).hexdigest() == row.receipt.sha256
    assert answer["Content-Disposition"].startswith("attachment; filename=")
    assert answer["Content-Type"] == "application/pdf"
    assert (answer["Cache-Control"], answer["X-Content-Type-Options"]) == (
        "private, no-store",
        "nosniff",
    )
    assert enter(today.seat).post(page("pdf", row)).status_code == 405
    row.receipt.file.storage.delete(row.receipt.file.name)
    assert enter(today.seat).get(page("pdf", row)).status_code == 404


def test_the_receipt_costs_the_same(today: Cast, enter: Enter) -> None:
    client, row = enter(today.director), sign(today)
    assert cost_of(client, page("receipt", row)).queries == 7
    on_paper(today, "GD")
    on_paper(today, "FV")
    assert cost_of(client, page("receipt", row)).queries == 7


# -- on paper, with a scan -----------------------------------------------------------------------


def registered(cast: Cast, scan: Any) -> dict[str, Any]:
    return {
        "organisation": cast["BN"].pk,
        "signatory": "D. van Dam",
        "function": "Directeur",
        "signed_on": "17-09-2026",
        "scan": scan,
    }


def test_a_scan_is_kept_and_the_partner_is_asked_whether_it_is_right(
    today: Cast, enter: Enter
) -> None:
    url = page_of_registering(today)
    assert 'enctype="multipart/form-data"' in text_of(enter(today.staff).get(url))
    scan = SimpleUploadedFile("Krabbel BN.jpg", PNG, content_type="image/jpeg")
    assert enter(today.staff).post(url, registered(today, scan)).status_code == 302
    row = Signature.objects.get()
    assert row.scan
    assert (row.scan.name, row.scan.content_type) == ("Krabbel BN.jpg", "image/png")
    assert (row.signed_on, row.registered_by) == (date(2026, 9, 17), today.staff)
    assert row.sha256 == signature_seal(row)
    letters = Letter.objects.filter(template="partners/mail/signature_registered.txt")
    assert {each.person for each in letters} == {getattr(today, who) for who in BANK}
    letter = letters[0]
    assert letter.subject.startswith("Klopt dit?")
    assert row.get_absolute_url() in letter.text
    assert letter.attachment is None
    answers = {
        who: enter(getattr(today, who)).get(page("scan", row))
        for who in ("staff", "seat", "contact", "outsider")
    }
    assert {who: answer.status_code for who, answer in answers.items()} == {
        "staff": 200,
        "seat": 200,
        "contact": 403,
        "outsider": 404,
    }
    assert body(answers["seat"]) == body(answers["staff"]) == PNG


def page_of_registering(cast: Cast) -> str:
    return reverse("partners:signature-register", args=[cast.framework.pk])


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("scan.pdf", b"GIF89a\x01\x00\x01\x00"),
        ("scan.pdf", b"<html><script>alert(1)</script></html>"),
        ("scan.pdf", b""),
        ("scan.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        ("scan.png", b"\x00" * 200),
    ],
)
def test_a_scan_that_is_none(today: Cast, enter: Enter, name: str, content: bytes) -> None:
    scan = SimpleUploadedFile(name, content, content_type="application/pdf")
    answer = enter(today.staff).post(page_of_registering(today), registered(today, scan))
    assert answer.status_code == 422
    assert answer.context["form"].errors["scan"]
    assert "D. van Dam" in text_of(answer)
    assert not Signature.objects.exists()
    assert not Document.objects.exists()


@pytest.mark.usefixtures("english")
def test_the_action_refuses_a_wrong_scan_as_well(cast: Cast) -> None:
    with pytest.raises(Refused, match="not possible here"):
        on_paper(cast, scan=ContentFile(b"MZ\x90", name="scan.exe"))
    assert not Signature.objects.exists()


def test_without_a_scan_there_is_no_file(today: Cast, enter: Enter) -> None:
    row = on_paper(today)
    assert (row.scan, row.receipt) == (None, None)
    for kind in ("scan", "pdf"):
        assert enter(today.staff).get(page(kind, row)).status_code == 404
        assert page(kind, row) not in text_of(enter(today.staff).get(page("receipt", row)))


# -- withdrawing ---------------------------------------------------------------------------------


def test_only_the_manager_withdraws_with_a_reason(today: Cast, enter: Enter) -> None:
    row = on_paper(today)
    for who in ("staff", "director", "contact"):
        assert enter(getattr(today, who)).post(page("withdraw", row)).status_code == 403
    client = enter(today.manager)
    answer = client.post(page("withdraw", row), {"reason": " "})
    assert (answer.status_code, bool(answer.context["form"].errors["reason"])) == (422, True)
    answer = client.post(page("withdraw", row), {"reason": "Verkeerde organisatie."})
    assert (answer.status_code, answer["Location"]) == (302, row.get_absolute_url())
    withdrawal = SignatureWithdrawal.objects.get()
    assert (withdrawal.reason, withdrawal.withdrawn_by, withdrawal.withdrawn_at) == (
        "Verkeerde organisatie.",
        today.manager,
        today.at,
    )
    entry = Entry.objects.get(verb="withdraw_signature")
    assert (entry.actor, entry.facts) == (today.manager, {"organisation": today["BN"].pk})
    told = Letter.objects.filter(template="partners/mail/signature_withdrawn.txt")
    assert {each.person for each in told} == {getattr(today, who) for who in BANK}
    assert "Verkeerde organisatie." in told[0].text
    assert client.get(page("withdraw", row)).status_code == 302
    assert client.post(page("withdraw", row), {"reason": "Nog eens"}).status_code == 422
    assert "Verkeerde organisatie." in text_of(client.get(page("receipt", row)))


def test_withdrawn_it_is_on_no_list(today: Cast, enter: Enter) -> None:
    row = on_paper(today)
    actions.withdraw_signature(row, reason="Fout.", actor=today.manager, at=today.at)
    answer = enter(today.staff).get(today.framework.get_absolute_url())
    assert list(answer.context["signatures"]) == []
    form = enter(today.staff).get(page_of_registering(today)).context["form"]
    assert today["BN"] in form.fields["organisation"].queryset
    assert on_paper(today).ordinal == 2


def test_a_past_moment_still_counts_it(cast: Cast) -> None:
    row = on_paper(cast)
    later = cast.at + MINUTE
    actions.withdraw_signature(row, reason="Fout.", actor=cast.manager, at=later)
    held = {at: Signature.objects.holding(at).exists() for at in (cast.at - MINUTE, cast.at, later)}
    assert held == {cast.at - MINUTE: False, cast.at: True, later: False}
    assert not Signature.objects.holding().exists()


@pytest.mark.usefixtures("english")
def test_what_withdrawing_refuses(cast: Cast) -> None:
    row = on_paper(cast)
    with pytest.raises(Refused, match="Say why"):
        actions.withdraw_signature(row, reason="  ", actor=cast.manager, at=cast.at)
    actions.withdraw_signature(row, reason="Fout.", actor=cast.manager, at=cast.at)
    with pytest.raises(Refused, match="withdrawn already"):
        actions.withdraw_signature(row, reason="Fout.", actor=cast.manager, at=cast.at)
