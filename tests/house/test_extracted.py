"""Every sentence of the code is in the translation, also where gettext has another name there."""

from __future__ import annotations

import ast
from functools import cache
from typing import TYPE_CHECKING, Final

from babel.messages.pofile import read_po

from tests.house.tree import ROOT, name, parsed, python_files

if TYPE_CHECKING:
    from collections.abc import Iterator

FROM: Final = "django.utils.translation"
WITH_CONTEXT: Final = ("pgettext", "npgettext")
Said = tuple[str, str]  # the context, and the words


@cache
def translated() -> set[Said]:
    """Whatever the Dutch file knows, of a counted sentence its singular."""
    with (ROOT / "locale/nl/LC_MESSAGES/django.po").open("rb") as file:
        catalogue = read_po(file, locale="nl")
    return {
        (each.context or "", each.id[0] if isinstance(each.id, tuple) else each.id)
        for each in catalogue
    }


def said_in(tree: ast.Module) -> Iterator[Said]:
    """What is asked of gettext with words that stand in the call, whatever it is called there."""
    called = {
        alias.asname or alias.name: alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == FROM
        for alias in node.names
        if "gettext" in alias.name
    }
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    for node in calls:
        if not isinstance(node.func, ast.Name):
            continue
        asked = called.get(node.func.id)
        words = [str(each.value) for each in node.args if isinstance(each, ast.Constant)]
        if asked and words:
            has_context = asked.startswith(WITH_CONTEXT)
            yield (words[0], words[1]) if has_context else ("", words[0])


def test_the_words_are_found_whatever_gettext_is_called() -> None:
    source = (
        "from django.utils.translation import gettext as later, npgettext, pgettext_lazy as _p\n"
        "later('one ' 'two'); _p('menu', 'three'); npgettext('unit', 'four', 'fours', 4)\n"
        "later(name); other('five')\n"
    )
    assert list(said_in(ast.parse(source))) == [
        ("", "one two"),
        ("menu", "three"),
        ("unit", "four"),
    ]


def test_every_sentence_of_the_code_is_in_the_translation() -> None:
    missing = {
        f"{name(path)}: {words}"
        for path in python_files()
        for context, words in said_in(parsed(path))
        if words and (context, words) not in translated()
    }
    assert missing == set()
