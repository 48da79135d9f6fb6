"""The store of sessions: Django's own, which also writes down whose session it is."""

from typing import Any, cast

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore

from partners.models import Visit


class SessionStore(DatabaseStore):
    """Sessions in the table of visits."""

    @classmethod
    def get_model_class(cls) -> type[Visit]:
        """Rows with a person."""
        return Visit

    def create_model_instance(self, data: dict[str, Any]) -> Visit:
        """The row, with who is logged in in this session."""
        visit = cast("Visit", super().create_model_instance(data))
        person = data.get(SESSION_KEY)
        visit.person_id = int(person) if person else None
        return visit
