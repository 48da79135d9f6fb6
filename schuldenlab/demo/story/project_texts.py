"""What people write about the projects of the demo: made-up data in Dutch, so not translated."""

from .project_data import CLEAN, EARLY, LETTERS, START, TERMS, WAGES

RESIDENTS_WORK = "Zes bewoners die meedenken over hulp bij geldzorgen. Is zelf geen partner."
RESIDENTS_STAKE = "Hulp die naast ons staat, en niet boven ons."
DIRECTOR, RESIDENT = "Directeur", "Namens de bewoners"
TASK = "Bewaakt doel, tempo en geld, en beslist over wat de projectleider voorlegt."

# Project, days from today, time, the letters of the partner whose leader writes, kind.
NOTES = (
    (
        *(EARLY, -290, "11:20", "CH", "step"),
        (
            "De gesprekken met vijf partners zijn klaar. Alle vijf zien een gemiste betaling "
            "binnen een week."
        ),
    ),
    (
        *(EARLY, -214, "15:10", "CH", "learned"),
        (
            "Toestemming vragen werkt het best op het moment dat iemand zelf belt. Dan zegt acht "
            "van de tien ja."
        ),
    ),
    (
        *(EARLY, -72, "10:05", "CH", "step"),
        "De bewoners van Laak hebben het gesprek getest. Twee vragen zijn korter geworden.",
    ),
    (
        *(LETTERS, -255, "14:20", "ZD", "learned"),
        "Een brief met één vraag en één telefoonnummer levert drie keer zoveel belletjes op.",
    ),
    (
        *(LETTERS, -92, "09:35", "ZD", "step"),
        "De brieven gaan weer uit. Twee mensen controleren elke brief.",
    ),
    (
        *(LETTERS, -31, "16:15", "ZD", "learned"),
        "Wie eerst een appje krijgt, opent de brief vaker. Dat kost bijna niets.",
    ),
    (
        *(CLEAN, -240, "13:40", "GD", "step"),
        "De eerste acht voorstellen liggen bij de schuldeisers. Vijf zeiden binnen een week ja.",
    ),
    (
        *(CLEAN, -64, "11:50", "GD", "learned"),
        "Als de Belastingdienst als eerste ja zegt, volgen de anderen binnen tien dagen.",
    ),
    (
        *(WAGES, -210, "10:45", "BN", "step"),
        "Bij twee werkgevers is elke maand een spreekuur. Er kwamen 23 mensen.",
    ),
    (
        *(START, -180, "09:50", "FV", "learned"),
        "De begeleider maakt het verschil, niet de lening. Zonder begeleider haakt de helft af.",
    ),
    (
        *(TERMS, -120, "15:30", "EZ", "learned"),
        (
            "Een lager bedrag helpt alleen als de huur ook meebeweegt. Eén rekening oplossen is "
            "niet genoeg."
        ),
    ),
)

LETTERS_PILOT = {
    "size": "400 huishoudens in drie wijken",
    "criterion": "Zes van de tien mensen openen de brief en bellen binnen twee weken.",
}
LETTERS_HELD = (
    "In een proefbrief stond een verkeerd rekeningnummer. Er gaat geen brief meer uit tot wij "
    "weten hoe dat kwam."
)
LETTERS_RESUMED = "Twee mensen controleren nu elke brief. De programmaraad vindt dat genoeg."
LETTERS_STATE = "Zes brieven zijn klaar en gecontroleerd. De derde wijk krijgt ze deze maand."
CLEAN_STATE = "Twintig ondernemers doen mee. Zestien hebben een akkoord."
WAGES_PILOT = {
    "size": "Twee werkgevers, 60 werknemers",
    "criterion": "Bij veertig werknemers is het loonbeslag na een jaar lager of weg.",
}
WAGES_HELD = (
    "Bouwgroep Morgenrood kan tot het voorjaar niemand missen. Met één werkgever leren wij te "
    "weinig, dus wachten wij op een tweede."
)
WAGES_LEFT = "Geen tijd tot het voorjaar."
START_TO = "Jongerenpunt van de gemeente, vaste dienst"
START_HANDED_OVER = (
    "Het Jongerenpunt doet dit voortaan zelf, met eigen begeleiders en een vast bedrag per jaar. "
    "Fonds Vlietland blijft de leningen betalen."
)
TERMS_STOPPED = (
    "Een lager bedrag voor energie alleen lost te weinig op. Wat wij leerden, gaat mee naar "
    "“Energie en huur samen”."
)

CASE_RESULT = (
    "De businesscase is klaar. Elke euro levert naar verwachting € 1,60 op, vooral bij de "
    "corporaties, de bank en de gemeente."
)
CASE_TITLE = "Businesscase “Vroeg erbij”, samenvatting"
CASE_FILE = "businesscase-vroeg-erbij.pdf"
CASE_LINK = {
    "title": "Zo werkt het seintje, voor wie klanten helpt",
    "url": "https://vroegerbij.example/seintje",
}
CASE_STATE = "De businesscase is goedgekeurd. De pilot begint als het geld rond is."
PILOT = {
    "size": "300 huishoudens in Laak en Escamp, bij vijf partners",
    "criterion": "Van wie gebeld is, heeft zeven van de tien na een half jaar geen achterstand.",
}
MOTION = {
    "title": "Pilot “Vroeg erbij”",
    "question": (
        "Vindt u de businesscase goed, en mag de pilot “Vroeg erbij” beginnen zodra het geld rond "
        "is?"
    ),
    "text": """De businesscase van “Vroeg erbij” is klaar.

Wat wij vragen

- goedkeuring van de businesscase
- een pilot van een jaar met 300 huishoudens
- € 180.000, van partners samen

De pilot begint pas als dat geld rond is. Daar is geen uitzondering op.""",
}
ABSTAINED = "Wij beslissen dit jaar niet meer mee over nieuwe uitgaven."
FINANCE_TASK = "Vraag alle partners om mee te doen, en vertel de raad wanneer het geld rond is."
REFUSED = "Wij wilden de pilot vandaag beginnen. Dat kan nog niet."

PROTOTYPE = {
    "tried": (
        "Aanvragen met drie vragen, binnen een dag antwoord, terugbetalen vanaf € 10 per maand."
    ),
    "with_whom": "Veertig huishoudens in twee wijken, met Stichting Welzijn Schildervaart.",
    "learned": (
        "Negen van de tien betalen terug zonder dat wij bellen. Snel antwoord is belangrijker dan "
        "een hoog bedrag."
    ),
}
PROTOTYPE_GOES_ON = "Het werkt met veertig huishoudens. Nu willen wij weten of het met 200 ook kan."
PROTOTYPE_RESULT = "Een werkende buffer in twee wijken, met drie te late termijnen."
TOGETHER_FACTS = {
    "target_group": "Huurders die ook hun energie niet betalen",
    "debt_phase": "prevention",
    "outcome": "manageable",
    "current_state": "Wij zoeken geld voor de businesscase.",
    "residents_voice": "Tien huurders vertellen wat zij aan één gesprek missen.",
}
BUFFER_FACTS = {
    "target_group": "Huishoudens zonder spaargeld",
    "debt_phase": "prevention",
    "outcome": "prevented",
    "residents_voice": "Twaalf bewoners probeerden het eerst op papier.",
}
STEERING = {
    "place": "Corporatie Haagwijk, Voorbeeldlaan 4, Den Haag",
    "first": "Kan de pilot beginnen?",
    "second": "Wie doet er nog mee?",
}
