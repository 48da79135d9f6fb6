"""What is looked for: words, their stems and spellings, and how well a record answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from partners import actions
from partners.models import Organisation
from partners.search import Question, Stage, split, words_of
from partners.search.finds import ORGANISATIONS
from tests.programme.pages import counted

if TYPE_CHECKING:
    from tests.cast import Cast

pytestmark = pytest.mark.django_db

# What somebody types, and a text in which it must be found without a typing error forgiven.
FOUND = [
    ("schuld", "Zij hebben huurschulden."),
    ("schulden", "Een huurschuld is er zo."),
    ("schulden", "Hulp bij schuldhulpverlening."),
    ("bank", "Voedselbank Zeezicht"),
    ("banken", "Voedselbank Zeezicht"),
    ("school", "Op alle scholen van de stad."),
    ("scholen", "Een basisschool in de wijk."),
    ("huis", "Drie huizen aan zee."),
    ("huizen", "Een huis aan zee."),
    ("brieven", "De brief is te lang."),
    ("brief", "Alle brieven zijn kort."),
    ("loon", "De lonen stijgen."),
    ("lonen", "Loon op orde"),
    ("zaken", "Dat is een zaak van ons."),
    ("jaren", "Het jaar begint."),
    ("betalingen", "Eén betaling per maand."),
    ("energie huur", "Energie en huur samen"),
    ("huur energie", "Energie en huur samen"),
    ("de huur", "Huur eerst"),
    ("crisis cafe", "Een crisiscafé in de wijk"),
    ("café", "Een crisiscafe in de wijk"),
    ("Öztürk", "Gesprek met ozturk"),
    ("BANK", "bank noordzee"),
    ("co-financiering", "De co-financiering is rond."),
    ("annual account", "The annual account of the lab"),
    ("“huur”!", "Huur eerst"),
    ("zzp’ers", "Ook zzp’ers doen mee"),
]
# What is only found when typing errors are forgiven.
NEAR = [
    ("zorgverzekraar", "Zorgverzekeraar Duin"),
    ("projekt", "Een project in de wijk"),
    ("noodbufer", "Noodbuffer"),
    ("shulden", "Zij hebben huurschulden."),
    ("jongrenloket", "Het jongerenloket"),
    ("vlietlant", "Fonds Vlietland"),
    ("co-finansiering", "De co-financiering is rond."),
]
NOT = [
    ("huur", "Een jaar vol energie"),
    ("2026-13", "Besluit 2026-31"),
    ("kat", "Een kas vol geld"),
    ("huur water", "Huur eerst"),
]


def question(typed: str, person: Any, at: Any, stage: Stage = Stage.EXACT) -> Question:
    return Question(typed, words_of(typed), person, at, stage=stage)


def described(cast: Cast, text: str) -> Organisation:
    found = actions.add_organisation(name="Zwijger", sector="overig", actor=None, at=cast.at)
    Organisation.objects.filter(pk=found.pk).update(description=text)
    return found


def finds(cast: Cast, typed: str, stage: Stage) -> list[str]:
    found = ORGANISATIONS.finds(question(typed, cast.manager, cast.at, stage))
    return [row.title for row in found.rows]


@pytest.mark.parametrize(("typed", "text"), FOUND)
def test_another_form_and_a_part_of_a_word_are_found(cast: Cast, typed: str, text: str) -> None:
    described(cast, text)
    assert "Zwijger" in finds(cast, typed, Stage.EXACT)


@pytest.mark.parametrize(("typed", "text"), NEAR)
def test_a_typing_error_is_forgiven_when_asked(cast: Cast, typed: str, text: str) -> None:
    described(cast, text)
    assert "Zwijger" not in finds(cast, typed, Stage.EXACT)
    assert "Zwijger" in finds(cast, typed, Stage.NEAR)


@pytest.mark.parametrize(("typed", "text"), NOT)
def test_what_has_another_word_is_not_found(cast: Cast, typed: str, text: str) -> None:
    described(cast, text)
    for stage in (Stage.EXACT, Stage.NEAR):
        assert "Zwijger" not in finds(cast, typed, stage)


WORDS = """
afspraak bedrag begroting bijeenkomst brief budget deelnemer energierekening fonds gemeente gezin
huurder jongere kernteam lening maatregel ondernemer partner pilot prijs project rekening regeling
samenwerking school schuld schuldeiser stem stichting thema toezegging uitkering vergadering
verzekeraar vraag wijk zaak zorgverzekeraar
""".split()  # noqa: SIM905
FORMS = ("{}", "{}en", "{}s", "{}n")


def test_what_full_text_search_finds_is_found_here(cast: Cast) -> None:
    """The Dutch dictionary of PostgreSQL calls two forms the same: then one finds the other."""
    pairs = [(word, form.format(word)) for word in WORDS for form in FORMS]
    with connection.cursor() as cursor:
        same = (
            "SELECT to_tsvector('dutch', %s) @@ to_tsquery('dutch', %s)"
            " AND to_tsvector('dutch', %s) @@ to_tsquery('dutch', %s)"
        )
        equal = []
        for one, other in pairs:
            cursor.execute(same, [one, other, other, one])
            equal += [(one, other)] if cursor.fetchone() == (True,) else []
    assert len(equal) > len(WORDS)
    for one, other in equal:
        for typed, there in ((one, other), (other, one)):
            spellings = words_of(typed)[0].spellings
            assert any(each in there for each in spellings), (typed, there)


def test_numbers_and_short_words_have_no_other_spelling() -> None:
    assert [word.spellings for word in words_of("P2026-2 2026-3 wk")] == [
        ("p2026-2", "p2026-02"),
        ("2026-3", "2026-03"),
        ("wk",),
    ]
    assert not any(word.may_err for word in words_of("P2026-2 2026-3 wk"))


def test_signs_ask_for_nothing() -> None:
    for typed in ("", "  ", "'&|!:*", "a", "()", "\\", "%_%", "--", "é"):
        assert words_of(typed) == (), typed
    assert split("huur & (energie | water):* !") == ["huur", "energie", "water"]
    assert split("een twee drie vier vijf zes zeven") == [
        "een",
        "twee",
        "drie",
        "vier",
        "vijf",
        "zes",
    ]


def test_small_words_count_when_there_is_nothing_else() -> None:
    assert [word.typed for word in words_of("de huur van het huis")] == ["huur", "huis"]
    assert [word.typed for word in words_of("van het")] == ["van", "het"]


@given(st.text(max_size=60))
def test_anything_can_be_split(typed: str) -> None:
    for word in split(typed):
        assert word in typed
        assert "\x00" not in word


def test_a_name_comes_before_a_text(cast: Cast) -> None:
    for name in ("De Havenbank", "Haven", "Havenmeester"):
        actions.add_organisation(name=name, sector="bank", actor=None, at=cast.at)
    described(cast, "Aan de haven.")
    assert finds(cast, "haven", Stage.EXACT) == ["Haven", "Havenmeester", "De Havenbank", "Zwijger"]


def test_a_page_of_a_kind_and_how_many_there_are(cast: Cast) -> None:
    rows = [Organisation(name=f"Molen {number:02}", sector="fonds") for number in range(12)]
    Organisation.objects.bulk_create(rows)
    asked = question("molen", cast.manager, cast.at)
    assert cast.manager.standing.is_kernteam
    with counted() as cost:
        first = ORGANISATIONS.finds(asked)
    assert (len(first.rows), first.count, cost.queries, cost.rows) == (5, 12, 1, 5)
    paged = Question(**{**asked.__dict__, "kind": "partner", "page": 3})
    last = ORGANISATIONS.finds(paged)
    assert (len(last.rows), last.count) == (2, 12)
    other = Question(**{**asked.__dict__, "kind": "project"})
    assert (len(ORGANISATIONS.finds(other).rows), ORGANISATIONS.finds(other).count) == (1, 12)
