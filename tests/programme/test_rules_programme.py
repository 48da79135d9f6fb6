"""Who may read the texts of a programme, comment on them, and prepare a commitment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from programme import actions
from programme.models import PassageComment, ProgrammeVersion
from tests.house.world import adopt, write
from tests.programme.records import COMMITTERS, KERNTEAM, PARTNER_PEOPLE
from tests.programme.test_rules import ALIKE, INSIDERS, NOBODY, RECORDS, who_may

if TYPE_CHECKING:
    from collections.abc import Callable

    from programme.models import CommitmentDraft, Programme
    from tests.cast import Cast

PREPARERS = PARTNER_PEOPLE - COMMITTERS
BANK = {"director", "seat", "substitute"}

TABLES: dict[str, dict[str, set[str]]] = {
    "programme.view_programmeversion": {
        "": INSIDERS,
        "version of a draft": KERNTEAM,
        "submitted version": INSIDERS,
        "earlier version of a submitted programme": KERNTEAM,
        "submitted version, taken back": KERNTEAM,
        "adopted version": INSIDERS,
    },
    "programme.comment_on_programme": {
        "": PARTNER_PEOPLE,
        "programme being prepared": NOBODY,
        "programme with the raad": PARTNER_PEOPLE,
        "programme taken back": PARTNER_PEOPLE,
        "adopted programme": NOBODY,
        "closed programme": NOBODY,
    },
    "programme.view_passagecomment": {
        "": INSIDERS,
        "comment": INSIDERS,
        "comment on a text that was taken back": KERNTEAM,
    },
    "programme.answer_comment": {"": KERNTEAM, "comment": KERNTEAM},
    "programme.take_back_programme": {
        "": KERNTEAM,
        "programme with the raad": KERNTEAM,
        "adopted programme": KERNTEAM,
    },
    "programme.close_programme": {
        "": KERNTEAM,
        "adopted programme": KERNTEAM,
        "closed programme": KERNTEAM,
    },
    "programme.prepare_commitment": {
        "": PREPARERS,
        "programme being prepared": NOBODY,
        "programme with the raad": NOBODY,
        "adopted programme": PREPARERS,
        "closed programme": NOBODY,
    },
    "programme.view_commitmentdraft": {"": INSIDERS, "prepared commitment of the bank": BANK},
}


def with_the_raad(cast: Cast) -> Programme:
    programme = write(cast, cast.at.year, cast.at)
    return actions.submit_programme(programme, actor=cast.manager, at=cast.at)


def version_of(programme: Programme, number: int = 1) -> ProgrammeVersion:
    return programme.versions.select_related("programme").get(number=number)


def amended(cast: Cast) -> Programme:
    """Two versions, and only the second was submitted."""
    programme = write(cast, cast.at.year, cast.at)
    actions.write_programme(
        programme.year,
        framework=cast.framework,
        title="Anders",
        ambition="Iets anders.",
        text="Andere tekst.",
        actor=cast.manager,
        at=cast.at,
    )
    return actions.submit_programme(programme, actor=cast.manager, at=cast.at)


def taken_back(cast: Cast) -> Programme:
    return actions.take_back_programme(with_the_raad(cast), actor=cast.manager, at=cast.at)


def comment_on(cast: Cast, programme: Programme) -> PassageComment:
    return actions.comment_passage(
        programme,
        version=version_of(programme),
        anchor="p3",
        organisation=cast["BN"],
        text="Dit kan beter.",
        actor=cast.seat,
        at=cast.at,
    )


def commented_and_taken_back(cast: Cast) -> PassageComment:
    comment = comment_on(cast, with_the_raad(cast))
    actions.take_back_programme(comment.programme, actor=cast.manager, at=cast.at)
    return comment


def prepared(cast: Cast) -> CommitmentDraft:
    return actions.prepare_commitment(
        adopt(cast, cast.at),
        organisation=cast["BN"],
        answer="yes",
        reason="",
        actor=cast.seat,
        at=cast.at,
    )


OWN: dict[str, Callable[[Cast], Any]] = {
    "programme with the raad": with_the_raad,
    "programme taken back": taken_back,
    "version of a draft": lambda cast: version_of(write(cast, cast.at.year, cast.at)),
    "submitted version": lambda cast: version_of(with_the_raad(cast)),
    "earlier version of a submitted programme": lambda cast: version_of(amended(cast)),
    "submitted version, taken back": lambda cast: version_of(taken_back(cast)),
    "adopted version": lambda cast: version_of(adopt(cast, cast.at)),
    "comment": lambda cast: comment_on(cast, with_the_raad(cast)),
    "comment on a text that was taken back": commented_and_taken_back,
    "prepared commitment of the bank": prepared,
}


@pytest.mark.parametrize(
    ("permission", "record"),
    [(permission, record) for permission, records in TABLES.items() for record in records],
)
def test_who_may(cast: Cast, permission: str, record: str) -> None:
    noun = {**RECORDS, **OWN}[record](cast)
    assert who_may(cast, permission, noun) == TABLES[permission][record] - ALIKE
