"""The pages of partners, people and the framework: who sees what, at which cost."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse
from django.utils import timezone

from partners import actions
from partners.models import Framework, Mandate, Organisation, Person
from schuldenlab.outbox.models import Letter
from tests.cast import Cast, employ, login, person, written_otherwise

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

LIST = reverse("partners:organisation-list")
INVITE = reverse("partners:person-invite")
PEOPLE = reverse("partners:person-list")
FRAMEWORK = reverse("partners:framework")
KERNTEAM = {"manager", "staff"}
INSIDERS = KERNTEAM | {"director", "seat", "substitute", "contact", "other_director"}
ACCOUNTS = INSIDERS | {"outsider", "former"}


def page_of(cast: Cast, letters: str) -> str:
    return reverse("partners:organisation-detail", args=[cast[letters].pk])


def statuses(cast: Cast, enter: Callable[..., Client], url: str) -> dict[str, int]:
    return {who: enter(getattr(cast, who)).get(url).status_code for who in ACCOUNTS}


def expected(allowed: set[str], otherwise: int) -> dict[str, int]:
    return {who: 200 if who in allowed else otherwise for who in ACCOUNTS}


@pytest.mark.parametrize(
    ("name", "allowed"),
    [
        ("partners:organisation-list", INSIDERS),
        ("partners:framework", INSIDERS),
        ("partners:person-list", KERNTEAM),
        ("partners:person-invite", KERNTEAM),
        ("partners:import", KERNTEAM),
    ],
)
def test_who_comes_in(
    cast_now: Cast, enter: Callable[..., Client], name: str, allowed: set[str]
) -> None:
    assert statuses(cast_now, enter, reverse(name)) == expected(allowed, 403)


def test_who_sees_which_organisation(cast_now: Cast, enter: Callable[..., Client]) -> None:
    assert statuses(cast_now, enter, page_of(cast_now, "BN")) == expected(INSIDERS, 404)
    assert statuses(cast_now, enter, page_of(cast_now, "WK")) == expected(KERNTEAM, 404)


def test_who_sees_which_framework(cast_now: Cast, enter: Callable[..., Client]) -> None:
    draft = Framework.objects.create(
        title="Concept",
        starts_on=cast_now.framework.starts_on,
        ends_on=cast_now.framework.ends_on,
        host=cast_now["GD"],
    )
    current = cast_now.framework.get_absolute_url()
    assert statuses(cast_now, enter, current) == expected(INSIDERS, 404)
    assert statuses(cast_now, enter, draft.get_absolute_url()) == expected(KERNTEAM, 404)


@pytest.mark.parametrize("url", [LIST, INVITE, PEOPLE, FRAMEWORK])
def test_visitors_log_in_first(client: Client, db: None, url: str) -> None:
    page = client.get(url)
    assert page.status_code == 302
    assert page["Location"].startswith(reverse("account_login"))


# -- the directory -------------------------------------------------------------------------------


def names(page: Any) -> list[str]:
    return [organisation.name for organisation in page.context["object_list"]]


def test_partners_see_partners_and_the_kernteam_sees_all(
    cast_now: Cast, enter: Callable[..., Client]
) -> None:
    seen = names(enter(cast_now.contact).get(LIST))
    assert seen == sorted(seen)
    assert len(seen) == 7
    assert "Waterbedrijf Kust" not in seen
    page = enter(cast_now.staff).get(LIST)
    assert len(names(page)) == 8
    assert reverse("partners:import") in page.content.decode()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=noord", ["Bank Noordzee"]),
        ("q=+BANK+", ["Bank Noordzee"]),
        ("sector=fonds", ["Fonds Vlietland"]),
        ("q=bank&sector=fonds", []),
        ("q=%25", []),
        ("q=kust", []),
    ],
)
def test_looking_for_partners(
    cast_now: Cast, enter: Callable[..., Client], query: str, found: list[str]
) -> None:
    page = enter(cast_now.contact).get(f"{LIST}?{query}")
    assert (page.status_code, names(page)) == (200, found)


@pytest.mark.parametrize("query", ["sector=onbekend", f"q={'x' * 121}"])
def test_a_search_that_cannot_be_made(
    cast_now: Cast, enter: Callable[..., Client], query: str
) -> None:
    page = enter(cast_now.contact).get(f"{LIST}?{query}")
    assert page.status_code == 422
    assert names(page) == []
    assert page.context["form"].errors


def test_the_kernteam_finds_who_is_to_look_at_its_facts(
    cast_now: Cast, enter: Callable[..., Client]
) -> None:
    seen = Organisation.objects.due_for_review(cast_now.at.date()).values_list("name", flat=True)
    page = enter(cast_now.manager).get(f"{LIST}?unseen=on")
    assert sorted(names(page)) == sorted(seen)
    assert 'name="unseen"' in page.content.decode()
    page = enter(cast_now.contact).get(f"{LIST}?unseen=on")
    assert len(names(page)) == 7, "of others nobody reads who is late with it"
    assert 'name="unseen"' not in page.content.decode()


def test_pages_keep_what_was_looked_for(cast_now: Cast, enter: Callable[..., Client]) -> None:
    for number in range(55):
        made = actions.add_organisation(
            name=f"Fonds {number:02}", sector="fonds", actor=None, at=cast_now.at
        )
        actions.start_partnership(made, joined_on=cast_now.at.date(), actor=None, at=cast_now.at)
    client = enter(cast_now.contact)
    page = client.get(f"{LIST}?sector=fonds&q=fonds")
    assert len(names(page)) == 50
    assert "?sector=fonds&amp;q=fonds&amp;page=2" in page.content.decode()
    assert len(names(client.get(f"{LIST}?sector=fonds&q=fonds&page=2"))) == 6
    assert client.get(f"{LIST}?page=99").status_code == 404


def test_an_empty_directory_says_what_comes_next(client: Client, db: None) -> None:
    somebody = person("Eerste Manager", timezone.now())
    actions.appoint_to_kernteam(
        somebody, role="manager", from_on=timezone.localdate(), actor=None, at=timezone.now()
    )
    login(client, somebody)
    page = client.get(LIST)
    assert page.status_code == 200
    assert 'class="sl-blank"' in page.content.decode()
    assert client.get(FRAMEWORK).status_code == 200


# -- one organisation ----------------------------------------------------------------------------


def test_people_are_shown_to_their_own_organisation_only(
    cast_now: Cast, enter: Callable[..., Client]
) -> None:
    url = page_of(cast_now, "BN")
    for who in ACCOUNTS:
        body = enter(getattr(cast_now, who)).get(url).content.decode()
        seen = {cast_now.director.email in body, cast_now.substitute.name in body}
        is_own = who in KERNTEAM | {"director", "seat", "substitute"}
        assert seen == ({True} if is_own else {False}), who


def test_who_left_is_not_shown(cast_now: Cast, enter: Callable[..., Client]) -> None:
    mandate = cast_now.substitute.mandates.get()
    actions.end_mandate(mandate, until_on=mandate.from_on, actor=None, at=cast_now.at)
    body = enter(cast_now.director).get(page_of(cast_now, "BN")).content.decode()
    assert cast_now.substitute.name not in body


def test_the_frameworks_before_and_after(cast_now: Cast, enter: Callable[..., Client]) -> None:
    """A draft is the kernteam's; one that is open for signature is for everybody who takes part."""
    successor = actions.adopt_framework(
        title="Kader daarna",
        starts_on=date(2101, 1, 1),
        ends_on=date(2104, 12, 31),
        host=cast_now["GD"],
        predecessor=cast_now.framework,
        actor=cast_now.manager,
        at=cast_now.at,
    )
    actions.load_clauses(successor, actor=cast_now.manager, at=cast_now.at)
    link = f'href="{successor.get_absolute_url()}"'
    url = reverse("partners:framework-list")
    assert f'href="{url}"' in enter(cast_now.contact).get(FRAMEWORK).content.decode()
    assert link in enter(cast_now.manager).get(url).content.decode()
    assert "Kader daarna" not in enter(cast_now.contact).get(url).content.decode()
    actions.open_for_signature(successor, actor=cast_now.manager, at=cast_now.at)
    page = enter(cast_now.contact).get(url).content.decode()
    assert link in page
    assert f'href="{cast_now.framework.get_absolute_url()}"' in page
    assert "Open voor ondertekening" in page


