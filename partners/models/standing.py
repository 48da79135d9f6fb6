"""What a person is at one moment, read in two queries and then asked many times."""

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class MandateFact:
    """One mandate as rules need it."""

    organisation_id: int
    organisation_name: str
    role: str
    may_sign: bool
    is_partner: bool
    signs_for: Sequence[str] = ()

    def signs(self, subject: str) -> bool:
        """With a mandate to sign that goes as far as this; without a subject it goes for all."""
        return self.may_sign and (not self.signs_for or subject in self.signs_for)


@dataclass(frozen=True)
class Standing:
    """Roles of one person at one moment."""

    kernteam_role: str = ""
    mandates: tuple[MandateFact, ...] = field(default=())

    @property
    def is_kernteam(self) -> bool:
        """Manager or staff."""
        return self.kernteam_role != ""

    @property
    def is_manager(self) -> bool:
        """The manager of the kernteam."""
        return self.kernteam_role == "manager"

    @property
    def is_insider(self) -> bool:
        """Works for a partner, or for the kernteam."""
        return self.is_kernteam or any(fact.is_partner for fact in self.mandates)

    @property
    def organisation_ids(self) -> frozenset[int]:
        """The partners that this person works for."""
        return frozenset(fact.organisation_id for fact in self.mandates if fact.is_partner)

    @property
    def commits_ids(self) -> frozenset[int]:
        """The partners that this person may commit: as director or with a signing mandate."""
        return frozenset(
            fact.organisation_id
            for fact in self.mandates
            if fact.is_partner and (fact.role == "director" or fact.signs("programme"))
        )

    @property
    def signs_ids(self) -> frozenset[int]:
        """The partners for which this person may sign a framework: only with a signing mandate."""
        return frozenset(
            fact.organisation_id
            for fact in self.mandates
            if fact.is_partner and fact.signs("framework")
        )

    @property
    def pledges_ids(self) -> frozenset[int]:
        """The partners whose pledges this person may sign; for how much, the mandate says."""
        return frozenset(
            fact.organisation_id
            for fact in self.mandates
            if fact.is_partner and fact.signs("pledges")
        )

    @property
    def directs_ids(self) -> frozenset[int]:
        """The partners of which this person is a director."""
        return frozenset(
            fact.organisation_id
            for fact in self.mandates
            if fact.is_partner and fact.role == "director"
        )
