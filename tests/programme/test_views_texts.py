"""The pages of a programme's text: writing with two, comparing, commenting, paper and PDF."""

from __future__ import annotations

import re
from datetime import timedelta
from decimal import Decimal
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse

from programme import actions
from programme.models import PassageComment, Programme
from programme.passages import Line, ThemePlan
from schuldenlab.portal.asks import asks_of
from schuldenlab.portal.worklist import worklist_of
from tests.house.world import TEXTS, adopt, write
from tests.programme.pages import text_of
from tests.programme.test_rules_programme import comment_on

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]

DAY = timedelta(days=1)
SECRET = "Een zin die niemand nog mag lezen."


def address(name: str, *values: Any) -> str:
    return reverse(f"programme:{name}", args=values)


def typed(**facts: Any) -> dict[str, Any]:
    """A form as a browser sends it, with one theme and one line."""
    return {
        **TEXTS,
        "note": "",
        "version": "0",
        "themes-TOTAL_FORMS": "2",
        "themes-INITIAL_FORMS": "0",
        "themes-0-title": "Noodbuffer",
        "themes-0-plan": "Wij proberen het.",
        "themes-0-place": "20",
        "themes-1-title": "",
        "themes-1-plan": "",
        "themes-1-place": "",
        "budget-TOTAL_FORMS": "1",
        "budget-INITIAL_FORMS": "0",
        "budget-0-category": "innovation",
        "budget-0-title": "Verkenning",
        "budget-0-amount": "€ 60.000,50",
        **facts,
    }


def refill(cast: Cast, **facts: Any) -> Programme:
    return actions.write_programme(
        cast.at.year,
        **{**TEXTS, **facts},
        framework=cast.framework,
        actor=cast.manager,
        at=cast.at,
    )


def with_the_raad(cast: Cast, **facts: Any) -> Programme:
    return actions.submit_programme(refill(cast, **facts), actor=cast.manager, at=cast.at)


def amended(cast: Cast) -> Programme:
    """Submitted, taken back, saved twice and submitted: versions 1, 2 (never shown) and 3."""
    programme = with_the_raad(cast)
    actions.take_back_programme(programme, actor=cast.manager, at=cast.at)
    refill(cast, text=SECRET)
    return with_the_raad(cast, text="Wat we samen doen.")


# -- writing -------------------------------------------------------------------------------------


def test_themes_and_budget_are_saved_from_one_page(today: Cast, enter: Enter) -> None:
    client = enter(today.manager)
    page = address("programme-write", 2026)
    assert client.get(page).status_code == 200
    second = {"themes-1-title": "Geldles", "themes-1-plan": "Vier.", "themes-1-place": "10"}
    assert client.post(page, typed(**second)).status_code == 302
    programme = Programme.objects.get()
    assert list(programme.themes.values_list("title", flat=True)) == ["Geldles", "Noodbuffer"]
    assert programme.budget.get().amount == Decimal("60000.50")
    shown = text_of(client.get(programme.get_absolute_url()))
    assert "€\xa060.000,50" in shown
    again = text_of(client.get(page))
    assert 'name="version" value="1"' in again
    assert 'value="60000,50"' in again


def test_one_more_line_keeps_what_was_typed_and_saves_nothing(today: Cast, enter: Enter) -> None:
    page = address("programme-write", 2026)
    data = typed(more="themes", title="", **{"budget-0-amount": "veel"})
    shown = enter(today.manager).post(page, data)
    assert shown.status_code == 200
    words = text_of(shown)
    assert 'value="veel"' in words
    assert "Noodbuffer" in words
    assert 'name="themes-TOTAL_FORMS" value="3"' in words
    assert 'name="budget-TOTAL_FORMS" value="2"' in words
    assert "utrecht-form-field--invalid" not in words
    assert not Programme.objects.exists()


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"themes-0-title": ""}, "themes-0-title"),
        ({"themes-0-plan": ""}, "themes-0-plan"),
        ({"budget-0-amount": "-1"}, "budget-0-amount"),
        ({"budget-0-amount": "veel"}, "budget-0-amount"),
        ({"budget-0-category": ""}, "budget-0-category"),
        ({"budget-0-category": "drank"}, "budget-0-category"),
    ],
)
def test_what_is_wrong_in_a_line_is_said_there(
    today: Cast, enter: Enter, facts: dict[str, str], field: str
) -> None:
    page = address("programme-write", 2026)
    shown = enter(today.manager).post(page, typed(**facts))
    assert shown.status_code == 422
    assert f'id="id_{field}_error"' in text_of(shown) or f"id_{field}" in text_of(shown)
    assert "utrecht-form-field--invalid" in text_of(shown)
    assert not Programme.objects.exists()


