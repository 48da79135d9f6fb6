"""Innovation themes at every point of their life, made by the product's own actions."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from partners.actions import add_theme, invite_person
from partners.models import Theme
from programme import actions
from programme.deadlines import closing_moment
from programme.models import InnovationTheme, ThemeCall
from projects.actions import open_project, start_phase

if TYPE_CHECKING:
    from datetime import datetime

    from partners.models import Person
    from programme.models import Ballot
    from tests.cast import Cast

DAY = timedelta(days=1)
TITLES = ("Noodbuffer", "Energie en huur", "Geldles", "Ondernemers")
WORDS = {"question": "Wat helpt?", "why": "Het gaat mis.", "who_gains": "Inwoners."}
REASON = "Niemand ziet er iets in."


def subject(cast: Cast) -> Theme:
    """A lasting subject."""
    found = Theme.objects.filter(name="Wonen").first()
    return found or add_theme(name="Wonen", actor=cast.manager, at=cast.at - 60 * DAY)


def call_of(cast: Cast, *, at: datetime | None = None, days: int = 14, year: int = 0) -> ThemeCall:
    """A call that opened some weeks ago."""
    at = at or cast.at - 50 * DAY
    return actions.open_call(
        year or cast.at.year,
        framework=cast.framework,
        introduction="Denk mee.",
        closes_at=closing_moment((at + days * DAY).date()),
        actor=cast.manager,
        at=at,
    )


def propose(cast: Cast, call: ThemeCall, title: str, **facts: Any) -> InnovationTheme:
    """FV proposes, the day after the call opened."""
    given = {
        "theme": subject(cast),
        **WORDS,
        "organisation": cast["FV"],
        "actor": cast.contact,
        "at": call.opened_at + DAY,
        **facts,
    }
    return actions.propose_theme(call, title=title, **given)


def proposed(
    cast: Cast, call: ThemeCall, titles: tuple[str, ...] = TITLES
) -> list[InnovationTheme]:
    """Several proposals."""
    return [propose(cast, call, title) for title in titles]


def closed_call(cast: Cast, titles: tuple[str, ...] = TITLES) -> ThemeCall:
    """A call that has closed."""
    call = call_of(cast)
    proposed(cast, call, titles)
    return actions.close_call(call, at=call.closes_at)


def put(cast: Cast, call: ThemeCall, **rules: Any) -> Ballot:
    """Prepared the day after the call closed."""
    at = call.closes_at + DAY
    return actions.put_themes_to_ballot(
        call,
        closes_at=closing_moment((at + 7 * DAY).date()),
        rules=rules,
        actor=cast.manager,
        at=at,
    )


def opened(cast: Cast, ballot: Ballot, at: datetime) -> Ballot:
    """Open until its deadline, or a week from then."""
    closes_at = max(ballot.closes_at, closing_moment((at + 7 * DAY).date()))
    return actions.open_ballot(ballot, closes_at=closes_at, actor=cast.manager, at=at)


def approve(cast: Cast, ballot: Ballot, papers: dict[str, tuple[str, ...]]) -> Ballot:
    """Each seat chooses these titles (none: abstains), and the ballot closes at its deadline."""
    keys = dict(ballot.options.values_list("title", "pk"))
    for letters, titles in papers.items():
        actions.cast_vote(
            ballot,
            organisation=cast[letters],
            choice="approve" if titles else "abstain",
            approves=[keys[title] for title in titles],
            reason="",
            actor=cast.people.get(f"seat_{letters}", cast.seat),
            at=ballot.opened_at,
        )
    return actions.close_ballot(ballot, at=ballot.closes_at)


def chosen(cast: Cast, titles: tuple[str, ...] = TITLES[:3]) -> list[InnovationTheme]:
    """These themes were chosen by four seats, out of all that were proposed."""
    call = closed_call(cast)
    ballot = opened(cast, put(cast, call), call.closes_at + DAY)
    approve(cast, ballot, dict.fromkeys(("GD", "ZD", "EZ", "BN"), titles))
    return list(InnovationTheme.objects.filter(selected_at__isnull=False).order_by("pk"))


def acting(cast: Cast, at: datetime | None = None) -> dict[str, Any]:
    """The kernteam, now."""
    return {"actor": cast.manager, "at": at or cast.at}


def exploring(cast: Cast, *, days: int = 20) -> InnovationTheme:
    """The first of the chosen themes, explored since some days."""
    at = cast.at - days * DAY
    return actions.explore_theme(chosen(cast)[0], exploring_on=at.date(), **acting(cast, at))


def working_out(cast: Cast) -> InnovationTheme:
    """The same, being worked out to a prototype since ten days."""
    return work_out(cast, exploring(cast), at=cast.at - 10 * DAY)


def work_out(cast: Cast, theme: InnovationTheme, *, at: datetime) -> InnovationTheme:
    """Its project opens with a prototype, which starts at once: that takes the theme along."""
    project = open_project(
        theme, kind="prototype", title=theme.title, summary="Wij proberen het.", **acting(cast, at)
    )
    start_phase(project.phases.get(), started_on=at.date(), **acting(cast, at))
    theme.refresh_from_db()
    return theme


def guide(cast: Cast, theme: InnovationTheme, *, name: str = "Iris Buiten") -> Person:
    """Somebody who works for no partner guides it since yesterday."""
    at = cast.at - DAY
    address = f"{name.lower().replace(' ', '.')}@bureau.example"
    person, _new = invite_person(email=address, name=name, actor=cast.manager, at=at)
    actions.add_facilitator(theme, person=person, from_on=at.date(), **acting(cast, at))
    person.moment = cast.at
    return person
