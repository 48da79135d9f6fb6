"""The pages of changes of course: who sees what, and every act through its form."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse

from partners.models import Organisation
from programme.models import CourseChange, CrucialCall
from tests.programme.changing import BIG, PROJECT, WORDS, advice, at_status, called, propose
from tests.programme.pages import cost_of, text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]

SECRET = "Alleen voor het kernteam."
FORM = {**WORDS, **PROJECT, "theme": "", "category": "", "organisation": "", "happened_on": ""}
PAGES = ("write", "judge", "call", "ballot", "decide", "first", "carry-out", "withdraw")
# Which acts the page of the kernteam offers, by state.
OFFERED = {
    "proposed": {"write", "judge", "withdraw"},
    "minor": {"carry-out", "withdraw"},
    "crucial": {"ballot", "decide", "first", "withdraw"},
    "ahead": {"ballot", "decide"},
    "adopted": {"carry-out"},
    "carried_out": set(),
    "rejected": set(),
    "withdrawn": set(),
}


def url(name: str, change: CourseChange) -> str:
    return reverse(f"programme:change-{name}", args=[change.pk])


def page(enter: Enter, person: Any, address: str) -> Any:
    return enter(person).get(address)


# -- who sees what -------------------------------------------------------------------------------


def test_a_proposal_is_between_the_kernteam_and_who_proposed_it(
    cast_now: Cast, enter: Enter
) -> None:
    cast = cast_now
    change = propose(cast, cast.at, what=SECRET, proposed_for=cast["FV"], actor=cast.contact)
    for person, code in (
        (cast.manager, 200),
        (cast.contact, 200),
        (cast.director, 404),
        (cast.seat, 404),
        (cast.outsider, 404),
    ):
        assert page(enter, person, url("detail", change)).status_code == code
    every = reverse("programme:change-list")
    assert change.title in text_of(page(enter, cast.contact, every))
    assert change.title not in text_of(page(enter, cast.seat, every))
    assert page(enter, cast.outsider, every).status_code == 403


@pytest.mark.parametrize("status", sorted(OFFERED))
def test_the_page_offers_what_can_be_done(cast_now: Cast, enter: Enter, status: str) -> None:
    change = at_status(cast_now, status, cast_now.at)
    shown = text_of(page(enter, cast_now.manager, url("detail", change)))
    offered = {name for name in PAGES if f'href="{url(name, change)}"' in shown}
    assert offered == OFFERED[status]
    assert all(part in shown for part in WORDS.values())
    for name in PAGES:
        answer = page(enter, cast_now.manager, url(name, change))
        expected = 403 if name == "call" else 200 if name in offered else 302
        assert answer.status_code == expected, name


@pytest.mark.parametrize("status", ["minor", "crucial", "carried_out"])
def test_a_partner_only_reads(cast_now: Cast, enter: Enter, status: str) -> None:
    change = at_status(cast_now, status, cast_now.at)
    shown = text_of(page(enter, cast_now.contact, url("detail", change)))
    assert not [name for name in PAGES if f'href="{url(name, change)}"' in shown]
    for name in PAGES:
        assert page(enter, cast_now.contact, url(name, change)).status_code == 403
        assert enter(cast_now.contact).post(url(name, change), {}).status_code == 403


def test_a_seat_is_offered_to_call_it_crucial(cast_now: Cast, enter: Enter) -> None:
    change = at_status(cast_now, "minor", cast_now.at)
    for person in (cast_now.seat, cast_now.substitute):
        shown = text_of(page(enter, person, url("detail", change)))
        assert f'href="{url("call", change)}"' in shown
    answer = enter(cast_now.seat).post(url("call", change), {"reason": "Het raakt de bank."})
    assert answer.status_code == 302
    call = CrucialCall.objects.get()
    assert (call.seat, call.person, call.reason) == (
        cast_now.seat_of("BN"),
        cast_now.seat,
        "Het raakt de bank.",
    )
    assert page(enter, cast_now.substitute, url("call", change)).status_code == 302
    again = enter(cast_now.substitute).post(url("call", change), {"reason": ""})
    assert again.status_code == 422
    called(cast_now, change, "GD", cast_now.at)
    assert CourseChange.objects.get().status == "crucial"


def test_the_list_is_narrowed(cast_now: Cast, enter: Enter) -> None:
    minor = at_status(cast_now, "minor", cast_now.at)
    crucial = propose(cast_now, cast_now.at, title="Het geld verschuift", **BIG)
    every = reverse("programme:change-list")
    client = enter(cast_now.manager)
    for query, here, gone in (
        ("stand=judge", crucial, minor),
        ("stand=do", minor, crucial),
        ("weight=minor", minor, crucial),
        (f"year={cast_now.at.year}&stand=judge", crucial, minor),
    ):
        shown = text_of(client.get(f"{every}?{query}"))
        assert here.title in shown, query
        assert gone.title not in shown, query
    wrong = client.get(f"{every}?stand=zzz")
    assert wrong.status_code == 422
    assert crucial.title not in text_of(wrong)


def test_more_changes_cost_no_more_queries(cast_now: Cast, enter: Enter) -> None:
    client, every = enter(cast_now.manager), reverse("programme:change-list")
    propose(cast_now, cast_now.at)
    one = cost_of(client, every)
    for number in range(3):
        propose(cast_now, cast_now.at, title=f"Nog {number}")
    four = cost_of(client, every)
    assert (four.queries, four.rows) == (one.queries, one.rows + 3)


# -- every act through its form ------------------------------------------------------------------


def test_a_partner_proposes(cast_now: Cast, enter: Enter) -> None:
    facts = {**FORM, "raad": cast_now.raad.pk}
    answer = enter(cast_now.contact).post(reverse("programme:change-propose"), facts)
    change = CourseChange.objects.get()
    assert answer.status_code == 302
    assert answer["Location"] == url("detail", change)
    assert (change.proposed_for, change.proposed_by) == (cast_now["FV"], cast_now.contact)


def test_the_kernteam_proposes_for_nobody(cast_now: Cast, enter: Enter) -> None:
    facts = {
        **FORM,
        **{key: str(value) for key, value in BIG.items()},
        "raad": cast_now.raad.pk,
        "budget_before": "100.000",
        "budget_after": "€ 60.000,50",
        "subject": "",
    }
    enter(cast_now.manager).post(reverse("programme:change-propose"), facts)
    change = CourseChange.objects.get()
    assert change.proposed_for is None
    assert str(change.budget_after) == "60000.50"


@pytest.mark.parametrize(
    ("facts", "wrong"),
    [
        ({"subject": ""}, ["subject"]),
        ({"kind": "budget_moved"}, ["category", "budget_before", "budget_after"]),
        ({"kind": "partner_left"}, ["organisation", "happened_on"]),
        ({"kind": "partner_left", "happened_on": "31-12-2090"}, ["organisation", "happened_on"]),
        ({"what": ""}, ["what"]),
        ({"raad": "0"}, ["raad"]),
        ({"budget_before": "veel"}, ["budget_before"]),
    ],
)
def test_what_is_wrong_is_said_beside_it_and_nothing_is_lost(
    cast_now: Cast, enter: Enter, facts: dict[str, str], wrong: list[str]
) -> None:
    typed = {**FORM, "raad": cast_now.raad.pk, **facts}
    answer = enter(cast_now.contact).post(reverse("programme:change-propose"), typed)
    assert answer.status_code == 422
    assert sorted(answer.context["form"].errors) == sorted(wrong)
    assert WORDS["why"] in text_of(answer)
    assert not CourseChange.objects.exists()


def test_only_who_is_or_was_lately_a_partner_can_leave(cast_now: Cast, enter: Enter) -> None:
    """Organisations without a partnership, and those that left long ago, are not in the list."""
    today = cast_now.at.date()
    for letters, days in (("VH", 30), ("CH", 400)):
        held = cast_now[letters].partnerships.get(left_on=None)
        held.left_on, held.left_recorded_at = today - timedelta(days=days), cast_now.at
        held.save(update_fields=["left_on", "left_recorded_at"])
    address = reverse("programme:change-propose")
    client = enter(cast_now.contact)
    offered = set(client.get(address).context["form"].fields["organisation"].queryset)
    assert offered == {*Organisation.objects.partners(today), cast_now["VH"]}
    assert cast_now["CH"] not in offered
    typed = {
        **FORM,
        "raad": cast_now.raad.pk,
        "kind": "partner_left",
        "organisation": cast_now["VH"].pk,
        "happened_on": today.strftime("%d-%m-%Y"),
    }
    answer = client.post(address, typed)
    assert [*answer.context["form"].errors] == ["happened_on"]
    left_on = today - timedelta(days=30)
    assert (
        client.post(address, {**typed, "happened_on": left_on.strftime("%d-%m-%Y")}).status_code
        == 302
    )


def test_the_kernteam_writes_and_judges(cast_now: Cast, enter: Enter) -> None:
    change = propose(cast_now, cast_now.at)
    client = enter(cast_now.manager)
    shown = client.get(url("write", change))
    assert WORDS["effect"] in text_of(shown)
    assert client.post(url("write", change), {**FORM, "title": "Beter"}).status_code == 302
    change.refresh_from_db()
    assert change.title == "Beter"
    assert client.post(url("judge", change), {"is_crucial": "no"}).status_code == 422
    assert client.post(url("judge", change), {"is_crucial": "yes"}).status_code == 422
    answer = client.post(url("judge", change), {"is_crucial": "yes", "reason": "Het raakt veel."})
    assert answer.status_code == 302
    change.refresh_from_db()
    assert (change.status, change.judgement) == ("crucial", "Het raakt veel.")


@pytest.mark.parametrize(("begins", "status"), [("now", "open"), ("later", "draft")])
def test_the_ballot_opens_now_or_later(
    cast_now: Cast, enter: Enter, begins: str, status: str
) -> None:
    change = at_status(cast_now, "crucial", cast_now.at)
    client = enter(cast_now.manager)
    form = client.get(url("ballot", change)).context["form"]
    facts = {name: form[name].value() for name in ("closes_on",)}
    facts = {
        "closes_on": facts["closes_on"].strftime("%d-%m-%Y"),
        "quorum": "over:1/2",
        "majority": "over:1/2",
        "base": "for_against",
        "tie_rule": "rejected",
        "begins": begins,
    }
    answer = client.post(url("ballot", change), facts)
    change.refresh_from_db()
    assert change.ballot is not None
    assert (change.ballot.status, answer["Location"]) == (
        status,
        change.ballot.get_absolute_url(),
    )
    assert client.get(url("ballot", change)).status_code == 302


def test_advice_from_the_register(cast_now: Cast, enter: Enter) -> None:
    change = at_status(cast_now, "crucial", cast_now.at)
    client = enter(cast_now.manager)
    assert client.post(url("decide", change), {}).status_code == 422
    decision = advice(cast_now, cast_now.at)
    facts = {"decision": decision.pk, "verdict": "agreed"}
    assert client.post(url("decide", change), facts).status_code == 302
    change.refresh_from_db()
    assert (change.status, change.decision) == ("adopted", decision)
    shown = text_of(client.get(decision.get_absolute_url()))
    assert f'href="{url("detail", change)}"' in shown


def test_urgent_and_done_and_withdrawn(cast_now: Cast, enter: Enter) -> None:
    client, day = enter(cast_now.manager), cast_now.at.strftime("%d-%m-%Y")
    urgent = at_status(cast_now, "crucial", cast_now.at)
    assert client.post(url("first", urgent), {"done_on": day}).status_code == 422
    facts = {"done_on": day, "reason": "Het kon niet wachten."}
    assert client.post(url("first", urgent), facts).status_code == 302
    minor = at_status(cast_now, "minor", cast_now.at)
    assert client.post(url("carry-out", minor), {"done_on": "31-12-2090"}).status_code == 422
    done = client.post(url("carry-out", minor), {"done_on": day, "result": "Klaar."})
    assert done.status_code == 302
    gone = at_status(cast_now, "proposed", cast_now.at)
    assert client.post(url("withdraw", gone), {"reason": ""}).status_code == 422
    assert client.post(url("withdraw", gone), {"reason": "Opgelost."}).status_code == 302
    found = dict(CourseChange.objects.values_list("pk", "status"))
    assert found == {urgent.pk: "ahead", minor.pk: "carried_out", gone.pk: "withdrawn"}


def test_who_proposed_it_may_withdraw_it(cast_now: Cast, enter: Enter) -> None:
    change = propose(cast_now, cast_now.at, proposed_for=cast_now["FV"], actor=cast_now.contact)
    client = enter(cast_now.contact)
    assert f'href="{url("withdraw", change)}"' in text_of(client.get(url("detail", change)))
    assert client.post(url("withdraw", change), {"reason": "Toch niet."}).status_code == 302
    change.refresh_from_db()
    assert change.status == "withdrawn"


def test_what_happened_stays_until_it_is_judged(cast_now: Cast, enter: Enter) -> None:
    fact = {"kind": "partner_left", "organisation": cast_now["VH"]}
    change = propose(cast_now, cast_now.at, **fact, happened_on=cast_now.at.date())
    client = enter(cast_now.manager)
    assert f'href="{url("withdraw", change)}"' not in text_of(client.get(url("detail", change)))
    assert client.get(url("withdraw", change)).status_code == 302
    assert client.post(url("withdraw", change), {"reason": "Weg ermee."}).status_code == 422
    change.refresh_from_db()
    assert change.status == "proposed"
