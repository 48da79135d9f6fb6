"""One template, two bodies."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schuldenlab.outbox.markup import (
    as_html,
    farewell,
    lay_out,
    split_foot,
    split_subject,
    wrapped,
)


def test_the_first_line_is_the_subject() -> None:
    assert split_subject("\n  Uw   code \n\n\n\nBeste Bo,\n\n\n\nDag.\n") == (
        "Uw code",
        "Beste Bo,\n\nDag.\n",
    )


def test_paragraphs_lists_and_buttons() -> None:
    body = "Beste Bo,\nhoi\n\n- een\n- twee\n\nBekijk het: https://lab.example/a?b=1&c=2\n"
    assert as_html(body) == (
        "<p>Beste Bo,<br>hoi</p>\n"
        "<ul><li>een</li><li>twee</li></ul>\n"
        '<p><a class="button" href="https://lab.example/a?b=1&amp;c=2">Bekijk het</a></p>'
    )


def test_an_address_stands_under_the_words_before_it() -> None:
    assert as_html("- Bel Duin: https://lab.example/a\n- Zie https://lab.example/b") == (
        '<ul><li><a href="https://lab.example/a">Bel Duin</a></li>'
        '<li>Zie <a href="https://lab.example/b">https://lab.example/b</a></li></ul>'
    )


def test_words_are_never_markup() -> None:
    assert as_html("<script>x</script>") == "<p>&lt;script&gt;x&lt;/script&gt;</p>"
    assert "<i>" not in as_html("- <i>een</i>")
    assert 'href="https://x.example/&quot;&gt;' in as_html('Kijk hier: https://x.example/">')
    assert "javascript" not in as_html("Kijk hier: javascript:alert(1)").replace(
        "javascript:alert(1)</p>", ""
    )


def test_a_letter_has_one_look_and_no_table() -> None:
    body = "Beste Bo,\n\nNieuws\n------\n\n- een <li>\n\nBekijk het: https://lab.example/a\n"
    sheet = lay_out("Kop", body, "nl", "Want u bent Bo.", "https://lab.example/mail")
    html = sheet.html
    inner, foot = sheet.text.split("\n-- \n")
    assert inner == f"{body}\n{farewell()}\n"
    assert foot.startswith("Want u bent Bo.\n")
    assert foot.endswith(": https://lab.example/mail\n")
    assert html.count("<h1") == html.count(">Kop</h1>") == html.count("Want u bent Bo.") == 1
    for part in ("sans-serif", "max-width: 608px", "<b translate", '<h2 style="', '<li style="'):
        assert part in html
    assert re.search(
        '<a class="button" href="https://lab.example/a" style="[^"]+">Bekijk het</a>', html
    )
    assert "var(" not in html, "mail programs know no tokens"
    assert "een &lt;li&gt;" in html
    assert "<table" not in html
    assert "<style" not in html
    assert "http" not in re.sub('href="[^"]+"', "", html)  # nothing is fetched


def test_an_address_among_words_is_a_link_as_in_the_text() -> None:
    html = as_html("Zie https://lab.example/a?b=1&c=2. Of (https://x.example/y).")
    assert html.count("<a ") == 2
    assert (
        'href="https://lab.example/a?b=1&amp;c=2">https://lab.example/a?b=1&amp;c=2</a>. Of' in html
    )
    assert 'href="https://x.example/y">https://x.example/y</a>).' in html


def test_the_foot_says_the_pace_and_the_reason() -> None:
    source = "Kop\n\nHoi\n\n-- may wait\nOmdat u\n  Bo bent.\n"
    assert split_foot(source, "x.txt") == ("Kop\n\nHoi\n\n", "may wait", "Omdat u Bo bent.")


def test_a_foot_in_the_words_of_a_writer_is_none() -> None:
    source = "Kop\n\n-- may wait\nListig.\n\n-- at once\nDaarom.\n"
    assert split_foot(source, "x.txt")[1:] == ("at once", "Daarom.")


@pytest.mark.parametrize("source", ["Kop\n\nHoi\n", "Kop\n\n-- at once\n", "Kop\n\n-- ooit\nx"])
def test_a_letter_without_a_reason_is_never_written(source: str) -> None:
    with pytest.raises(ValueError, match=r"x\.txt does not say"):
        split_foot(source, "x.txt")


def test_lines_are_as_long_as_mail_programs_show_them() -> None:
    long = " ".join(["woorden"] * 40)
    text = wrapped(f"{long}\n\n- {long}\n\nBekijk het: https://lab.example/{'a' * 90}\n-- \n")
    lines = text.split("\n")
    assert max(len(line) for line in lines if "https" not in line) <= 76
    assert text.split() == f"{long} - {long} Bekijk het: https://lab.example/{'a' * 90} --".split()
    assert lines[-2:] == ["-- ", ""]
    label = " ".join(["woord"] * 13)  # 77 letters
    assert max(map(len, wrapped(f"{label}: https://lab.example/").split("\n"))) <= 76


@given(st.text())
def test_wrapping_loses_no_word(text: str) -> None:
    assert "".join(wrapped(text).split()) == "".join(text.split())


@given(st.text())
def test_no_text_breaks_out(text: str) -> None:
    html = as_html(text)
    for tag in ("p", "ul", "li", "a"):
        assert html.count(f"<{tag}>") + html.count(f"<{tag} ") == html.count(f"</{tag}>")
    subject, _body = split_subject(text)
    assert "\n" not in subject
    assert "\r" not in subject
