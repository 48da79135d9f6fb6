"""The kernteam shows something to everybody, a visitor reads it, and it is taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from partners import actions as partners
from programme import actions as programme
from programme.models import Programme
from tests.cast import build_cast
from tests.portal.test_published import year_of

from .conftest import BEGIN, Clock, Visitor

if TYPE_CHECKING:
    from collections.abc import Callable

    from projects.models import Project
    from tests.cast import Cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def cast(transactional_db: None, clock: Clock) -> Cast:
    """Two partners, the framework with its Kompas and the programme are public."""
    cast = build_cast(BEGIN)
    for noun in (cast["BN"], cast["GD"], cast.framework):
        noun.refresh_from_db()
        partners.show_in_public(noun, actor=cast.manager, at=BEGIN)
    return cast


@pytest.fixture
def project(cast: Cast) -> Project:
    """A project with a result, in a year that is full of things."""
    project = year_of(cast)
    adopted = Programme.objects.get(status="adopted")
    programme.show_in_public(adopted, actor=cast.manager, at=BEGIN)
    partners.show_kompas(cast.framework, actor=cast.manager, at=BEGIN)
    return project


def test_shown_read_and_taken_back(
    cast: Cast, project: Project, visit: Callable[..., Visitor]
) -> None:
    staff, visitor = visit(), visit()
    address = f"/openbaar/projecten/{project.code}/"
    assert visitor.page.goto(visitor.base + address).status == 404  # type: ignore[union-attr]
    staff.log_in(cast.manager.email)
    staff.goto(f"/projecten/{project.pk}/openbaar/")
    staff.sees(project.summary)
    staff.is_accessible()
    staff.page.locator("input[name=shown][value=yes]").check()
    staff.page.locator("main form button[type=submit]").click()
    staff.page.wait_for_url(f"**{project.get_absolute_url()}")
    _reads(visitor, project, address)
    staff.goto(f"/projecten/{project.pk}/openbaar/")
    staff.page.locator("input[name=shown][value=no]").check()
    staff.page.locator("main form button[type=submit]").click()
    staff.page.wait_for_url(f"**{project.get_absolute_url()}")
    later = visit()  # who was there a moment ago may read on for five minutes
    assert later.page.goto(later.base + address).status == 404  # type: ignore[union-attr]
    later.goto("/openbaar/projecten/")
    later.sees_not(project.title)
    assert (staff.page_errors, visitor.page_errors) == ([], [])


def _reads(visitor: Visitor, project: Project, address: str) -> None:
    """From the first page to the project and its figures."""
    visitor.goto("/openbaar/")
    visitor.page.get_by_role("link", name=project.title, exact=True).first.click()
    visitor.page.wait_for_url(f"**{address}")
    visitor.sees(project.summary)
    visitor.sees("341")
    visitor.sees("Bank Noordzee")
    visitor.sees_not("Zorgverzekeraar Duin")
    visitor.is_accessible()


def test_every_page_of_the_menu_is_accessible(
    cast: Cast, project: Project, visit: Callable[..., Visitor]
) -> None:
    visitor = visit()
    visitor.goto("/openbaar/")
    links = visitor.page.locator(".sl-header .sl-nav a").evaluate_all(
        "each => each.map(link => link.getAttribute('href'))"
    )
    assert len(links) == 8
    for path in links:
        visitor.goto(path)
        visitor.is_accessible()
        for width in (320, 390):
            visitor.page.set_viewport_size({"width": width, "height": 800})
            visitor.fits(width)
        visitor.page.set_viewport_size({"width": 1280, "height": 900})
    assert visitor.page_errors == []
