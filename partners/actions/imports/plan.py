"""What an import would do, as values, and the same in figures. Writes nothing."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from partners.models import Mandate, Organisation, Partnership, Person

from .sheets import (
    JOINED,
    KVK,
    SECTOR,
    WEBSITE,
    Contact,
    ImportReport,
    Notice,
    Outcome,
    PartnerRow,
    Problem,
    RowOutcome,
    Sheet,
)

FACTS: Final = {"sector": SECTOR, "website": WEBSITE, "kvk_number": KVK}
GIVEN: Final = {**FACTS, "joined_on": JOINED}


@dataclass(frozen=True)
class Known:
    """What the register knows about the names and addresses in a file.

    `keys`: from each name in the file to the key by which names are the same. Then by key, by
    organisation (oldest first), by address in small letters, and by person (oldest first).
    """

    keys: dict[str, str]
    organisations: dict[str, Organisation]
    partnerships: dict[int, list[Partnership]]
    people: dict[str, Person]
    mandates: dict[int, list[Mandate]]


@dataclass
class Draft:
    """One organisation as the file wants it, put together from its rows.

    `organisation` has no id yet when it is new. `facts`, `starts_on` (a new partnership),
    `earlier_on` (the known one began earlier) and `contacts` hold only what is news. `is_external`:
    the file says that it is no partner.
    """

    rows: list[PartnerRow]
    organisation: Organisation
    partnerships: list[Partnership]
    given: dict[str, Any] = field(default_factory=dict)
    facts: dict[str, Any] = field(default_factory=dict)
    starts_on: date | None = None
    earlier_on: date | None = None
    is_external: bool = False
    contacts: dict[str, Contact] = field(default_factory=dict)

    @property
    def is_new(self) -> bool:
        """Whether the register does not know the organisation yet."""
        return self.organisation.pk is None

    @property
    def outcome(self) -> Outcome:
        """New, changed, or as it was."""
        if self.is_new:
            return Outcome.NEW
        if self.facts or self.starts_on or self.earlier_on or self.contacts:
            return Outcome.CHANGED
        return Outcome.UNCHANGED

    @property
    def changes(self) -> tuple[str, ...]:
        """The columns that change something about an organisation we know."""
        if self.is_new:
            return ()
        joins = (JOINED,) if self.starts_on or self.earlier_on else ()
        return (*(FACTS[name] for name in self.facts), *joins)

    @property
    def since(self) -> date | None:
        """Since when the organisation is a partner once this is saved."""
        known = self.partnerships[-1].joined_on if self.partnerships else None
        return self.starts_on or self.earlier_on or known


@dataclass
class Plan:
    """Everything that an import would do, and what stands in its way."""

    sheet: Sheet
    known: Known
    today: date
    default_joined_on: date | None
    drafts: dict[str, Draft] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    undated: list[int] = field(default_factory=list)

    def draft_for(self, row: PartnerRow) -> Draft:
        """The organisation of a row, as far as it was put together."""
        key = self.known.keys[row.name]
        if key not in self.drafts:
            organisation = self.known.organisations.get(key, Organisation(name=row.name))
            past = self.known.partnerships.get(organisation.pk, [])
            self.drafts[key] = Draft([], organisation, past)
        return self.drafts[key]

    def notice(self, row: PartnerRow, message: str, **facts: Any) -> None:
        """Something to know about a row."""
        self.notices.append(Notice(row.line, message % facts))

    def report(self, *, saved: bool, partly: bool) -> ImportReport:
        """The plan in figures; all zero when a problem stops it and it may not go `partly`."""
        drafts = list(self.drafts.values()) if partly or not self.problems else []
        outcomes = [draft.outcome for draft in drafts]
        addresses = {address for draft in drafts for address in draft.contacts}
        return ImportReport(
            saved=saved,
            created=outcomes.count(Outcome.NEW),
            updated=outcomes.count(Outcome.CHANGED),
            unchanged=outcomes.count(Outcome.UNCHANGED),
            people_created=len(addresses - set(self.known.people)),
            notices=tuple(sorted(self.notices, key=lambda each: each.line)),
            errors=tuple(sorted(self.problems, key=lambda each: each.line)),
            rows=tuple(self._row_outcomes()),
            undated=tuple(self.undated),
        )

    def _row_outcomes(self) -> list[RowOutcome]:
        by_line: dict[int, list[Problem]] = {}
        for problem in self.problems:
            by_line.setdefault(problem.line, []).append(problem)
        return [
            RowOutcome(row, Outcome.WRONG, row.joined_on, problems=tuple(by_line[row.line]))
            if row.line in by_line
            else self._good(row)
            for row in self.sheet.rows
        ]

    def _good(self, row: PartnerRow) -> RowOutcome:
        draft = self.draft_for(row)
        brings = row.contact is not None and draft.contacts.get(row.contact.email) == row.contact
        name = row.contact.name if row.contact and brings else ""
        return RowOutcome(row, draft.outcome, draft.since, name, draft.changes)