def test_the_second_writer_sees_both_texts_and_loses_nothing(today: Cast, enter: Enter) -> None:
    page = address("programme-write", 2026)
    enter(today.staff).post(page, typed(text="De tekst van Tom."))
    mine = typed(text="De tekst van Marijke.", version="0")
    shown = enter(today.manager).post(page, mine)
    assert shown.status_code == 409
    words = text_of(shown)
    assert "De tekst van Marijke.</textarea>" in words
    assert re.search(r"<del>.*Tom\.", words)
    assert re.search(r"<ins>.*Marijke\.", words)
    assert today.staff.name in words
    assert 'name="version" value="1"' in words
    assert 'value="60.000,50"' in words or 'value="€ 60.000,50"' in words
    assert Programme.objects.get().text == "De tekst van Tom."
    enter(today.manager).post(page, {**mine, "version": "1"})
    assert Programme.objects.get().text == "De tekst van Marijke."
    assert Programme.objects.get().versions.count() == 2


# -- who reads which text ------------------------------------------------------------------------


def test_only_submitted_texts_are_shown_to_partners(today: Cast, enter: Enter) -> None:
    amended(today)
    assert SECRET in text_of(enter(today.manager).get(address("version-detail", 2026, 2)))
    client = enter(today.contact)
    for page in (
        address("version-detail", 2026, 2),
        address("version-compare", 2026, 1, 2),
        address("version-compare", 2026, 2, 3),
    ):
        assert client.get(page).status_code == 404
    for page in ("version-list", "comment-list", "programme-print", "programme-detail"):
        assert SECRET not in text_of(client.get(address(page, 2026)))
    listed = text_of(client.get(address("version-list", 2026)))
    assert address("version-compare", 2026, 1, 3) in listed
    assert address("version-detail", 2026, 2) not in listed


def test_what_changed_is_marked_and_said(today: Cast, enter: Enter) -> None:
    amended(today)
    client = enter(today.contact)
    link = address("version-compare", 2026, 1, 3)
    assert link in text_of(client.get(address("programme-detail", 2026)))
    shown = text_of(client.get(link))
    assert re.search(r'<ins><span class="sl-sr">\[nieuw: </span>\s*samen', shown)


def test_words_of_a_writer_are_never_markup(today: Cast, enter: Enter) -> None:
    attack = "<script>alert(1)</script> en <b>vet</b>."
    programme = with_the_raad(
        today,
        text=attack,
        themes=[ThemePlan("<i>x</i>", attack)],
        budget=[Line("events", attack, Decimal(1))],
    )
    comment_on(today, programme)
    client = enter(today.manager)
    for page in ("programme-detail", "programme-print", "comment-list", "version-list"):
        source = client.get(address(page, 2026)).content.decode()
        assert "<script>alert" not in source
        assert "<i>x</i>" not in source
    assert "<b>vet" not in client.get(address("version-detail", 2026, 1)).content.decode()


# -- comments ------------------------------------------------------------------------------------


def test_a_comment_is_made_read_answered_and_done(today: Cast, enter: Enter) -> None:
    with_the_raad(today)
    new = address("comment-new", 2026, 1, "p3")
    contact = enter(today.contact)
    assert new in text_of(contact.get(address("comment-list", 2026)))
    assert "Wat we doen." in text_of(contact.get(new))
    sent = contact.post(new, {"organisation": today["FV"].pk, "text": "En de jongeren?"})
    comment = PassageComment.objects.get()
    assert sent["Location"] == f"{address('comment-list', 2026)}#c{comment.pk}"
    assert [ask.url for ask in asks_of(today.manager) if "opmerkingen" in ask.url] == [
        address("comment-list", 2026)
    ]
    read = text_of(enter(today.seat).get(address("comment-list", 2026)))
    assert "En de jongeren?" in read
    assert address("comment-answer", comment.pk) not in read
    manager = enter(today.manager)
    assert manager.post(address("comment-answer", comment.pk), {"text": ""}).status_code == 422
    manager.post(address("comment-answer", comment.pk), {"text": "Goed punt."})
    manager.post(address("comment-handle", comment.pk), {"text": ""})
    assert manager.post(address("comment-handle", comment.pk), {}).status_code == 422
    done = text_of(enter(today.contact).get(address("comment-list", 2026)))
    assert "Goed punt." in done
    assert "Afgehandeld" in done
    assert not [ask for ask in asks_of(today.manager) if "opmerkingen" in ask.url]


