"""The states and kinds of the API in Dutch; each member is named after what the database keeps."""

from .frame import Code


class Sector(Code):
    """In which sector an organisation works; the database keeps these words already."""

    BANK = "bank"
    VERZEKERAAR = "verzekeraar"
    ZORGVERZEKERAAR = "zorgverzekeraar"
    WONINGCORPORATIE = "woningcorporatie"
    ENERGIE = "energie"
    WATER = "water"
    VERVOER = "vervoer"
    WERKGEVER = "werkgever"
    GEMEENTE = "gemeente"
    FONDS = "fonds"
    ZORG_WELZIJN = "zorg/welzijn"
    UITVOERING = "uitvoeringsorganisatie"
    KENNISINSTELLING = "kennisinstelling"
    PLATFORM = "platform"
    OVERIG = "overig"


class ThemaStatus(Code):
    """How far an innovation theme is."""

    proposed = "voorgesteld"
    withdrawn = "ingetrokken"
    selected = "gekozen"
    exploring = "in-verkenning"
    working_out = "in-uitwerking"
    delivered = "opgeleverd"
    stopped = "gestopt"


class ThemaResultaat(Code):
    """What comes out of a theme."""

    business_case = "businesscase"
    prototype = "prototype"


class ProjectStatus(Code):
    """How a project stands."""

    active = "actief"
    on_hold = "aangehouden"
    stopped = "gestopt"
    handed_over = "overgedragen"


class FaseSoort(Code):
    """The phases that a project goes through."""

    business_case = "businesscase"
    prototype = "prototype"
    pilot = "pilot"
    project = "project"


class FaseStatus(Code):
    """How a phase stands."""

    planned = "in-voorbereiding"
    running = "loopt"
    ended = "beeindigd"
    dropped = "vervallen"


class Schuldfase(Code):
    """In which phase of debts a project helps."""

    prevention = "preventie"
    cure = "curatie"
    aftercare = "nazorg"


class Uitkomst(Code):
    """What a project wants to reach with debts."""

    prevented = "voorkomen"
    manageable = "behapbaar"
    solved = "opgelost"


class BijeenkomstSoort(Code):
    """The kinds of meetings of the network."""

    inspiration = "inspiratiebijeenkomst"
    network = "netwerkbijeenkomst"
    leaders = "projectleidersbijeenkomst"
    raad = "programmaraad"
    steering = "stuurgroep"


class BijeenkomstStatus(Code):
    """Whether a meeting has a date, was held, or does not go on."""

    planned = "zonder-datum"
    scheduled = "gepland"
    held = "gehouden"
    cancelled = "afgezegd"
    dropped = "vervallen"


class BesluitHerkomst(Code):
    """How a decision was taken."""

    ballot = "stemming"
    meeting = "vergadering"
    advice = "advies"


class BesluitStatus(Code):
    """How far a decision has been carried out."""

    open = "uit-te-voeren"
    done = "uitgevoerd"
    dropped = "vervallen"


class KompasStand(Code):
    """How an agreement stands."""

    met = "gehaald"
    on_track = "op-koers"
    attention = "let-op"
    missed = "niet-gehaald"
    not_yet = "nog-niet"


class ToezeggingVorm(Code):
    """In what form something is given."""

    cash = "geld"
    hours = "uren"
    knowledge = "kennis"
    location = "locatie"
    data = "data"


class ToezeggingStatus(Code):
    """How firm a pledge is."""

    offered = "aangeboden"
    firm = "vast"
    withdrawn = "ingetrokken"


class Begrotingscategorie(Code):
    """For which part of the budget."""

    infrastructure = "infrastructuur"
    innovation = "innovatie"
    events = "evenementen"
    projects = "projecten"


class CommitmentAntwoord(Code):
    """What a partner answered to a programme."""

    yes = "ja"
    not_now = "nu-niet"


class BetrokkenheidVorm(Code):
    """In which ways a partner takes part."""

    ambassador = "ambassadeur"
    raad = "programmaraad"
    stuurgroep = "stuurgroep"
    finance = "cofinanciering"
    knowledge = "kennis-en-expertise"
    facilitate = "begeleiding"
    host = "gastheer"
    communicate = "communicatie"
    other = "anders"
    follow = "alleen-volgen"


class OndertekenWijze(Code):
    """How a framework was signed."""

    online = "online"
    paper = "op-papier"


class ProjectRol(Code):
    """What an organisation does in a project."""

    leads = "leidt"
    steers = "stuurt"
    pays = "draagt-bij"
    takes_part = "doet-mee"
    interested = "is-geinteresseerd"
