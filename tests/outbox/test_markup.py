"""One template, two bodies."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from schuldenlab.outbox.markup import as_html, lay_out, split_subject


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


def test_words_are_never_markup() -> None:
    assert as_html("<script>x</script>") == "<p>&lt;script&gt;x&lt;/script&gt;</p>"
    assert "<i>" not in as_html("- <i>een</i>")
    assert 'href="https://x.example/&quot;&gt;' in as_html('Kijk hier: https://x.example/">')
    assert "javascript" not in as_html("Kijk hier: javascript:alert(1)").replace(
        "javascript:alert(1)</p>", ""
    )


def test_a_letter_has_one_look_and_no_table() -> None:
    body = "Beste Bo,\n\nNieuws\n------\n\n- een <li>\n\nBekijk het: https://lab.example/a\n"
    sheet = lay_out("Kop", body, "nl")
    html = sheet["html"]
    assert sheet["text"] == body
    for part in ("sans-serif", "max-width: 608px", "<b translate", '<h2 style="', '<li style="'):
        assert part in html
    assert re.search(
        '<a class="button" href="https://lab.example/a" style="[^"]+">Bekijk het</a>', html
    )
    assert "var(" not in html, "mail programs know no tokens"
    assert "een &lt;li&gt;" in html
    assert "<table" not in html
    assert "<style" not in html
    assert "http" not in html.replace("https://lab.example/a", "")  # nothing is fetched


@given(st.text())
def test_no_text_breaks_out(text: str) -> None:
    html = as_html(text)
    for tag in ("p", "ul", "li", "a"):
        assert html.count(f"<{tag}>") + html.count(f"<{tag} ") == html.count(f"</{tag}>")
    subject, _body = split_subject(text)
    assert "\n" not in subject
    assert "\r" not in subject
