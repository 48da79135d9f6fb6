"""What is kept beside the acts themselves: the trail, the archive, and texts of a year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils import timezone

from partners.actions import export_year
from programme.models import AccountBlock, AnnualAccount
from schuldenlab.audit.actions import seal_rows
from tests.house.addresses import some_woo
from trials.acts import Press, attack, by_the_clock, request

if TYPE_CHECKING:
    from tests.house.world import World


@attack("seal.hash")
def seal_the_trail(_world: World) -> Press:
    """Two workers seal the same rows."""
    return by_the_clock(lambda: seal_rows(timezone.now()))


@attack("account_heading_once")
def write_a_text_of_the_account(world: World) -> Press:
    """The first text under a heading of the draft of this year."""
    draft = AnnualAccount.objects.get(status="draft")
    written = draft.blocks.values_list("heading", flat=True)
    heading = next(each for each in AccountBlock.Heading.values if each not in written)
    url = reverse("portal:account-block", args=[draft.year, heading])
    return request(world.cast.staff, url, text="Wij leerden veel.", based_on=0)


@attack("wooitem_once")
def choose_a_record_for_a_request(world: World) -> Press:
    """A decision belongs to a request under the Woo."""
    url = reverse("portal:woo-choose", args=[some_woo(world)])
    key = f"decision-{world.decision.pk}"
    return request(world.cast.staff, f"{url}?q=besluit", r=key, shown=key)


@attack("yeartransfer.year", "yeartransfer.export")
def record_a_transfer(world: World) -> Press:
    """The archive of the municipality took in the file of last year."""
    cast = world.cast
    facts: dict[str, Any] = {"sha256": "a" * 64, "size": 1, "records": 1}
    export = export_year(year=cast.at.year - 1, **facts, actor=cast.manager, at=cast.at)
    url = reverse("portal:archive-transfer", args=[export.pk])
    return request(cast.manager, url, reference="HGA 12", on=cast.at.date())
