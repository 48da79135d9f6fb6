"""Two tables: something to list and to add to, and something with a date."""

from django.db import models


class Row(models.Model):
    """What a list shows and a form adds."""

    name = models.CharField(max_length=200)
    sector = models.CharField(max_length=50)
    since = models.DateTimeField()

    class Meta:
        db_table = "limit_row"

    def __str__(self) -> str:
        return self.name


class Happening(models.Model):
    """What a calendar shows."""

    title = models.CharField(max_length=200)
    place = models.CharField(max_length=200)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    class Meta:
        db_table = "limit_happening"

    def __str__(self) -> str:
        return self.title
