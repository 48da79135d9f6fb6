"""Attacks on who belongs, who may speak and what was signed: each one stays refused."""

from __future__ import annotations

import io
import json
import re
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, connection, transaction
from django.urls import reverse
from pypdf import PdfReader

from partners import actions
from partners.models import (
    Clause,
    ClauseMeasure,
    Framework,
    Mandate,
    Person,
    Signature,
    SignatureWithdrawal,
    SigningRequest,
)
from partners.resources import Unreadable, read_partners
from schuldenlab.audit.models import Entry
from schuldenlab.documents.actions import SCANS, WrongFile, check_file
from schuldenlab.lifecycle import Refused
from schuldenlab.outbox.models import Letter
from tests.cast import employ
from tests.programme.conftest import english, today
from tests.programme.pages import text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]

__all__ = ["english", "today"]
DAY = timedelta(days=1)
FILLED_IN = {"function": "Directeur", "declares_mandate": "on", "declares_read": "on"}


def sign_page(cast: Cast, letters: str = "BN") -> str:
    return reverse("partners:framework-sign", args=[cast.framework.pk, cast[letters].pk])


def on_paper(cast: Cast, letters: str = "BN", **facts: Any) -> Signature:
    given: dict[str, Any] = {"signatory": "D. van Dam", "function": "Directeur"}
    return actions.register_signature(
        cast.framework,
        organisation=cast[letters],
        signed_on=cast.at.date(),
        actor=cast.staff,
        at=cast.at,
        **{**given, **facts},
    )


def draft(cast: Cast, title: str) -> Framework:
    return actions.draft_successor(
        cast.framework,
        title=title,
        starts_on=cast.framework.ends_on + DAY,
        ends_on=cast.framework.ends_on + 700 * DAY,
        actor=cast.manager,
        at=cast.at,
    )


def run(statement: str, *values: Any) -> int:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return int(cursor.rowcount)


def refused(attack: Callable[[], Any], because: str) -> None:
    with pytest.raises(DatabaseError, match=because), transaction.atomic():
        attack()


# -- signing --------------------------------------------------------------------------------------

# No font of ours has these; the paper names them by number.
STRANGE = [
    "Directeur \N{PARTY POPPER}",
    "首席执行官",
    "Hoofd\x07zaken",
    "\ufffe",
    "\u0378\u1f16\u2053\u0501\U0001f389",
    "\ufdfd" * 40,
]
MARKUP = '#eval("1+1") $x$ *vet* = Kop @lab <lab> // einde ]] #panic() \\u{41} "'


@pytest.mark.parametrize("function", [*STRANGE, MARKUP, "\u202erotceriD", "A\nB\tC"])
def test_no_function_keeps_a_signature_from_its_receipt(
    today: Cast, enter: Enter, function: str
) -> None:
    """PDF/UA refuses what its font has not; Typst's own words stay words."""
    answer = enter(today.director).post(sign_page(today), {**FILLED_IN, "function": function})
    assert answer.status_code == 302
    row = Signature.objects.get()
    assert row.receipt is not None
    with row.receipt.file.open("rb") as file:
        said = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(file.read())).pages)
    for letter in "首\N{PARTY POPPER}\x07":
        assert (f"[U+{ord(letter):04X}]" in said) == (letter in function)
    if function == MARKUP:
        assert '#eval("1+1") $x$ *vet* = Kop' in said


def test_a_draft_is_not_signed_and_an_open_one_with_strange_letters_is(
    today: Cast, enter: Enter
) -> None:
    new = draft(today, "Kader \N{PARTY POPPER} 首")
    url = reverse("partners:framework-sign", args=[new.pk, today["BN"].pk])
    assert enter(today.director).get(url).status_code == 404
    assert enter(today.director).post(url, FILLED_IN).status_code == 404
    assert not Signature.objects.exists()
    Clause.objects.filter(framework=new).update(text="Wij doen mee. \N{BELL}")
    actions.open_for_signature(new, actor=today.manager, at=today.at)
    assert enter(today.director).post(url, FILLED_IN).status_code == 302


