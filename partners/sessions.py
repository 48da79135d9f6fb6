"""The store of sessions: Django's own, which also writes down whose session it is."""

from functools import cache
from typing import Any, Final, cast

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.db import connection
from django.utils import timezone

from partners.models import Visit

COLUMNS: Final = [field.attname for field in Visit._meta.concrete_fields]  # noqa: SLF001


@cache
def asked() -> tuple[str, tuple[Any, ...]]:
    """The question for one visit that is not over, with its two values."""
    visits = Visit.objects.filter(session_key="").filter(expire_date__gt=timezone.now())
    return visits.query.sql_with_params()


class SessionStore(DatabaseStore):
    """Sessions in the table of visits."""

    @classmethod
    def get_model_class(cls) -> type[Visit]:
        """Rows with a person."""
        return Visit

    def _get_session_from_db(self) -> Visit | None:
        """The row of this key, unless it is over; every request asks, so its SQL is kept."""
        sql, (_key, _now) = asked()
        with connection.cursor() as cursor:
            cursor.execute(sql, [self.session_key, timezone.now()])
            row = cursor.fetchone()
        if row is None:
            self._session_key = None
            return None
        return Visit.from_db(connection.alias, COLUMNS, row)

    def create_model_instance(self, data: dict[str, Any]) -> Visit:
        """The row, with who is logged in in this session."""
        visit = cast("Visit", super().create_model_instance(data))
        person = data.get(SESSION_KEY)
        visit.person_id = int(person) if person else None
        return visit
