"""How far an import is, for who looks on while its one transaction is still open."""

from types import TracebackType
from typing import Self

from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper

from partners.models import ImportRun


class Progress:
    """Notes the lines that are done over a connection of its own: others see it at once.

    A short import is over before anybody could look, and notes nothing.
    """

    def __init__(self, run: ImportRun) -> None:
        self._run = run
        self._beside: BaseDatabaseWrapper | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._beside is not None:
            self._beside.close()

    def __call__(self, done: int) -> None:
        """So many lines are done now."""
        if not self._run.is_long:
            return
        if self._beside is None:
            self._beside = connection.copy()
        with self._beside.cursor() as cursor:
            cursor.execute(
                "UPDATE partners_importrun SET done = %s WHERE id = %s", [done, self._run.pk]
            )
