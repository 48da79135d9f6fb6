"""How figures of partners, raad, kernteam, meetings, themes and projects are counted."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.models import MeetingSeries
from projects.models import FEWEST_ORGANISATIONS
from schuldenlab.portal.measures import Asked
from schuldenlab.portal.measures.meetings import duty_of
from schuldenlab.portal.measures.progress import PAPERS
from schuldenlab.portal.measures.raad import raad_of

from .often import Rule, Sentences, due, standing


def _partners() -> str:
    return _("Each organisation that is a partner on the day that is shown counts once.")


def signed(asked: Asked) -> Sentences:
    """Partners with a signature."""
    del asked
    text = _("It is in order with a signature under this framework that was not withdrawn.")
    return _partners(), text, standing()


def ambassadors(asked: Asked) -> Sentences:
    """Partners with a theme."""
    text = _("It is in order when it is ambassador of at least one theme on that day.")
    return _partners(), text, due(asked)


def involvement(asked: Asked) -> Sentences:
    """Partners that chose how to take part."""
    text = _("Every choice is as good: who only follows this year has chosen as well.")
    return _partners(), text, due(asked)


def commitments(asked: Asked) -> Sentences:
    """Partners that said yes to the programme."""
    text = _("It is in order when its last answer to the adopted programme is yes.")
    return _partners(), text, due(asked)


def programmaraad(asked: Asked) -> Sentences:
    """Seats that are held."""
    seats = {"low": asked.framework.seats_min, "high": asked.framework.seats_max}
    return (
        _("The framework asks at least %(low)s and at most %(high)s seats.") % seats,
        _("A seat counts in an installed programmaraad, as long as its organisation is a partner."),
        standing() if asked.once(raad_of) is not None else due(asked),
    )


def programme_adopted(asked: Asked) -> Sentences:
    """The programme of the year."""
    return (
        _("The programme of the year counts when the programmaraad of that year adopted it."),
        _("As long as it votes on it, we expect that it is adopted."),
        due(asked),
    )


def course_changes(asked: Asked) -> Sentences:
    """Crucial changes that the raad decided first."""
    del asked
    return (
        _("Each change of the year counts that the kernteam or two seats called crucial."),
        _("It is in order when the programmaraad decided before it was carried out."),
        _(
            "One that waits is no breach. One that was carried out before breaks the rule, and "
            "that cannot be mended."
        ),
    )


def progress_reported(asked: Asked) -> Sentences:
    """Meetings of the raad with progress on the agenda."""
    del asked
    return (
        _("Each meeting of the programmaraad of this year with a date counts."),
        _(
            "It is in order when the day has come and the progress of the programme was on "
            "the agenda."
        ),
        _(
            "A coming meeting asks for attention from %(days)s days before: then the papers go "
            "out. One that went by without cannot be mended."
        )
        % {"days": PAPERS.days},
    )


def kernteam(asked: Asked) -> Sentences:
    """Places that are filled."""
    places = {
        "managers": asked.framework.kernteam_managers,
        "staff": asked.framework.kernteam_staff,
    }
    return (
        _("The framework asks for managers: %(managers)s, and for staff: %(staff)s.") % places,
        _("A second manager fills no place of the staff, and the other way round."),
        standing(),
    )


def meetings(duty: MeetingSeries.Duty) -> Rule:
    """Of the meetings of one duty, which share their sentences."""

    def sentences(asked: Asked) -> Sentences:
        found = duty_of(duty, asked)
        if found is None:
            return (_("This framework asks for no such meetings."),)
        need = found.forecast.terms.need
        asks = ngettext(
            "The framework asks for %(count)s meeting in the year.",
            "The framework asks for %(count)s meetings in the year.",
            need,
        )
        return (
            asks % {"count": need},
            _(
                "A meeting counts in the year in which it was held, once it is recorded who was "
                "there. One without a date is expected as long as a date can be fixed in time."
            ),
            due(asked),
        )

    return sentences


def innovation_themes(asked: Asked) -> Sentences:
    """Themes of which exploring began."""
    number = {"low": asked.framework.themes_min, "high": asked.framework.themes_max}
    return (
        _("The framework asks for %(low)s to %(high)s innovation themes a year.") % number,
        _("A theme counts in the year in which exploring it began, also when it stopped."),
        due(asked),
    )


def theme_results(asked: Asked) -> Sentences:
    """Themes with a result."""
    return (
        _(
            "Each theme of which exploring began in this year is due twelve months later, as "
            "a business case or a prototype."
        ),
        _(
            "One that stopped with a reason needs no result, as long as at least %(low)s "
            "themes of the year are left."
        )
        % {"low": asked.framework.themes_min},
        standing(),
    )


def themes_facilitated(asked: Asked) -> Sentences:
    """Themes that somebody guides."""
    del asked
    return (
        _("Each theme counts of which the exploration began in this year."),
        _("A theme that ended needs to have been guided until its last day."),
        standing(),
    )


def stuurgroepen(asked: Asked) -> Sentences:
    """Projects with a complete stuurgroep."""
    del asked
    return (
        _("Each project counts of which a pilot or a project runs on the day that is shown."),
        _(
            "Its stuurgroep is complete with at least %(fewest)s organisations with a stake, "
            "and a chair from one of them. What was taken over is left out."
        )
        % {"fewest": FEWEST_ORGANISATIONS},
        standing(),
    )
