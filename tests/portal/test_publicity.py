"""Marking what everybody may see, and taking it back: of a year, a project, and the Kompas."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse

from partners import actions as partners
from partners.models import Framework
from programme import actions as programme
from programme.models import Decision, InnovationTheme, Programme
from programme.moves import moves_of
from projects.models import Project
from projects.moves import moves_of as project_moves_of
from schuldenlab.audit.models import Entry
from schuldenlab.lifecycle import Refused
from schuldenlab.portal.published import public_kompas
from tests.house.world import adopt, write
from tests.portal.test_published import DAY, year_of
from tests.programme import innovating
from tests.programme.pages import text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]

KINDS = ["programme", "theme", "decision", "project", "kompas"]


def noun_of(cast: Cast, kind: str) -> Any:
    """One that can be shown; of the Kompas the framework, whose text is public already."""
    if kind == "kompas":
        return partners.show_in_public(cast.framework, actor=cast.manager, at=cast.at)
    year_of(cast)
    return {
        "programme": Programme.objects.get,
        "theme": InnovationTheme.objects.filter(status="selected").first,
        "decision": Decision.objects.first,
        "project": Project.objects.get,
    }[kind]()


def address(kind: str, noun: Any) -> str:
    names = {"project": "projects:project", "kompas": "partners:framework"}
    args = {"programme": lambda: [noun.year], "decision": lambda: [noun.year, noun.sequence]}
    name = f"{names.get(kind, f'programme:{kind}')}-public{'-kompas' if kind == 'kompas' else ''}"
    return reverse(name, args=args.get(kind, lambda: [noun.pk])())


def is_shown(kind: str, noun: Any) -> bool:
    noun.refresh_from_db()
    return bool(noun.is_kompas_public if kind == "kompas" else noun.is_public)


@pytest.mark.parametrize("kind", KINDS)
def test_the_kernteam_shows_it_and_takes_it_back(today: Cast, enter: Enter, kind: str) -> None:
    noun, client = noun_of(today, kind), enter(today.staff)
    url = address(kind, noun)
    assert url in text_of(client.get(noun.get_absolute_url())), "its page leads there"
    for answer, expected in (("yes", True), ("yes", True), ("no", False), ("no", False)):
        assert client.post(url, {"shown": answer}).url == noun.get_absolute_url()
        assert is_shown(kind, noun) is expected
    trail = Entry.objects.filter(subject_type=noun._meta.label_lower, actor=today.staff)
    show, hide = (
        ("show_kompas", "hide_kompas")
        if kind == "kompas"
        else (
            "show_in_public",
            "hide_from_public",
        )
    )
    assert list(trail.order_by("pk").values_list("verb", flat=True)) == [show, hide]
    assert client.post(url, {}).status_code == 422
    assert not is_shown(kind, noun)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("role", ["director", "seat", "contact", "outsider", "former"])
def test_nobody_else_does(today: Cast, enter: Enter, kind: str, role: str) -> None:
    noun = noun_of(today, kind)
    url, client = address(kind, noun), enter(getattr(today, role))
    expected = 404 if role in {"outsider", "former"} else 403
    for answer in (client.get(url), client.post(url, {"shown": "yes"})):
        assert answer.status_code == expected
    assert not is_shown(kind, noun)
    if expected == 403:
        assert url not in text_of(client.get(noun.get_absolute_url()))


def test_the_page_says_word_for_word_what_everybody_sees(today: Cast, enter: Enter) -> None:
    year_of(today)
    client, project = enter(today.manager), Project.objects.get()
    said = text_of(client.get(address("project", project)))
    assert project.summary in said
    theme = InnovationTheme.objects.filter(status="selected")[0]
    said = text_of(client.get(address("theme", theme)))
    assert theme.question in said
    assert theme.who_gains not in said
    decision = Decision.objects.order_by("pk")[0]
    said = text_of(client.get(address("decision", decision)))
    assert [line for line in decision.text.splitlines() if line not in said] == []


def test_only_what_was_adopted_or_chosen(today: Cast, enter: Enter, english: None) -> None:
    acting = {"actor": today.manager, "at": today.at}
    draft = write(today, today.at.year + 1, today.at)
    with pytest.raises(Refused, match="adopted"):
        programme.show_in_public(draft, **acting)
    proposal = innovating.propose(today, innovating.call_of(today), "Voorstel")
    with pytest.raises(Refused, match="chosen"):
        programme.show_in_public(proposal, **acting)
    with pytest.raises(Refused, match="framework"):
        partners.show_kompas(today.framework, **acting)
    client = enter(today.manager)
    for kind, noun in (("programme", draft), ("theme", proposal), ("kompas", today.framework)):
        assert client.get(address(kind, noun)).url == noun.get_absolute_url()
        assert client.post(address(kind, noun), {"shown": "yes"}).status_code == 422
        assert not is_shown(kind, noun)


def test_also_once_it_is_over(today: Cast) -> None:
    """What stands still may be shown and taken back all the same."""
    acting = {"actor": today.manager, "at": today.at}
    theme = innovating.chosen(today)[0]
    stopped = programme.stop_theme(theme, stopped_on=today.at.date(), reason="Te duur.", **acting)
    decision = programme.drop_decision(Decision.objects.get(), reason="Nee.", **acting)
    for noun in (stopped, decision, adopt(today, today.at - DAY)):
        assert programme.show_in_public(noun, **acting).is_public
        assert not programme.hide_from_public(noun, **acting).is_public


def test_a_year_at_once(today: Cast, enter: Enter) -> None:
    project = year_of(today)
    year, client = Programme.objects.get(status="adopted"), enter(today.manager)
    url = reverse("projects:year-public", args=[year.year])
    assert url in text_of(client.get(year.get_absolute_url()))
    themes = list(InnovationTheme.objects.chosen_in(year.year))
    form = client.get(url).context["form"]
    assert form["themes"].value() == [each.pk for each in themes], "all of them are offered"
    ticked = {"themes": [themes[0].pk, themes[1].pk], "projects": [project.pk]}
    assert client.post(url, ticked).url == year.get_absolute_url()
    assert [is_shown("", each) for each in (year, *themes, project)] == [
        *(True, True, True, False, True),
    ]
    assert client.get(url).context["form"]["themes"].value() == ticked["themes"]
    client.post(url, {"themes": [themes[2].pk]})
    assert [is_shown("", each) for each in (year, *themes, project)] == [
        *(True, False, False, True, False),
    ]
    proposal = InnovationTheme.objects.filter(status="proposed").first()
    assert proposal is not None
    assert client.post(url, {"themes": [proposal.pk]}).status_code == 422
    assert not is_shown("", proposal)


def test_the_desk_offers_it_when_it_can_be(today: Cast) -> None:
    year_of(today)
    proposal = InnovationTheme.objects.filter(status="proposed").first()
    chosen = InnovationTheme.objects.filter(status="selected").first()

    def offered(noun: Any, moves: Any = moves_of) -> bool:
        return any("openbaar" in each.url for each in moves(noun, today.manager))

    assert [offered(each) for each in (proposal, chosen, Programme.objects.get())] == [
        *(False, True, True),
    ]
    assert offered(Decision.objects.first())
    assert offered(Project.objects.get(), project_moves_of)


def test_hiding_the_text_hides_the_kompas(today: Cast) -> None:
    acting = {"actor": today.manager, "at": today.at}
    framework = noun_of(today, "kompas")
    partners.show_kompas(framework, **acting)
    assert public_kompas(today.at, today.at.year)
    partners.hide_from_public(framework, **acting)
    assert public_kompas(today.at, today.at.year) is None
    assert Framework.objects.get().is_kompas_public, "it comes back with its text"
