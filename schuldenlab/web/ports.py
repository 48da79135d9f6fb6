"""Questions that only the storeys above can answer, asked by the page frame and the staff desk.

A port is a name and a typed callable. The storey that knows the answer registers its provider in
its own `apps.py: ready()`; without a provider the answer is the explicit `default`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Generic, TypeVar

Answer = TypeVar("Answer")


@dataclass
class Port(Generic[Answer]):
    """A question with at most one provider; asking it without one gives `default`."""

    name: str
    default: Answer
    provider: Callable[..., Answer] | None = field(default=None)

    def register(self, provider: Callable[..., Answer]) -> None:
        """Answer this question from now on. A second, other provider is a mistake in the house."""
        if self.provider is not None and self.provider is not provider:
            msg = f"port {self.name} has a provider already"
            raise RuntimeError(msg)
        self.provider = provider

    def __call__(self, *args: Any, **kwargs: Any) -> Answer:
        """Ask."""
        return self.default if self.provider is None else self.provider(*args, **kwargs)


@dataclass
class Gather(Generic[Answer]):
    """A question to which every app answers for its own part; without anybody there is nothing."""

    name: str
    providers: dict[str, Callable[..., list[Answer]]] = field(default_factory=dict)

    def add(self, app: str, provider: Callable[..., list[Answer]]) -> None:
        """Answer for this app. A second, other provider of one app is a mistake in the house."""
        if self.providers.setdefault(app, provider) is not provider:
            msg = f"{app} answers {self.name} already"
            raise RuntimeError(msg)

    def __call__(self, *args: Any, **kwargs: Any) -> list[Answer]:
        """Ask all of them, in the order of their names."""
        asked = [self.providers[app] for app in sorted(self.providers)]
        return [answer for provider in asked for answer in provider(*args, **kwargs)]


@dataclass(frozen=True)
class DataColumn:
    """One fact of a row: its words on the page, and where it is read (a lookup of the query)."""

    label: Any
    lookup: str
    words: Mapping[Any, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class DataGroup:
    """What one app keeps about a person, of one kind: a query, and which facts of it are theirs."""

    key: str
    title: Any
    query: Any
    columns: Mapping[str, DataColumn]


@dataclass(frozen=True)
class MenuItem:
    """One entry of the main menu."""

    label: str
    url: str
    current: bool


@dataclass(frozen=True)
class DeskAction:
    """One way to act or to look, on the staff desk: it is always there."""

    label: str
    text: str
    url: str
    icon: str = "arrow"


@dataclass(frozen=True)
class DeskGroup:
    """Ways that belong together."""

    title: str
    items: list[DeskAction]


@dataclass(frozen=True)
class DueItem:
    """Something that waits: what to do and why, the button that leads there, how long there is.

    `kind` and `icon` are those of the badge with the words `left`.
    """

    title: str
    text: str
    url: str
    button: str
    kind: str
    icon: str
    left: str


@dataclass(frozen=True)
class Workplace:
    """The first page of the staff desk: `due` are the most urgent of `due_count` items.

    `kompas` is for the template that draws it; None draws nothing.
    """

    kompas: Any = None
    due: list[DueItem] = field(default_factory=list)
    due_count: int = 0
    due_url: str = ""
    groups: list[DeskGroup] = field(default_factory=list)


@dataclass(frozen=True)
class DeskMove:
    """An act on a record that is possible now; `move`: its name in the table of moves, if any."""

    label: Any
    url: str
    icon: str = "arrow"
    is_step: bool = False
    move: str = ""


@dataclass(frozen=True)
class DeskFound:
    """One record that the desk's search found; `register_url` is its row in the register."""

    title: str
    text: str
    url: str
    register_url: str = ""


@dataclass(frozen=True)
class DeskHits:
    """What one app found of one kind: the first few, how many there are, and where they all are."""

    kind: str
    title: Any
    rows: list[DeskFound]
    count: int
    register_url: str
    icon: str = "list"


@dataclass(frozen=True)
class Found:
    """One record that the search found: its name, its page, where it belongs, and its day.

    `texts` are what it was looked for in besides its name, to show the words around a hit.
    """

    title: str
    url: str
    texts: tuple[str, ...] = ()
    where: str = ""
    on: date | None = None


@dataclass(frozen=True)
class Finds:
    """What was found of one kind: the rows that were asked for, and how many there are in all.

    `best` is how well the first of them answers; less is better.
    """

    kind: str
    title: Any
    icon: str
    rows: list[Found]
    count: int
    best: int = 9


@dataclass(frozen=True)
class PageFrame:
    """What stands around every page: the menu, and on whose behalf somebody is logged in."""

    menu: list[MenuItem] = field(default_factory=list)
    account_name: str = ""


@dataclass(frozen=True)
class AboutLink:
    """The page of a storey above on which everything about a record stands together."""

    label: str
    url: str
    icon: str = "briefcase"


page_frame: Port[PageFrame] = Port("page_frame", PageFrame())
# Asked with the person who opens the desk.
workplace: Port[Workplace] = Port("workplace", Workplace())
# What can be done with a record (the first argument) now by a person (the second).
moves_of: Gather[DeskMove] = Gather("moves_of")
# What the desk's search finds for a word, as a person (the second argument) may see it.
found_on_desk: Gather[DeskHits] = Gather("found_on_desk")
# What the search finds for a question (see `partners.search.Question`), by kind.
found_for: Gather[Finds] = Gather("found_for")
no_words: Mapping[str, Any] = {}
# What somebody did, in the words of a reader, by the verb in the trail.
act_words: Port[Mapping[str, Any]] = Port("act_words", no_words)
# Where the page of a record (the first argument) leads back to, as a person (the second) sees it.
about: Gather[AboutLink] = Gather("about")
# Everything that is kept about one person, for that person: asked with the person.
personal_data: Gather[DataGroup] = Gather("personal_data")
