"""What the kernteam writes in the account of the story year; figures stand by their names."""

FOREWORD = (
    "Wie schulden heeft, heeft vaak met veel organisaties tegelijk te maken. Daarom werken "
    "wij samen: banken, verzekeraars, woningcorporaties, energiebedrijven, de gemeente en "
    "anderen. Nu zijn dat {partners} partners.\n\n"
    "Dit is een tussenstand. Het jaar is nog niet voorbij, maar wij willen nu al laten zien"
    " hoe het gaat. Elk cijfer komt uit onze eigen administratie. Klik erop en u ziet "
    "waaruit het bestaat."
)
SHORT = (
    "Dit jaar kwamen {partners_joined} partners erbij en gingen er {partners_left} weg. Van"
    " alle partners zijn er {ambassadors} ambassadeur van een thema.\n\n"
    "Wij vroegen de partners om het nieuwe samenwerkingskader te tekenen. Er zijn nu "
    "{signatures} handtekeningen. Wie nog niet tekende, blijft gewoon partner."
)
DECIDED = (
    "De programmaraad nam dit jaar {decisions} besluiten en stemde {ballots} keer. Eén keer"
    " staakten de stemmen: over de laatste plek voor een thema. In de tweede ronde koos de "
    "raad.\n\n"
    "Daarna vroegen wij alle partners of zij achter het programma staan. {commitments} "
    "partners zeiden ja."
)
MEETINGS = (
    "Wij kwamen {meetings} keer bij elkaar. Over alle bijeenkomsten samen waren er "
    "{attendance} keer mensen van een organisatie.\n\n"
    "Eén bijeenkomst van projectleiders ging op de dag zelf niet door, omdat er geen "
    "treinen reden. Wij haalden die later in."
)
PROJECTS = (
    "Wij verkenden {themes} thema’s. Daarvan is {delivered} af: een prototype van een "
    "noodbuffer. Met één thema zijn wij gestopt, omdat geen partij er baat bij zag. Ook dat"
    " is een uitkomst.\n\n"
    "Er lopen {projects} projecten. Een project start pas als het geld rond is. Daarom "
    "wacht ‘Vroeg erbij’ nog op de pilot."
)
MONEY = (
    "Voor de begroting van dit jaar is {money_needed} nodig, verdeeld over vier "
    "posten. Daarvan zijn er {money_arranged} rond.\n\n"
    "Partners geven ook aan een fase van een project. Alles bij elkaar is {money_firm} zeker en "
    "{money_delivered} ontvangen. Partners geven niet alleen geld, maar ook uren en kennis:"
    " samen goed voor {in_kind}.\n\n"
    "Voor elke euro van de gemeente leggen de partners {leverage} in. Wat één partner "
    "geeft, staat hier niet. Dat vertelt die partner zelf."
)
KOMPAS = (
    "Wij hebben acht afspraken met elkaar. Daarvan lopen er {kompas} goed. Eén afspraak is "
    "niet gehaald: bij een spoedbesluit spraken wij de programmaraad pas achteraf. Dat had "
    "eerder gemoeten."
)
LEARNED = (
    "Een thema dat stopt, is geen verlies als u weet waarom. Wij leggen nu bij elke "
    "verkenning vast wie er baat bij heeft, nog voor wij geld vragen.\n\n"
    "En: een datum prikken kost meer tijd dan de bijeenkomst zelf. Wij beginnen daarom een "
    "maand eerder."
)
NEXT = (
    "Volgend jaar geldt een nieuw samenwerkingskader. De programmaraad van volgend jaar "
    "kiest de thema’s. Ook komt het hele netwerk weer bij elkaar."
)
FIRST = {
    "foreword": FOREWORD,
    "short": SHORT,
    "decided": DECIDED,
    "meetings": MEETINGS,
    "projects": PROJECTS,
    "money": MONEY,
    "kompas": KOMPAS,
    "learned": LEARNED,
    "next": NEXT,
}
# Two texts of the next edition, which is being written.
SECOND = {
    "short": (
        "Dit jaar kwamen {partners_joined} partners erbij en gingen er {partners_left} weg."
        " Van alle partners zijn er {ambassadors} ambassadeur van een thema.\n\n"
        "Er zijn nu {signatures} handtekeningen onder het nieuwe samenwerkingskader. Eén "
        "daarvan kwam op papier en stond nog niet in de vorige tussenstand."
    ),
    "learned": LEARNED
    + "\n\n"
    + (
        "Ook leerden wij dat papier later komt dan mail. Wij vragen partners die op papier "
        "tekenen nu om ons meteen te bellen."
    ),
}
