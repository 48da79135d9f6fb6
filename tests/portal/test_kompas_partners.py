"""Clauses 1, 2, 3 and 5 of the Kompas: each measure by itself, in every state that it can have."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from partners import actions as partners
from programme import actions as programme
from schuldenlab.portal.measures import MEASURES, Asked
from tests.cast import person
from tests.events.records import at
from tests.house.world import adopt, put_to_ballot, write

if TYPE_CHECKING:
    from datetime import datetime

    from tests.cast import Cast

DAY = timedelta(days=1)
PARTNERS = ("GD", "ZD", "EZ", "BN", "CH", "VH", "FV")
LATER = at(2027, 2, 1)


def figures(
    cast: Cast, code: str, moment: datetime | None = None, year: int = 2026, by: date | None = None
) -> tuple[Any, ...]:
    """State, have, need and forecast; due at the end of the year unless said otherwise."""
    asked = Asked(cast.framework, year, moment or cast.at, by or date(year, 12, 31))
    found = MEASURES[code](asked)
    return str(found.state), found.have, found.need, found.forecast


# -- signed --------------------------------------------------------------------------------------


def sign(cast: Cast, *letters: str) -> None:
    facts = {"signatory": "X", "function": "Y", "signed_on": cast.at.date()}
    for each in letters:
        partners.register_signature(
            cast.framework, organisation=cast[each], **facts, actor=None, at=cast.at
        )


def join(cast: Cast, name: str, moment: datetime) -> Any:
    made = partners.add_organisation(name=name, sector="bank", actor=None, at=moment)
    partners.start_partnership(made, joined_on=moment.date(), actor=None, at=moment)
    return made


def test_signed(cast: Cast) -> None:
    assert figures(cast, "signed") == ("missed", 0, 7, 0), "they could since two years"
    assert figures(cast, "signed", year=2027)[0] == "not_yet"
    sign(cast, *PARTNERS)
    assert figures(cast, "signed") == ("met", 7, 7, 7)
    assert figures(cast, "signed", cast.at - DAY) == ("missed", 0, 7, 0), "as it was"


@pytest.mark.parametrize(("days", "state"), [(0, "attention"), (60, "attention"), (61, "missed")])
def test_who_joins_has_sixty_days_to_sign(cast: Cast, days: int, state: str) -> None:
    sign(cast, *PARTNERS)
    join(cast, "Nieuw", cast.at)
    assert figures(cast, "signed", cast.at + days * DAY) == (state, 7, 8, 7)


def test_a_signature_of_who_left_does_not_count(cast: Cast) -> None:
    sign(cast, "BN", "FV")
    gone = cast["FV"].partnerships.get()
    partners.end_partnership(gone, left_on=cast.at.date(), actor=None, at=cast.at)
    assert figures(cast, "signed")[1:3] == (1, 6)


def test_who_left_and_came_back_is_one_partner(cast: Cast) -> None:
    gone = cast["FV"].partnerships.get()
    moment = cast.at + DAY
    partners.end_partnership(gone, left_on=moment.date(), actor=None, at=moment)
    again = moment + 5 * DAY
    partners.start_partnership(cast["FV"], joined_on=again.date(), actor=None, at=again)
    needs = [figures(cast, "signed", each)[2] for each in (cast.at, moment, again)]
    assert needs == [7, 6, 7]


# -- ambassadors ---------------------------------------------------------------------------------


def test_ambassadors(cast: Cast) -> None:
    assert figures(cast, "ambassadors") == ("attention", 0, 7, 0)
    assert figures(cast, "ambassadors", LATER) == ("missed", 0, 7, 0)
    assert figures(cast, "ambassadors", year=2027)[0] == "not_yet"
    themes = [partners.add_theme(name=name, actor=None, at=cast.at) for name in ("Werk", "Wonen")]
    since = {"from_on": cast.at.date(), "actor": None, "at": cast.at}
    for letters in PARTNERS[:-1]:
        for theme in themes:
            partners.become_ambassador(cast[letters], theme=theme, **since)
    assert figures(cast, "ambassadors") == ("attention", 6, 7, 6), "of two themes is one partner"
    partners.become_ambassador(cast["FV"], theme=themes[0], **since)
    assert figures(cast, "ambassadors") == ("met", 7, 7, 7)
    assert figures(cast, "ambassadors", cast.at - DAY)[1] == 0


# -- involvement ---------------------------------------------------------------------------------


def test_involvement(cast: Cast) -> None:
    before, due = cast.at - 31 * DAY, (cast.at - 35 * DAY).date()
    assert figures(cast, "involvement", before) == ("on_track", 0, 7, 7), "all can still choose"
    assert figures(cast, "involvement", before, by=due) == ("attention", 0, 7, 0)
    assert figures(cast, "involvement") == ("met", 7, 7, 7)
    assert figures(cast, "involvement", year=2025) == ("missed", 0, 7, 0)
    assert figures(cast, "involvement", year=2027)[0] == "not_yet"


def test_who_chooses_twice_is_counted_once(cast: Cast) -> None:
    facts = {"year": 2026, "forms": ["follow"], "chosen_on": cast.at.date()}
    partners.choose_involvement(cast["FV"], **facts, actor=None, at=cast.at)
    assert figures(cast, "involvement") == ("met", 7, 7, 7)


# -- commitments ---------------------------------------------------------------------------------


def answer(cast: Cast, letters: str, said: str, moment: datetime, made: Any) -> None:
    facts = {"answer": said, "reason": "" if said == "yes" else "Geen tijd."}
    programme.give_commitment(
        made, organisation=cast[letters], **facts, actor=cast.director, at=moment
    )


def test_commitments_before_there_is_a_programme(cast: Cast) -> None:
    due = (cast.at - DAY).date()
    assert figures(cast, "commitments") == ("not_yet", 0, 7, 7), "nobody is asked yet"
    assert figures(cast, "commitments", by=due) == ("attention", 0, 7, 7)
    assert figures(cast, "commitments", LATER) == ("missed", 0, 7, 7)
    assert figures(cast, "commitments", year=2027) == ("not_yet", 0, 7, 7)


def test_commitments(cast: Cast) -> None:
    made = adopt(cast, cast.at)
    assert figures(cast, "commitments") == ("on_track", 0, 7, 7), "all can still answer"
    for letters in PARTNERS[:-1]:
        answer(cast, letters, "yes", cast.at, made)
    assert figures(cast, "commitments") == ("on_track", 6, 7, 7)
    answer(cast, "FV", "not_now", cast.at, made)
    assert figures(cast, "commitments") == ("attention", 6, 7, 6)
    assert figures(cast, "commitments", LATER)[0] == "missed"
    mended = cast.at + DAY
    answer(cast, "FV", "yes", mended, made)
    assert figures(cast, "commitments", mended) == ("met", 7, 7, 7), "the last answer holds"
    assert figures(cast, "commitments", cast.at) == ("attention", 6, 7, 6), "as it was"


def test_after_the_last_day_to_answer_who_is_silent_misses(cast: Cast) -> None:
    made = adopt(cast, cast.at)
    assert made.commit_by is not None
    assert figures(cast, "commitments", made.commit_by) == ("attention", 0, 7, 0)


# -- programmaraad -------------------------------------------------------------------------------


@pytest.mark.parametrize(("days", "state"), [(0, "attention"), (60, "attention"), (61, "missed")])
def test_seats_below_the_fewest(cast: Cast, days: int, state: str) -> None:
    assert figures(cast, "programmaraad") == ("met", 6, 5, 6)
    for letters in ("VH", "CH"):
        gone = cast[letters].partnerships.get()
        partners.end_partnership(gone, left_on=cast.at.date(), actor=None, at=cast.at)
    assert figures(cast, "programmaraad", cast.at + days * DAY) == (state, 4, 5, 4)
    assert figures(cast, "programmaraad", cast.at - DAY) == ("met", 6, 5, 6), "as it was"


def test_without_a_raad(cast: Cast) -> None:
    assert figures(cast, "programmaraad", year=2027) == ("not_yet", 0, 5, 0)
    assert figures(cast, "programmaraad", year=2025) == ("missed", 0, 5, 0)
    before = cast.raad.installed_at - DAY
    assert figures(cast, "programmaraad", before, year=2025) == ("attention", 0, 5, 0)


# -- programme adopted ---------------------------------------------------------------------------


def test_programme_adopted(cast: Cast) -> None:
    assert figures(cast, "programme_adopted") == ("attention", 0, 1, 0)
    assert figures(cast, "programme_adopted", LATER) == ("missed", 0, 1, 0)
    assert figures(cast, "programme_adopted", year=2027)[0] == "not_yet"
    opened = cast.at - 10 * DAY
    made = adopt(cast, cast.at)
    assert made.decision is not None
    assert figures(cast, "programme_adopted") == ("met", 1, 1, 1)
    assert figures(cast, "programme_adopted", opened) == ("on_track", 0, 1, 1)
    assert figures(cast, "programme_adopted", opened - DAY) == ("attention", 0, 1, 0)


def test_a_ballot_after_its_day_is_attention(cast: Cast) -> None:
    put_to_ballot(cast, write(cast, 2026, cast.at), cast.at, cast.at + 10 * DAY)
    assert figures(cast, "programme_adopted") == ("on_track", 0, 1, 1)
    assert figures(cast, "programme_adopted", by=(cast.at - DAY).date())[0] == "attention"


# -- kernteam ------------------------------------------------------------------------------------


def appoint(cast: Cast, role: str, moment: datetime, name: str) -> Any:
    facts = {"role": role, "from_on": moment.date()}
    return partners.appoint_to_kernteam(person(name, moment), **facts, actor=None, at=moment)


def test_kernteam(cast: Cast) -> None:
    assert figures(cast, "kernteam") == ("missed", 2, 4, 2), "since two years"
    assert figures(cast, "kernteam", year=2027)[0] == "not_yet"
    appoint(cast, "manager", cast.at, "Tweede Manager")
    assert figures(cast, "kernteam")[1] == 2, "a second manager is no staff"
    first = appoint(cast, "staff", cast.at, "Eerste Kracht")
    assert figures(cast, "kernteam")[1] == 3
    appoint(cast, "staff", cast.at, "Tweede Kracht")
    assert figures(cast, "kernteam") == ("met", 4, 4, 4)
    last = cast.at + DAY
    partners.end_kernteam_term(first, until_on=last.date(), actor=cast.manager, at=last)
    states = [figures(cast, "kernteam", last + days * DAY)[0] for days in (0, 1, 61, 62)]
    assert states == ["met", "attention", "attention", "missed"]


def test_who_comes_within_sixty_days_is_the_forecast(cast: Cast) -> None:
    appoint(cast, "staff", cast.at, "Eerste Kracht")
    assert figures(cast, "kernteam")[1::2] == (3, 3)
    moment = cast.at
    facts = {"role": "staff", "from_on": (cast.at + 20 * DAY).date()}
    partners.appoint_to_kernteam(person("Straks Hier", moment), **facts, actor=None, at=moment)
    assert figures(cast, "kernteam")[1::2] == (3, 4)
