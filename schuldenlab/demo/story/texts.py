"""What people in the demo write: made-up data in Dutch, so it is not translated."""

MOTTO = "It takes a city to solve debt"
FIRST_FRAMEWORK = "Samenwerkingskader 2020 – 2024"
FRAMEWORK = "Samenwerkingskader 2025 – %(year)s"
BUREAU = "Begeleidt groepen die samen iets nieuws bedenken. Is zelf geen partner."
TITLE = "Jaarprogramma %(year)s"
CONCEPT = "Concept jaarprogramma %(year)s"

RESPONSE = (
    "Een mooie groep, met veel verschillende organisaties. Wij missen wel een werkgever. "
    "Wilt u dit jaar een paar keer bij werkgevers navragen wat zij zien? "
    "Schoonmaakbedrijf Duinwind wil graag meedenken."
)

AMBITION = (
    "In %(year)s willen wij dat mensen met geldzorgen eerder hulp krijgen. Niet pas bij de derde "
    "aanmaning, maar na de eerste gemiste betaling. Wij werken daarbij als één netwerk: wie iets "
    "ziet, zorgt dat iemand anders het niet ook nog hoeft te ontdekken."
)

PROGRAMME = """\
Wat wij in %(year)s verkennen

1. Noodbuffer. Een kapotte wasmachine is voor veel huishoudens het begin van een schuld. Wij \
onderzoeken of een kleine gezamenlijke buffer helpt: lenen zonder rente, terugbetalen in kleine \
stappen.

2. Energie en huur samen. Wie moeite heeft met de huur, heeft vaak ook moeite met de \
energierekening. Wij proberen één gesprek en één regeling voor allebei.

3. Geldles op het mbo. Studenten worden achttien en krijgen ineens zelf de rekeningen. Wij maken \
lessen met de scholen en met jongeren die het al hebben meegemaakt.

4. Ondernemer met zorgen. Kleine ondernemers melden zich laat, omdat zij bang zijn hun zaak te \
verliezen. Wij zoeken een plek waar zij zonder gevolgen kunnen vragen wat er kan.

Wat wij doorzetten

Vroeg erbij: partners geven, met toestemming van de klant, een seintje als iemand een betaling \
mist. Post zonder stress: brieven die mensen openen en begrijpen. Schone lei zzp: schulden van \
gestopte ondernemers in één keer regelen.

Hoe wij werken

Wij komen twee keer met het hele netwerk bij elkaar, vier keer met de projectleiders en één keer \
met de directeuren. Niets start voordat de financiering rond is. Iedere partner krijgt bij ieder \
plan de kans om mee te doen, op een manier die bij die partner past.

Waaraan wij het zien

Aan het eind van %(year)s ligt er voor ieder thema een businesscase of een prototype. Wij \
schrijven op wat werkte en ook wat niet werkte.
"""

REASON_EZ = "Goed dat energie en huur nu samen worden opgepakt."
REASON_ZD_FIRST = "Wij overleggen morgen nog met onze ledenraad."
REASON_ZD_LAST = "Onze ledenraad staat achter het programma."
REASON_VH = (
    "Wij vinden vier thema's te veel. Met twee thema's halen wij meer, en kunnen kleinere "
    "partners het ook bijhouden."
)

REORGANISATION = (
    "Wij zitten midden in een reorganisatie. Na de zomer weten wij wie bij ons met het "
    "programma verder kan."
)
ELECTIONS = (
    "Onze leden kiezen dit voorjaar een nieuwe ledenraad. Die beslist over nieuwe afspraken."
)

