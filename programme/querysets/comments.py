"""Questions about comments on passages."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef


class CommentQuerySet(models.QuerySet[Any]):
    def visible_to(self, person: Any) -> CommentQuerySet:
        """Read by whoever reads the programme: open to all who take part."""
        from programme.models import Programme  # noqa: PLC0415 - the models name this file

        return self.filter(programme__in=Programme.objects.visible_to(person))

    def first_words(self) -> CommentQuerySet:
        """What partners said, without the answers."""
        return self.filter(kind="comment")

    def waiting(self) -> CommentQuerySet:
        """Comments that nobody answered or dealt with."""
        answers = self.model._base_manager.filter(about=OuterRef("pk"))  # noqa: SLF001
        return self.first_words().exclude(Exists(answers))
