"""Finding partners and people, also when a word is typed wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse

from partners import actions
from partners.models import Organisation, Person, Theme
from tests.cast import Cast, employ, person
from tests.partners.test_ambassadors import join
from tests.programme.conftest import english, today
from tests.programme.pages import cost_of, text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    Enter = Callable[..., Client]

__all__ = ["english", "today"]

LIST, PEOPLE = reverse("partners:organisation-list"), reverse("partners:person-list")


@pytest.fixture
def network(today: Cast) -> Cast:
    """Partners with descriptions and themes."""
    homes = actions.add_theme(name="Wonen", actor=None, at=today.at)
    work = actions.add_theme(name="Werk en inkomen", actor=None, at=today.at)
    for letters in ("CH", "GD"):
        join(today, letters, homes)
    join(today, "GD", work)
    Organisation.objects.filter(pk=today["EZ"].pk).update(
        description="Zoekt met klanten naar een termijnbedrag dat past. Café de Één."
    )
    return today


def names(page: Any) -> set[str]:
    return {each.short_name or each.name for each in page.context["object_list"]}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("noordzee", {"Bank Noordzee"}),
        ("nordzee", {"Bank Noordzee"}),
        ("NOORTZEE", {"Bank Noordzee"}),
        ("bank noordze", {"Bank Noordzee"}),
        ("zorgverzekraar", {"Zorgverzekeraar Duin"}),
        ("corperatie", {"Corporatie Haagwijk"}),
        ("haagwyk", {"Corporatie Haagwijk"}),
        ("woningcorporatie", {"Corporatie Haagwijk"}),  # the word of its sector
        ("wonen", {"Corporatie Haagwijk", "Gemeente Duinstad"}),  # a theme
        ("inkommen", {"Gemeente Duinstad"}),
        ("termijnbedrag", {"Energie Zuiderlicht"}),
        ("cafe een", {"Energie Zuiderlicht"}),
        ("duin zorg", {"Zorgverzekeraar Duin"}),
        ("duin bank", set()),
        ("xyzzy", set()),
        ("%", set()),
        ("_", set()),
        ("\\", set()),
        ("'; --", set()),
    ],
)
def test_partners_by_words(network: Cast, enter: Enter, typed: str, found: set[str]) -> None:
    page = enter(network.contact).get(LIST, {"q": typed})
    assert (page.status_code, names(page)) == (200, found)
    assert page.context["form"]["q"].value() == typed


def test_sector_and_theme_together(network: Cast, enter: Enter) -> None:
    homes = Theme.objects.get(name="Wonen").pk
    client = enter(network.contact)
    asked: dict[str, Any]
    for asked, found in (
        ({"theme": homes}, {"Corporatie Haagwijk", "Gemeente Duinstad"}),
        ({"theme": homes, "sector": "gemeente"}, {"Gemeente Duinstad"}),
        ({"theme": homes, "sector": "gemeente", "q": "duinstat"}, {"Gemeente Duinstad"}),
        ({"theme": homes, "sector": "bank"}, set()),
    ):
        page = client.get(LIST, asked)
        assert names(page) == found
        assert f'value="{homes}" selected' in text_of(page)
    assert client.get(LIST, {"theme": "0"}).status_code == 422


def test_an_ambassador_that_stopped_is_not_found_by_its_theme(network: Cast, enter: Enter) -> None:
    row = network["GD"].ambassadorships.get(theme__name="Werk en inkomen")
    row.from_on = row.until_on = network.at.date().replace(day=1)
    row.save()
    page = enter(network.contact).get(LIST, {"q": "inkomen"})
    assert names(page) == set()


def test_what_was_found_is_said_in_words(network: Cast, enter: Enter) -> None:
    client = enter(network.contact)
    assert "1 organisatie gevonden" in text_of(client.get(LIST, {"q": "noordzee"}))
    nothing = text_of(client.get(LIST, {"q": "xyzzy"}))
    assert "Geen partner gevonden" in nothing
    assert f'href="{LIST}"' in nothing


def test_partners_stay_in_the_order_of_their_names(network: Cast, enter: Enter) -> None:
    page = enter(network.contact).get(LIST, {"q": "duin"})
    found = [each.name for each in page.context["object_list"]]
    assert found == sorted(found)
    assert len(found) > 1


def test_who_left_is_found_by_the_kernteam_only(network: Cast, enter: Enter) -> None:
    for who, found in (("contact", set()), ("staff", {"Waterbedrijf Kust"})):
        assert names(enter(getattr(network, who)).get(LIST, {"q": "waterbedrijf"})) == found


# -- people --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Samira", {"Samira Bakker"}),
        ("samirra baker", {"Samira Bakker"}),
        ("noordzee", {"Dirk van Dam", "Samira Bakker", "Pim de Groot"}),
        ("noortzee groot", {"Pim de Groot"}),
        ("carla.smit@", {"Carla Smit"}),
        ("xyzzy", set()),
    ],
)
def test_people_by_name_and_organisation(
    today: Cast, enter: Enter, typed: str, found: set[str]
) -> None:
    page = enter(today.staff).get(PEOPLE, {"q": typed})
    assert {each.name for each in page.context["object_list"]} == found
    assert page.context["form"]["q"].value() == typed


def test_only_the_kernteam_looks_for_people(today: Cast, enter: Enter) -> None:
    page = enter(today.director).get(PEOPLE, {"q": "Samira"})
    assert page.status_code == 403
    assert "Bakker" not in text_of(page)


def test_a_word_that_is_too_long_is_refused(today: Cast, enter: Enter) -> None:
    page = enter(today.staff).get(PEOPLE, {"q": "x" * 121})
    assert page.status_code == 422
    assert list(page.context["object_list"]) == []


def test_nobody_found_says_what_comes_next(today: Cast, enter: Enter) -> None:
    html = text_of(enter(today.staff).get(PEOPLE, {"q": "xyzzy"}))
    assert "Niemand gevonden" in html
    assert f'href="{PEOPLE}"' in html


def test_somebody_who_stopped_is_not_found_by_the_organisation(today: Cast, enter: Enter) -> None:
    mandate = today.seat.mandates.get()
    actions.end_mandate(mandate, until_on=today.at.date().replace(day=1), actor=None, at=today.at)
    found = enter(today.staff).get(PEOPLE, {"q": "noordzee"}).context["object_list"]
    assert "Samira Bakker" not in {each.name for each in found}
    assert Person.objects.filter(name="Samira Bakker").exists()


@pytest.mark.parametrize("count", [1, 3])
def test_looking_costs_the_same(network: Cast, enter: Enter, count: int) -> None:
    for number in range(count):
        employ(person(f"Bankier {number}", network.at), network["BN"], network.at)
    client = enter(network.staff)
    assert cost_of(client, f"{LIST}?q=bank").queries == 7
    assert cost_of(client, f"{PEOPLE}?q=bankier").queries == 10
