"""The facts of an act in the file of the trail: in words, and whatever their shape."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import translation

from schuldenlab.audit.models import Entry
from schuldenlab.web.trail import plain_facts


@pytest.mark.parametrize(
    ("kind", "facts", "words"),
    [
        ("partners.mandate", {"role": "director", "may_sign": True}, ["director", "yes"]),
        ("partners.involvement", {"forms": ["programmaraad", "zoiets"]}, None),
        ("partners.mandate", {"from_on": 3, "until_on": "geen dag"}, ["3", "geen dag"]),
        ("niets.meer", {"odd": {"a": [1]}, "more": [1, "b"]}, ["{'a': [1]}", "1, b"]),
    ],
)
def test_every_fact_has_words(kind: str, facts: dict[str, Any], words: list[str] | None) -> None:
    with translation.override("en"):
        rows = plain_facts(Entry(subject_type=kind, facts=facts))
        said = [(str(name), str(value)) for name, value in rows]
    assert all(name[0].isupper() and "_" not in name for name, _value in said)
    if words:
        assert [value for _name, value in said] == words
    else:
        assert "zoiets" in said[0][1]
