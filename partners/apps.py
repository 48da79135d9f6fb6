from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

# Names of people and of organisations: those are in no language.
NAMES = (
    "Organisation.name",
    "Organisation.short_name",
    "Organisation.kvk_number",
    "Person.name",
    "Framework.motto",
    "Signature.signatory",
    "ImportRun.file_name",
    "Openness.subject_type",
    "WooRequest.reference",
)


class PartnersConfig(AppConfig):
    name = "partners"
    verbose_name = _("Partners")

    def ready(self) -> None:
        """Listen to what happens to accounts, and say what is kept here about a person."""
        from partners.ports import named_in  # noqa: PLC0415
        from schuldenlab.documents.models import Openness, WooRequest  # noqa: PLC0415
        from schuldenlab.web.ports import (  # noqa: PLC0415
            found_for,
            found_on_desk,
            moves_of,
            personal_data,
        )
        from schuldenlab.web.written import mark_written  # noqa: PLC0415

        from . import receivers  # noqa: F401, PLC0415 - it only listens
        from .moves import moves_of as own_moves  # noqa: PLC0415
        from .resources.archive import named_here  # noqa: PLC0415
        from .resources.personal import person_data  # noqa: PLC0415
        from .search import each_kind  # noqa: PLC0415
        from .search.desk import found_on_desk as own_finds  # noqa: PLC0415
        from .search.finds import KINDS  # noqa: PLC0415

        found_for.add("partners", each_kind(KINDS))
        found_on_desk.add("partners", own_finds)
        moves_of.add("partners", own_moves)
        personal_data.add("partners", person_data)
        named_in.add("partners", named_here)
        mark_written([*self.get_models(), Openness, WooRequest], names=NAMES)