def test_one_code_signs_one_text_for_one_partner(today: Cast, enter: Enter) -> None:
    """The code of one act opens no other one, however the page is asked."""
    employ(today.director, today["FV"], today.at - 30 * DAY, "director", may_sign=True)
    client = enter(today.director, logged_in_at=today.at - timedelta(hours=1))
    assert client.post(sign_page(today), FILLED_IN).status_code == 200
    letter = Letter.objects.get(template="web/mail/act_code.txt")
    (digits,) = set(re.findall(r"\b\d{6}\b", letter.text))
    code = {"confirmation_code": digits}
    assert client.post(sign_page(today, "FV"), code).status_code == 409
    assert client.post(f"{sign_page(today)}?x=1", code).status_code == 302
    assert client.post(sign_page(today), code).status_code == 409
    assert [row.organisation for row in Signature.objects.all()] == [today["BN"]]


def test_a_second_session_does_not_sign_again(today: Cast) -> None:
    from django.test import Client  # noqa: PLC0415 - two browsers

    from tests.cast import login  # noqa: PLC0415

    first, second = (login(Client(), today.director) for _ in range(2))
    assert second.get(sign_page(today)).status_code == 200
    assert first.post(sign_page(today), FILLED_IN).status_code == 302
    assert second.post(sign_page(today), FILLED_IN).status_code == 422
    assert Signature.objects.count() == 1


@pytest.mark.parametrize("field", ["organisation", "person", "actor", "signed_on", "text_sha256"])
def test_what_is_posted_beside_the_form_is_not_read(today: Cast, enter: Enter, field: str) -> None:
    extra = {field: str(today["GD"].pk), "signatory": "Iemand Anders", "way": "paper"}
    assert enter(today.director).post(sign_page(today), {**FILLED_IN, **extra}).status_code == 302
    row = Signature.objects.get()
    facts = (row.organisation, row.signatory, row.way, row.text_sha256)
    assert facts == (
        today["BN"],
        today.director.name,
        "online",
        today.framework.sealed_sha256,
    )


def test_what_is_signed_does_not_change_by_sql(cast: Cast) -> None:
    """Not by one statement over all rows either."""
    row = on_paper(cast, scan=SimpleUploadedFile("a.pdf", b"%PDF-1.4 x"))
    clause = Clause.objects.filter(framework=cast.framework).first()
    assert clause is not None
    refused(lambda: Framework.objects.update(status="draft"), "draft again")
    refused(lambda: Framework.objects.update(introduction="Anders"), "only as a draft")
    refused(lambda: Framework.objects.update(sealed_sha256="0" * 64), "only as a draft")
    refused(lambda: run("DELETE FROM partners_framework"), "stays|violates")
    refused(lambda: Clause.objects.update(text="Anders"), "only in a draft")
    refused(lambda: run("UPDATE partners_clause SET framework_id = framework_id"), "in a draft")
    refused(lambda: ClauseMeasure.objects.update(by_day=1), "only in a draft")
    refused(
        lambda: ClauseMeasure.objects.create(clause=clause, code="new", by_day=1, by_month=1),
        "only in a draft",
    )
    refused(lambda: Signature.objects.update(signatory="Een Ander"), "append-only")
    refused(lambda: Signature.objects.bulk_update([row], ["function"]), "append-only")
    refused(lambda: run("DELETE FROM partners_signature"), "append-only")
    refused(lambda: run("TRUNCATE partners_signature CASCADE"), "append-only|pending")
    refused(lambda: run("UPDATE documents_document SET sha256 = sha256"), "append-only")
    refused(
        lambda: run(
            "INSERT INTO partners_signature SELECT * FROM partners_signature "
            "ON CONFLICT (id) DO UPDATE SET signatory = 'Een Ander'"
        ),
        "append-only|holds|unique",
    )


def test_a_withdrawal_is_not_withdrawn(cast: Cast) -> None:
    row = on_paper(cast)
    actions.withdraw_signature(row, reason="Vergissing", actor=cast.manager, at=cast.at)
    refused(lambda: run("DELETE FROM partners_signaturewithdrawal"), "append-only")
    refused(lambda: SignatureWithdrawal.objects.update(reason="x"), "append-only")


# -- a mandate to sign -----------------------------------------------------------------------------


def test_nobody_confirms_a_mandate_to_sign_of_their_own(today: Cast, enter: Enter) -> None:
    """Somebody of the kernteam who also works for a partner asks; another one answers."""
    mandate = employ(today.staff, today["FV"], today.at - 30 * DAY)
    client = enter(today.staff)
    assert client.post(reverse("partners:signing-ask", args=[mandate.pk])).status_code == 302
    request = SigningRequest.objects.get()
    url = reverse("partners:signing-confirm", args=[request.pk])
    assert client.post(url).status_code == 422
    assert not Mandate.objects.filter(person=today.staff, may_sign=True).exists()
    assert enter(today.manager).post(url).status_code == 302
    assert Mandate.objects.filter(person=today.staff, may_sign=True).count() == 1


