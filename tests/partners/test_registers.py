"""The registers that the desk only looks into: who reads them, what they hide, and their cost."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.contrib.admin import site
from django.urls import reverse

from partners import actions
from partners.models import (
    ContactNote,
    GoLive,
    ImportRun,
    Invitation,
    Involvement,
    Review,
    Signature,
    SignatureWithdrawal,
    SigningRequest,
)
from partners.querysets import token_digest
from schuldenlab.documents.actions import PDF, keep_document
from schuldenlab.documents.models import Document
from tests.partners.test_actions_frameworks import PDF as PAPER
from tests.programme.conftest import english, today
from tests.programme.pages import cost_of, text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]

__all__ = ["english", "today"]

KERNTEAM = {"manager", "staff"}
ACCOUNTS = {
    *("manager", "staff", "director", "seat", "substitute", "contact", "other_director"),
    *("outsider", "former"),
}
QUERIES: dict[Any, int] = {
    Involvement: 9,
    Review: 8,
    SigningRequest: 9,
    SignatureWithdrawal: 9,
    ContactNote: 8,
    Invitation: 8,
    ImportRun: 8,
    GoLive: 8,
    Document: 9,
}
TOKEN = "a-token-that-nobody-may-read"


def address(model: Any, page: str, *arguments: Any) -> str:
    names = f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}"
    return reverse(names, args=arguments)


def fill(cast: Cast, letters: str, person: Any) -> None:
    """One of each that there can be more of."""
    known: dict[str, Any] = {"actor": cast.manager, "at": cast.at}
    paper = {"signatory": "N", "function": "F", "signed_on": cast.at.date()}
    Review.objects.create(
        organisation=cast[letters], reviewed_by=cast.director, reviewed_at=cast.at
    )
    Involvement.objects.create(
        organisation=cast[letters], year=2025, forms=["host"], chosen_on=cast.at.date()
    )
    SigningRequest.objects.create(mandate=person.mandates.get(), asked_by=person)
    signed = actions.register_signature(
        cast.framework, organisation=cast[letters], **paper, **known
    )
    actions.withdraw_signature(signed, reason="Verkeerd papier", **known)
    actions.write_note(cast[letters], text="Gebeld.", spoken_on=cast.at.date(), **known)
    Invitation.objects.create(
        person=person,
        invited_by=cast.manager,
        token_sha256=token_digest(f"{TOKEN}{letters}"),
        expires_at=cast.at + timedelta(days=14),
    )
    ImportRun.objects.create(file_name="p.csv", content=b"geheim", started_by=cast.manager)
    keep_document(PAPER, name="kader.pdf", allowed=(PDF,), **known)


def test_they_are_on_the_desk() -> None:
    assert set(QUERIES) <= set(site._registry)


@pytest.mark.parametrize("model", QUERIES, ids=lambda model: model.__name__)
def test_the_kernteam_reads_them_and_nobody_writes(today: Cast, enter: Enter, model: Any) -> None:
    fill(today, "BN", today.substitute)
    actions.set_go_live(live_on=today.at.date(), actor=None, at=today.at)
    pages = [
        address(model, "changelist"),
        address(model, "change", model._base_manager.all()[0].pk),
    ]
    for who in ACCOUNTS:
        client = enter(getattr(today, who))
        found = [client.get(page).status_code for page in pages]
        assert found == ([200, 200] if who in KERNTEAM else [302, 302]), who
    client = enter(today.manager)
    assert client.get(address(model, "add")).status_code == 403
    assert client.post(pages[1]).status_code == 403
    assert client.get(address(model, "delete", model._base_manager.all()[0].pk)).status_code == 403


def test_secrets_and_files_are_not_there(today: Cast, enter: Enter) -> None:
    fill(today, "BN", today.substitute)
    client = enter(today.manager)
    hidden = {
        Invitation: [token_digest(f"{TOKEN}BN"), TOKEN],
        ImportRun: ["geheim"],
        Document: [Document.objects.get().file.name],
    }
    for model, words in hidden.items():
        row = model._base_manager.latest("pk")
        pages = (address(model, "changelist"), address(model, "change", row.pk))
        shown = "".join(
            text_of(client.get(page)) + client.get(page).content.decode() for page in pages
        )
        assert [word for word in words if word in shown] == []


@pytest.mark.parametrize("model", QUERIES, ids=lambda model: model.__name__)
def test_they_cost_the_same_with_more_in_it(today: Cast, enter: Enter, model: Any) -> None:
    client = enter(today.manager)
    actions.set_go_live(live_on=today.at.date(), actor=None, at=today.at)
    fill(today, "BN", today.substitute)
    url = address(model, "changelist")
    one = cost_of(client, url).queries
    fill(today, "FV", today.contact)
    fill(today, "GD", today.seat_GD)
    assert (one, cost_of(client, url).queries) == (QUERIES[model], QUERIES[model])
    assert Signature.objects.count() == 3
