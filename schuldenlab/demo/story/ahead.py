"""A choice that the raad sees before it opens: interests, one that is not right, one seat aside."""

from datetime import datetime

from events.workdays import add_working_days
from programme import actions
from programme.deadlines import CITY_ZONE, closing_moment
from programme.models import Ballot, Programmaraad

from .stage import Stage

TITLE = "Twee wijken voor het schuldenspreekuur"
QUESTION = "In welke wijken begint het schuldenspreekuur?"
TEXT = """Het schuldenspreekuur begint in hoogstens twee wijken. Na een jaar kijken wij wat het \
heeft opgeleverd.

Wat de wijk krijgt

- elke week een spreekuur op een vaste plek
- een eigen begeleider voor wie nog geen hulp heeft
- één nummer voor alle partners die iets zien gebeuren"""
OPTIONS = (
    ("Laakkwartier", "Veel jonge gezinnen. Er is al een wijkplein met ruimte."),
    ("Moerwijk", "De meeste huurachterstanden. De woningcorporatie heeft er een kantoor."),
    ("Escamp-Oost", "Veel kleine ondernemers. De bank huurt er een zaal."),
    ("Duindorp", "Een hechte buurt met eigen vrijwilligers."),
)


def write(stage: Stage) -> None:
    """In the last two weeks."""
    calendar = stage.calendar
    stage.on(calendar.lately(7, "09:40"), lambda at: _prepare(stage, at))
    stage.on(calendar.lately(6, "10:05"), lambda at: _announce(stage, at))
    stage.on(calendar.lately(4, "13:20"), lambda at: _question(stage, at))
    stage.on(calendar.lately(2, "16:10"), lambda at: _step_aside(stage, at))


def _ballot() -> Ballot:
    return Ballot.objects.select_related("raad").get(title=TITLE)


def _prepare(stage: Stage, at: datetime) -> None:
    ballot = actions.prepare_selection(
        Programmaraad.objects.get(year=stage.calendar.year),
        title=TITLE,
        question=QUESTION,
        text=TEXT,
        options=OPTIONS,
        places=(1, 2),
        closes_at=closing_moment(add_working_days(at.astimezone(CITY_ZONE).date(), 20)),
        rules={},
        actor=stage.manager,
        at=at,
    )
    titles = {option.title: option for option in ballot.options.all()}
    for letters, kind, title, text in (
        ("BN", "paid", "Escamp-Oost", "Verhuurt de zaal voor het spreekuur."),
        ("CH", "benefit", "Moerwijk", "Minder huurachterstanden."),
    ):
        actions.disclose_interest(
            ballot,
            organisation=stage.organisations[letters],
            option=titles[title],
            kind=kind,
            text=text,
            actor=stage.manager,
            at=at,
        )


def _announce(stage: Stage, at: datetime) -> None:
    actions.announce_ballot(_ballot(), actor=stage.manager, at=at)


def _question(stage: Stage, at: datetime) -> None:
    actions.question_interests(
        _ballot(),
        organisation=stage.organisations["CH"],
        text="In Laakkwartier hebben wij ook woningen. Dat belang staat er nog niet bij.",
        actor=stage.directors["CH"],
        at=at,
    )


def _step_aside(stage: Stage, at: datetime) -> None:
    ballot = _ballot()
    actions.recuse_seat(
        ballot,
        organisation=stage.organisations["EZ"],
        option=ballot.options.get(title="Duindorp"),
        reason="Ons wijkteam schreef dit voorstel mee.",
        actor=stage.directors["EZ"],
        at=at,
    )