def test_the_numbers_of_the_framework(cast_now: Cast, enter: Callable[..., Client]) -> None:
    written_otherwise(cast_now.framework, seats_max=7)
    client = enter(cast_now.contact)
    for url in (FRAMEWORK, cast_now.framework.get_absolute_url()):
        page = client.get(url)
        assert page.context["framework"] == cast_now.framework
        assert "5 tot 7" in page.content.decode()
    actions.expire_framework(cast_now.framework, actor=None, at=cast_now.at)
    assert "utrecht-alert--warning" in client.get(FRAMEWORK).content.decode()


# -- inviting ------------------------------------------------------------------------------------


def invitation(cast: Cast, **facts: Any) -> dict[str, Any]:
    return {
        "name": "Nina Nieuw",
        "email": "nina@fv.example",
        "organisation": cast["FV"].pk,
        "role": "director",
        "may_sign": "on",
        "from_on": "31-12-2025",
        **facts,
    }


def test_inviting_somebody(cast_now: Cast, enter: Callable[..., Client]) -> None:
    client = enter(cast_now.staff)
    page = client.get(f"{INVITE}?organisation={cast_now['FV'].pk}")
    assert f'value="{cast_now["FV"].pk}" selected' in page.content.decode()
    page = client.post(INVITE, invitation(cast_now), follow=True)
    assert page.redirect_chain == [(PEOPLE, 302)]
    assert "utrecht-alert--ok" in page.content.decode()
    mandate = Mandate.objects.get(person__email="nina@fv.example")
    assert (mandate.organisation, mandate.role, mandate.may_sign) == (
        cast_now["FV"],
        "director",
        True,
    )
    assert mandate.from_on.isoformat() == "2025-12-31"
    invited = Letter.objects.filter(template="partners/mail/invitation.txt")
    assert invited.get().address == "nina@fv.example"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("name", "x" * 121),
        ("email", "nina"),
        ("organisation", ""),
        ("organisation", "0"),
        ("role", "baas"),
        ("from_on", "31-02-2025"),
        ("from_on", "01-01-0020"),
        ("from_on", ""),
    ],
)
def test_a_wrong_field_loses_nothing(
    cast_now: Cast, enter: Callable[..., Client], field: str, value: str
) -> None:
    page = enter(cast_now.staff).post(INVITE, invitation(cast_now, **{field: value}))
    assert page.status_code == 422
    assert list(page.context["form"].errors) == [field]
    assert "nina" in page.content.decode()
    assert not Person.objects.get_queryset().filter(email="nina@fv.example").exists()


