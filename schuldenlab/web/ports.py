"""Questions that only the storeys above can answer, asked by the page frame and the staff desk.

A port is a name and a typed callable. The storey that knows the answer registers its provider in
its own `apps.py: ready()`; without a provider the answer is the explicit `default`.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
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


@dataclass(frozen=True)
class MenuItem:
    """One entry of the main menu."""

    label: str
    url: str
    current: bool


@dataclass(frozen=True)
class DeskAction:
    """One thing that the kernteam can do now, on the staff desk."""

    label: str
    text: str
    url: str
    icon: str = "arrow"
    badge: str = ""


@dataclass(frozen=True)
class DeskGroup:
    """Things to do that belong together."""

    title: str
    items: list[DeskAction]


@dataclass(frozen=True)
class PageFrame:
    """What stands around every page: the menu, and on whose behalf somebody is logged in."""

    menu: list[MenuItem] = field(default_factory=list)
    account_name: str = ""


no_groups: list[DeskGroup] = []
page_frame: Port[PageFrame] = Port("page_frame", PageFrame())
desk_actions: Port[list[DeskGroup]] = Port("desk_actions", no_groups)
