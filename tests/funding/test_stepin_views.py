"""The pages of a step-in round: the keys, the offer of one partner, and who reads which answer."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse

from funding import actions
from funding.models import Pledge, StepInAnswer, StepInOffer, StepInRound
from funding.proposing import Wish
from partners import actions as partners
from partners.models import Organisation
from tests.funding.records import DAY, EURO, firm, make_plan, offer
from tests.funding.rounds import answer, offer_to, open_round, pilot_plan
from tests.funding.test_rules import out_of_the_raad
from tests.funding.test_views import address, code, dossier, plain
from tests.programme.pages import cost_of, text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from funding.models import FundingPlan
    from tests.cast import Cast

    Enter = Callable[..., Client]

pytestmark = pytest.mark.django_db
YES = {"answer": "yes", "form": "cash", "amount": "12.345", "seen": "0"}
OPEN_QUERIES = 16
ROUND_QUERIES = 15
OFFER_QUERIES = 15
DOSSIER_QUERIES = 52


def page_of(plan: FundingPlan) -> str:
    return address("round-open", plan)


def table(page: str) -> str:
    return page[page.index("<table") : page.index("</table")]


# -- opening -------------------------------------------------------------------------------------


def test_from_keys_to_a_pledge_through_the_pages(today: Cast, enter: Enter) -> None:
    plan, client = pilot_plan(today), enter(today.manager)
    url = page_of(plan)
    assert f'href="{url}"' in text_of(client.get(dossier(plan)))
    shown = table(plain(client.get(url)))
    for amount in ("8.571,43", "24.000", "18.000", "12.000", "6.000"):
        assert f"€ {amount}" in shown
    typed = {f"fixed_{today['FV'].pk}": "10.000", f"minimum_{today['BN'].pk}": "7.500,50"}
    tried = client.post(url, {**typed, "try": "1"})
    assert tried.status_code == 200
    assert not StepInRound.objects.exists()
    source = plain(tried)
    assert all(f'value="{value}"' in source for value in typed.values())
    assert "€ 7.500,50" in table(source)
    day = (today.at + 20 * DAY).strftime("%d-%m-%Y")
    facts = {**typed, "text": "Samen bellen.", "closes_on": day, "key": "benefit"}
    made = client.post(url, facts)
    found = StepInRound.objects.get()
    assert made["Location"] == found.get_absolute_url()
    assert (found.key, offer_to(today, found, "FV").share) == ("benefit", 10_000)
    client = enter(today.director)
    mine = offer_to(today, found, "BN")
    assert mine.get_absolute_url() in text_of(client.get(dossier(plan)))
    page = plain(client.get(mine.get_absolute_url()))
    for words in ("€ 7.500,50", "€ 29.345", "€ 60.000", "Samen bellen."):
        assert words in page
    assert 'value="7500,50"' in page
    said = client.post(mine.get_absolute_url(), {**YES, "words": "Graag."})
    assert said["Location"] == mine.get_absolute_url()
    pledge = Pledge.objects.get()
    assert (pledge.organisation, pledge.amount, pledge.status) == (today["BN"], 12_345, "offered")
    page = plain(client.get(mine.get_absolute_url()))
    assert address("pledge-sign", pledge) in page
    assert "Graag." in page
    client.post(address("pledge-sign", pledge), {"declares": "on"})
    page = plain(client.get(mine.get_absolute_url()))
    assert address("pledge-sign", pledge) not in page


def test_a_contact_is_told_that_somebody_else_signs(today: Cast, enter: Enter) -> None:
    found = open_round(today)
    given = answer(today, found, "FV", "yes", actor=today.contact)
    page = plain(enter(today.contact).get(given.offer.get_absolute_url()))
    assert given.pledge is not None
    assert address("pledge-sign", given.pledge) not in page
    assert given.pledge.get_absolute_url() in page


def test_an_offer_that_was_changed_is_shown_as_it_stands(today: Cast, enter: Enter) -> None:
    given = answer(today, open_round(today), "FV", "yes")
    assert given.pledge is not None
    acting: dict[str, Any] = {"actor": today.other_director, "at": today.at}
    other = actions.change_offer(given.pledge, reason="Meer.", amount=EURO(23_456), **acting)
    client = enter(today.other_director)
    page = plain(client.get(given.offer.get_absolute_url()))
    assert "€ 23.456" in page
    assert address("pledge-sign", other) in page
    assert "€ 23.456" in plain(enter(today.manager).get(given.offer.round.get_absolute_url()))


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"text": ""}, "text"),
        ({"closes_on": ""}, "closes_on"),
        ({"closes_on": "01-01-2020"}, "closes_on"),
        ({"key": ""}, "key"),
        ({"key": "benefit"}, "key"),
        ({"key": "free"}, "key"),
        ({"key": "free", "fixed": "0"}, "key"),
        ({"fixed": "-5"}, "fixed"),
        ({"fixed": "veel"}, "fixed"),
        ({"minimum": "10", "fixed": "5"}, "fixed"),
        ({"fixed": "200.000"}, "__all__"),
    ],
)
def test_a_wrong_round_comes_back_as_it_was_typed(
    today: Cast, enter: Enter, typed: dict[str, str], field: str
) -> None:
    plan, key = make_plan(today, today.at), today["BN"].pk
    own = {"fixed": f"fixed_{key}", "minimum": f"minimum_{key}"}
    day = (today.at + 20 * DAY).strftime("%d-%m-%Y")
    facts = {"text": "Samen bellen.", "closes_on": day, "key": "equal"}
    facts |= {own.get(name, name): value for name, value in typed.items()}
    page = enter(today.manager).post(page_of(plan), facts)
    assert page.status_code == 422
    assert list(page.context["form"].errors) == [own.get(field, field)]
    source = text_of(page)
    assert all(value in source for name, value in facts.items() if name != "key")
    assert not StepInRound.objects.exists()


def test_what_is_too_much_is_said_while_trying(today: Cast, enter: Enter) -> None:
    plan = make_plan(today, today.at)
    typed = {f"fixed_{today['BN'].pk}": "180.000,01", "try": "1"}
    page = plain(enter(today.manager).post(page_of(plan), typed))
    assert "€ 0,01" in page
    assert "180.000,01" in page


def test_few_agreements_tell_what_they_are(today: Cast, enter: Enter) -> None:
    """A word of warning before it is opened."""
    url, client = page_of(make_plan(today, today.at)), enter(today.manager)
    tells = []
    for letters in ("", "BN", "BN ZD", "BN ZD EZ"):
        typed = {f"fixed_{today[each].pk}": "5" for each in letters.split()}
        tells.append(client.post(url, {**typed, "try": "1"}).context["table"]["tells"])
    assert tells == [False, True, True, False]


def test_it_is_offered_once_at_a_time(today: Cast, enter: Enter) -> None:
    found, client = open_round(today), enter(today.manager)
    assert client.get(page_of(found.plan)).status_code == 302
    day = (today.at + 20 * DAY).strftime("%d-%m-%Y")
    facts = {"text": "Nog eens.", "closes_on": day, "key": "equal"}
    page = client.post(page_of(found.plan), facts)
    assert page.status_code == 422
    assert "Nog eens." in text_of(page)
    assert page_of(found.plan) not in text_of(client.get(dossier(found.plan)))
    client.post(address("round-close", found))
    assert page_of(found.plan) in text_of(client.get(dossier(found.plan)))


def test_a_second_round_starts_from_what_is_pledged(today: Cast, enter: Enter) -> None:
    at = today.at - 60 * DAY
    first = open_round(today, make_plan(today, at), at)
    for letters, amount in (("GD", 100_000), ("ZD", 10_000), ("EZ", 5_000), ("CH", 5_000)):
        firm(today, first.plan, letters, amount, today.at)
    client = enter(today.manager)
    shown = table(plain(client.get(page_of(first.plan))))
    assert "€ 60.000" in shown
    assert "€ 10.000" in shown
    assert "€ 8.571,4" in shown
    second = open_round(today, first.plan)
    assert "€ 60.000" in plain(client.get(second.get_absolute_url()))
    client.post(address("round-close", second))
    firm(today, first.plan, "EZ", 60_000, today.at)
    again = client.get(page_of(first.plan), follow=True)
    assert again.redirect_chain
    assert re.search("geregeld|arranged", plain(again))
    assert page_of(first.plan) not in text_of(client.get(dossier(first.plan)))


def test_what_is_missing_is_told_to_who_may_know(today: Cast, enter: Enter) -> None:
    plan = make_plan(today, today.at)
    firm(today, plan, "ZD", 31_415, today.at)
    found = open_round(today, plan)
    out_of_the_raad(today)
    own = offer_to(today, found, "FV").get_absolute_url()
    for who, is_told in ((today.other_director, False), (today.manager, True)):
        page = plain(enter(who).get(own))
        assert "€ 180.000" in page
        assert ("148.585" in page) is is_told


# -- answering -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"answer": ""}, "answer"),
        ({"form": ""}, "form"),
        ({"amount": ""}, "amount"),
        ({"amount": "0"}, "amount"),
        ({"amount": "veel"}, "amount"),
        ({"form": "hours", "text": ""}, "text"),
        ({"words": "x" * 301}, "words"),
        ({"answer": "later", "words": "x" * 301}, "words"),
        ({"pledge": "999999"}, "pledge"),
    ],
)
def test_a_wrong_answer_comes_back_as_it_was_typed(
    today: Cast, enter: Enter, typed: dict[str, str], field: str
) -> None:
    mine = offer_to(today, open_round(today), "BN")
    given = {**YES, "condition": "Als het lukt", **typed}
    page = enter(today.director).post(mine.get_absolute_url(), given)
    assert page.status_code == 422
    assert field in page.context["form"].errors
    assert "Als het lukt" in text_of(page)
    assert all(value in text_of(page) for value in typed.values() if value != "999999")
    assert not StepInAnswer.objects.exists()
    assert not Pledge.objects.exists()


@pytest.mark.parametrize("said", ["no", "later"])
def test_without_a_yes_the_offer_asks_nothing(today: Cast, enter: Enter, said: str) -> None:
    mine = offer_to(today, open_round(today), "BN")
    wrong = {"form": "", "amount": "veel", "rate": "x", "pledge": "5"}
    page = enter(today.director).post(mine.get_absolute_url(), {"answer": said, **wrong})
    assert page.status_code == 302
    assert StepInAnswer.objects.get().answer == said
    assert not Pledge.objects.exists()


def test_an_earlier_pledge_is_named(today: Cast, enter: Enter) -> None:
    found = open_round(today)
    pledge = firm(today, found.plan, "BN", 777, today.at)
    theirs = offer(today, found.plan, "ZD", 31_415, today.at)
    mine, client = offer_to(today, found, "BN"), enter(today.director)
    page = plain(client.get(mine.get_absolute_url()))
    assert "€ 777" in page
    assert "31.415" not in page
    wrong = client.post(mine.get_absolute_url(), {"answer": "yes", "pledge": theirs.pk})
    assert wrong.status_code == 422
    client.post(mine.get_absolute_url(), {"answer": "yes", "pledge": pledge.pk, "amount": "5"})
    assert StepInAnswer.objects.get().pledge == pledge
    assert Pledge.objects.filter(organisation=today["BN"]).count() == 1


def test_without_a_proposed_amount_none_is_filled_in(today: Cast, enter: Enter) -> None:
    found = open_round(today, key="free", wishes={today["BN"].pk: Wish(fixed=EURO(5_000))})
    for role, letters, has_share in (("director", "BN", True), ("other_director", "FV", False)):
        url = offer_to(today, found, letters).get_absolute_url()
        page = plain(enter(getattr(today, role)).get(url))
        assert bool(re.search("bedrag is ingevuld|share is filled in", page)) is has_share
        assert bool(re.search("Geen bedrag|No amount", page)) is not has_share


def test_a_colleague_was_first(today: Cast, enter: Enter) -> None:
    found = open_round(today)
    mine = offer_to(today, found, "BN")
    answer(today, found, "BN", "later", actor=today.seat)
    page = enter(today.director).post(mine.get_absolute_url(), YES)
    assert page.status_code == 422
    assert "12.345" in text_of(page)
    assert not Pledge.objects.exists()
    again = {**YES, "seen": "1"}
    assert enter(today.director).post(mine.get_absolute_url(), again).status_code == 302


def test_answering_asks_one_code_per_visit(today: Cast, enter: Enter) -> None:
    mine = offer_to(today, open_round(today), "BN")
    client = enter(today.director, logged_in_at=today.at - timedelta(hours=13))
    url = mine.get_absolute_url()
    assert 'name="confirmation_code"' in text_of(client.post(url, YES))
    assert not StepInAnswer.objects.exists()
    assert client.post(url, {"confirmation_code": code()}).status_code == 302
    assert StepInAnswer.objects.get().pledge is not None


def test_the_kernteam_records_what_it_heard(today: Cast, enter: Enter) -> None:
    found = open_round(today)
    mine, client = offer_to(today, found, "BN"), enter(today.staff)
    assert mine.get_absolute_url() in text_of(client.get(found.get_absolute_url()))
    page = text_of(client.get(mine.get_absolute_url()))
    assert 'name="is_open"' not in page
    client.post(mine.get_absolute_url(), {"answer": "later", "words": "Gebeld", "seen": "0"})
    said = StepInAnswer.objects.get()
    assert (said.is_on_behalf, said.person) == (True, today.staff)


def test_after_the_deadline_and_when_it_is_over(today: Cast, enter: Enter) -> None:
    at = today.at - 60 * DAY
    found = open_round(today, make_plan(today, at), at)
    mine, client = offer_to(today, found, "BN"), enter(today.director)
    assert client.post(mine.get_absolute_url(), {"answer": "no"}).status_code == 302
    assert StepInAnswer.objects.get().is_late
    open_round(today, found.plan)
    page = client.get(mine.get_absolute_url())
    assert page.status_code == 200
    assert 'name="answer"' not in text_of(page)
    assert client.post(mine.get_absolute_url(), {"answer": "no"}).status_code == 422


# -- who reads what ------------------------------------------------------------------------------


def secret_round(cast: Cast) -> StepInRound:
    """ZD is asked and gives amounts that the fund may not know."""
    wishes = {cast["ZD"].pk: Wish(fixed=EURO(31_415))}
    found = open_round(cast, key="free", wishes=wishes)
    answer(cast, found, "ZD", "yes", amount=EURO(27_182), words="Geheim van ZD")
    answer(cast, found, "CH", "later", words="Geheim van CH")
    out_of_the_raad(cast)
    return found


def test_a_partner_reads_its_own_answer_and_how_many_answered(today: Cast, enter: Enter) -> None:
    found = secret_round(today)
    client = enter(today.other_director)
    answer(today, found, "FV", "no", words="Van het fonds")
    pages = [
        plain(client.get(url))
        for url in (
            found.get_absolute_url(),
            offer_to(today, found, "FV").get_absolute_url(),
            dossier(found.plan),
        )
    ]
    assert re.search(r"3 (van|of) 7", pages[0])
    for secret in ("31.415", "27.182", "Geheim van"):
        assert not any(secret in page for page in pages), secret
    assert "Van het fonds" in pages[1]
    body = pages[0][pages[0].index("<main") :]
    assert today["ZD"].name not in body
    assert today["CH"].name not in body


def test_the_offer_of_another_partner_is_not_there(today: Cast, enter: Enter) -> None:
    found = secret_round(today)
    for role in ("contact", "director", "outsider", "seat_CH"):
        client = enter(getattr(today, role))
        url = offer_to(today, found, "ZD").get_absolute_url()
        assert client.get(url).status_code == 404
        assert client.post(url, {"answer": "no"}).status_code == 404
    assert StepInAnswer.objects.count() == 2


def test_the_leader_reads_the_answers_and_no_amounts(today: Cast, enter: Enter) -> None:
    found = secret_round(today)
    page = plain(enter(today.contact).get(found.get_absolute_url()))
    assert "Geheim van ZD" in page
    assert today["CH"].name in page
    for amount in ("31.415", "27.182", "148.585"):
        assert amount not in page


def test_the_kernteam_reads_all_of_it(today: Cast, enter: Enter) -> None:
    found = secret_round(today)
    page = plain(enter(today.manager).get(found.get_absolute_url()))
    for words in ("31.415", "27.182", "Geheim van ZD", "Geheim van CH", "148.585"):
        assert words in page
    order = [page.index(f">{today[each].name}<") for each in ("BN", "EZ", "FV", "GD", "VH")]
    assert order == sorted(order)
    given = actions.withdraw_pledge(
        Pledge.objects.get(), reason="Toch niet.", actor=None, at=today.at
    )
    page = plain(enter(today.manager).get(found.get_absolute_url()))
    assert given.get_absolute_url() in page
    assert given.get_status_display() in page


def test_one_partner_has_answered_and_two_have(today: Cast, enter: Enter) -> None:
    found, client = open_round(today), enter(today.manager)
    said = {1: "has answered|heeft geantwoord", 2: "have answered|hebben geantwoord"}
    for number, letters in ((1, "BN"), (2, "ZD")):
        answer(today, found, letters, "later")
        for url in (found.get_absolute_url(), dossier(found.plan)):
            page = plain(client.get(url, headers={"accept-language": "en"}))
            for count, words in said.items():
                stands = re.search(
                    f"{number} (of|van) 7(</span>)?[^.<]*(<span[^>]*>)?[^.<]*({words})", page
                )
                assert bool(stands) is (count == number)


def test_only_the_kernteam_goes_on_to_who_to_call(today: Cast, enter: Enter) -> None:
    url, calls = open_round(today).get_absolute_url(), reverse("funding:call-list")
    assert f'href="{calls}"' in text_of(enter(today.manager).get(url))
    assert f'href="{calls}"' not in text_of(enter(today.director).get(url))


def test_reminding_and_closing(today: Cast, enter: Enter) -> None:
    found = open_round(today)
    client = enter(today.manager)
    for name in ("round-remind", "round-close"):
        assert address(name, found) in text_of(client.get(found.get_absolute_url()))
    for name in ("round-remind", "round-close"):
        assert enter(today.director).get(address(name, found)).status_code == 403
    client = enter(today.manager)
    assert client.post(address("round-remind", found)).status_code == 302
    assert client.post(address("round-remind", found)).status_code == 422
    assert client.post(address("round-close", found)).status_code == 302
    found.refresh_from_db()
    assert found.closed_at is not None
    assert address("round-close", found) not in text_of(client.get(found.get_absolute_url()))
    assert client.get(address("round-close", found)).status_code == 302
    assert client.post(address("round-close", found)).status_code == 422


def test_only_the_kernteam_is_told_that_it_was_not_offered(today: Cast, enter: Enter) -> None:
    plan = make_plan(today, today.at)
    assert page_of(plan) in text_of(enter(today.manager).get(dossier(plan)))
    assert page_of(plan) not in text_of(enter(today.director).get(dossier(plan)))
    assert enter(today.director).get(page_of(plan)).status_code == 403


# -- what they cost ------------------------------------------------------------------------------


@pytest.mark.parametrize("more", [0, 20])
def test_more_partners_cost_no_more(today: Cast, enter: Enter, more: int) -> None:
    early = today.at - 400 * DAY
    for number in range(more):
        made = partners.add_organisation(
            name=f"Partner {number}", sector="bank", actor=None, at=early
        )
        partners.start_partnership(made, joined_on=early.date(), actor=None, at=early)
    plan = pilot_plan(today)
    found = open_round(today)
    for each in Organisation.objects.filter(name__startswith="Partner "):
        mine = StepInOffer.objects.get(round=found, organisation=each)
        actions.answer_round(mine, answer="later", actor=today.manager, at=today.at)
    own = offer_to(today, found, "BN").get_absolute_url()
    costs = [
        cost_of(enter(getattr(today, role)), url).queries
        for role, url in (
            ("manager", page_of(plan)),
            ("manager", found.get_absolute_url()),
            ("director", own),
            ("director", dossier(found.plan)),
        )
    ]
    assert costs == [OPEN_QUERIES, ROUND_QUERIES, OFFER_QUERIES, DOSSIER_QUERIES]


def test_the_address_of_a_round_tells_nothing_to_strangers(today: Cast, enter: Enter) -> None:
    found = open_round(today)
    client = enter(today.outsider)
    for url in (found.get_absolute_url(), page_of(found.plan), reverse("funding:pledge-list")):
        assert client.get(url).status_code in {403, 404}
