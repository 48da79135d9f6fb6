"""The list: every model, every text, and who may read it."""

from __future__ import annotations

from . import of_events, of_foundation, of_funding, of_partners, of_programme, of_projects
from .who import Fields

READERS: dict[str, Fields] = {
    **of_partners.READERS,
    **of_events.READERS,
    **of_programme.READERS,
    **of_projects.READERS,
    **of_funding.READERS,
    **of_foundation.READERS,
}