def test_only_for_partners_of_today(cast_now: Cast, enter: Callable[..., Client]) -> None:
    gone = invitation(cast_now, organisation=cast_now["WK"].pk)
    assert enter(cast_now.staff).post(INVITE, gone).status_code == 422


def test_a_second_mandate_is_refused_with_a_sentence(
    cast_now: Cast, enter: Callable[..., Client]
) -> None:
    again = invitation(cast_now, email=cast_now.contact.email, from_on="31-12-2099")
    page = enter(cast_now.staff).post(INVITE, again)
    assert page.status_code == 422
    assert cast_now.contact.name in str(page.context["form"].non_field_errors())


@pytest.mark.parametrize("who", sorted(ACCOUNTS - KERNTEAM))
def test_nobody_else_invites(cast_now: Cast, enter: Callable[..., Client], who: str) -> None:
    page = enter(getattr(cast_now, who)).post(INVITE, invitation(cast_now))
    assert page.status_code == 403
    assert not Letter.objects.exists()


# -- cost ----------------------------------------------------------------------------------------


def more(cast: Cast, count: int) -> None:
    """As many partners more, with somebody each, and as many people at BN."""
    for number in range(count):
        made = actions.add_organisation(
            name=f"Erbij {number}", sector="bank", actor=None, at=cast.at
        )
        actions.start_partnership(made, joined_on=cast.at.date(), actor=None, at=cast.at)
        employ(person(f"Erbij {number}", cast.at), made, cast.at)
        employ(person(f"Collega {number}", cast.at), cast["BN"], cast.at)


@pytest.mark.parametrize("count", [1, 3])
def test_the_number_of_queries_does_not_grow(
    cast_now: Cast,
    enter: Callable[..., Client],
    django_assert_num_queries: Callable[..., Any],
    count: int,
) -> None:
    more(cast_now, count)
    client = enter(cast_now.staff)
    costs = {LIST: 7, page_of(cast_now, "BN"): 12, PEOPLE: 10, FRAMEWORK: 11, INVITE: 5}
    for url, queries in costs.items():
        with django_assert_num_queries(queries, info=url):
            assert client.get(url).status_code == 200


@pytest.mark.parametrize("count", [1, 3])
def test_inviting_costs_the_same(
    cast_now: Cast,
    enter: Callable[..., Client],
    django_assert_num_queries: Callable[..., Any],
    count: int,
) -> None:
    more(cast_now, count)
    client = enter(cast_now.staff)
    with django_assert_num_queries(33):
        assert client.post(INVITE, invitation(cast_now)).status_code == 302
