"""The package that describes the files, by the Data Package and Table Schema standards.

Words stand in it in Dutch (`title`, `description`), and beside it in all languages (`titles`,
`descriptions`, and `labels` of each code). https://specs.frictionlessdata.io/
"""

import hashlib
import json
from collections.abc import Iterable
from typing import Any, Final

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .files import DECIMAL, DELIMITER, LINE_END
from .table import Column, Kind, Table, in_both

FIRST: Final = settings.LANGUAGE_CODE
LICENCE: Final = {
    "name": "CC0-1.0",
    "path": "https://creativecommons.org/publicdomain/zero/1.0/",
    "title": "Creative Commons Zero 1.0",
}
DIALECT: Final = {
    "delimiter": DELIMITER,
    "lineTerminator": LINE_END,
    "doubleQuote": True,
    "header": True,
}
# With its distance to UTC, such as 2026-03-04T14:00:00+01:00.
MOMENT: Final = "%Y-%m-%dT%H:%M:%S%z"
TITLE: Final = _("Open data of Schuldenlab070")
SAYS: Final = _(
    "What Schuldenlab070 shows to everybody, as files: the partners, the programme of each year, "
    "themes, projects and their results, meetings, decisions, and whether the network keeps its "
    "word."
)


def address_of(table: Table, form: str) -> str:
    """Where a file is, with the name of the site before it."""
    return settings.SITE_URL + reverse("portal:open-data-file", args=[table.name, form])


def described(tables: Iterable[Table]) -> dict[str, Any]:
    """The package: each table as CSV and as JSON, with the same schema."""
    every = list(tables)
    return {
        "profile": "data-package",
        "name": "schuldenlab070",
        "id": settings.SITE_URL + reverse("portal:open-data"),
        "homepage": settings.SITE_URL + reverse("portal:open-data"),
        **_words(TITLE, SAYS),
        "licenses": [LICENCE],
        "contributors": [{"title": settings.SITE_NAME, "role": "publisher"}],
        "resources": [_resource(each, form) for form in ("csv", "json") for each in every],
    }


def _words(title: Any, says: Any) -> dict[str, Any]:
    titles, texts = in_both(title), in_both(says)
    return {
        "title": titles[FIRST],
        "titles": titles,
        "description": texts[FIRST],
        "descriptions": texts,
    }


def _resource(table: Table, form: str) -> dict[str, Any]:
    of_csv = {"dialect": DIALECT, "mediatype": "text/csv"}
    of_json = {"mediatype": "application/json"}
    return {
        "profile": "tabular-data-resource",
        "name": _name(table.name, form),
        "path": address_of(table, form),
        "format": form,
        "encoding": "utf-8",
        **(of_csv if form == "csv" else of_json),
        **_words(table.title, table.says),
        "schema": schema_of(table, form),
    }


def _name(table: str, form: str) -> str:
    return table if form == "csv" else f"{table}-{form}"


def schema_of(table: Table, form: str = "csv") -> dict[str, Any]:
    """The Table Schema of one table."""
    schema: dict[str, Any] = {
        "fields": [_field(each, form) for each in table.columns],
        "primaryKey": list(table.key),
        "missingValues": [""],
    }
    if table.links:
        schema["foreignKeys"] = [
            {
                "fields": list(each.columns),
                "reference": {"resource": _name(each.table, form), "fields": list(each.key)},
            }
            for each in table.links
        ]
    return schema


def _field(column: Column, form: str) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": str(column.kind)}
    says = in_both(column.says)
    field |= {"title": column.name, "description": says[FIRST], "descriptions": says}
    if column.form or column.kind is Kind.MOMENT:
        field["format"] = column.form or MOMENT
    if column.kind is Kind.NUMBER and form == "csv":
        field["decimalChar"] = DECIMAL
    if column.unit:
        field["unit"], field["units"] = (units := in_both(column.unit))[FIRST], units
    limits: dict[str, Any] = {"required": True} if column.is_required else {}
    if column.pattern:
        limits["pattern"] = column.pattern
    if column.values:
        limits["enum"] = [value for value, _words in column.values]
        field["categories"] = [_category(*each) for each in column.values]
    if limits:
        field["constraints"] = limits
    return field


def _category(value: str, words: Any) -> dict[str, Any]:
    labels = in_both(words)
    return {"value": value, "label": labels[FIRST], "labels": labels}


def as_text(package: dict[str, Any]) -> str:
    """Written so that people can read it too."""
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


def edition_of(tables: Iterable[Table]) -> str:
    """A mark of the format itself: it differs when a column is added or a word changes."""
    return hashlib.sha256(as_text(described(tables)).encode()).hexdigest()
