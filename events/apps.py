from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EventsConfig(AppConfig):
    name = "events"
    verbose_name = _("Meetings")

    def ready(self) -> None:
        """Say where a partner was present, and what is kept about a person."""
        from partners import ports  # noqa: PLC0415 - apps must be loaded first
        from schuldenlab.web.ports import personal_data  # noqa: PLC0415

        from .querysets import meetings_with  # noqa: PLC0415
        from .resources import personal_data as own_part  # noqa: PLC0415

        personal_data.add("events", own_part)
        ports.meetings_attended.register(meetings_with)
