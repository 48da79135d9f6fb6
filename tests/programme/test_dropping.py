"""Dropping a theme of an adopted programme: the programmaraad agrees first, or it goes on."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django.urls import reverse

from partners.models import Person
from programme import actions
from programme.models import CourseChange, InnovationTheme, Programmaraad
from tests.house.world import adopt
from tests.programme import changing, innovating
from tests.programme.innovating import DAY, REASON, acting
from tests.programme.pages import text_of
from tests.programme.records import acts, changes_nothing, refused

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

    from tests.cast import Cast

    Enter = Callable[..., Client]

pytestmark = pytest.mark.usefixtures("english")
NOT_AGREED = "the programmaraad has not agreed"


def stop(theme: InnovationTheme, cast: Cast) -> InnovationTheme:
    facts = {"reason": REASON, "stopped_on": cast.at.date()}
    return actions.stop_theme(theme, **facts, **acting(cast))


def in_programme(cast: Cast, state: str = "exploring") -> InnovationTheme:
    """A theme in this state, in a programme that was adopted a month ago."""
    adopt(cast, cast.at - 30 * DAY)
    if state == "selected":
        return innovating.chosen(cast)[0]
    return {"exploring": innovating.exploring, "working_out": innovating.working_out}[state](cast)


def drop(cast: Cast, theme: InnovationTheme, **facts: Any) -> CourseChange:
    """The kernteam proposes to drop it."""
    about = {"about": "theme", "kind": "theme_dropped", "subject": "", "innovation_theme": theme}
    return changing.propose(cast, cast.at - 9 * DAY, **{**about, **facts})


def judge(cast: Cast, change: CourseChange, *, is_crucial: bool) -> CourseChange:
    known = {"actor": cast.manager, "at": cast.at - 8 * DAY}
    return actions.judge_change(change, is_crucial=is_crucial, reason="Daarom.", **known)


def agreed(cast: Cast, theme: InnovationTheme, choice: str = "for") -> CourseChange:
    change = judge(cast, drop(cast, theme), is_crucial=True)
    return changing.voted(cast, change, choice, cast.at - 7 * DAY)


# -- the act -------------------------------------------------------------------------------------


@pytest.mark.parametrize("state", ["selected", "exploring", "working_out"])
def test_a_theme_of_an_adopted_programme_does_not_just_stop(cast: Cast, state: str) -> None:
    theme = in_programme(cast, state)
    with refused(NOT_AGREED), changes_nothing():
        stop(theme, cast)


def test_without_an_adopted_programme_it_stops_as_before(cast: Cast) -> None:
    assert stop(innovating.exploring(cast), cast).status == "stopped"
    assert not CourseChange.objects.exists()


def test_when_the_raad_agrees_it_stops_and_the_change_is_carried_out(cast: Cast) -> None:
    theme = in_programme(cast)
    change = agreed(cast, theme)
    stop(theme, cast)
    change.refresh_from_db()
    assert (theme.status, change.status) == ("stopped", "carried_out")
    assert (change.carried_out_on, change.result) == (theme.stopped_on, REASON)
    assert acts("stop")[0].facts["change"] == change.pk


def test_not_on_a_day_before_the_raad_agreed(cast: Cast) -> None:
    theme = in_programme(cast)
    agreed(cast, theme)
    day = (cast.at - 10 * DAY).date()
    with refused("The programmaraad agreed on"), changes_nothing():
        actions.stop_theme(theme, reason=REASON, stopped_on=day, **acting(cast))


@pytest.mark.parametrize(
    ("reached", "may_stop"),
    [
        ("proposed", False),
        ("crucial", False),
        ("rejected", False),
        ("withdrawn", False),
        ("minor", True),
        ("ahead", True),
        ("done before", True),
    ],
)
def test_which_changes_let_it_stop(cast: Cast, reached: str, *, may_stop: bool) -> None:
    theme = in_programme(cast)
    if reached == "rejected":
        agreed(cast, theme, "against")
    else:
        change = drop(cast, theme)
        if reached not in {"proposed", "withdrawn"}:
            judge(cast, change, is_crucial=reached in {"crucial", "ahead"})
        if reached == "withdrawn":
            actions.withdraw_change(change, reason="Nee.", **acting(cast))
        elif reached == "ahead":
            changing.went_first(cast, change, cast.at)
        elif reached == "done before":
            changing.carried_out(cast, change, cast.at)
    if may_stop:
        assert stop(theme, cast).status == "stopped"
    else:
        with refused(NOT_AGREED):
            stop(theme, cast)


def test_a_change_about_something_else_does_not_help(cast: Cast) -> None:
    theme = in_programme(cast)
    other = InnovationTheme.objects.filter(status="selected").first()
    agreed(cast, other)
    judge(cast, drop(cast, theme, kind="other"), is_crucial=False)
    judge(cast, drop(cast, theme, innovation_theme=None, subject=theme.title), is_crucial=False)
    with refused(NOT_AGREED):
        stop(theme, cast)


def test_a_seat_that_calls_it_crucial_is_in_time(cast: Cast) -> None:
    theme = in_programme(cast)
    change = judge(cast, drop(cast, theme), is_crucial=False)
    for letters in ("GD", "ZD"):
        changing.called(cast, change, letters, cast.at)
    with refused(NOT_AGREED):
        stop(theme, cast)


# -- the change ----------------------------------------------------------------------------------


def test_the_name_of_the_theme_is_that_of_the_theme(cast: Cast) -> None:
    theme = in_programme(cast)
    change = drop(cast, theme)
    assert (change.subject, change.innovation_theme) == (theme.title, theme)
    assert [str(each) for each in change.proposed_reasons()] == ["theme_dropped"]
    rows = CourseChange.objects.filter(pk=change.pk)
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(about="programme")
    judge(cast, change, is_crucial=True)
    with pytest.raises(DatabaseError, match="judged, so its text stays"), transaction.atomic():
        rows.update(innovation_theme=None)


# -- the pages -----------------------------------------------------------------------------------


def address(name: str, *values: Any) -> str:
    return reverse(f"programme:{name}", args=values)


def test_from_the_page_that_refuses_to_a_theme_that_is_stopped(today: Cast, enter: Enter) -> None:
    theme = in_programme(today)
    Person.objects.update(language="en")
    client, url = enter(today.manager), address("theme-stop", theme.pk)
    propose = f"{address('change-propose')}?theme={theme.pk}"
    shown = text_of(client.get(url))
    assert "The programmaraad decides first" in shown
    assert f'href="{propose}"' in shown
    assert 'name="reason"' not in shown
    typed = {"reason": REASON, "on": "23-09-2026"}
    refusal = client.post(url, typed)
    assert refusal.status_code == 422
    assert NOT_AGREED in text_of(refusal)
    assert REASON in text_of(refusal)
    form = client.get(propose).context["form"]
    initial = {name: form[name].value() for name in ("title", "about", "kind", "raad", "theme")}
    assert form["innovation_theme"].value() in {theme, theme.pk}
    assert initial == {
        "title": f"“{theme.title}” stops",
        "about": "theme",
        "kind": "theme_dropped",
        "raad": today.raad.pk,
        "theme": theme.theme_id,
    }
    words = {"what": "Wij stoppen.", "why": "Geen baat.", "effect": "Meer tijd."}
    answer = client.post(propose, {**initial, **words, "innovation_theme": theme.pk})
    change = CourseChange.objects.get()
    assert answer["Location"] == change.get_absolute_url()
    assert change.innovation_theme == theme
    assert change.get_absolute_url() in text_of(client.get(url))
    assert f'href="{url}"' not in text_of(client.get(change.get_absolute_url()))
    before = today.at - timedelta(hours=2)
    actions.judge_change(change, is_crucial=True, reason="", actor=today.manager, at=before)
    decision = changing.advice(today, before)
    actions.decide_change(change, decision=decision, is_agreed=True, actor=today.manager, at=before)
    assert f'href="{url}"' in text_of(client.get(change.get_absolute_url()))
    assert change.title in text_of(client.get(url))
    assert client.post(url, typed).status_code == 302
    theme.refresh_from_db()
    change.refresh_from_db()
    assert (theme.status, change.status) == ("stopped", "carried_out")
    assert theme.get_absolute_url() in text_of(client.get(change.get_absolute_url()))


@pytest.mark.parametrize("asked", ["x", "0", "²", "9" * 40, "-1", "1 OR 1=1"])
def test_a_theme_that_is_not_there_fills_in_nothing(today: Cast, enter: Enter, asked: str) -> None:
    answer = enter(today.manager).get(address("change-propose"), {"theme": asked})
    assert answer.status_code == 200
    assert not answer.context["form"]["title"].value()


def test_a_stopped_theme_cannot_be_chosen(today: Cast, enter: Enter) -> None:
    theme = stop(innovating.exploring(today), today)
    answer = enter(today.manager).get(address("change-propose"), {"theme": theme.pk})
    assert not answer.context["form"]["title"].value()
    assert f'value="{theme.pk}">{theme.title}' not in text_of(answer)


def test_which_theme_is_dropped_must_be_said(today: Cast, enter: Enter) -> None:
    theme = innovating.exploring(today)
    client, url = enter(today.manager), address("change-propose")
    facts = {**changing.WORDS, "raad": today.raad.pk, "kind": "theme_dropped", "about": "theme"}
    half = client.post(url, {**facts, "subject": theme.title})
    assert set(half.context["form"].errors) == {"innovation_theme"}
    other = client.post(url, {**facts, "about": "programme", "innovation_theme": theme.pk})
    assert set(other.context["form"].errors) == {"about"}
    assert client.post(url, {**facts, "innovation_theme": theme.pk}).status_code == 302
    change = CourseChange.objects.get()
    form = client.get(address("change-write", change.pk)).context["form"]
    assert form["innovation_theme"].value() in {theme, theme.pk}


def test_the_change_goes_to_the_raad_of_its_year(today: Cast) -> None:
    theme = in_programme(today)
    assert drop(today, theme).raad == Programmaraad.objects.get(year=theme.call.year)
