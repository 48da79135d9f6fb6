"""An edition as a reader gets it: a draft with the figures of now, or what was frozen."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from partners.querysets import local_day
from programme.chain import canonical_json, seal
from programme.models import AnnualAccount
from schuldenlab.portal.kompas import governing

from .figure import Figure, Question
from .registry import figures_of


@dataclass(frozen=True)
class Edition:
    """Texts and figures of an edition; `day` is the last day that its figures know."""

    account: AnnualAccount
    texts: Mapping[str, str]
    figures: Mapping[str, Figure]
    moment: datetime
    is_interim: bool

    @property
    def day(self) -> date:
        """The day of which it tells."""
        return min(local_day(self.moment), date(self.account.year, 12, 31))


def edition_of(account: AnnualAccount, at: datetime) -> Edition:
    """What stands frozen, in no query more; of a draft its texts with the figures of `at`."""
    if account.is_published:
        return _frozen(account)
    texts = dict(account.blocks.values_list("heading", "text"))
    figures = figures_of(Question(account.year, at))
    return Edition(account, texts, figures, at, is_interim_at(account, at))


def is_interim_at(account: AnnualAccount, at: datetime) -> bool:
    """Whether its year was not over when it was published; a draft is judged by the moment."""
    if account.is_published:
        return account.is_interim
    return local_day(at) <= date(account.year, 12, 31)


def may_be_told(year: int, at: datetime) -> bool:
    """Whether there can be an account of a year: it has begun, and there was a network in it."""
    return year <= local_day(at).year and governing(year, at) is not None


def _frozen(account: AnnualAccount) -> Edition:
    facts = account.facts
    figures = {each["code"]: Figure.of(each) for each in facts["figures"]}
    moment = datetime.fromisoformat(facts["moment"])
    return Edition(account, facts["texts"], figures, moment, facts["interim"])


def content_of(year: int, at: datetime) -> dict[str, Any]:
    """What is frozen besides the texts: every figure with its rows, as everybody may see them."""
    figures = figures_of(Question(year, at))
    return {
        "moment": at.isoformat(timespec="microseconds"),
        "figures": [each.facts() for each in figures.values()],
    }


def is_intact(account: AnnualAccount) -> bool:
    """Whether a published edition is what its hash is of, and its rows add up to its figures."""
    facts = account.facts
    is_canonical = canonical_json(facts) == account.snapshot
    adds_up = all(Figure.of(each).adds_up for each in facts["figures"])
    return is_canonical and adds_up and seal(facts) == account.sha256


def broken_accounts() -> Iterator[AnnualAccount]:
    """Published editions that are not what was published."""
    for each in AnnualAccount.objects.published().order_by("year", "edition"):
        if not is_intact(each):
            yield each