@pytest.mark.usefixtures("english")
def test_nobody_gives_themselves_a_mandate_to_sign(today: Cast) -> None:
    day = today.at.date()
    facts: dict[str, Any] = {"organisation": today["FV"], "role": "director", "from_on": day}
    with pytest.raises(Refused, match="yourself"):
        actions.give_mandate(today.staff, may_sign=True, **facts, actor=today.staff, at=today.at)
    plain = actions.give_mandate(
        today.staff, may_sign=False, **facts, actor=today.staff, at=today.at
    )
    with pytest.raises(Refused, match="yourself"):
        actions.correct_mandate(
            plain,
            role="director",
            may_sign=True,
            from_on=today.at.date(),
            until_on=None,
            reason="Vergissing",
            actor=today.staff,
            at=today.at,
        )


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize("spelling", [str.lower, str.upper])
def test_no_file_gives_its_reader_a_mandate_to_sign(
    today: Cast, spelling: Callable[[str], str]
) -> None:
    head = "organisatie;sector;contact_naam;contact_email;rol;mag_tekenen"
    lines = f"{head}\nFonds Vlietland;fonds;X;{spelling(today.staff.email)};directeur;ja\n"
    sheet = read_partners(lines.encode())
    facts: dict[str, Any] = {"default_joined_on": today.at.date(), "skip_invalid": False}
    with pytest.raises(Unreadable, match="yourself"):
        actions.import_partners(sheet, **facts, actor=today.staff, at=today.at)
    assert not Mandate.objects.filter(person=today.staff).exists()
    assert actions.import_partners(sheet, **facts, actor=today.manager, at=today.at).saved
    assert Mandate.objects.get(person=today.staff).may_sign


def test_a_partner_cannot_post_the_right_to_sign(today: Cast, enter: Enter) -> None:
    url = reverse("partners:colleague-invite", args=[today["FV"].pk])
    facts = {"name": "Nieuw Mens", "email": "nieuw@fonds.example", "role": "contact"}
    enter(today.contact).post(url, {**facts, "may_sign": "on", "from_on": "01-01-2020"})
    mandate = Mandate.objects.get(person__email="nieuw@fonds.example")
    assert (mandate.may_sign, mandate.from_on) == (False, today.at.date())
    enter(today.contact).post(url, {**facts, "email": "a@b.example", "role": "director"})
    assert not Mandate.objects.filter(person__email="a@b.example", role="director").exists()


OF_ANOTHER = [
    ("organisation-manage", "BN"),
    ("organisation-facts", "BN"),
    ("organisation-review", "BN"),
    ("colleague-invite", "BN"),
    ("involvement-choose", "BN"),
    ("involvement-repeat", "BN"),
    ("organisation-notes", "FV"),
    ("organisation-history", "FV"),
    ("organisation-leave", "FV"),
    ("organisation-public", "FV"),
    ("involvement-on-behalf", "FV"),
    ("ambassador-on-behalf", "FV"),
]


@pytest.mark.parametrize("method", ["get", "post", "head"])
@pytest.mark.parametrize(("name", "letters"), OF_ANOTHER)
def test_the_pages_of_another_stay_shut(
    today: Cast, enter: Enter, name: str, letters: str, method: str
) -> None:
    url = reverse(f"partners:{name}", args=[today[letters].pk])
    before = Entry.objects.count()
    for who in ("contact", "outsider", "former"):
        answer = getattr(enter(getattr(today, who)), method)(url)
        assert answer.status_code in ({403} if who == "contact" else {404}), who
    assert Entry.objects.count() == before


@pytest.mark.parametrize("name", ["signature-receipt", "signature-pdf", "signature-scan"])
def test_a_receipt_is_not_handed_out_by_another_method(
    today: Cast, enter: Enter, name: str
) -> None:
    scan = SimpleUploadedFile("a.pdf", b"%PDF-1.4 geheim")
    url = reverse(f"partners:{name}", args=[on_paper(today, scan=scan).pk])
    for who, status in (("contact", 403), ("outsider", 404), ("former", 404)):
        client = enter(getattr(today, who))
        assert {client.get(url).status_code, client.head(url).status_code} == {status}
        assert client.options(url).status_code == 405


