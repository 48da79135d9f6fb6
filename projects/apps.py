from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProjectsConfig(AppConfig):
    name = "projects"
    verbose_name = _("Projects")

    def ready(self) -> None:
        """Say who leads and steers, what a ballot is about, and what is kept about a person."""
        from events import ports as calendar  # noqa: PLC0415 - apps must be loaded first
        from programme import ports as year  # noqa: PLC0415
        from schuldenlab.web.ports import personal_data  # noqa: PLC0415

        from .answers import interests_by_stake, subjects_of  # noqa: PLC0415
        from .audience import people_of_projects  # noqa: PLC0415
        from .resources import personal_data as own_part  # noqa: PLC0415

        personal_data.add("projects", own_part)
        year.interests_in.add("projects", interests_by_stake)
        year.subjects_of.add("projects", subjects_of)
        calendar.people_in.add("projects", people_of_projects)