DIRECTOR = "Directeur"
SUCCESSOR = "Samenwerkingskader %(first)s – %(last)s"
THEMES = (
    ("Jongeren", "Leren omgaan met het eerste eigen geld."),
    ("Wonen", "Een huurachterstand op tijd zien en samen oplossen."),
    ("Werk", "Werkgevers die geldzorgen van hun mensen herkennen."),
    ("Energie en water", "Eén gesprek over alle rekeningen van thuis."),
    ("Gezondheid", "Geldzorgen maken ziek, en ziek zijn kost geld."),
    ("Ondernemers", "Hulp voordat een belastingschuld te groot wordt."),
)
PLACES = {
    "leaders": "Stadhuis, kamer 3.12",
    "network": "Zaal De Kade, Voorbeeldkade 10, Den Haag",
    "inspiration": "Koninklijke Schouwburg",
}
LEADERS_FIRST = "Wat leren de pilots van elkaar?"
LEADERS_SECOND = "Brieven en belletjes: wat werkt?"
NETWORK_FIRST = "Eén gemiste betaling, en dan?"
INSPIRATION = "Directeuren aan zet"
STRIKE = "Morgen rijden er geen treinen."
SUBJECTS = {
    ("leaders", -150): LEADERS_SECOND,
    ("leaders", 13): "Van pilot naar project",
    ("network", 50): "Samen sneller helpen",
}
PAPER = "Namens %(name)s: wij hebben de afspraken gelezen en wij doen mee."
SCAN = "ondertekening-op-papier.pdf"
OTHERWISE = "brieven die mensen wél openen"
FOLLOWS = "Onze ledenraad beslist eerst. Volgend jaar horen jullie meer van ons."
MAY_SIGN = "Naima vervangt onze directeur bij afspraken met het netwerk."
INTRODUCTION = (
    "In juli 2016 spraken wij af om samen en op een nieuwe manier uitzicht te geven aan inwoners "
    "met schulden. Dat was de start van Schuldenlab070. Daar gaan wij mee door."
)
INTRODUCTION_EN = (
    "In July 2016 we agreed to give people with debts a way out, together and in a new way. That "
    "was the start of Schuldenlab070. We go on with it."
)
# What the successor says besides, by the number of the clause: in Dutch and in English.
ADDED = {
    2: (
        "Een partner zit hoogstens drie jaar achter elkaar in de raad.",
        "A partner sits in the raad for at most three years in a row.",
    ),
    5: (
        "Het kernteam vraagt de raad altijd vooraf, niet achteraf.",
        "The kernteam always asks the raad before, never after.",
    ),
}

NO_SEAT = "Volgend jaar verhuizen wij en hebben wij te weinig tijd. Wij blijven wel meedoen."
RAAD_PLACE = "Stadhuis, kamer 1.08"
RAAD_FIRST = "Het jaarprogramma vaststellen"
RAAD_SECOND = "Vroeg erbij: van plan naar pilot"
RAAD_THIRD = "Wat loopt er, en wat niet?"
RAAD_FOURTH = "Wat doen wij met de open zetel?"
RAAD_NEXT = "Waar staan wij nu?"
POINT_PROGRESS = "Voortgang van het jaarprogramma"
POINT_PROGRESS_TEXT = (
    "Het kernteam vertelt per thema wat er is gedaan, wat later komt en wat hulp nodig heeft."
)
POINT_PROGRAMME = "Jaarprogramma %(year)s vaststellen"
POINT_PROGRAMME_TEXT = "De raad stemt in deze vergadering. De tekst en de regels staan hieronder."
POINT_PILOT = "Pilot “Vroeg erbij”"
POINT_PILOT_TEXT = "Wat kost de pilot, wie heeft er baat bij, en kan hij beginnen?"
POINT_LETTERS = "Brieven stilgelegd in “Post zonder stress”"
POINT_LETTERS_TEXT = "Na een fout in een proefbrief zijn de brieven gestopt. Wat is er gebeurd?"
POINT_SEAT = "De open zetel"
POINT_SEAT_TEXT = "Verzekeraar Haringkade is geen partner meer. Wie vragen wij voor deze zetel?"
POINT_NEXT = "Wat nemen wij mee naar volgend jaar?"
POINT_NEXT_TEXT = "Iedere zetel noemt één ding dat werkte en één ding dat anders moet."
NOT_RIGHT = "Bij ons staat “onthouding”. Wij stemden voor."
CORRECTED = "Dat hebben wij verkeerd verstaan. Uw stem staat nu goed."
