"""Words that somebody typed say their language on a page in another one, and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.http import HttpResponse
from django.template import Context, Template
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from partners.models import Organisation, Person
from schuldenlab.web.written import (
    BEGIN,
    END,
    Written,
    made_of,
    quoting,
    say_languages,
)
from tests.house.languages import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.cast import Cast


@pytest.fixture
def english() -> Iterator[None]:
    """A page for who reads English."""
    with translation.override("en"):
        yield


def page(source: str, **facts: Any) -> str:
    """What leaves the house."""
    answer = HttpResponse(Template("{% load prose %}" + source).render(Context(facts)))
    say_languages(answer)
    return answer.content.decode()


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("<p>{{ x }}</p>", '<p><bdi lang="nl">Geld &amp; zorg</bdi></p>'),
        ("{{ x|capfirst|truncatewords:1 }}", '<bdi lang="nl">Geld …</bdi>'),
        ("{{ x|linebreaksbr }}", '<bdi lang="nl">Geld &amp; zorg</bdi>'),
        ("{{ x|linebreaks }}", '<p lang="nl">Geld &amp; zorg</p>'),
        ("{{ x|prose }}", '<h3 class="utrecht-heading-3" lang="nl">Geld &amp; zorg</h3>'),
        ('<a title="{{ x }}">a</a>', '<a title="Geld &amp; zorg">a</a>'),
        ("<title>{{ x }} – Lab</title>", "<title>Geld &amp; zorg – Lab</title>"),
        ("<option>{{ x }}</option>", '<option lang="nl">Geld &amp; zorg</option>'),
        ("<textarea>{{ x }}</textarea>", "<textarea>Geld &amp; zorg</textarea>"),
        ("<svg><text>{{ x }}</text></svg>", '<svg><text lang="nl">Geld &amp; zorg</text></svg>'),
        (
            "{% blocktranslate %}About {{ x }}{% endblocktranslate %}",
            'About <bdi lang="nl">Geld &amp; zorg</bdi>',
        ),
        ('{% if x == "Geld & zorg" %}same{% endif %}', "same"),
    ],
)
def test_where_it_says_so(english: None, source: str, shown: str) -> None:
    assert page(source, x=Written("Geld & zorg")) == shown


def test_on_a_dutch_page_there_is_nothing_to_say() -> None:
    with translation.override("nl"):
        assert page("{{ x }}{{ x|prose }}", x=Written("Geld")).count("lang") == 0


def test_a_sentence_is_text_in_a_mail_and_says_more_on_a_page(english: None) -> None:
    said = quoting("Begin <%(title)s>", title=Written("a & b"))
    assert (said, f"{said}") == ("Begin <a & b>", "Begin <a & b>")
    assert page("{{ x }}", x=said) == 'Begin &lt;<bdi lang="nl">a &amp; b</bdi>&gt;'
    assert page("{% autoescape off %}{{ x }}{% endautoescape %}", x=said) == "Begin <a & b>"


def test_a_name_of_typed_parts_is_typed() -> None:
    assert isinstance(made_of("P 1", Written("1")), Written)
    assert not isinstance(made_of("P 1", "1"), Written)


def test_the_tables_give_written_words_and_names_are_names(cast: Cast) -> None:
    Organisation.objects.filter(pk=cast["BN"].pk).update(description="Een bank.")
    bank = Organisation.objects.get(pk=cast["BN"].pk)
    assert isinstance(bank.description, Written)
    assert isinstance(Organisation.objects.values_list("description", flat=True)[0], str)
    people = Person.objects.values_list("name", flat=True)
    assert not [name for name in [bank.name, bank.sector, *people] if isinstance(name, Written)]


@given(st.text(st.sampled_from(f"ab<>&\"' {BEGIN}{END}")))
def test_nobody_types_a_tag(text: str) -> None:
    with translation.override("en"):
        html = page("<p>{{ x }}</p>", x=Written(text))
    assert BEGIN not in html
    said = "".join(words for _language, _tag, words in Reading(html).texts)
    plain = text.replace(BEGIN, "").replace(END, "")
    assert "".join(said.split()) == "".join(plain.split())


def test_a_file_is_left_alone(english: None) -> None:
    answer = HttpResponse(f"{BEGIN}a{END}", content_type="text/plain")
    say_languages(answer)
    assert answer.content.decode() == f"{BEGIN}a{END}"