def test_nobody_comments_for_another_partner(today: Cast, enter: Enter) -> None:
    with_the_raad(today)
    new = address("comment-new", 2026, 1, "p3")
    answer = enter(today.contact).post(new, {"organisation": today["BN"].pk, "text": "X"})
    assert answer.status_code == 422
    assert not PassageComment.objects.exists()
    assert enter(today.contact).get(address("comment-new", 2026, 1, "p99")).status_code == 404
    assert enter(today.contact).get(address("comment-new", 2026, 7, "p3")).status_code == 404


def test_a_comment_stays_readable_when_its_passage_is_gone(today: Cast, enter: Enter) -> None:
    programme = with_the_raad(today)
    comment_on(today, programme)
    actions.take_back_programme(programme, actor=today.manager, at=today.at)
    with_the_raad(today, text="Heel andere woorden staan hier nu.")
    page = text_of(enter(today.contact).get(address("comment-list", 2026)))
    assert "Over een alinea die er niet meer staat" in page
    assert "Wat we doen." in page
    assert "Dit kan beter." in page


# -- adopted -------------------------------------------------------------------------------------


def test_the_adopted_text_is_shown_with_its_seal(today: Cast, enter: Enter) -> None:
    programme = adopt(today, today.at - DAY)
    seal = programme.versions.get().sha256
    client = enter(today.contact)
    for page in ("programme-detail", "programme-print"):
        assert seal in text_of(client.get(address(page, 2026)))
    assert programme.decision is not None
    assert programme.decision.number in text_of(client.get(address("programme-print", 2026)))


def test_the_pdf_is_tagged_and_the_same_each_time(today: Cast, enter: Enter) -> None:
    refill(
        today,
        themes=[ThemePlan("Noodbuffer 🎉", "Wij proberen het.\n\n- een\n- twee")],
        budget=[Line("events", "Zaal", Decimal("12.50"))],
    )
    programme = adopt(today, today.at - DAY)
    client = enter(today.contact)
    first, second = (client.get(address("programme-pdf", 2026)) for _twice in range(2))
    assert first["Content-Type"] == "application/pdf"
    assert first["Content-Disposition"] == 'attachment; filename="jaarprogramma-2026.pdf"'
    assert first.content.startswith(b"%PDF-")
    assert b"pdfuaid" in first.content
    assert b"/StructTreeRoot" in first.content or b"/MarkInfo" in first.content
    assert sha256(first.content).digest() == sha256(second.content).digest()
    assert programme.themes.count() == 1


def test_no_pdf_of_what_is_not_adopted(today: Cast, enter: Enter) -> None:
    with_the_raad(today)
    assert enter(today.manager).get(address("programme-pdf", 2026)).status_code == 404
    assert enter(today.manager).get(address("programme-print", 2026)).status_code == 200


def test_a_year_that_is_over_waits_on_the_desk(today: Cast) -> None:
    adopt(today, today.at - DAY)
    assert address("programme-close", 2026) not in [due.url for due in worklist_of(today.at)]
    later = today.at.replace(year=2027)
    assert address("programme-close", 2026) in [due.url for due in worklist_of(later)]


def test_taking_back_and_submitting_through_the_pages(today: Cast, enter: Enter) -> None:
    programme = write(today, 2026, today.at)
    client = enter(today.manager)
    client.post(address("programme-submit", 2026))
    assert address("programme-take-back", 2026) in text_of(
        client.get(address("programme-detail", 2026))
    )
    assert client.post(address("programme-take-back", 2026)).status_code == 302
    programme.refresh_from_db()
    assert programme.status == "preparing"
    assert enter(today.contact).get(address("programme-detail", 2026)).status_code == 404
