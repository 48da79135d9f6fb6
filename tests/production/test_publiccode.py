"""publiccode.yml says what the standard asks for, and what is so."""

from __future__ import annotations

import re
import tomllib
from typing import Any

import pytest
import yaml

from tests.production.conftest import ROOT

FACTS: dict[str, Any] = yaml.safe_load((ROOT / "publiccode.yml").read_text())
REQUIRED = {
    *("publiccodeYmlVersion", "name", "url", "platforms", "categories", "developmentStatus"),
    *("softwareType", "description", "legal", "maintenance", "localisation"),
}
OPTIONAL = {"softwareVersion", "releaseDate", "intendedAudience", "dependsOn"}
STATES = {"concept", "development", "beta", "stable", "obsolete"}
SHORT, LONG_MIN, LONG_MAX, GENERIC, FEATURE = 150, 150, 10_000, 35, 100


def test_the_keys_are_those_of_the_standard() -> None:
    assert set(FACTS) >= REQUIRED
    assert set(FACTS) <= REQUIRED | OPTIONAL
    assert FACTS["developmentStatus"] in STATES
    assert FACTS["softwareType"] == "standalone/web"
    assert FACTS["platforms"] == ["web"]
    assert FACTS["url"].startswith("https://")
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", FACTS["releaseDate"])


def test_version_and_licence_are_those_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert FACTS["softwareVersion"] == project["version"]
    assert FACTS["legal"]["license"] == project["license"] == "EUPL-1.2"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_descriptions_have_the_length_that_catalogues_show(language: str) -> None:
    text = FACTS["description"][language]
    assert len(text["shortDescription"]) <= SHORT
    assert LONG_MIN <= len(text["longDescription"]) <= LONG_MAX
    assert len(text["genericName"]) <= GENERIC
    assert text["features"]
    assert max(map(len, text["features"])) <= FEATURE


def test_who_maintains_it_and_in_which_languages() -> None:
    assert FACTS["maintenance"]["type"] == "internal"
    assert all(each["name"] and "@" in each["email"] for each in FACTS["maintenance"]["contacts"])
    languages = {path.name for path in (ROOT / "locale").iterdir() if path.is_dir()} | {"en"}
    assert set(FACTS["localisation"]["availableLanguages"]) == languages
    assert FACTS["localisation"]["localisationReady"] is True
