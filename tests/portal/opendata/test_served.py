"""How open data is handed over: to whom, for how long, and at what cost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from events.models import MeetingSeries
from partners.models import Organisation
from programme.models import Decision
from schuldenlab.portal.opendata import FORMATS, TABLES, kompas_of
from tests.cast import login
from tests.house.growth import grow
from tests.programme.pages import counted, text_of

from .conftest import show_everything
from .reader import KOMPAS, NAMES, PACKAGE, THIS_YEAR, body, package

if TYPE_CHECKING:
    from django.test import Client

    from tests.house.world import World

PAGE, CATALOGUE = reverse("portal:open-data"), reverse("portal:open-data-catalogue")
FILES = [reverse("portal:open-data-file", args=[name, form]) for name in NAMES for form in FORMATS]
# Queries of each table, the one for its version included; of the Kompas for one year.
COSTS = {
    "partners": 2,
    "programmas": 2,
    "themas": 2,
    "projecten": 8,
    "projectpartners": 8,
    "resultaten": 8,
    "bijeenkomsten": 2,
    "besluiten": 2,
    "jaarverantwoordingen": 2,
    "jaarverantwoording-teksten": 2,
    "jaarverantwoording-cijfers": 2,
    **dict.fromkeys(KOMPAS, 43),
}


@pytest.mark.parametrize("url", [*FILES, PACKAGE, CATALOGUE])
def test_who_has_it_already_gets_304(shown: World, client: Client, url: str) -> None:
    first = client.get(url)
    assert body(first)
    with counted() as cost:
        again = client.get(url, headers={"if-none-match": first["ETag"]})
    assert cost.queries == (2 if "kompas-" in url else 1)
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])
    for answer in (first, again):
        assert answer["Cache-Control"] == "public, max-age=300"
        assert answer["Access-Control-Allow-Origin"] == "*"
        assert "Set-Cookie" not in answer
    assert "Last-Modified" not in first


def tags(client: Client) -> dict[str, str]:
    return {url: client.head(url)["ETag"] for url in FILES}


def test_only_the_files_that_changed_get_another_version(shown: World, client: Client) -> None:
    before = tags(client)
    assert len(set(before.values())) == len(FILES), "each file has its own"
    assert tags(client) == before
    Organisation.objects.filter(name="Bank Noordzee").update(description="Nieuw.")
    changed = {url for url, tag in tags(client).items() if before[url] != tag}
    assert changed == {"/openbaar/data/partners.csv", "/openbaar/data/partners.json"}


def test_what_is_hidden_again_is_another_version(shown: World, client: Client) -> None:
    before = tags(client)
    Decision.objects.update(is_public=False)
    after = tags(client)
    for form in FORMATS:
        url = reverse("portal:open-data-file", args=["besluiten", form])
        assert before[url] != after[url]


def test_pages_of_other_sites_may_ask_whether_it_is_newer(shown: World, client: Client) -> None:
    answer = client.options(FILES[0])
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer["Access-Control-Allow-Headers"] == "If-None-Match"
    assert client.post(FILES[0]).status_code == 405


def test_who_is_logged_in_gets_the_same_file(shown: World, client: Client) -> None:
    before = body(client.get(FILES[0]))
    login(client, shown.cast.director)
    assert body(client.get(FILES[0])) == before


def cost_of(client: Client, name: str) -> dict[str, int]:
    found = {}
    for form in FORMATS:
        with counted() as cost:
            body(client.get(reverse("portal:open-data-file", args=[name, form])))
        found[form] = cost.queries
    return found


def test_what_they_cost_does_not_grow(shown: World, client: Client) -> None:
    words = {"duty": "leaders", "title": "L", "audience": "leaders", "per_year": 9}
    MeetingSeries.objects.create(framework=shown.cast.framework, **words)
    small = {name: cost_of(client, name) for name in NAMES}
    grow(shown)
    show_everything()
    large = {name: cost_of(client, name) for name in NAMES}
    assert small == large
    assert {name: each["csv"] for name, each in small.items()} == COSTS
    assert {name: each["json"] for name, each in small.items()} == COSTS


# -- the page -------------------------------------------------------------------------------------


def test_the_page_names_every_file_column_and_code(shown: World, client: Client) -> None:
    said = text_of(client.get(PAGE))
    for url in (*FILES, PACKAGE, CATALOGUE):
        assert f'href="{url}"' in said
    for table in [*TABLES.values(), *kompas_of(THIS_YEAR)]:
        for column in table.columns:
            assert f"<code>{column.name}</code>" in said
            for code, words in column.values:
                assert f"<code>{code}</code> {words}" in said


def test_the_page_speaks_both_languages(shown: World, client: Client) -> None:
    anne = shown.cast.director
    said = {"nl": "Wat de partner over zichzelf zegt", "en": "What the partner says of itself"}
    for language, words in said.items():
        anne.language = language
        anne.save(update_fields=["language"])
        assert words in text_of(login(client, anne).get(PAGE))


def test_the_page_asks_only_which_files_there_are(shown: World, client: Client) -> None:
    with counted() as cost:
        tag = client.get(PAGE)["ETag"]
    assert cost.queries == 1
    assert client.get(PAGE, headers={"if-none-match": tag}).status_code == 304


def test_every_page_leads_to_it(shown: World, client: Client) -> None:
    for url in (reverse("portal:public"), reverse("portal:privacy")):
        assert f'href="{PAGE}"' in text_of(client.get(url))


def test_addresses_in_the_package_are_whole(shown: World, client: Client) -> None:
    paths = {each["path"] for each in package(client)["resources"]}
    assert paths >= {f"http://localhost:8000{url}" for url in FILES}