@pytest.mark.parametrize("name", ["mandate-end", "signing-ask", "mandate-correct"])
def test_the_mandates_of_another_do_not_exist(today: Cast, enter: Enter, name: str) -> None:
    theirs = Mandate.objects.get(person=today.director)
    url = reverse(f"partners:{name}", args=[theirs.pk])
    for who in ("contact", "outsider", "former"):
        assert enter(getattr(today, who)).post(url, {"until_on": "24-09-2026"}).status_code == 404
    theirs.refresh_from_db()
    assert theirs.until_on is None
    assert not SigningRequest.objects.exists()


# -- files and letters -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "content",
    [
        b"<html><script>alert(1)</script>%PDF-1.4",
        b"\n\n<html>\n%PDF-1.4\n%%EOF",
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'>%PDF-1.4</svg>",
        b"<?xml version='1.0'?><x>%PDF-1.4</x>",
        b"GIF89a%PDF-1.4",
        b"PK\x03\x04 %PDF-1.4",
        b"MZ%PDF-1.4",
        b"%!PS-Adobe-3.0 %PDF-1.4",
    ],
)
def test_a_file_with_two_faces_is_no_pdf(content: bytes) -> None:
    with pytest.raises(WrongFile):
        check_file(content)
    with pytest.raises(WrongFile):
        check_file(content, allowed=SCANS)


@pytest.mark.parametrize(
    "name", ['x".html', "a\r\nSet-Cookie: a=b.pdf", "../../etc/passwd", "..\\x.pdf", "naïf é.pdf"]
)
def test_a_file_name_writes_no_header_and_no_path(today: Cast, enter: Enter, name: str) -> None:
    upload = SimpleUploadedFile("a.pdf", b"%PDF-1.4 x")
    vars(upload)["_name"] = name  # past what Django cleans by itself
    row = on_paper(today, scan=upload)
    answer = enter(today.staff).get(reverse("partners:signature-scan", args=[row.pk]))
    b"".join(answer)
    header = answer["Content-Disposition"]
    assert header.startswith("attachment")
    assert not {"\r", "\n", "/", "\\"} & set(header.replace("utf-8''", ""))
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "Set-Cookie" not in dict(answer.items()) or "a=b" not in str(answer.cookies)


@pytest.mark.parametrize("name", ["Kwaad\nBcc: a@b.example", "<b>Kwaad</b>", "{{ 7|add:7 }}"])
def test_a_name_in_a_letter_is_only_a_name(today: Cast, enter: Enter, name: str) -> None:
    form = {"name": name, "language": "nl", "pace": "at_once"}
    enter(today.director).post(reverse("partners:my-data-correct"), form)
    row = SimpleUploadedFile("a.pdf", b"%PDF-1.4 x")
    on_paper(today, signatory=name, function=name, scan=row)
    Person.objects.get_queryset().get(pk=today.director.pk)
    for letter in Letter.objects.all():
        assert "\n" not in letter.subject
        assert "\n" not in letter.name
        assert "<b>Kwaad" not in letter.html
        assert "14" not in letter.subject


def test_the_trail_holds_no_names_addresses_or_links(today: Cast, enter: Enter) -> None:
    url = reverse("partners:colleague-invite", args=[today["FV"].pk])
    facts = {"name": "Zeldzame Naam", "email": "zeldzaam@fonds.example", "role": "contact"}
    enter(today.contact).post(url, facts)
    enter(today.director).post(sign_page(today), FILLED_IN)
    on_paper(today, "FV", signatory="Zeldzame Naam")
    enter(today.director).post(
        reverse("partners:my-data-address"), {"address": "zeldzaam2@bank.example"}
    )
    said = json.dumps(list(Entry.objects.values_list("verb", "facts")), default=str)
    assert "eldza" not in said
    assert "uitnodiging/" not in said
    assert today.director.email not in said


# -- what a visitor sees ---------------------------------------------------------------------------


def test_the_public_framework_names_no_hidden_host(today: Cast, client: Client) -> None:
    actions.show_in_public(today.framework, actor=today.manager, at=today.at)
    url = reverse("portal:public-framework")
    assert today["GD"].name not in text_of(client.get(url))
    actions.show_in_public(today["GD"], actor=today.manager, at=today.at)
    assert today["GD"].name in text_of(client.get(url))


def test_a_draft_is_not_public_by_its_number(today: Cast, client: Client) -> None:
    new = draft(today, "Geheim ontwerp")
    Framework.objects.filter(pk=new.pk).update(is_public=True)
    url = reverse("portal:public-framework-detail", args=[new.pk])
    assert client.get(url).status_code == 404
    assert "Geheim ontwerp" not in text_of(client.get(reverse("portal:public")))
