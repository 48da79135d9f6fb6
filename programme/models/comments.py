"""What partners say about a passage of a submitted programme, and what the kernteam answers."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from partners.models import Organisation
from programme.querysets import CommentQuerySet

from .programmes import Programme
from .versions import ProgrammeVersion


class PassageComment(models.Model):
    """A comment, an answer to one, or the word that it was dealt with. Rows stay as they are.

    The passage is kept as it read (`quote`), so the comment still says what it is about when the
    text has changed since.
    """

    class Kind(models.TextChoices):
        COMMENT = "comment", _("comment")
        ANSWER = "answer", _("answer")
        HANDLED = "handled", _("dealt with")

    programme = models.ForeignKey(
        Programme, on_delete=models.PROTECT, related_name="comments", verbose_name=_("programme")
    )
    version = models.ForeignKey(
        ProgrammeVersion,
        on_delete=models.PROTECT,
        related_name="comments",
        verbose_name=_("version that was read"),
    )
    kind = models.CharField(_("kind"), max_length=8, choices=Kind.choices)
    about = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        related_name="answers",
        verbose_name=_("answer to"),
    )
    anchor = models.CharField(_("passage"), max_length=12)
    quote = models.TextField(_("the passage as it read"))
    text = models.TextField(_("text"), blank=True)
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("organisation"),
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("written by"),
    )
    at = models.DateTimeField(_("written at"))
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)

    objects = CommentQuerySet.as_manager()

    class Meta:
        verbose_name = _("comment on a passage")
        verbose_name_plural = _("comments on passages")
        ordering = ["programme", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="comment", about__isnull=True, organisation__isnull=False)
                | Q(kind__in=["answer", "handled"], about__isnull=False, organisation__isnull=True),
                name="passage_comment_of_whom",
            ),
            models.CheckConstraint(
                condition=Q(kind="handled") | ~Q(text=""), name="passage_comment_says_something"
            ),
            models.UniqueConstraint(
                fields=["about"], condition=Q(kind="handled"), name="passage_comment_handled_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.programme_id} {self.kind} {self.pk}"
