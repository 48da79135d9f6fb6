"""What was on the agendas, and what the minutes say of it."""

LEADERS_POINTS = (
    ("discuss", "Wat leren de pilots van elkaar?", "Iedere projectleider noemt één ding."),
)
NETWORK_POINTS = (
    ("inform", "Wat spraken wij af?", "De afspraken van het samenwerkingskader in het kort."),
    (
        "discuss",
        "Eén gemiste betaling, en dan?",
        "Drie partners laten zien hoe zij vroeg contact zoeken.",
    ),
    ("discuss", "Wat doet u morgen anders?", "U werkt in groepen van 6 aan één voorbeeld."),
    ("decide", "Welke acties spreken wij af?", ""),
)
NEXT_POINTS = (
    ("inform", "Wat is er gedaan sinds de vorige keer?", "De acties van de vorige bijeenkomst."),
    (
        "discuss",
        "Samen sneller helpen",
        "Hoe ziet u geldzorgen eerder? En wie belt dan? Partners delen wat werkt.",
    ),
)
WAITING = ("discuss", "Een vaste dag voor het belteam", "Dit kwam de vorige keer niet aan de orde.")

LEADERS_TEXT = """1. Opening en mededelingen

De voorzitter heet iedereen welkom. Eén projectleider kon niet komen.

2. Voortgang per project

De projectleiders vertellen in drie minuten wat goed gaat en wat nodig is.

- Noodbuffer: de eerste twintig gezinnen doen mee.
- Post zonder stress: de nieuwe brieven zijn klaar.
- Vroeg erbij: de afspraken over gegevens liggen bij de juristen.

3. Wat leren de pilots van elkaar?

Alle pilots merken hetzelfde: bellen werkt beter dan schrijven. \
De projectleiders delen hun gesprekken."""
LEADERS_TEXT_SECOND = """1. Opening en mededelingen

Deze bijeenkomst is later dan gepland, want in juni reden er geen treinen.

2. Voortgang per project

De projecten liggen op koers. Eén project vraagt om een vaste contactpersoon bij de gemeente.

3. Brieven en belletjes

Een belletje binnen een week na de gemiste betaling levert het meeste op."""
NETWORK_TEXT = """1. Wat spraken wij af?

De manager van het kernteam vertelt kort wat in het kader staat en wat dit jaar nog komt.

2. Eén gemiste betaling, en dan?

Drie partners laten zien hoe zij vroeg contact zoeken. \
Zij bellen zelf, en sturen niet meteen een aanmaning. \
Twee van de drie mensen nemen op.

3. Wat doet u morgen anders?

In groepen werken de partners één voorbeeld uit. De uitkomsten staan op drie posters.

4. Welke acties spreken wij af?

Drie organisaties kiezen een actie. Zij staan hieronder."""
INSPIRATION_TEXT = """Wat er werd besproken

De directeuren spraken over wat zij zelf kunnen doen.

Wordt nog uitgewerkt."""

EXAMPLE = "Voorbeeldgesprek maken"
EXAMPLE_NOTE = "Het gesprek staat op één bladzijde en is getest."
TEAM = "Belteam oefenen met het gesprek"
LIST = "Lijst met vaste contactpersonen delen"
LETTERS = "Nieuwe brieven delen met de andere pilots"
