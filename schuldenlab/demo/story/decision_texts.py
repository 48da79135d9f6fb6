"""What the decisions of the demo say: made-up data in Dutch, so it is not translated."""

ASK_ALL = "Vraag alle partners om hun commitment, en vertel de programmaraad hoeveel er meedoen."
ASKED = "Alle partners hebben een mail gehad. De eerste twaalf hebben ja gezegd."
ANSWERED = "21 partners zeggen ja, 2 nu niet en 2 hebben niet geantwoord. De raad weet het."

CONTACT_TITLE = "Eén vast aanspreekpunt per thema"
CONTACT = (
    "Ieder thema krijgt één vast aanspreekpunt bij een partner. Die weet wie waaraan werkt en wie "
    "nog hulp zoekt. Het kernteam zet de namen bij de thema's."
)
CONTACT_TASK = "Zoek voor ieder thema iemand, en geef de namen door aan het kernteam."
CONTACT_STEP = "Voor drie van de vier thema's is er iemand. Voor Ondernemer met zorgen nog niet."
CONTACT_DONE = "Alle vier de thema's hebben een aanspreekpunt. De namen staan bij de thema's."

LETTER_TITLE = "Samen één nieuwsbrief voor bewoners"
LETTER = (
    "De partners maken samen één nieuwsbrief voor bewoners, in plaats van ieder een eigen brief. "
    "Het kernteam zoekt uit wat daarvoor nodig is."
)
LETTER_DROPPED = (
    "Bewoners zeggen dat zij liever geen extra post krijgen. De programmaraad vindt het goed dat "
    "wij hiermee stoppen."
)

EMPLOYERS_TITLE = "Advies: praat eerst met vijf werkgevers"
EMPLOYERS = (
    "De programmaraad adviseert om met vijf werkgevers te praten voordat wij een plan over "
    "loonbeslag maken. Wat zien zij, en wat zouden zij zelf willen doen?"
)
EMPLOYERS_TASK = "Spreek met vijf werkgevers, en schrijf op een halve pagina op wat zij zeggen."
EMPLOYERS_STEP = "Drie gesprekken zijn gevoerd. Twee werkgevers wachten tot na de zomer."

SHARE_TITLE = "Wat wij leren, staat voor alle partners klaar"
SHARE = (
    "Iedere verkenning levert één pagina op: wat probeerden wij, wat werkte en wat niet. Alle "
    "partners krijgen die pagina."
)
SHARE_TASK = "Maak een vast formulier van één pagina, en vul het in voor Noodbuffer."
