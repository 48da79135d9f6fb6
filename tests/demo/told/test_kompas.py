"""The Kompas of the demo year at 23 September 2026, against figures worked out by hand."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from partners.models import KernteamMember
from schuldenlab.portal.kompas import Kompas, as_json, governing, later_known, read_kompas
from schuldenlab.portal.moments import end_of
from tests.cast import ZONE
from tests.demo.told.conftest import TODAY
from tests.portal.tracing import adding_up, reading_at

NOW = datetime(2026, 9, 23, 18, 0, tzinfo=ZONE)

# By hand from the story: 25 partners, VH left on 15 June (T-100), so 24. All signed and all are
# ambassador. 21 said yes, VH among them: 20 of 24; two said not now, two are silent.
# How to take part: 22 chose, VH among them, so 21 of 24; three are silent since 31 March.
# Kernteam: one left on 27 July (T-60 is a Saturday, so Monday), fewer than 60 days ago.
# Leaders: 10 February and 19 May held, 6 October dated, the fourth has no date.
# Its window ends on 15 December; 60 working days before that is 22 September: too late.
# Themes: the exploration of four began in January and February; one was delivered (T-20), one
# stopped with a reason, so of the other three two are to come, next January.
# The raad met on 21 January, 21 April, 18 May and 27 July, each time with the progress; the next
# time is 29 September, four working days ahead.
# Crucial: the letters (stopped on 4 May, told to the raad on 18 May), VH that left, "Schone lei
# zzp", and that a theme stops. The last three were decided first.
BY_HAND = {
    "signed": ("met", 24, 24, 24),
    "ambassadors": ("met", 24, 24, 24),
    "involvement": ("attention", 21, 24, 21),
    "programmaraad": ("met", 6, 5, 6),
    "programme_adopted": ("met", 1, 1, 1),
    "commitments": ("attention", 21, 24, 21),
    "inspiration_event": ("met", 1, 1, 1),
    "network_meetings": ("on_track", 1, 2, 2),
    "progress_reported": ("on_track", 4, 5, 5),
    "kernteam": ("attention", 3, 4, 4),
    "course_changes": ("missed", 3, 4, 3),
    "innovation_themes": ("met", 4, 3, 4),
    "theme_results": ("on_track", 1, 3, 3),
    "themes_facilitated": ("met", 4, 4, 4),
    "stuurgroepen": ("not_yet", 0, 0, 0),
    "leaders_meetings": ("attention", 2, 4, 3),
    # Innovation is € 12.000 short; what is offered does not fill it.
    "budget_covered": ("attention", 3, 4, 3),
    "municipal_contribution": ("met", 2, 2, 2),
    "started_with_money": ("not_yet", 0, 0, 0),
    # “Vroeg erbij” was offered, “Energie en huur samen” not yet.
    "offered_to_all": ("attention", 1, 2, 1),
    # DV, WN and SD by hours of this year, WL by hours that arrived, EZ, CH and HZ by talks,
    # CD by a hall, and two more by guiding a theme.
    "knowledge": ("met", 10, 1, 10),
}
# What differed on eleven earlier days, and why.
PAST = {
    # The themes are proposed since December; the raad chooses from 12 January. Nobody votes on the
    # programme yet, so as it stands it would not be adopted by the 31st: that asks for attention.
    # The raad meets on the 21st, with the progress on its agenda. Nobody chose a way to take part.
    # The hours of DV, WN and SD were pledged before the lab; for clause 8 nothing else is due but
    # the contribution, which the municipality pledged in November.
    date(2026, 1, 6): {
        "signed": ("met", 25, 25, 25),
        "ambassadors": ("met", 25, 25, 25),
        "involvement": ("on_track", 0, 25, 25),
        "programme_adopted": ("attention", 0, 1, 0),
        "progress_reported": ("on_track", 0, 1, 1),
        "commitments": ("not_yet", 0, 25, 25),
        "inspiration_event": ("on_track", 0, 1, 1),
        "network_meetings": ("on_track", 0, 2, 2),
        "kernteam": ("met", 4, 4, 4),
        "course_changes": ("met", 0, 0, 0),
        "leaders_meetings": ("on_track", 0, 4, 4),
        "innovation_themes": ("on_track", 0, 3, 3),
        "theme_results": ("not_yet", 0, 0, 0),
        "themes_facilitated": ("not_yet", 0, 0, 0),
        "knowledge": ("met", 3, 1, 3),
        "budget_covered": ("not_yet", 0, 0, 0),
        "offered_to_all": ("not_yet", 0, 0, 0),
    },
    # Every second working day from 7 January a partner chooses: on 7, 9, 13 and 15 January.
    # The ballot on the programme is open from 12 to 27 January, so commitments are not asked yet.
    # Of the meetings the first of the leaders has a date; all others can still get one in time.
    date(2026, 1, 15): {
        "signed": ("met", 25, 25, 25),
        "ambassadors": ("met", 25, 25, 25),
        "involvement": ("on_track", 4, 25, 25),
        "programmaraad": ("met", 6, 5, 6),
        "programme_adopted": ("on_track", 0, 1, 1),
        "progress_reported": ("on_track", 0, 1, 1),
        "commitments": ("not_yet", 0, 25, 25),
        "inspiration_event": ("on_track", 0, 1, 1),
        "network_meetings": ("on_track", 0, 2, 2),
        "kernteam": ("met", 4, 4, 4),
        "course_changes": ("met", 0, 0, 0),
        "leaders_meetings": ("on_track", 0, 4, 4),
        # Three themes were chosen on 12 January; the second round is open until the 19th.
        "innovation_themes": ("on_track", 0, 3, 3),
        "theme_results": ("not_yet", 0, 0, 0),
        "themes_facilitated": ("not_yet", 0, 0, 0),
        # Hours that were pledged before the lab, for this year.
        "knowledge": ("met", 3, 1, 3),
        "budget_covered": ("not_yet", 0, 0, 0),
        "offered_to_all": ("not_yet", 0, 0, 0),
    },
    # Adopted the day before; two answers a day come in on the first days. Eight chose how to take
    # part: on 7, 9, 13, 15, 19, 21, 23 and 27 January. The raad met once, and has no other date.
    # Exploring began of "Noodbuffer" (FV guides) and "Energie en huur samen" (EZ guides); two more
    # were chosen. To DV, WN and SD come WL, of which hours arrived on the 16th, and the two guides.
    # The year needs money in four categories. The kernteam costs € 338.000: the municipality gives
    # 240 and FV 33, ZD and BN follow on 2 February. Nothing is arranged yet.
    date(2026, 1, 28): {
        "signed": ("met", 25, 25, 25),
        "ambassadors": ("met", 25, 25, 25),
        "involvement": ("on_track", 8, 25, 25),
        "progress_reported": ("met", 1, 1, 1),
        "commitments": ("on_track", 2, 25, 25),
        "inspiration_event": ("on_track", 0, 1, 1),
        "network_meetings": ("on_track", 0, 2, 2),
        "kernteam": ("met", 4, 4, 4),
        "course_changes": ("met", 0, 0, 0),
        "leaders_meetings": ("on_track", 0, 4, 4),
        "innovation_themes": ("on_track", 2, 3, 4),
        "theme_results": ("on_track", 0, 2, 2),
        "themes_facilitated": ("met", 2, 2, 2),
        "knowledge": ("met", 6, 1, 6),
        "budget_covered": ("attention", 0, 4, 0),
        "offered_to_all": ("not_yet", 0, 0, 0),
    },
    # The day after both questions to the partners closed: 22 of 25 chose, 21 of 25 said yes.
    # The leaders met on 10 February; the network meets on 16 April, the raad on the 21st.
    # Knowledge: HZ and CD pledged rooms in February, and FB guides: nine. CH speaks on 16 April.
    # The kernteam is paid for; meetings, innovation and projects are not.
    date(2026, 4, 1): {
        "signed": ("met", 25, 25, 25),
        "ambassadors": ("met", 25, 25, 25),
        "involvement": ("attention", 22, 25, 22),
        "commitments": ("attention", 21, 25, 21),
        "progress_reported": ("on_track", 1, 2, 2),
        "inspiration_event": ("on_track", 0, 1, 1),
        "network_meetings": ("on_track", 0, 2, 2),
        "kernteam": ("met", 4, 4, 4),
        "course_changes": ("met", 0, 0, 0),
        "leaders_meetings": ("on_track", 1, 4, 4),
        "theme_results": ("on_track", 0, 4, 4),
        "knowledge": ("met", 9, 1, 9),
        "budget_covered": ("attention", 1, 4, 1),
        "offered_to_all": ("not_yet", 0, 0, 0),
    },
    # 22 chose how to take part until 31 March, VH among them.
    # Commitments closed on 31 March with 21 of 25. The strike of 28 April took the date of the
    # second meeting of the leaders; its window ends on 15 May: too late for 60 working days.
    date(2026, 5, 1): {
        "signed": ("met", 25, 25, 25),
        "ambassadors": ("met", 25, 25, 25),
        "involvement": ("attention", 22, 25, 22),
        "commitments": ("attention", 21, 25, 21),
        "progress_reported": ("on_track", 2, 3, 3),
        "inspiration_event": ("on_track", 0, 1, 1),
        "kernteam": ("met", 4, 4, 4),
        "course_changes": ("met", 0, 0, 0),
        "leaders_meetings": ("attention", 1, 4, 3),
        "theme_results": ("on_track", 0, 4, 4),
        # Only the kernteam is paid for; the meetings cost more than there is until July.
        "budget_covered": ("attention", 1, 4, 1),
        "offered_to_all": ("not_yet", 0, 0, 0),
    },
    # The raad hears at its third meeting that the letters were stopped two weeks ago: missed.
    # The leaders meet tomorrow, outside their window, after the poll of 4 May.
    date(2026, 5, 18): {
        "signed": ("met", 25, 25, 25),
        "ambassadors": ("met", 25, 25, 25),
        "involvement": ("attention", 22, 25, 22),
        "commitments": ("attention", 21, 25, 21),
        "progress_reported": ("met", 3, 3, 3),
        "inspiration_event": ("on_track", 0, 1, 1),
        "kernteam": ("met", 4, 4, 4),
        "course_changes": ("missed", 0, 1, 0),
        "leaders_meetings": ("on_track", 1, 4, 4),
        "theme_results": ("on_track", 0, 4, 4),
        "budget_covered": ("attention", 1, 4, 1),
        "offered_to_all": ("not_yet", 0, 0, 0),
    },
    # VH left the day before, with its yes and its seat: five seats are still enough.
    # "Schone lei zzp" is crucial since this morning and waits; what VH's seat means is not judged.
    date(2026, 6, 16): {
        "programmaraad": ("met", 5, 5, 5),
        "progress_reported": ("met", 3, 3, 3),
        "kernteam": ("met", 4, 4, 4),
        "course_changes": ("missed", 0, 2, 1),
        "leaders_meetings": ("on_track", 2, 4, 4),
        "theme_results": ("on_track", 0, 4, 4),
        "budget_covered": ("attention", 1, 4, 1),
        "offered_to_all": ("not_yet", 0, 0, 0),
    },
    # The second round on "Schone lei zzp" closes: two of three were decided first. The seat of VH
    # is open until 20 July: five are enough. The raad meets again on the 27th; it has no date yet.
    date(2026, 7, 2): {
        "programmaraad": ("met", 5, 5, 5),
        "progress_reported": ("met", 3, 3, 3),
        "kernteam": ("met", 4, 4, 4),
        "course_changes": ("missed", 2, 3, 2),
        "leaders_meetings": ("on_track", 2, 4, 4),
        "theme_results": ("on_track", 0, 4, 4),
        "budget_covered": ("attention", 1, 4, 1),
        "offered_to_all": ("not_yet", 0, 0, 0),
    },
    # One of the kernteam left the day before. The raad met, and agreed that a theme stops; that is
    # carried out in August. In the third window of the leaders a date comes too late to prepare
    # for sixty working days, until one is fixed after all on 14 August: as on 23 September, but it
    # is the third that lacks. The budget of the meetings is right since July; "Vroeg erbij" asks
    # money since the 27th and was offered to nobody yet.
    date(2026, 7, 28): {
        "progress_reported": ("met", 4, 4, 4),
        "kernteam": ("attention", 3, 4, 3),
        "theme_results": ("on_track", 0, 4, 4),
        "budget_covered": ("attention", 2, 4, 2),
        "offered_to_all": ("attention", 0, 1, 0),
    },
    # The third meeting of the leaders has its date, the fourth can still get one. "Ondernemer met
    # zorgen" has stopped, so three results are to come; "Noodbuffer" is delivered on 3 September.
    # The successor in the kernteam is not known, and the raad has no next date yet.
    date(2026, 8, 31): {
        "progress_reported": ("met", 4, 4, 4),
        "kernteam": ("attention", 3, 4, 3),
        "theme_results": ("on_track", 0, 3, 3),
        "leaders_meetings": ("on_track", 2, 4, 4),
    },
    # FV has the open seat. The successor in the kernteam is not known yet: that is 11 September.
    # The fourth meeting of the leaders can still get its date, until 22 September.
    date(2026, 9, 10): {
        "kernteam": ("attention", 3, 4, 3),
        "leaders_meetings": ("on_track", 2, 4, 4),
    },
}
TODAY_STATES = "attention met attention on_track missed on_track attention attention"
# The state of each clause, by hand as well: the worst of what is due.
CLAUSES = {
    date(2026, 1, 6): "on_track attention on_track on_track on_track on_track on_track met",
    date(2026, 1, 15): "on_track on_track on_track on_track on_track on_track on_track met",
    date(2026, 1, 28): "on_track met on_track on_track met on_track on_track attention",
    date(2026, 4, 1): "attention met attention on_track on_track on_track on_track attention",
    date(2026, 5, 1): "attention met attention on_track on_track on_track attention attention",
    date(2026, 5, 18): "attention met attention on_track missed on_track on_track attention",
    date(2026, 6, 16): "attention met attention on_track missed on_track on_track attention",
    date(2026, 7, 2): "attention met attention on_track missed on_track on_track attention",
    date(2026, 7, 28): TODAY_STATES,
    date(2026, 8, 31): "attention met attention on_track missed on_track on_track attention",
    date(2026, 9, 10): "attention met attention on_track missed on_track on_track attention",
}


def kompas_at(moment: datetime, year: int = 2026) -> Kompas:
    framework = governing(year, moment)
    assert framework is not None
    return read_kompas(framework, year, moment)


def figures(kompas: Kompas) -> dict[str, tuple[Any, ...]]:
    return {
        measure["code"]: (
            measure["state"],
            measure["have"],
            measure["need"],
            measure["forecast"],
        )
        for clause in as_json(kompas)["clauses"]
        for measure in clause["measures"]
    }


@pytest.mark.usefixtures("told")
@pytest.mark.xdist_group("story")
class TestStory:
    def test_equals_the_figures_by_hand(self) -> None:
        kompas = kompas_at(NOW)
        assert figures(kompas) == BY_HAND
        assert " ".join(str(clause.state) for clause in kompas.clauses) == TODAY_STATES

    def test_the_same_day_asked_later_gives_the_same(self) -> None:
        later = end_of(TODAY, datetime(2026, 11, 1, 9, 0, tzinfo=ZONE))
        assert figures(kompas_at(later)) == BY_HAND

    @pytest.mark.parametrize("day", PAST)
    def test_all_figures_of_a_past_day(self, day: date) -> None:
        kompas = kompas_at(end_of(day, NOW))
        assert figures(kompas) == {**BY_HAND, **PAST[day]}
        assert " ".join(str(clause.state) for clause in kompas.clauses) == CLAUSES[day]

    def test_the_year_before_the_lab_is_held_against_nobody(self) -> None:
        """It is kept here since 28 October 2025: what is on record counts, nothing is missed."""
        kompas = kompas_at(NOW, 2025)
        states = {figure[0] for figure in figures(kompas).values()}
        assert kompas.is_before_us
        assert states == {"met", "not_yet"}
        assert not kompas_at(NOW).is_before_us

    @pytest.mark.parametrize(
        ("day", "expected"),
        [
            # who was there is recorded the morning after
            (date(2026, 2, 9), []),
            (date(2026, 2, 10), [(date(2026, 2, 10), date(2026, 2, 11), "Wat leren de pilots")]),
            (date(2026, 2, 11), []),
            (date(2026, 5, 12), [(date(2026, 5, 4), date(2026, 5, 18), "brieven stoppen")]),
            # a signature on paper under the next framework, recorded six days after it was given
            (date(2026, 9, 17), [(date(2026, 9, 12), date(2026, 9, 18), "ondertekende")]),
            (TODAY, []),
        ],
    )
    def test_what_was_known_later(self, day: date, expected: list[tuple[date, date, str]]) -> None:
        found = later_known(kompas_at(end_of(day, NOW)))
        days = [(fact.happened_on, fact.recorded_at.astimezone(ZONE).date()) for fact in found]
        assert days == [row[:2] for row in expected]
        assert all(row[2] in fact.text for row, fact in zip(expected, found, strict=True))

    def test_a_project_without_a_leader_at_both_meetings_is_named(self) -> None:
        [note] = [
            measure.reading.note
            for clause in kompas_at(NOW).clauses
            for measure in clause.measures
            if measure.code == "leaders_meetings" and measure.reading is not None
        ]
        assert "Bij 2 bijeenkomsten" in note
        assert note.count("“Loon op orde”") == note.count("“") == 1, "nobody else is named"

    def test_every_figure_has_its_evidence(self) -> None:
        for clause in as_json(kompas_at(NOW))["clauses"]:
            for measure in clause["measures"]:
                assert bool(measure["evidence"]) == (measure["state"] is not None)

    @pytest.mark.parametrize(
        ("day", "code", "expected"),
        [
            # before the ballot closed on 27 January it was open: on track
            (date(2026, 1, 26), "programme_adopted", ("on_track", 0, 1, 1)),
            (date(2026, 1, 27), "programme_adopted", ("met", 1, 1, 1)),
            # VH had just left: five seats are still enough
            (date(2026, 6, 16), "programmaraad", ("met", 5, 5, 5)),
            (date(2026, 6, 14), "signed", ("met", 25, 25, 25)),
            (date(2026, 6, 16), "signed", ("met", 24, 24, 24)),
            # the second meeting was dated, then called off by the strike, then held late
            (date(2026, 4, 20), "leaders_meetings", ("on_track", 1, 4, 4)),
            # the first choice came in on 7 January; until 31 March all may still choose
            (date(2026, 1, 6), "involvement", ("on_track", 0, 25, 25)),
            (date(2026, 1, 7), "involvement", ("on_track", 1, 25, 25)),
            (date(2026, 4, 1), "involvement", ("attention", 22, 25, 22)),
            (date(2026, 7, 26), "kernteam", ("met", 4, 4, 4)),
            # the letters were stopped on 4 May; nobody recorded it before 18 May
            (date(2026, 5, 17), "course_changes", ("met", 0, 0, 0)),
            (date(2026, 5, 18), "course_changes", ("missed", 0, 1, 0)),
            # the raad decided on what VH leaves behind, then on "Schone lei zzp" on 2 July
            (date(2026, 7, 1), "course_changes", ("missed", 1, 3, 2)),
            (date(2026, 7, 2), "course_changes", ("missed", 2, 3, 2)),
            # that "Ondernemer met zorgen" stops was judged in July, and agreed on the 27th
            (date(2026, 7, 26), "course_changes", ("missed", 2, 4, 3)),
            (date(2026, 7, 28), "course_changes", ("missed", 3, 4, 3)),
        ],
    )
    def test_a_past_day_answers_as_it_did(
        self, day: date, code: str, expected: tuple[Any, ...]
    ) -> None:
        moment = end_of(day, NOW)
        assert figures(kompas_at(moment))[code] == expected

    @pytest.mark.parametrize("day", [TODAY, *PAST])
    def test_the_rows_behind_every_figure_add_up_to_it(self, day: date) -> None:
        manager = KernteamMember.objects.get(role="manager").person
        assert adding_up(kompas_at(end_of(day, NOW)), reading_at(manager, NOW)) == []

    def test_next_year_is_not_due_yet(self) -> None:
        kompas = kompas_at(NOW, 2027)
        states = {clause.state for clause in kompas.clauses}
        assert states <= {"not_yet", None}

    def test_the_successor_is_not_in_force(self) -> None:
        framework = governing(2027, NOW)
        assert framework is not None
        assert framework.title == "Samenwerkingskader 2025 – 2026"
