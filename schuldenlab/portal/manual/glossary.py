"""The words of the lab, each with one sentence."""

from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


@dataclass(frozen=True)
class Term:
    """A word, what it means, and its anchor on the page."""

    word: str
    meaning: str

    @property
    def key(self) -> str:
        """`#programmaraad`, in the language of the page."""
        return slugify(self.word)


def glossary() -> list[Term]:
    """All words from A to Z in the language of the reader."""
    terms = [Term(str(word), str(meaning)) for word, meaning in WORDS]
    return sorted(terms, key=lambda term: term.word.casefold())


WORDS: Final[tuple[tuple[Promise, Promise], ...]] = (
    (
        pgettext_lazy("glossary", "Action point"),
        _("Something that somebody took on in a meeting, with a last day."),
    ),
    (
        pgettext_lazy("glossary", "Ambassador"),
        _("A partner that stands up for one theme, inside and outside the network."),
    ),
    (
        pgettext_lazy("glossary", "Agreement"),
        _(
            "One of the points of the framework. In Dutch: uitgangspunt. The Kompas shows how"
            " each of them stands."
        ),
    ),
    (
        pgettext_lazy("glossary", "Annual programme"),
        _(
            "What the network does in a year. The programmaraad adopts it, and every partner "
            "is asked to commit to it."
        ),
    ),
    (
        pgettext_lazy("glossary", "Ballot"),
        _("A question on which the programmaraad votes, with a moment at which it closes."),
    ),
    (
        pgettext_lazy("glossary", "Budget"),
        _("What a year needs, what is certain and what is missing, in each category."),
    ),
    (
        pgettext_lazy("glossary", "Change of course"),
        _(
            "Something goes otherwise than the programme says. A crucial one is decided by "
            "the programmaraad first."
        ),
    ),
    (
        pgettext_lazy("glossary", "Commitment"),
        _("The answer of a partner to the annual programme: yes, or not now with a reason."),
    ),
    (
        pgettext_lazy("glossary", "Date poll"),
        _("The question who can come when. Your link answers it without a login."),
    ),
    (
        pgettext_lazy("glossary", "Decision"),
        _("What the programmaraad decided. It has a number, an owner and a last day."),
    ),
    (
        pgettext_lazy("glossary", "Facilitator"),
        _("Who guides an innovation theme. In Dutch: begeleider."),
    ),
    (
        pgettext_lazy("glossary", "Funding plan"),
        _("Who pays which part of a phase. A phase starts only when it is complete."),
    ),
    (
        pgettext_lazy("glossary", "Framework"),
        _("What the partners agreed for some years, and signed. In Dutch: samenwerkingskader."),
    ),
    (
        pgettext_lazy("glossary", "In kind"),
        _("What is given in another form than money: hours, knowledge, a location, data."),
    ),
    (
        pgettext_lazy("glossary", "Innovation theme"),
        _("A question that the network explores this year, up to a business case or a prototype."),
    ),
    (
        pgettext_lazy("glossary", "Interest"),
        _(
            "Your organisation is paid from something on which you vote. Then you step aside "
            "for that vote."
        ),
    ),
    (
        pgettext_lazy("glossary", "Invitation"),
        _("The letter that asks you to a meeting, with a button to answer it."),
    ),
    (
        pgettext_lazy("glossary", "Involvement"),
        _("How a partner wants to take part this year, chosen by itself."),
    ),
    (
        pgettext_lazy("glossary", "Kernteam"),
        _("A manager and at least three others who keep the network going. It never votes."),
    ),
    (
        pgettext_lazy("glossary", "Kompas"),
        _("The page that shows whether the network keeps its agreements, on any day."),
    ),
    (
        pgettext_lazy("glossary", "Mandate"),
        _("That somebody acts for a partner: as director or contact, and perhaps to sign."),
    ),
    (
        pgettext_lazy("glossary", "Meeting"),
        _("A gathering with a date, people who are invited, and minutes."),
    ),
    (
        pgettext_lazy("glossary", "Measure"),
        _("One thing that the Kompas counts: how much there is, and how much there must be."),
    ),
    (
        pgettext_lazy("glossary", "Minutes"),
        _("What was said and decided in a meeting. The next meeting approves them."),
    ),
    (
        pgettext_lazy("glossary", "Partner"),
        _("An organisation that takes part in Schuldenlab070."),
    ),
    (
        pgettext_lazy("glossary", "Phase"),
        _("A part of a project: exploring, piloting or scaling up. Each has its own money."),
    ),
    (
        pgettext_lazy("glossary", "Pledge"),
        _("What a partner gives to a phase. It is firm once somebody who may sign has signed."),
    ),
    (
        pgettext_lazy("glossary", "Programmaraad"),
        _(
            "Five or six partners that decide on the programme, the themes and the changes of"
            " course."
        ),
    ),
    (
        pgettext_lazy("glossary", "Project"),
        _("Work on a solution, with a project leader and a stuurgroep."),
    ),
    (
        pgettext_lazy("glossary", "Project leader"),
        _("Who leads a project and reports about it every quarter."),
    ),
    (
        pgettext_lazy("glossary", "Prototype"),
        _("A first version of a solution, to see whether it works."),
    ),
    (
        pgettext_lazy("glossary", "Quorum"),
        _("How many seats must vote before a ballot can decide anything."),
    ),
    (
        pgettext_lazy("glossary", "Report"),
        _("How a project stands, once a quarter, in five minutes."),
    ),
    (
        pgettext_lazy("glossary", "Representative"),
        _("Who votes for a partner with a seat in the programmaraad."),
    ),
    (
        pgettext_lazy("glossary", "Seat"),
        _("The place of one partner in the programmaraad. Each seat has one vote."),
    ),
    (
        pgettext_lazy("glossary", "Series"),
        _("Meetings of one kind, so many a year. In Dutch: reeks."),
    ),
    (
        pgettext_lazy("glossary", "Signature"),
        _("That a partner agrees with the framework, given by somebody who may sign."),
    ),
    (
        pgettext_lazy("glossary", "Social business case"),
        _("What a solution costs and brings, to whom. In Dutch: maatschappelijke businesscase."),
    ),
    (
        pgettext_lazy("glossary", "Stake"),
        _("What a partner pays for a project or gains by it. In Dutch: belang."),
    ),
    (
        pgettext_lazy("glossary", "Stepping aside"),
        _("A seat does not vote on something that pays its own organisation."),
    ),
    (
        pgettext_lazy("glossary", "Step-in offer"),
        _(
            "The question to all partners whether they want to take part in a phase. In "
            "Dutch: instapaanbod."
        ),
    ),
    (
        pgettext_lazy("glossary", "Stuurgroep"),
        _("The partners that steer one project together."),
    ),
    (
        pgettext_lazy("glossary", "Substitute"),
        _("Who votes when the representative cannot. In Dutch: plaatsvervanger."),
    ),
    (
        pgettext_lazy("glossary", "Theme"),
        _("A subject on which the network works, with partners as its ambassador."),
    ),
    (
        pgettext_lazy("glossary", "Vote"),
        _(
            "What one seat says in a ballot: for, against, or abstaining. The last one before"
            " closing counts."
        ),
    ),
)
