"""Letters about the text of a programme: comments, answers, and a text that was changed."""

from datetime import datetime

from programme.models import PassageComment, ProgrammeSubmission
from schuldenlab.outbox.actions import post

from .people import kernteam, still_there


def comment_made(comment: PassageComment, *, at: datetime) -> None:
    """The kernteam hears what a partner says about the text."""
    post(
        "programme/mail/comment_made.txt",
        kernteam(at),
        f"comment-made:{comment.pk}",
        at,
        context={
            "comment": comment,
            "organisation": comment.organisation,
            "programme": comment.programme,
        },
    )


def comment_answered(answer: PassageComment, *, at: datetime) -> None:
    """Who commented hears what the kernteam says to it, while it works for that partner."""
    post(
        "programme/mail/comment_answered.txt",
        still_there([answer.about], at),
        f"comment-answered:{answer.pk}",
        at,
        context={"answer": answer, "comment": answer.about, "programme": answer.programme},
    )


def programme_amended(submission: ProgrammeSubmission, *, at: datetime) -> None:
    """Who said something about an earlier text can see what changed since."""
    programme = submission.programme
    texts = programme.submissions.texts()
    if len(texts) > 1 and texts[0] == submission.version:
        said = PassageComment.objects.filter(programme=programme).first_words()
        post(
            "programme/mail/programme_amended.txt",
            still_there(said, at),
            f"programme-amended:{submission.pk}",
            at,
            context={"programme": programme, "before": texts[1], "after": texts[0]},
        )
