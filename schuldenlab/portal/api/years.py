"""A question: of which years the Kompas is public."""

from datetime import datetime
from typing import Any

from partners.models import Framework
from partners.querysets import local_day


def years_shown(at: datetime) -> list[dict[str, Any]]:
    """The last year on top, each under the framework that governs it; one query."""
    frameworks = list(Framework.objects.filter(in_force_at__lte=at).order_by("-starts_on"))
    if not frameworks:
        return []
    years = range(local_day(at).year, frameworks[-1].starts_on.year - 1, -1)
    governed = [
        (year, next(each for each in frameworks if each.starts_on.year <= year)) for year in years
    ]
    return [
        {"year": year, "framework": framework.title}
        for year, framework in governed
        if framework.is_public and framework.is_kompas_public
    ]
