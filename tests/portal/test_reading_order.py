"""Whoever listens to a PDF of ours hears it in the order in which others see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from partners.actions import sign_framework
from tests.cast import login
from tests.house.addresses import ROLES, TABLE
from trials.papers import Paper, read_paper

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.test import Client

    from tests.house.world import World


def papers(world: World, client: Client) -> Iterator[tuple[str, Paper]]:
    """Each address that answers with a PDF of our own making."""
    for name, kinds in TABLE.items():
        if not name.endswith("-pdf"):
            continue
        for row in kinds.values():
            able = [role for role, code in zip(ROLES, row.get, strict=True) if code == 200]
            if not able:
                continue
            url = row.url(name, world)
            answer = login(client, getattr(world.cast, able[-1])).get(url)
            assert answer["Content-Type"] == "application/pdf", url
            yield name, read_paper(b"".join(answer))
    yield "a receipt", read_paper(receipt(world))


def receipt(world: World) -> bytes:
    """What somebody gets who signs the framework."""
    signature = sign_framework(
        world.cast.framework,
        organisation=world.cast["FV"],
        function="Directeur",
        declares_mandate=True,
        declares_read=True,
        actor=world.cast.other_director,
        at=world.cast.at,
    )
    with signature.receipt.file.open("rb") as file:
        return bytes(file.read())


def test_every_paper_is_read_in_order(shelves_now: World, client: Client) -> None:
    read = list(papers(shelves_now, client))
    assert {name for name, _paper in read} >= {
        *("programme:programme-pdf", "programme:decision-year-pdf", "portal:kompas-pdf"),
        *("portal:account-pdf", "a receipt"),
    }
    assert {name: paper.faults for name, paper in read if paper.faults} == {}
    assert all(paper.headings and any(paper.marks.values()) for _name, paper in read)


def test_a_paper_that_is_told_in_another_order_is_found() -> None:
    paper = Paper(1, "nl", "Proef", [1, 3], marks={0: [2, 1]}, drawn={0: [1, 2]}, without_words=1)
    assert len(paper.faults) == 3
    assert "another order" in " ".join(paper.faults)
