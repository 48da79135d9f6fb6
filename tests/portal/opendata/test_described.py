"""What describes the files: the package, the catalogue, and the page in `docs/`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from django.conf import settings
from django.test import Client
from django.utils import translation

from schuldenlab.portal.opendata import (
    TABLES,
    Column,
    Kind,
    as_text,
    catalogue,
    described,
    edition_of,
    kompas_of,
)

from .prose import BEGIN, as_markdown
from .reader import PACKAGE, fetch

if TYPE_CHECKING:
    from collections.abc import Iterator

EVERY = [*TABLES.values(), *kompas_of(2026)]
TYPES = {str(each) for each in Kind}
CC0 = "https://creativecommons.org/publicdomain/zero/1.0/"


def package() -> dict[str, Any]:
    return described(EVERY)


def test_the_package_says_what_the_standard_asks() -> None:
    made = package()
    names = [each["name"] for each in made["resources"]]
    assert len(set(names)) == len(names) == 2 * len(EVERY)
    assert made["licenses"] == [
        {"name": "CC0-1.0", "path": CC0, "title": "Creative Commons Zero 1.0"}
    ]
    for resource in made["resources"]:
        schema = resource["schema"]
        fields = [each["name"] for each in schema["fields"]]
        assert len(set(fields)) == len(fields)
        assert {each["type"] for each in schema["fields"]} <= TYPES
        assert set(schema["primaryKey"]) <= set(fields)
        for name in schema["primaryKey"]:
            (field,) = (each for each in schema["fields"] if each["name"] == name)
            assert field["constraints"]["required"] is True
        for link in schema.get("foreignKeys", []):
            (other,) = (
                each for each in made["resources"] if each["name"] == link["reference"]["resource"]
            )
            theirs = {each["name"] for each in other["schema"]["fields"]}
            assert set(link["fields"]) <= set(fields)
            assert set(link["reference"]["fields"]) <= theirs
            assert other["format"] == resource["format"]


def in_words(made: Any) -> Iterator[tuple[str, dict[str, str]]]:
    """All that is said in two languages, with where."""
    if isinstance(made, list):
        for each in made:
            yield from in_words(each)
    elif isinstance(made, dict):
        for name, each in made.items():
            if name in {"titles", "descriptions", "labels", "units"}:
                yield name, each
            else:
                yield from in_words(each)


def test_everything_is_said_in_both_languages() -> None:
    for name, said in in_words(package()):
        assert list(said) == ["nl", "en"], name
        assert all(said.values()), name


def test_dutch_is_translated() -> None:
    """What is the same in both was forgotten; a single word may be, and what Dutch borrowed."""
    same = {
        said["en"]
        for name, said in in_words(package())
        if said["nl"] == said["en"] and " " in said["en"]
    }
    assert same == set()


def test_it_is_the_same_whatever_language_is_spoken() -> None:
    with translation.override("en"):
        english = as_text(package())
    with translation.override("nl"):
        assert as_text(package()) == english


def test_another_column_is_another_edition() -> None:
    table = TABLES["partners"]
    more = type(table)(**{**vars(table), "columns": (*table.columns, Column("x", Kind.TEXT, "X"))})
    assert edition_of([table]) == edition_of([table])
    assert edition_of([more]) != edition_of([table])


def test_the_docs_say_the_same() -> None:
    docs = (settings.BASE_DIR / "docs" / "open-data.md").read_text()
    assert docs.split(BEGIN)[1].strip() == as_markdown().strip()


@pytest.mark.django_db
def test_the_package_is_served() -> None:
    assert json.loads(fetch(Client(), PACKAGE)) == described(TABLES.values())


def test_the_catalogue_has_what_dutch_catalogues_ask() -> None:
    made = catalogue(EVERY)
    assert made["@type"] == "dcat:Catalog"
    assert len(made["dcat:dataset"]) == len(EVERY)
    for dataset in made["dcat:dataset"]:
        for name in (
            *("dct:title", "dct:description", "dct:identifier", "dct:publisher", "dct:creator"),
            *("dcat:contactPoint", "dct:accessRights", "dcat:theme"),
        ):
            assert dataset[name], name
        files = dataset["dcat:distribution"]
        assert [each["dct:license"]["@id"] for each in files] == [CC0, CC0]
        assert [each["dcat:accessURL"]["@id"].rsplit(".")[-1] for each in files] == ["csv", "json"]
    prefixes = set(made["@context"])
    assert {name.split(":")[0] for name in keys(made) if not name.startswith("@")} <= prefixes


def keys(made: Any) -> Iterator[str]:
    """All names in a document, its context left out."""
    if isinstance(made, list):
        for each in made:
            yield from keys(each)
    elif isinstance(made, dict):
        for name, each in made.items():
            if name != "@context":
                yield name
                yield from keys(each)
