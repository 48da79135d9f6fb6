"""Writing a framework through the pages: who may, what is filled in, and what everybody sees."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from partners import actions
from partners.models import Clause, Framework
from partners.querysets import local_day
from schuldenlab.audit.models import Entry
from tests.cast import written_otherwise
from tests.partners.test_actions_frameworks import FACTS, PDF, copy_of
from tests.programme.conftest import english, today
from tests.programme.pages import cost_of, text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]

__all__ = ["english", "today"]

LIST, NEW = reverse("partners:framework-list"), reverse("partners:framework-draft")
KERNTEAM = {"manager", "staff"}
INSIDERS = KERNTEAM | {"director", "seat", "substitute", "contact", "other_director"}
ACCOUNTS = INSIDERS | {"outsider", "former"}
NUMBERS = {
    "seats_min": "5",
    "seats_max": "6",
    "response_days": "10",
    "themes_min": "3",
    "themes_max": "4",
    "inspiration_events": "1",
    "network_meetings": "2",
    "leaders_meetings": "4",
    "kernteam_managers": "1",
    "kernteam_staff": "3",
    "funders_min": "2",
    "big_change": "25000,00",
    "big_change_share": "10",
}


def page(name: str, noun: Framework | Clause) -> str:
    return reverse(f"partners:{name}", args=[noun.pk])


def statuses(cast: Cast, enter: Enter, url: str) -> dict[str, int]:
    return {who: enter(getattr(cast, who)).get(url).status_code for who in ACCOUNTS}


def expected(allowed: set[str], otherwise: int, outside: int = 404) -> dict[str, int]:
    return {
        who: 200 if who in allowed else otherwise if who in INSIDERS else outside
        for who in ACCOUNTS
    }


def filled_in(cast: Cast, **facts: Any) -> dict[str, Any]:
    given = {"title": "Kader", "motto": "", "host": cast["GD"].pk, "starts_on": "01-01-2028"}
    return {**given, "ends_on": "31-12-2031", **NUMBERS, **facts}


# -- who -----------------------------------------------------------------------------------------


def test_who_comes_where(today: Cast, enter: Enter) -> None:
    new = copy_of(today)
    assert statuses(today, enter, LIST) == expected(INSIDERS, 403, 403)
    assert statuses(today, enter, NEW) == expected(KERNTEAM, 403, 403)
    for name in ("edit", "clause", "upload", "open", "discard", "compare"):
        url = page(f"framework-{name}", new)
        assert statuses(today, enter, url) == expected(KERNTEAM, 404), name
    clause = new.clauses.get(number=1)
    for name in ("clause-edit", "clause-remove"):
        assert statuses(today, enter, page(name, clause)) == expected(KERNTEAM, 404), name
    actions.open_for_signature(new, actor=None, at=today.at)
    assert statuses(today, enter, page("framework-compare", new)) == expected(INSIDERS, 404)
    assert statuses(today, enter, page("framework-enforce", new)) == expected(KERNTEAM, 403)


@pytest.mark.parametrize("who", sorted(ACCOUNTS - KERNTEAM))
def test_nobody_else_writes(today: Cast, enter: Enter, who: str) -> None:
    new, client = copy_of(today), enter(getattr(today, who))
    actions.open_for_signature(new, actor=None, at=today.at)
    before = Entry.objects.count()
    for name in ("succeed", "edit", "clause", "upload", "open", "enforce", "discard"):
        assert client.post(page(f"framework-{name}", new)).status_code in {403, 404}, name
    for name in ("clause-edit", "clause-remove"):
        assert client.post(page(name, new.clauses.get(number=1))).status_code in {403, 404}
    assert client.post(NEW, filled_in(today)).status_code == 403
    assert Entry.objects.exclude(result="refused").count() == before


def test_a_draft_stays_hidden(today: Cast, enter: Enter) -> None:
    new = copy_of(today)
    assert "Opvolger" in text_of(enter(today.staff).get(LIST))
    for url in (LIST, today.framework.get_absolute_url(), "/"):
        assert "Opvolger" not in text_of(enter(today.contact).get(url))
    actions.open_for_signature(new, actor=None, at=today.at)
    assert "Opvolger" in text_of(enter(today.contact).get(LIST))


# -- a new one and a copy ------------------------------------------------------------------------


def test_a_new_framework(today: Cast, enter: Enter) -> None:
    client = enter(today.staff)
    assert f'value="{today["GD"].pk}" selected' in text_of(client.get(NEW))
    answer = client.post(NEW, filled_in(today, motto="Samen"))
    made = Framework.objects.get(title="Kader")
    assert (answer.status_code, answer["Location"]) == (302, made.get_absolute_url())
    assert (made.status, made.motto, made.ends_on) == ("draft", "Samen", date(2031, 12, 31))
    assert made.predecessor is None


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"title": ""}, "title"),
        ({"ends_on": "01-01-2028"}, "ends_on"),
        ({"ends_on": "31-02-2031"}, "ends_on"),
        ({"ends_on": "31-12-2048"}, "ends_on"),
        ({"starts_on": "01-01-9990", "ends_on": "31-12-9999"}, "ends_on"),
        ({"sign_by": "01-01-2032"}, "sign_by"),
        ({"host": ""}, "host"),
        ({"seats_min": "2"}, "seats_min"),
        ({"seats_max": "4"}, "seats_max"),
        ({"themes_max": "2"}, "themes_max"),
        ({"themes_max": "veel"}, "themes_max"),
        ({"big_change": "x"}, "big_change"),
        ({"contribution_from": "2028"}, "contribution_until"),
        ({"contribution_from": "2028", "contribution_until": "2027"}, "contribution_until"),
        ({"sign_by": "gisteren"}, "sign_by"),
    ],
)
def test_a_wrong_field_loses_nothing(
    today: Cast, enter: Enter, facts: dict[str, str], field: str
) -> None:
    answer = enter(today.staff).post(NEW, filled_in(today, motto="Blijft staan", **facts))
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    assert "Blijft staan" in text_of(answer)
    assert Framework.objects.count() == 1


def test_the_copy_through_the_page(today: Cast, enter: Enter) -> None:
    client, url = enter(today.manager), page("framework-succeed", today.framework)
    initial = client.get(url).context["form"].initial
    assert initial["starts_on"] == today.framework.ends_on + timedelta(days=1)
    facts = {"title": "Opvolger", "starts_on": "01-01-2028", "ends_on": "31-12-2031"}
    for day in ("01-01-2028", "31-12-9999"):
        wrong = client.post(url, {**facts, "ends_on": day})
        assert (wrong.status_code, list(wrong.context["form"].errors)) == (422, ["ends_on"])
    answer = client.post(url, facts)
    made = Framework.objects.get(title="Opvolger")
    assert (answer.status_code, answer["Location"]) == (302, made.get_absolute_url())
    assert client.get(url, follow=True).redirect_chain == [
        (today.framework.get_absolute_url(), 302)
    ]
    assert client.post(url, facts).status_code == 422


# -- changing ------------------------------------------------------------------------------------


def test_editing_through_the_page(today: Cast, enter: Enter) -> None:
    new = copy_of(today)
    client, url = enter(today.staff), page("framework-edit", new)
    assert 'value="25000,00"' in text_of(client.get(url))
    facts = filled_in(today, title="Nieuwe naam", sign_by="30-11-2027", big_change="30000,50")
    answer = client.post(url, facts)
    assert (answer.status_code, answer["Location"]) == (302, new.get_absolute_url())
    new.refresh_from_db()
    assert (new.title, new.sign_by, str(new.big_change)) == (
        "Nieuwe naam",
        date(2027, 11, 30),
        "30000.50",
    )
    answer = client.post(url, {**facts, "title": "Anders", "ends_on": ""})
    assert answer.status_code == 422
    assert answer.context["heading"] == "“Nieuwe naam” aanpassen"


def clause_facts(**facts: str) -> dict[str, str]:
    given = {"number": "9", "title": "Wij leren", "text": "Elk jaar."}
    return {**given, "measure_0": "signed", "by_0": "31-03", **facts}


def test_adding_an_agreement(today: Cast, enter: Enter) -> None:
    new = copy_of(today)
    client, url = enter(today.staff), page("framework-clause", new)
    assert client.get(url).context["form"]["number"].value() == 9
    answer = client.post(url, clause_facts(measure_1="kernteam"))
    assert (answer.status_code, answer["Location"]) == (302, new.get_absolute_url())
    rows = new.clauses.get(number=9).measures.all()
    assert [(row.code, row.by_month, row.by_day) for row in rows] == [
        ("signed", 3, 31),
        ("kernteam", 12, 31),
    ]


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"number": ""}, "number"),
        ({"number": "0"}, "number"),
        ({"number": "2"}, "number"),
        ({"title": " "}, "title"),
        ({"measure_0": "niets"}, "measure_0"),
        ({"measure_1": "signed"}, "measure_1"),
        *(({"by_0": typed}, "by_0") for typed in ("31-02", "1-13", "0-1", "3112", "a-b")),
    ],
)
def test_an_agreement_filled_in_wrongly(
    today: Cast, enter: Enter, facts: dict[str, str], field: str
) -> None:
    new = copy_of(today)
    url = page("framework-clause", new)
    answer = enter(today.staff).post(url, clause_facts(text="Blijft staan", **facts))
    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert "Blijft staan" in text_of(answer)
    assert new.clauses.count() == 8


def test_changing_and_taking_out_an_agreement(today: Cast, enter: Enter) -> None:
    new = copy_of(today)
    clause, client = new.clauses.get(number=1), enter(today.staff)
    url = page("clause-edit", clause)
    form = client.get(url).context["form"]
    assert [(measure.value(), by.value()) for measure, by in form.rows][:2] == [
        ("signed", "31-12"),
        ("ambassadors", "31-03"),
    ]
    assert client.post(url, clause_facts(number="1", by_0="29-2")).status_code == 302
    clause.refresh_from_db()
    assert (clause.title, clause.measures.get().by_month) == ("Wij leren", 2)
    answer = client.post(page("clause-remove", clause))
    assert (answer.status_code, answer["Location"]) == (302, new.get_absolute_url())
    assert not new.clauses.filter(number=1).exists()


@pytest.mark.parametrize("name", ["edit", "clause", "upload", "open", "discard"])
def test_what_is_open_has_no_page_to_change_it(today: Cast, enter: Enter, name: str) -> None:
    new, client = copy_of(today), enter(today.staff)
    clause = new.clauses.get(number=1)
    actions.open_for_signature(new, actor=None, at=today.at)
    home = [(new.get_absolute_url(), 302)]
    assert client.get(page(f"framework-{name}", new), follow=True).redirect_chain == home
    for act in ("clause-edit", "clause-remove"):
        assert client.get(page(act, clause), follow=True).redirect_chain == home
    facts = {**filled_in(today), **clause_facts()}
    upload = {"document": SimpleUploadedFile("a.pdf", PDF)}
    for url in (page(f"framework-{name}", new), page("clause-edit", clause)):
        assert client.post(url, {**facts, **upload}).status_code == 422
    assert page("framework-edit", new) not in text_of(client.get(new.get_absolute_url()))


# -- the document --------------------------------------------------------------------------------


def test_the_document_goes_in_and_out(today: Cast, enter: Enter) -> None:
    new = copy_of(today)
    client, url = enter(today.staff), page("framework-upload", new)
    assert client.get(page("framework-document", new)).status_code == 404
    answer = client.post(url, {"document": SimpleUploadedFile("kader.pdf", PDF)})
    assert (answer.status_code, answer["Location"]) == (302, new.get_absolute_url())
    file = client.get(page("framework-document", new))
    assert b"".join(file.streaming_content) == PDF
    assert file["Content-Disposition"] == 'attachment; filename="kader.pdf"'
    assert file["Content-Type"] == "application/pdf"
    assert file["X-Content-Type-Options"] == "nosniff"
    assert file["Cache-Control"] == "private, no-store"
    assert enter(today.contact).get(page("framework-document", new)).status_code == 404
    actions.open_for_signature(new, actor=None, at=today.at)
    file = enter(today.contact).get(page("framework-document", new))
    assert b"".join(file.streaming_content) == PDF
    for who in ("outsider", "former"):
        client = enter(getattr(today, who))
        assert client.get(page("framework-document", new)).status_code == 404
    assert page("framework-document", new) in text_of(
        enter(today.contact).get(new.get_absolute_url())
    )


@pytest.mark.parametrize(
    "file",
    [
        None,
        SimpleUploadedFile("a.pdf", b""),
        SimpleUploadedFile("a.pdf", b"<html><script>alert(1)</script></html>"),
        SimpleUploadedFile("a.png", b"\x89PNG\r\n\x1a\n" + b"0" * 40),
    ],
)
def test_what_is_no_pdf(today: Cast, enter: Enter, file: SimpleUploadedFile | None) -> None:
    new = copy_of(today)
    answer = enter(today.staff).post(
        page("framework-upload", new), {"document": file} if file else {}
    )
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["document"])
    new.refresh_from_db()
    assert new.document is None


def test_what_is_too_large(today: Cast, enter: Enter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("schuldenlab.documents.actions.MOST_BYTES", len(PDF) - 1)
    new = copy_of(today)
    answer = enter(today.staff).post(
        page("framework-upload", new), {"document": SimpleUploadedFile("a.pdf", PDF)}
    )
    assert answer.status_code == 422


# -- moves ---------------------------------------------------------------------------------------


def test_opening_and_bringing_into_force(today: Cast, enter: Enter) -> None:
    new, client = copy_of(today), enter(today.staff)
    assert "Alle partners doen mee" in text_of(client.get(page("framework-open", new)))
    enforce = page("framework-enforce", new)
    assert client.get(enforce).status_code == 302
    assert client.post(page("framework-open", new)).status_code == 302
    actions.sign_framework(
        new,
        organisation=today["BN"],
        function="D",
        declares_mandate=True,
        declares_read=True,
        actor=today.director,
        at=today.at,
    )
    answer = client.get(enforce)
    names = [each.name for each in answer.context["unsigned"]]
    assert (answer.context["signed"], answer.context["partners"]) == (1, 7)
    assert names == sorted(names)
    assert "Bank Noordzee" not in names
    assert all(name in text_of(answer) for name in names)
    assert client.post(enforce).status_code == 302
    assert client.post(enforce).status_code == 422
    assert client.get(enforce).status_code == 302
    new.refresh_from_db()
    assert new.status == "in_force"


def test_an_empty_draft_is_not_opened(today: Cast, enter: Enter) -> None:
    new, client = copy_of(today), enter(today.staff)
    for clause in new.clauses.all():
        actions.remove_clause(clause, actor=None, at=today.at)
    assert client.get(page("framework-open", new)).status_code == 302
    assert client.post(page("framework-open", new)).status_code == 422


def test_throwing_away(today: Cast, enter: Enter) -> None:
    new = copy_of(today)
    answer = enter(today.staff).post(page("framework-discard", new))
    assert (answer.status_code, answer["Location"]) == (302, LIST)
    assert Framework.objects.count() == 1


# -- what everybody reads ------------------------------------------------------------------------


def changed(cast: Cast) -> Framework:
    new = copy_of(cast)
    clause = new.clauses.get(number=2)
    more = {"text": f"{clause.text} Hoogstens drie jaar.", "text_en": f"{clause.text_en} Three."}
    facts = {**FACTS.__dict__, "number": 2, "title": clause.title, "title_en": clause.title_en}
    edited = type(FACTS)(**{**facts, **more})
    actions.edit_clause(clause, facts=edited, actor=None, at=cast.at)
    actions.remove_clause(new.clauses.get(number=8), actor=None, at=cast.at)
    actions.add_clause(new, facts=FACTS, actor=None, at=cast.at)
    actions.edit_framework(new, seats_max=7, introduction="Wij gaan door.", actor=None, at=cast.at)
    return actions.open_for_signature(new, actor=None, at=cast.at)


def test_what_is_new_is_marked(today: Cast, enter: Enter) -> None:
    new = changed(today)
    answer = enter(today.contact).get(new.get_absolute_url())
    second, last = answer.context["clauses"][1], answer.context["clauses"][-1]
    assert second["marks"][0] == "Nieuw: Hoogstens drie jaar."
    assert "Hoogstens" not in second["text"]
    assert last["marks"] == ["Nieuw: deze afspraak stond nog niet in het kader."]
    assert answer.context["clauses"][0]["marks"] == []
    html = text_of(answer)
    assert "Vervalt: “Er is geld voor kernteam, innovatie, evenementen en projecten”" in html
    assert "7, dat was 6" in html
    assert "Wij gaan door." in html
    actions.bring_into_force(new, actor=None, at=today.at)
    answer = enter(today.contact).get(new.get_absolute_url())
    assert all(clause["marks"] == [] for clause in answer.context["clauses"])
    assert "Hoogstens drie jaar." in answer.context["clauses"][1]["text"]


def test_the_comparison(today: Cast, enter: Enter) -> None:
    new = changed(today)
    answer = enter(today.contact).get(page("framework-compare", new))
    rows = [(row["number"], row["word"]) for row in answer.context["different"]]
    assert rows == [(2, "Veranderd"), (9, "Nieuw"), (8, "Vervallen")]
    assert [row["number"] for row in answer.context["same"]] == [1, 3, 4, 5, 6, 7]
    assert answer.context["lead"] == "3 afspraken zijn anders, 6 bleven hetzelfde."
    marks = answer.context["different"][0]["marks"]
    assert "Nieuw: wij meten ook “Partners die tekenden”, elk jaar uiterlijk op 31 december." in (
        marks
    )
    assert answer.context["numbers"] == [
        {"label": "Meeste zetels in de programmaraad", "before": "6", "after": "7"}
    ]
    type(today.contact).objects.get_queryset().update(language="en")
    answer = enter(today.contact).get(page("framework-compare", new))
    assert answer.context["different"][0]["marks"][0] == "New: Three."


def test_without_a_predecessor_there_is_nothing_to_compare(today: Cast, enter: Enter) -> None:
    assert enter(today.manager).get(page("framework-compare", today.framework)).status_code == 404


def test_signed_of_how_many(today: Cast, enter: Enter) -> None:
    new = changed(today)
    for who in ("contact", "staff"):
        answer = enter(getattr(today, who)).get(new.get_absolute_url())
        assert (answer.context["signed"], answer.context["partners"]) == (0, 7)
        assert len(answer.context["unsigned"]) == (7 if who == "staff" else 0)
    assert "U heeft nog niet getekend" in text_of(enter(today.director).get(new.get_absolute_url()))


def test_a_lab_without_a_framework(today: Cast, enter: Enter) -> None:
    written_otherwise(today.framework, starts_on=local_day(today.at) + timedelta(days=1))
    url = reverse("partners:framework")
    assert NEW in text_of(enter(today.staff).get(url))
    assert NEW not in text_of(enter(today.contact).get(url))


# -- cost ----------------------------------------------------------------------------------------


def test_pages_cost_the_same(today: Cast, enter: Enter) -> None:
    new = changed(today)
    urls = {
        LIST: 6,
        new.get_absolute_url(): 13,
        page("framework-compare", new): 10,
        page("framework-enforce", new): 7,
    }
    client = enter(today.staff)
    assert {url: cost_of(client, url).queries for url in urls} == urls
    for letters, who in (("BN", "director"), ("FV", "other_director"), ("GD", "seat_GD")):
        actions.sign_framework(
            new,
            organisation=today[letters],
            function="D",
            declares_mandate=True,
            declares_read=True,
            actor=getattr(today, who),
            at=today.at,
        )
    copy_of(today, new)
    assert {url: cost_of(client, url).queries for url in urls} == urls


def test_a_draft_page_costs_the_same(today: Cast, enter: Enter) -> None:
    new, client = copy_of(today), enter(today.staff)
    clause = new.clauses.get(number=1)
    urls = {
        page("framework-edit", new): 6,
        page("clause-edit", clause): 6,
        page("framework-open", new): 7,
    }
    assert {url: cost_of(client, url).queries for url in urls} == urls
    for number in (11, 12, 13):
        facts = type(FACTS)(number, f"T{number}", "", "", "", FACTS.measures)
        actions.add_clause(new, facts=facts, actor=None, at=today.at)
    assert {url: cost_of(client, url).queries for url in urls} == urls
