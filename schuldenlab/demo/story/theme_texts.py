"""What people propose and write about innovation themes: made-up data in Dutch, not translated."""

from dataclasses import dataclass

LOOK_FOR = (
    "Wij zoeken vragen waar geen partner alleen een antwoord op heeft. Klein beginnen mag. "
    "Noem geen namen van mensen met schulden."
)


@dataclass(frozen=True)
class Proposal:
    """One proposal: who, about what, and who could guide it."""

    letters: str  # of the partner; empty for the kernteam
    subject: str
    title: str
    question: str
    why: str
    who_gains: str
    guide: str = ""
    outside: str = ""


BUFFER = Proposal(
    "FV",
    "Wonen",
    "Noodbuffer",
    "Helpt een kleine gezamenlijke buffer om een kapotte wasmachine geen schuld te laten worden?",
    "Voor veel huishoudens begint een schuld met één rekening van een paar honderd euro.",
    "Inwoners zonder spaargeld, en partners die minder achterstanden zien.",
    guide="FV",
)
TOGETHER = Proposal(
    "EZ",
    "Energie en water",
    "Energie en huur samen",
    "Kan één gesprek en één regeling genoeg zijn voor huur en energie?",
    "Wie moeite heeft met de huur, heeft vaak ook moeite met de energierekening.",
    "Huurders, corporaties en energiebedrijven.",
    guide="EZ",
)
LESSONS = Proposal(
    "BM",
    "Jongeren",
    "Geldles op het mbo",
    "Welke les helpt een student die achttien wordt en ineens zelf de rekeningen krijgt?",
    "Wij leiden jongeren op. In het tweede jaar zien wij de eerste deurwaarder.",
    "Studenten, scholen en werkgevers.",
    outside="Bureau Zonnestraat",
)
BUSINESS = Proposal(
    "",
    "Ondernemers",
    "Ondernemer met zorgen",
    "Waar kan een kleine ondernemer zonder gevolgen vragen wat er nog kan?",
    "Ondernemers melden zich laat, omdat zij bang zijn hun zaak te verliezen.",
    "Ondernemers, hun personeel en wie van hen nog geld krijgt.",
    guide="FB",
)
DIVORCE = Proposal(
    "SW",
    "Wonen",
    "Nieuwe start na scheiding",
    "Hoe voorkomen wij dat twee huishoudens na een scheiding allebei schulden krijgen?",
    "Op onze spreekuren is een scheiding de meest genoemde reden.",
    "Ouders en kinderen, en corporaties.",
    guide="SW",
)
OVERDRAFT = Proposal(
    "BN",
    "Gezondheid",
    "Niet meer rood staan",
    "Helpt het als de bank rood staan afbouwt samen met een coach?",
    "Wie lang rood staat, slaapt slecht en betaalt elke maand rente.",
    "Rekeninghouders die al een jaar rood staan.",
    guide="BN",
)
PROPOSALS = (BUFFER, TOGETHER, LESSONS, BUSINESS, DIVORCE, OVERDRAFT)
PAID = "Bank Noordzee zou voor de uitvoering betaald worden."

NEXT_PROPOSALS = (
    Proposal(
        "CH",
        "Wonen",
        "Eerst wonen, dan regelen",
        "Wat verandert er als wij een ontruiming een jaar uitstellen en eerst de schulden regelen?",
        "Een ontruiming kost ons allemaal meer dan de huurschuld zelf.",
        "Gezinnen met huurschuld, corporaties en de gemeente.",
        guide="CH",
    ),
    Proposal(
        "SD",
        "Werk",
        "Loon per week",
        "Komen mensen met een laag loon beter uit als zij per week betaald worden?",
        "In de laatste week van de maand melden zich de meeste mensen bij onze geldcoach.",
        "Werknemers en werkgevers.",
        guide="SD",
    ),
    Proposal(
        "ZP",
        "Gezondheid",
        "De huisarts vraagt ernaar",
        "Durft een huisarts naar geldzorgen te vragen als er meteen iemand klaarstaat?",
        "Stress door geld is vaak de echte klacht.",
        "Patiënten, huisartsen en zorgverzekeraars.",
        guide="ZD",
    ),
    Proposal(
        "",
        "Jongeren",
        "Achttien en nu",
        "Kan elke inwoner op zijn achttiende verjaardag één brief krijgen in plaats van tien?",
        "Toeslagen, zorgpremie en studieschuld beginnen allemaal in dezelfde maand.",
        "Jongeren, en de organisaties die hen nu los van elkaar schrijven.",
        outside="Een bureau dat eenvoudige brieven schrijft",
    ),
    Proposal(
        "WW",
        "Energie en water",
        "Eén teller voor thuis",
        "Helpt het als inwoners water, stroom en warmte op één plek zien?",
        "Een lekkende kraan zien klanten nu pas op de jaarrekening.",
        "Huishoudens en leveranciers.",
    ),
)

