"""The store of sessions: Django's own, which also writes down whose session it is."""

from typing import Any, cast

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.utils import timezone

from partners.models import Visit
from schuldenlab.prepared import SOME_MOMENT, SOME_WORD, Prepared


def _visits() -> Any:
    return Visit.objects.filter(session_key=SOME_WORD, expire_date__gt=SOME_MOMENT)


# One visit that is not over; every request asks for its own.
VISITS = Prepared(_visits, SOME_WORD, SOME_MOMENT)


class SessionStore(DatabaseStore):
    """Sessions in the table of visits."""

    @classmethod
    def get_model_class(cls) -> type[Visit]:
        """Rows with a person."""
        return Visit

    def _get_session_from_db(self) -> Visit | None:
        """The row of this key, unless it is over."""
        key = self.session_key or ""
        found = VISITS.found(key, timezone.now()) if key.isprintable() else []
        if not found:
            self._session_key = None
            return None
        return cast("Visit", found[0])

    def create_model_instance(self, data: dict[str, Any]) -> Visit:
        """The row, with who is logged in in this session."""
        visit = cast("Visit", super().create_model_instance(data))
        person = data.get(SESSION_KEY)
        visit.person_id = int(person) if person else None
        return visit
