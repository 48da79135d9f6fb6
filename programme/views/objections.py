"""Objections to the interests in a ballot: answering one, and the warning while one is open."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from programme import actions, forms
from programme.models import Ballot, InterestQuestion
from schuldenlab.web.doors import ActionDoor

from .crumbs import ballot_crumbs


class AnswerInterestQuestion(ActionDoor):
    """The kernteam says what it did with an objection."""

    queryset = InterestQuestion.objects.select_related("ballot__raad", "organisation", "person")
    permission = "programme.answer_interest_question"
    template_name = "programme/interest_answer.html"
    form_class = forms.AnswerInterestForm
    success_message = gettext_lazy("The answer is sent, and stands on the page of the ballot.")

    def obstacle(self) -> str:
        """Once."""
        return _("This was answered already.") if self.object.answer else ""

    def facts(self) -> dict[str, Any]:
        """What was said, and what can still be done with it."""
        ballot = self.object.ballot
        is_draft = ballot.status == Ballot.Status.DRAFT
        return {
            "question": self.object,
            "ballot": ballot,
            "is_draft": is_draft,
            "heading": _("Answer %(name)s") % {"name": self.object.organisation.name},
            "lead": ballot.question,
            "crumbs": ballot_crumbs(ballot, _("Not right?")),
            "submit": _("Send the answer"),
        }

    def act(self, form: Any) -> InterestQuestion:
        """Keep and send it."""
        return actions.answer_interest_question(
            self.object, text=form.cleaned_data["text"], actor=self.person, at=self.at
        )

    def get_success_url(self) -> str:
        """The interests on the page of the ballot."""
        return str(self.object.get_absolute_url())


def open_objections(ballot: Ballot) -> str:
    """What to say to whoever is about to open this ballot; empty when nothing waits."""
    count = ballot.interest_questions.waiting().count()
    if not count:
        return ""
    return ngettext(
        "There is an objection to the interests that is not answered.",
        "There are %(count)s objections to the interests that are not answered.",
        count,
    ) % {"count": count}
