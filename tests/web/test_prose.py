"""Plain text as paragraphs, headings and lists: what is a heading, and what is not."""

from __future__ import annotations

import pytest

from schuldenlab.web.templatetags.prose import explained, prose


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Wat wij doen", "h3"),
        ("3. Wat doen wij morgen?", "h3"),
        ("4. Aan de slag!", "h3"),
        ("Wat doen wij morgen?", "p"),
        ("3. Wij gaan door.", "p"),
        ("Dit is een zin.", "p"),
        ("x" * 81, "p"),
    ],
)
def test_what_is_a_heading(line: str, kind: str) -> None:
    assert prose(line).startswith(f"<{kind}")


def test_an_explanation_has_no_headings() -> None:
    text = "Wij horen wat beter kan\n\n- <een>\n- twee"
    assert explained(text) == (
        "<p>Wij horen wat beter kan</p>\n"
        '<ul class="utrecht-unordered-list"><li>&lt;een&gt;</li><li>twee</li></ul>'
    )
