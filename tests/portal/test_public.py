"""The public pages: only what was marked, the same for everybody, kept as long as it is true."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse

from partners import actions
from partners.models import Framework, Organisation
from tests.programme.pages import counted, text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]

HOME, PARTNERS = reverse("portal:public"), reverse("portal:public-partners")
FRAMEWORK = reverse("portal:public-framework")
PAGES = [HOME, PARTNERS, FRAMEWORK]


def show(cast: Cast, *nouns: Any) -> None:
    for noun in nouns:
        actions.show_in_public(noun, actor=cast.manager, at=cast.at)


def sign(cast: Cast, letters: str) -> None:
    actions.register_signature(
        cast.framework,
        organisation=cast[letters],
        signatory="Anna Geheim",
        function="Directeur",
        signed_on=cast.at.date(),
        actor=cast.manager,
        at=cast.at,
    )


# -- what is on them ------------------------------------------------------------------------------


def test_nothing_is_public_by_itself(today: Cast, client: Client) -> None:
    for url in PAGES:
        said = text_of(client.get(url))
        names = [each.name for each in today.organisations.values() if each.name in said]
        assert (names, today.framework.title in said) == ([], False)


def test_only_marked_partners_of_today(today: Cast, client: Client) -> None:
    Organisation.objects.filter(name="Bank Noordzee").update(
        description="Een bank aan zee.", website="https://bank.example/", kvk_number="12345678"
    )
    show(today, today["BN"], today["WK"])
    said = text_of(client.get(PARTNERS))
    for words in ("Bank Noordzee", "Een bank aan zee.", "https://bank.example/", "Bank"):
        assert words in said
    assert "12345678" not in said
    others = [each.name for each in today.organisations.values() if each.name != "Bank Noordzee"]
    assert [name for name in others if name in said] == [], "WK left, the rest is not marked"


def test_no_people_anywhere(today: Cast, client: Client) -> None:
    show(today, today.framework, *today.organisations.values())
    sign(today, "BN")
    for url in PAGES:
        said = text_of(client.get(url))
        assert "Anna Geheim" not in said
        assert [each.name for each in today.people.values() if each.name in said] == []
        assert [each.email for each in today.people.values() if each.email in said] == []


def test_the_framework_with_how_many_signed(today: Cast, client: Client) -> None:
    show(today, today.framework)
    sign(today, "BN")
    sign(today, "FV")
    page = client.get(FRAMEWORK)
    assert page.context["signed"] == 2
    said = text_of(page)
    assert today.framework.title in said
    for clause in today.framework.clauses.all():
        assert clause.title in said
    assert "Fonds Vlietland" not in said


def test_who_left_still_signed(today: Cast, client: Client) -> None:
    show(today, today.framework)
    for letters in ("BN", "FV"):
        sign(today, letters)
    before = client.get(FRAMEWORK)
    assert (before.context["signed"], before.context["still"]) == (2, 2)
    partnership = today["FV"].partnerships.get()
    partnership.left_on, partnership.left_recorded_at = today.at.date(), today.at
    partnership.save()
    after = client.get(FRAMEWORK)
    assert (after.context["signed"], after.context["still"]) == (2, 1)
    assert after["ETag"] != before["ETag"]


def test_a_draft_is_never_there(today: Cast, client: Client) -> None:
    days = {"starts_on": today.at.date(), "ends_on": today.at.date() + timedelta(days=9)}
    draft = Framework.objects.create(title="Opvolger", host=today["GD"], is_public=True, **days)
    url = reverse("portal:public-framework-detail", args=[draft.pk])
    assert client.get(url).status_code == 404
    assert client.get(FRAMEWORK).context["framework"] is None
    hidden = reverse("portal:public-framework-detail", args=[today.framework.pk])
    assert client.get(hidden).status_code == 404
    show(today, today.framework)
    assert client.get(hidden).status_code == 200
    assert "Opvolger" not in text_of(client.get(FRAMEWORK))


def test_visitors_have_no_menu_and_find_the_way_in(today: Cast, client: Client) -> None:
    for url in PAGES:
        said = text_of(client.get(url))
        assert 'aria-label="Hoofdmenu"' not in said
        assert reverse("account_login") in said
        assert "noindex" not in said
    assert HOME in text_of(client.get(reverse("account_login")))


# -- how long an answer is kept -------------------------------------------------------------------


def test_who_has_it_already_gets_304(today: Cast, client: Client) -> None:
    show(today, today["BN"], today.framework)
    for url in PAGES:
        first = client.get(url)
        assert first["Cache-Control"] == "public, max-age=300"
        assert "Set-Cookie" not in first
        again = client.get(url, headers={"if-none-match": first["ETag"]})
        assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])


def test_a_change_of_what_is_shown_makes_another_version(today: Cast, client: Client) -> None:
    show(today, today["BN"], today.framework)

    def versions() -> list[str]:
        return [client.get(url)["ETag"] for url in PAGES]

    before = versions()
    assert versions() == before
    Organisation.objects.filter(pk=today["FV"].pk).update(description="Niet openbaar.")
    assert versions() == before
    Organisation.objects.filter(pk=today["BN"].pk).update(description="Nieuw.")
    assert [one == other for one, other in zip(before, versions(), strict=True)] == [
        *(False, False, True),
    ]
    before = versions()
    sign(today, "BN")
    assert [one == other for one, other in zip(before, versions(), strict=True)] == [
        *(False, True, False),
    ]
    before = versions()
    show(today, today["FV"])
    assert versions()[:2] != before[:2]


def test_who_is_logged_in_gets_no_shared_copy(today: Cast, enter: Enter) -> None:
    for url in PAGES:
        answer = enter(today.contact).get(url)
        assert answer["Cache-Control"] == "private, no-cache"
        assert not answer.has_header("ETag")


def test_what_they_cost(today: Cast, client: Client) -> None:
    """The version is one query of one row; 304 asks nothing else."""
    show(today, today.framework, today["BN"])
    costs = {url: [] for url in PAGES}
    for round_ in range(2):
        for url in PAGES:
            with counted() as cost:
                tag = client.get(url)["ETag"]
            costs[url].append(cost.queries)
            with counted() as cost:
                client.get(url, headers={"if-none-match": tag})
            costs[url].append(cost.queries)
        if round_ == 0:
            show(today, today["FV"], today["GD"])
    assert costs == {HOME: [11, 1, 11, 1], PARTNERS: [2, 1, 2, 1], FRAMEWORK: [4, 1, 4, 1]}


# -- marking --------------------------------------------------------------------------------------


def mark(noun: Any) -> str:
    kind = "framework" if isinstance(noun, Framework) else "organisation"
    return reverse(f"partners:{kind}-public", args=[noun.pk])


def test_the_kernteam_marks(today: Cast, enter: Enter) -> None:
    from schuldenlab.audit.models import Entry  # noqa: PLC0415 - only here

    client = enter(today.staff)
    for noun in (today["BN"], today.framework):
        assert client.get(mark(noun)).status_code == 200
        for answer, is_public in (("yes", True), ("yes", True), ("no", False)):
            assert client.post(mark(noun), {"shown": answer}).url == noun.get_absolute_url()
            noun.refresh_from_db()
            assert noun.is_public is is_public
        assert client.post(mark(noun), {}).status_code == 422
        trail = Entry.objects.filter(subject_type=noun._meta.label_lower, actor=today.staff)
        verbs = trail.order_by("pk").values_list("verb", flat=True)
        assert list(verbs) == ["show_in_public", "hide_from_public"]


@pytest.mark.parametrize("role", ["director", "seat", "contact", "outsider", "former"])
def test_nobody_else_does(today: Cast, enter: Enter, role: str) -> None:
    expected = 404 if role in {"outsider", "former"} else 403
    for noun in (today["BN"], today.framework):
        for method in ("get", "post"):
            answer = getattr(enter(getattr(today, role)), method)(mark(noun), {"shown": "yes"})
            assert answer.status_code == expected
        noun.refresh_from_db()
        assert not noun.is_public


def test_a_draft_is_not_marked(today: Cast, enter: Enter) -> None:
    days = {"starts_on": today.at.date(), "ends_on": today.at.date() + timedelta(days=9)}
    draft = Framework.objects.create(title="Opvolger", host=today["GD"], **days)
    page = enter(today.manager).post(mark(draft), {"shown": "yes"})
    assert page.status_code == 422
    assert page.context["form"].non_field_errors()
    draft.refresh_from_db()
    assert not draft.is_public
