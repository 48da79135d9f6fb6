"""What each form of answer is about, for the description of the API."""

from typing import Final

from django.utils.translation import gettext_noop as _

ABOUT: Final[dict[str, str]] = {
    "Partner": _("An organisation that takes part and is shown to everybody."),
    "Jaarprogramma": _("The programme of a year, as it was adopted."),
    "Thema": _("An innovation theme that was chosen."),
    "Project": _("A project, without any money."),
    "Fase": _("One phase of a project."),
    "Resultaat": _("The newest value of an indicator of a project."),
    "Bijeenkomst": _("A meeting whose date everybody may know."),
    "Besluit": _("A decision of the programmaraad; never who voted what."),
    "JaarverantwoordingKort": _("Which edition of the annual account of which year there is."),
    "Jaarverantwoording": _("One edition of the annual account of a year, as it was published."),
    "Verantwoordingstekst": _("The text under a heading."),
    "Verantwoordingscijfer": _("A figure with the rows that add up to it."),
    "Verantwoordingsregel": _("A row behind a figure."),
    "KompasJaar": _("A year of which the Kompas can be read."),
    "Kompasstand": _("How the network keeps its word in a year, as it stands at this moment."),
    "Uitgangspunt": _("One agreement of the framework; its state is the worst of its figures."),
    "Meting": _("One figure of an agreement."),
    "Organisatie": _("The organisation of the token, also when it is not public."),
    "Toezegging": _("A pledge of the organisation, with its amount."),
    "Levering": _("Something that arrived of a pledge."),
    "Commitment": _("What the organisation answered to the programme of a year."),
    "Betrokkenheid": _("How the organisation takes part in a year."),
    "Ondertekening": _("A signature under a framework, without the name of who signed."),
    "Zetel": _("A seat of the organisation in a programmaraad."),
    "EigenBijeenkomst": _("A meeting to which people of the organisation are invited."),
    "EigenProject": _("A project that the organisation leads, steers, pays for or takes part in."),
}
