"""A mail that is dressed by its build says and shows what the library makes of the whole page."""

from __future__ import annotations

from html.parser import HTMLParser

from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from schuldenlab.outbox.dressing import _dresser, dressed
from schuldenlab.outbox.markup import as_html, lay_out

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ue010\ue011"))
BLOCKS = st.one_of(
    WORDS,
    WORDS.map(lambda words: f"- {words}\n- nog een"),
    WORDS.map(lambda words: f"{words}\n-----"),
    st.sampled_from(["Kijk: https://lab.example/a?b=1&c=<d>", "1 < 2 & 3 > 2", 'href="x"', ">"]),
)
PAGE = """<!doctype html><html class="mail" lang="nl"><head><title>{title}</title></head>
<body class="mail__page"><div class="mail__text">
<h1>{title}</h1>
{body}
</div></body></html>"""


class Events(HTMLParser):
    """What a mail program reads, in its order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[object] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, sorted(attrs, key=str)))

    def handle_endtag(self, tag: str) -> None:
        self.found.append(tag)

    def handle_data(self, data: str) -> None:
        self.found.append(data)


@given(WORDS, st.lists(BLOCKS, max_size=6))
def test_it_is_as_the_library_dresses_it(title: str, blocks: list[str]) -> None:
    html = PAGE.format(title=as_html(title), body=as_html("\n\n".join(blocks)))
    assert Events(dressed(html)).found == Events(_dresser().inline(html)).found


def test_a_whole_letter_is_dressed() -> None:
    body = "Beste Ada,\n\nWaarom\n------\n\n- Een\n- Twee\n\nAntwoord: https://lab.example/a/?b=1"
    with translation.override("nl"):
        first = lay_out("Vraag", body, "nl", "U bent partner.", "https://lab.example/mail/")
        again = lay_out("Ander", body.replace("Ada", "Bé"), "nl", "U bent gast.", "https://x.nl/")
    assert 'style="' in first.html
    assert "var(--" not in first.html
    assert "Beste Bé," in again.html
    assert "Ada" not in again.html
    assert "U bent gast." in again.html
    assert "\ue010" not in first.html + again.html
