"""Signing online: who may, what is written down, the code, and two at once."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from threading import Barrier
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.db import DatabaseError, connection, transaction
from django.urls import reverse
from django.utils import timezone

from partners import actions
from partners.models import Clause, Framework, Signature
from partners.verification import signature_seal
from partners.views.signing import sign_facts
from schuldenlab.audit.models import Entry
from schuldenlab.documents.models import Document
from schuldenlab.lifecycle import Refused
from schuldenlab.outbox.models import Letter
from schuldenlab.web.confirm import LOGIN_MOMENT, Freshness, is_fresh
from tests.cast import employ, login, person, written_otherwise
from tests.programme.conftest import english, today
from tests.programme.pages import cost_of, text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]

__all__ = ["english", "today"]

FILLED_IN = {"function": "Directeur  Klant", "declares_mandate": "on", "declares_read": "on"}
MINUTE = timedelta(minutes=1)
SIGNERS = {"director": "BN", "other_director": "FV", "seat_GD": "GD"}
OTHERS = {"seat", "substitute", "contact", "staff", "manager"}


def page(cast: Cast, letters: str = "BN") -> str:
    return reverse("partners:framework-sign", args=[cast.framework.pk, cast[letters].pk])


def sign(cast: Cast, letters: str = "BN", who: str = "director", **facts: Any) -> Signature:
    given = {"function": "Directeur", "declares_mandate": True, "declares_read": True}
    framework = facts.pop("framework", cast.framework)
    return actions.sign_framework(
        framework,
        organisation=cast[letters],
        **{**given, **facts},
        actor=getattr(cast, who),
        at=cast.at,
    )


def on_paper(cast: Cast, framework: Framework) -> Signature:
    scan = ContentFile(b"%PDF-1.7 n", name="scan.pdf")
    return actions.register_signature(
        framework,
        organisation=cast["BN"],
        signatory="D. van Dam",
        function="Directeur",
        signed_on=cast.at.date(),
        scan=scan,
        actor=cast.staff,
        at=cast.at,
    )


def files_of(at: datetime) -> set[str]:
    """What lies in the folder of this month."""
    try:
        return set(storages["documents"].listdir(f"{at:%Y/%m}")[1])
    except FileNotFoundError:
        return set()


# -- the action ----------------------------------------------------------------------------------


def test_what_is_written_down(cast: Cast) -> None:
    row = sign(cast)
    assert (row.organisation, row.person, row.signatory, row.way, row.ordinal) == (
        cast["BN"],
        cast.director,
        "Dirk van Dam",
        "online",
        1,
    )
    assert (row.signed_at, row.signed_on, row.recorded_at) == (cast.at, cast.at.date(), cast.at)
    assert row.text_sha256 == cast.framework.sealed_sha256
    assert row.sha256 == signature_seal(Signature.objects.select_related("scan").get())
    entry = Entry.objects.get(verb="sign_framework")
    assert (entry.actor, entry.subject_id) == (cast.director, str(row.pk))
    assert entry.facts == {"organisation": cast["BN"].pk, "way": "online"}
    letter = Letter.objects.get()
    assert (letter.person, letter.template) == (
        cast.director,
        "partners/mail/signature_received.txt",
    )
    assert letter.attachment == row.receipt


@pytest.mark.usefixtures("english")
def test_what_the_action_refuses(cast: Cast) -> None:
    for letters, who, facts, because in (
        ("BN", "seat", {}, "may not sign on behalf of Bank Noordzee"),
        ("GD", "director", {}, "may not sign"),
        ("WK", "former", {}, "Not a partner now"),
        ("BN", "manager", {}, "may not sign"),
        ("BN", "director", {"declares_read": False}, "both declarations"),
        ("BN", "director", {"declares_mandate": False}, "both declarations"),
    ):
        with pytest.raises(Refused, match=because):
            sign(cast, letters, who, **facts)
    sign(cast)
    with pytest.raises(Refused, match="has signed this framework already"):
        sign(cast)
    assert Signature.objects.count() == Letter.objects.count() == 1


@pytest.mark.usefixtures("english")
def test_a_director_without_a_signing_mandate_does_not_sign(cast: Cast) -> None:
    someone = person("Dina Zonder", cast.at)
    employ(someone, cast["BN"], cast.at, "director")
    cast.people["unsigning"] = someone
    with pytest.raises(Refused, match="may not sign"):
        sign(cast, who="unsigning")


@pytest.mark.parametrize(
    ("status", "because"),
    [("draft", "draft"), ("open", ""), ("in_force", ""), ("expired", "has expired")],
)
@pytest.mark.usefixtures("english")
def test_only_while_open_or_in_force(cast: Cast, status: str, because: str) -> None:
    written_otherwise(cast.framework, status=status)
    if because:
        with pytest.raises(Refused, match=because):
            sign(cast)
    else:
        assert sign(cast).pk


def test_after_a_withdrawal_the_next_number(cast: Cast) -> None:
    first = sign(cast)
    actions.withdraw_signature(first, reason="Vergissing.", actor=cast.manager, at=cast.at)
    second = sign(cast)
    assert (first.ordinal, second.ordinal) == (1, 2)
    assert [row.pk for row in cast.framework.signatures.holding()] == [second.pk]


def test_the_database_holds_one_that_counts(cast: Cast) -> None:
    row = sign(cast)
    with (
        pytest.raises(DatabaseError, match="has a signature that holds"),
        transaction.atomic(),
    ):
        Signature.objects.create(
            framework=cast.framework,
            organisation=cast["BN"],
            ordinal=2,
            text_sha256=row.text_sha256,
            signatory="X",
            function="X",
            signed_on=cast.at.date(),
        )
    with pytest.raises(ValidationError):
        Signature(
            framework=cast.framework, organisation=cast["BN"], ordinal=1
        ).validate_constraints()


@pytest.mark.django_db(transaction=True)
def test_two_at_once_leave_one(cast_now: Cast) -> None:
    cast_now.people["second"] = person("Dora Twee", cast_now.at)
    employ(cast_now.second, cast_now["BN"], cast_now.at, "director", may_sign=True)
    together, before = Barrier(4), files_of(cast_now.at)

    def press(number: int) -> Any:
        together.wait(timeout=10)
        try:
            framework = Framework.objects.get(pk=cast_now.framework.pk)
            if number == 0:
                return on_paper(cast_now, framework)
            return sign(cast_now, who=("director", "second")[number % 2], framework=framework)
        except Exception as error:  # noqa: BLE001 - the test looks at it
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        given = list(pool.map(press, range(4)))
    assert sum(isinstance(each, Signature) for each in given) == 1
    assert {type(each).__name__ for each in given} <= {"Signature", "IntegrityError", "Refused"}
    assert Signature.objects.count() == 1
    letters = Letter.objects.filter(template__startswith="partners/mail/signature_")
    assert set(letters.values_list("key", flat=True)) <= {
        f"signature-{kind}:{Signature.objects.get().pk}:{who.pk}"
        for kind in ("received", "registered")
        for who in cast_now.people.values()
    }
    kept = set(Document.objects.values_list("file", flat=True))
    assert files_of(cast_now.at) == {name.rpartition("/")[2] for name in kept} | before


# -- the door ------------------------------------------------------------------------------------


def test_who_comes_in(today: Cast, enter: Enter) -> None:
    for who, letters in SIGNERS.items():
        assert enter(getattr(today, who)).get(page(today, letters)).status_code == 200
    for who in OTHERS:
        client = enter(getattr(today, who))
        assert client.get(page(today)).status_code == 403
        assert client.post(page(today), FILLED_IN).status_code == 403
    for who in ("outsider", "former"):
        assert enter(getattr(today, who)).post(page(today), FILLED_IN).status_code == 404
    assert enter(today.director).post(page(today, "GD"), FILLED_IN).status_code == 404
    assert not Signature.objects.exists()


def test_signing_just_after_logging_in_asks_no_code(today: Cast, enter: Enter) -> None:
    answer = enter(today.director, logged_in_at=today.at - 9 * MINUTE).post(page(today), FILLED_IN)
    row = Signature.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, row.get_absolute_url())
    assert row.function == "Directeur Klant"


def test_after_ten_minutes_the_code_is_a_part_of_it(today: Cast, enter: Enter) -> None:
    client = enter(today.director, logged_in_at=today.at - 10 * MINUTE)
    answer = client.post(page(today), FILLED_IN)
    assert answer.status_code == 200
    assert 'name="confirmation_code"' in text_of(answer)
    assert not Signature.objects.exists()
    (code,) = set(re.findall(r"\b\d{6}\b", Letter.objects.get().text))
    wrong = f"{(int(code) + 1) % 10**6:06}"
    assert client.post(page(today), {"confirmation_code": wrong}).status_code == 422
    assert client.post(page(today), {"confirmation_code": code}).status_code == 302
    assert Signature.objects.get().function == "Directeur Klant"


def test_the_stricter_freshness_is_that_of_signing_only(cast: Cast) -> None:
    request: Any = SimpleNamespace(session={LOGIN_MOMENT: cast.at.isoformat()})
    later = {minutes: cast.at + minutes * MINUTE for minutes in (9, 10, 719, 720)}
    fresh = {
        how: [minutes for minutes, at in later.items() if is_fresh(request, at, how)]
        for how in Freshness
    }
    assert fresh == {Freshness.SIGNING: [9], Freshness.VISIT: [9, 10, 719]}


@pytest.mark.parametrize("missing", ["function", "declares_mandate", "declares_read"])
def test_what_is_not_filled_in(today: Cast, enter: Enter, missing: str) -> None:
    facts = {**FILLED_IN, "function": "Bestuurder Wonen"}
    facts.pop(missing)
    answer = enter(today.director).post(page(today), facts)
    assert answer.status_code == 422
    assert answer.context["form"].errors[missing]
    if missing != "function":
        assert "Bestuurder Wonen" in text_of(answer)
    assert not Signature.objects.exists()


def test_who_was_second_gets_a_sentence(
    today: Cast, enter: Enter, monkeypatch: pytest.MonkeyPatch
) -> None:
    sign(today)
    client = enter(today.director)
    answer = client.post(page(today), FILLED_IN)
    assert answer.status_code == 422
    assert answer.context["form"].non_field_errors()
    monkeypatch.setattr("partners.actions.signatures._next_ordinal", lambda *_args: 1)
    answer = client.post(page(today), FILLED_IN)
    assert answer.status_code == 409
    assert "Directeur  Klant" in text_of(answer)
    assert client.get(page(today), follow=True).redirect_chain == [
        (today.framework.get_absolute_url(), 302)
    ]


def test_an_expired_framework_has_no_page_to_sign(today: Cast, enter: Enter) -> None:
    written_otherwise(today.framework, status="expired", expired_at=timezone.now())
    answer = enter(today.director).get(page(today))
    assert (answer.status_code, answer["Location"]) == (302, today.framework.get_absolute_url())


def test_the_page_costs_the_same(today: Cast, enter: Enter) -> None:
    client = enter(today.director)
    assert cost_of(client, page(today)).queries == 10
    sign(today, "GD", "seat_GD")
    sign(today, "FV", "other_director")
    assert cost_of(client, page(today)).queries == 10


def test_who_signs_reads_what_is_new_and_every_number(today: Cast, enter: Enter) -> None:
    """The seal covers the numbers too, so they stand above the signature."""
    new = actions.adopt_framework(
        title="Framework 2",
        starts_on=today.framework.ends_on + timedelta(days=1),
        ends_on=today.framework.ends_on + timedelta(days=700),
        host=today["GD"],
        predecessor=today.framework,
        actor=today.manager,
        at=today.at,
    )
    actions.load_clauses(new, actor=today.manager, at=today.at)
    Clause.objects.filter(framework=new, number=2).update(text="Hoogstens drie jaar.")
    actions.open_for_signature(new, actor=today.manager, at=today.at)
    url = reverse("partners:framework-sign", args=[new.pk, today["BN"].pk])
    said = text_of(enter(today.director).get(url))
    assert "Nieuw: Hoogstens drie jaar." in said
    assert reverse("partners:framework-compare", args=[new.pk]) in said
    assert "10 werkdagen" in said


# -- the card ------------------------------------------------------------------------------------


def test_for_whom_the_card_is(cast: Cast) -> None:
    shown = {
        who: sign_facts(cast.framework, getattr(cast, who), cast.at)
        for who in ("director", "seat", "contact", "staff", "outsider")
    }
    assert {who: facts["may_sign"] for who, facts in shown.items()} == {
        "director": True,
        "seat": False,
        "contact": False,
        "staff": False,
        "outsider": False,
    }
    assert {who for who, facts in shown.items() if facts["may_forward"]} == {"seat", "contact"}
    assert shown["director"]["organisation"]["name"] == "Bank Noordzee"
    sign(cast)
    facts = sign_facts(cast.framework, cast.director, cast.at)
    assert (facts["may_sign"], len(facts["receipts"])) == (False, 1)
    written_otherwise(cast.framework, status="expired")
    assert not sign_facts(cast.framework, cast.other_director, cast.at)["may_sign"]


def test_the_card_stands_on_the_page_of_the_framework(today: Cast, enter: Enter) -> None:
    url = today.framework.get_absolute_url()
    assert page(today) in text_of(enter(today.director).get(url))
    forward = reverse("partners:framework-forward", args=[today.framework.pk, today["FV"].pk])
    html = text_of(enter(today.contact).get(url))
    assert forward in html
    assert page(today, "FV") not in html
    row = sign(today)
    html = text_of(enter(today.seat).get(url))
    assert row.get_absolute_url() in html
    assert row.get_absolute_url() not in text_of(enter(today.contact).get(url))


def test_login_is_used(today: Cast, client: Client) -> None:
    """Nobody signs without an account."""
    assert client.post(page(today), FILLED_IN).status_code == 302
    assert login(client, today.director).get(page(today)).status_code == 200
