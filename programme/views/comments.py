"""Doors to what partners say about a submitted programme. Nothing here is a vote."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from programme import actions, forms
from programme.models import PassageComment, Programme
from programme.passages import Passage, passages, place
from schuldenlab.web.doors import ActionDoor, DetailDoor

from .crumbs import programme_crumbs


def threads_of(programme: Programme) -> list[dict[str, Any]]:
    """Comments in the order in which they came, each with what was answered."""
    rows = list(
        PassageComment.objects.filter(programme=programme)
        .select_related("organisation", "person")
        .order_by("pk")
    )
    threads: dict[int, dict[str, Any]] = {
        row.pk: {"comment": row, "answers": [], "is_handled": False}
        for row in rows
        if row.kind == PassageComment.Kind.COMMENT
    }
    for row in rows:
        if row.about_id is not None:
            threads[row.about_id]["answers"].append(row)
            threads[row.about_id]["is_handled"] |= row.kind == PassageComment.Kind.HANDLED
    return list(threads.values())


def _beside(now: list[Passage], threads: list[dict[str, Any]]) -> tuple[list[Any], list[Any]]:
    """Passages with their threads, and the threads whose passage is gone."""
    standing: dict[str, list[Any]] = {}
    gone = []
    for thread in threads:
        passage = place(thread["comment"].quote, now)
        if passage is None:
            gone.append(thread)
        else:
            thread["has_changed"] = passage.text != thread["comment"].quote
            standing.setdefault(passage.anchor, []).append(thread)
    rows = [{"passage": each, "threads": standing.get(each.anchor, [])} for each in now]
    return rows, gone


class CommentList(DetailDoor):
    """The text, passage by passage, with what partners say about each."""

    queryset = Programme.objects.all()
    lookup = {"year": "year"}
    permission = "programme.view_programme"
    template_name = "programme/comment_list.html"

    def facts(self) -> dict[str, Any]:
        """The last text, its comments, and whether this reader may add one."""
        programme = self.object
        version = programme.versions.order_by("-number").first()
        now = passages(version.wording)[1:] if version else []
        rows, gone = _beside(now, threads_of(programme))
        may_comment = self.person.has_perm("programme.comment_on_programme", programme)
        return {
            "programme": programme,
            "version": version,
            "rows": rows,
            "gone": gone,
            "heading": _("Comments on the programme of %(year)s") % {"year": programme.year},
            "lead": _("Choose a passage and say what you think of it. This is not a vote.")
            if may_comment
            else _("What partners say about the text, and what the kernteam answers."),
            "crumbs": programme_crumbs(programme, programme.year, _("Comments")),
            "may_comment": may_comment,
            "may_answer": self.person.has_perm("programme.answer_comment", programme)
            and programme.status in {Programme.Status.PREPARING, Programme.Status.SUBMITTED},
        }


class FollowComment(ActionDoor):
    """The kernteam does something with a comment; afterwards you are back at it."""

    queryset = PassageComment.objects.first_words().select_related("programme", "organisation")
    permission = "programme.answer_comment"
    template_name = "programme/comment_follow.html"
    submit: Any = ""

    def facts(self) -> dict[str, Any]:
        """What was said, and about what."""
        programme = self.object.programme
        return {
            "comment": self.object,
            "heading": self.title % {"name": self.object.organisation.name},
            "crumbs": programme_crumbs(programme, programme.year, _("Comment")),
            "submit": self.submit,
        }

    title: Any = ""

    def get_success_url(self) -> str:
        """Back to the passage."""
        year = self.object.programme.year
        return f"{reverse('programme:comment-list', args=[year])}#c{self.object.pk}"


class AnswerComment(FollowComment):
    """The kernteam answers."""

    form_class = forms.AnswerForm
    title = gettext_lazy("Answer %(name)s")
    submit = gettext_lazy("Send the answer")
    success_message = gettext_lazy("The answer is sent, and stands below the comment.")

    def act(self, form: Any) -> PassageComment:
        """Keep and send it."""
        return actions.answer_comment(
            self.object, text=form.cleaned_data["text"], actor=self.person, at=self.at
        )


class HandleComment(FollowComment):
    """The kernteam says that it dealt with a comment."""

    form_class = forms.HandledForm
    title = gettext_lazy("The comment of %(name)s is dealt with")
    submit = gettext_lazy("This is dealt with")
    success_message = gettext_lazy("The comment is marked, and the writer gets a message.")

    def act(self, form: Any) -> PassageComment:
        """Mark it."""
        return actions.handle_comment(
            self.object, text=form.cleaned_data["text"], actor=self.person, at=self.at
        )
