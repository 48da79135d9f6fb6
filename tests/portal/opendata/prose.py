"""The tables as `docs/open-data.md` has them. `python -m tests.portal.opendata.prose` prints it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from schuldenlab.portal.opendata import Column, Table

BEGIN = "## The tables\n"


def as_markdown() -> str:
    """All tables, in English, with the Dutch word of each code."""
    from schuldenlab.portal.opendata import TABLES, kompas_of  # noqa: PLC0415 - after Django

    every = [*TABLES.values(), *kompas_of(2026)]
    return "\n".join(line for table in every for line in _table(table))


def _table(table: Table) -> Iterator[str]:
    yield f"### {table.name}\n"
    yield f"{_english(table.says)}\n"
    yield "| column | holds | meaning |"
    yield "|---|---|---|"
    for column in table.columns:
        unit = f", {_english(column.unit)}" if column.unit else ""
        empty = "" if column.is_required else ", may be empty"
        yield f"| `{column.name}` | {column.kind}{unit}{empty} | {_english(column.says)} |"
    yield f"\nKey: {_codes(table.key)}."
    for link in table.links:
        yield f"{_codes(link.columns)} is {_codes(link.key)} of `{link.table}`."
    yield ""
    for column in table.coded:
        yield f"Codes of `{column.name}`: {_coded(column)}.\n"


def _coded(column: Column) -> str:
    from schuldenlab.portal.opendata.table import in_both  # noqa: PLC0415 - after Django

    said = [(value, in_both(words)) for value, words in column.values]
    return "; ".join(f"`{value}` {each['en']} ({each['nl']})" for value, each in said)


def _codes(names: tuple[str, ...]) -> str:
    return " + ".join(f"`{name}`" for name in names)


def _english(words: object) -> str:
    from schuldenlab.portal.opendata.table import in_both  # noqa: PLC0415 - after Django

    return in_both(words)["en"]


if __name__ == "__main__":
    import os

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "schuldenlab.settings.test")
    os.environ.setdefault("DATABASE_URL", "postgres:///none")  # it asks none
    django.setup()
    print(as_markdown())  # noqa: T201