# theme, days from today, time, who writes (letters, or IZ for the facilitator), kind, text
NOTES = (
    (
        BUFFER,
        -225,
        "10:20",
        "FV",
        "step",
        (
            "Gesproken met drie partners die al iets als een buffer hebben. Geen van de drie "
            "wist dat de andere twee er een hadden."
        ),
    ),
    (
        BUFFER,
        -176,
        "15:05",
        "FV",
        "learned",
        (
            "Bedragen tot € 400 zijn genoeg voor negen van de tien aanvragen. Het gaat bijna "
            "altijd om iets in huis dat stuk is."
        ),
    ),
    (
        BUFFER,
        -96,
        "11:30",
        "FV",
        "step",
        (
            "Op papier uitgeprobeerd met twaalf bewoners: zij willen in kleine stappen "
            "terugbetalen, zonder brief."
        ),
    ),
    (
        BUFFER,
        -52,
        "09:40",
        "FV",
        "decision",
        "Wij maken een prototype en geen businesscase: eerst zien of mensen het gebruiken.",
    ),
    (
        TOGETHER,
        -214,
        "13:15",
        "EZ",
        "step",
        (
            "Tweehonderd dossiers naast elkaar gelegd, zonder namen. Bij zes van de tien "
            "huurders met een achterstand is er ook een achterstand bij energie."
        ),
    ),
    (
        TOGETHER,
        -88,
        "16:10",
        "CH",
        "learned",
        "Eén gesprek duurt twintig minuten langer en scheelt een tweede bezoek.",
    ),
    (
        LESSONS,
        -210,
        "14:25",
        "IZ",
        "step",
        (
            "Twee klassen bezocht. Studenten willen geen les over sparen; zij willen weten "
            "wat er gebeurt als je een rekening laat liggen."
        ),
    ),
    (
        LESSONS,
        -150,
        "10:45",
        "IZ",
        "learned",
        "Een verhaal van iemand van twintig werkt beter dan elk rekenvoorbeeld van ons.",
    ),
    (
        LESSONS,
        -61,
        "15:30",
        "IZ",
        "step",
        "Proefles van vijftig minuten gegeven aan 48 studenten op drie scholen.",
    ),
    (
        BUSINESS,
        -170,
        "11:00",
        "FB",
        "step",
        "Negen ondernemers gesproken. Zeven zochten pas hulp na een dwangbevel.",
    ),
    (
        BUSINESS,
        -64,
        "10:10",
        "FB",
        "learned",
        (
            "Er zijn al vier loketten. Een vijfde helpt niet; wij vonden geen partij die er "
            "zelf baat bij heeft."
        ),
    ),
)
CORRECTED = "Proefles van vijftig minuten gegeven aan 84 studenten op drie scholen."
RESULT = (
    "Een werkend prototype: aanvragen met drie vragen, binnen een dag antwoord, terugbetalen vanaf "
    "€ 10 per maand. Veertig huishoudens deden mee; drie betaalden één termijn te laat."
)
STOPPED = (
    "Geen partij ziet een eigen baat, en er zijn al vier loketten voor ondernemers. De raad "
    "besloot dat wij onze tijd beter aan de andere thema’s geven. Wat wij leerden staat in het "
    "logboek."
)
