"""A pledge with amounts that occur nowhere else, and everybody who must not learn them."""

from __future__ import annotations

import io
import re
import zipfile
from contextlib import suppress
from datetime import timedelta
from decimal import Decimal
from html import unescape
from typing import TYPE_CHECKING, Any

from django.db import connection
from pypdf import PdfReader
from pypdf.errors import PyPdfError

from funding import actions
from funding.models import Delivery, FundingPlan, Instalment, Pledge, StepInOffer
from programme.actions import add_facilitator
from programme.models import InnovationTheme
from projects.actions import add_member, steer_with, take_over_project
from projects.models import Project, Stake
from tests.cast import employ, person
from tests.projects import building

if TYPE_CHECKING:
    from collections.abc import Iterable

    from partners.models import Person
    from tests.house.world import World

DAY = timedelta(days=1)
# What one organisation gives: firm, in kind, on a condition, withdrawn, and what arrived.
FIRM, IN_KIND, WAITING = Decimal("23417.89"), Decimal("8264.57"), Decimal("19046.23")
WITHDRAWN, ARRIVED = Decimal("15902.71"), Decimal("7311.43")
SECRETS = (FIRM, IN_KIND, WAITING, WITHDRAWN, ARRIVED)
# Between thousands, or before cents.
BETWEEN_DIGITS = re.compile(r"(?<=\d)[.,'’ \u00a0\u2009\u202f](?=\d{2,3}(?!\d))")
# One that stands by itself: not a part of a key or of what keeps the parts of a letter apart.
NUMBER = re.compile(r"(?<!\w)\d+(?!\w)")
# What is new on every page that is asked for: the token of its forms.
EACH_TIME = re.compile(r'(name="csrfmiddlewaretoken" value=")\w+')


def secret_shelf(world: World, letters: str = "VH") -> list[Pledge]:
    """An organisation gives to the pilot in every way that there is, and steps in with it."""
    cast, at = world.cast, world.cast.at
    plan = FundingPlan.objects.get()
    given: dict[str, Any] = {"organisation": cast[letters], "actor": cast.manager, "at": at}
    signer = {"actor": cast.people[f"seat_{letters}"], "at": at}
    made = [
        actions.offer_pledge(plan, form="cash", amount=FIRM, **given),
        actions.offer_pledge(plan, form="hours", amount=IN_KIND, text="Advies", **given),
        actions.offer_pledge(plan, form="cash", amount=WAITING, condition="Als het kan", **given),
        actions.offer_pledge(plan, form="cash", amount=WITHDRAWN, **given),
    ]
    for each in made:
        actions.make_pledge_firm(each, **signer)
    for category in ("infrastructure", "events"):
        budget = actions.offer_to_budget(category, form="cash", amount=FIRM, **given)
        actions.make_pledge_firm(budget, **signer)
    part = {"arrived_on": at.date(), "actor": cast.manager, "at": at}
    actions.record_delivery(made[0], amount=ARRIVED, **part)
    actions.withdraw_pledge(made[3], reason="Toch niet.", **signer)
    offered = StepInOffer.objects.get(organisation=cast[letters])
    actions.answer_round(offered, answer="yes", pledge=made[0], **signer)
    return made


def strangers(world: World) -> dict[str, Person]:
    """Who takes part in something and may not know the amounts of others."""
    cast, day = world.cast, (world.cast.at - DAY).date()
    acting: dict[str, Any] = {"actor": cast.manager, "at": cast.at}
    building.live(cast)
    steers = person("Sietse Elders", cast.at)
    employ(steers, cast["FV"], cast.at - 9 * DAY)
    words = {"title": "Elders", "summary": "Loopt al.", "kind": "project"}
    other = take_over_project(
        Project.objects.earliest("pk").theme, started_on=day - 900 * DAY, **words, **acting
    )
    stake = steer_with(other, organisation=cast["FV"], text="Rust", from_on=day, **acting)
    add_member(stake, person=steers, from_on=day, is_chair=True, **acting)
    guide = person("Gast Gids", cast.at)
    theme = InnovationTheme.objects.get(project__isnull=False)
    add_facilitator(theme, from_on=day, person=guide, **acting)
    names = ("anonymous", "outsider", "former", "contact", "other_director", "director")
    return {
        **{name: getattr(cast, name) for name in names},
        "stuurgroep elsewhere": steers,
        "facilitator": guide,
    }


def who_steers(world: World) -> Person:
    """A member of the stuurgroep of the pilot itself, without a seat in the raad."""
    cast = world.cast
    member = person("Sanne Stuurt", cast.at)
    employ(member, cast["EZ"], cast.at - 9 * DAY)
    stake = Stake.objects.get(stuurgroep__project__phases__kind="pilot", organisation=cast["EZ"])
    add_member(stake, person=member, from_on=(cast.at - DAY).date(), actor=cast.manager, at=cast.at)
    return member


# -- reading what somebody gets ------------------------------------------------------------------


def _of_archive(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return "\n".join(words_in(archive.read(each)) for each in archive.namelist())


def words_in(content: bytes) -> str:
    """The text of a page or a file, also of what is packed in it."""
    if content.startswith(b"PK\x03\x04"):
        return _of_archive(content)
    if content.startswith(b"%PDF"):
        with suppress(PyPdfError):  # a file of the world that only begins as one
            return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    return EACH_TIME.sub(r"\1", content.decode(errors="replace"))


def told(text: str, secrets: Iterable[Decimal] = SECRETS) -> list[str]:
    """Which of these amounts a text tells, in whatever notation, rounded or not."""
    numbers = set(NUMBER.findall(BETWEEN_DIGITS.sub("", unescape(text))))
    return [
        str(each)
        for each in secrets
        if numbers & {str(form) for form in (int(each), round(each), int(each * 100))}
    ]


# -- the same house with other amounts -----------------------------------------------------------


def _past_the_guards(table: str, statement: str, *values: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        cursor.execute(statement, values)
        cursor.execute(
            "SELECT tgname FROM pg_trigger WHERE tgrelid = %s::regclass AND NOT tgisinternal",
            [table],
        )
        for (name,) in cursor.fetchall():
            cursor.execute(f'ALTER TABLE {table} ENABLE ALWAYS TRIGGER "{name}"')
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def give_otherwise(world: World, letters: str, by: Decimal) -> None:
    """Every amount of an organisation is another one, as if it had always been so.

    What it gives, and what it is asked.
    """
    key = world.cast[letters].pk
    _past_the_guards(
        Pledge._meta.db_table,
        "UPDATE funding_pledge SET amount = amount + %s WHERE organisation_id = %s",
        *(by, key),
    )
    _past_the_guards(
        Instalment._meta.db_table,
        "UPDATE funding_instalment SET amount = amount + %s WHERE schedule_id IN "
        "(SELECT s.id FROM funding_schedule s JOIN funding_pledge p ON p.id = s.pledge_id "
        "WHERE p.organisation_id = %s)",
        *(by, key),
    )
    _past_the_guards(
        Delivery._meta.db_table,
        "UPDATE funding_delivery SET amount = amount + %s WHERE pledge_id IN "
        "(SELECT id FROM funding_pledge WHERE organisation_id = %s)",
        *(by, key),
    )
    _past_the_guards(
        StepInOffer._meta.db_table,
        "UPDATE funding_stepinoffer SET share = share + %s WHERE organisation_id = %s",
        *(by, key),
    )
