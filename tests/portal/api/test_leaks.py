"""What no answer may hold: markers in everything that is private, looked for in every answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.apps import apps
from django.db import connection
from django.db.models import CharField, TextField

from funding.models import Pledge
from partners.models import Organisation, Person
from schuldenlab.portal.api.document import document

from .conftest import token_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cast import Cast


# What a theme, a project, a decision or a public partner is called stands elsewhere as well.
SAME_WORDS = {
    *("Ballot.title", "Ballot.proposal", "BallotOption.title", "CaseParty.name"),
    *("CourseChange.subject",),
}


def answers(read: Callable[..., Any], token: str = "") -> str:
    """Every answer that there is, the pages of single resources included."""
    texts = []
    for path in document("nl")["paths"]:
        if "{" in path:
            continue
        answer = read(f"{path}?pageSize=100" if path != "/organisatie" else path, token)
        texts.append(answer.content.decode())
        if answer.status_code != 200:
            continue
        for row in answer.json().get("resultaten", []):
            own = row.get("_links", {}).get("self", {}).get("href", "")
            if own:
                texts.append(read(own.partition("/api/v1")[2], token).content.decode())
    return "\n".join(texts)


@pytest.mark.parametrize("letters", [None, "", "FV", "BN"], ids=["nobody", "lab", "FV", "BN"])
def test_no_person_stands_in_any_answer(
    lab: Cast, read: Callable[..., Any], letters: str | None
) -> None:
    text = answers(read, "" if letters is None else token_of(lab, letters))
    people = Person.objects.values_list("name", "email")
    assert [fact for person in people for fact in person if fact in text] == []


@pytest.mark.parametrize("letters", [None, "", "FV"], ids=["nobody", "lab", "another partner"])
def test_no_amount_of_a_partner_stands_in_the_answers_of_another(
    lab: Cast, read: Callable[..., Any], letters: str | None
) -> None:
    mark = 123_456
    with connection.cursor() as cursor:  # past the guards that keep what was offered
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE funding_pledge DISABLE TRIGGER USER")
        Pledge.objects.filter(organisation=lab["BN"]).update(amount=mark, text="MERK")
        cursor.execute("ALTER TABLE funding_pledge ENABLE TRIGGER USER")
    text = answers(read, "" if letters is None else token_of(lab, letters))
    assert "123456" not in text
    assert "MERK" not in text
    assert "123456" in answers(read, token_of(lab, "BN"))


def test_no_partner_that_is_not_public_is_named_to_others(
    lab: Cast, read: Callable[..., Any]
) -> None:
    hidden = Organisation.objects.filter(is_public=False).values_list("name", flat=True)
    assert hidden
    for token in ("", token_of(lab, "BN")):
        text = answers(read, token)
        assert [name for name in hidden if name in text] == []


def test_what_is_not_meant_for_outside_has_no_place_in_an_answer(
    lab: Cast, read: Callable[..., Any]
) -> None:
    """Of all text that the lab keeps, only what is listed here may come out for everybody."""
    shown = {
        *("Organisation", "Programme", "InnovationTheme", "Project", "Indicator", "Decision"),
        *("Meeting", "MeetingSeries", "Framework", "Clause", "Theme"),
    }
    text = answers(read)
    found = set()
    for model in apps.get_models():
        if model.__name__ in shown or model.__module__.startswith(("django", "allauth")):
            continue
        for field in model._meta.fields:
            if isinstance(field, CharField | TextField) and not field.choices:
                words = model._base_manager.values_list(field.attname, flat=True)
                found |= {
                    f"{model.__name__}.{field.name}"
                    for word in words
                    if word and len(word) > 12 and " " in word and word in text
                }
    assert found <= SAME_WORDS
