"""The three duties to meet of the framework of 2020 to 2024, and when in the year they fit.

How many of each a year is a number of the framework itself; what stands here holds until the
kernteam arranges a series otherwise.
"""

from typing import Any, Final

# The field of the framework that says how many a year, and the series as it usually is.
USUAL_SERIES: Final[tuple[tuple[str, dict[str, Any]], ...]] = (
    (
        "inspiration_events",
        {
            "duty": "inspiration",
            "title": "Inspiratie-event",
            "title_en": "Inspiration event",
            "audience": "directors",
            "windows": [["05-15", "07-10"]],
            "duration_minutes": 180,
            "lead_days": 40,
        },
    ),
    (
        "network_meetings",
        {
            "duty": "network",
            "title": "Netwerkbijeenkomst",
            "title_en": "Network meeting",
            "audience": "network",
            "windows": [["03-01", "05-31"], ["10-01", "12-10"]],
            "duration_minutes": 210,
            "lead_days": 30,
            "reply_days": 14,
            "colleagues": 2,
        },
    ),
    (
        "leaders_meetings",
        {
            "duty": "leaders",
            "title": "Projectleiders",
            "title_en": "Project leaders",
            "audience": "leaders",
            "windows": [
                ["01-15", "03-15"],
                ["04-01", "05-15"],
                ["08-25", "10-15"],
                ["11-01", "12-15"],
            ],
            "duration_minutes": 120,
            "lead_days": 60,
        },
    ),
)
