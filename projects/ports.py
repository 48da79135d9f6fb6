"""Questions of projects that only the storey above can answer."""

from dataclasses import dataclass
from typing import Any

from schuldenlab.web.ports import Gather


@dataclass(frozen=True)
class StartCondition:
    """One thing that must hold before a phase starts, in words.

    `title` says what it is; `text` how far it is, or what is missing and what to do.
    """

    key: str
    is_met: bool
    title: str
    text: str
    url: str = ""


# What else must hold before a phase (its argument) starts at a moment (the second): the money.
start_conditions: Gather[StartCondition] = Gather("start_conditions")


@dataclass(frozen=True)
class DossierSection:
    """A part of the dossier that a storey above shows; its template reads `facts` as `section`.

    With `anchor` and `label` the head of the dossier leads to it.
    """

    template: str
    facts: dict[str, Any]
    anchor: str = ""
    label: str = ""


# What else the dossier of a project (its first argument) shows to a person (the second): the money.
dossier_sections: Gather[DossierSection] = Gather("dossier_sections")

# Which organisations give something to a project (its argument) for certain: their keys.
contributors: Gather[int] = Gather("contributors")
