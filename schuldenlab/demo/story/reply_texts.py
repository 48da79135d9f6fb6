"""The words of chapter 25: the programme of the network meeting, its papers, and who needs what."""

LEAD = "Hoe ziet u geldzorgen eerder? En wie belt dan? Partners delen wat werkt."
KERNTEAM = "Kernteam"
# When it begins, what it is, an explanation, by which partners, and by whom else.
PROGRAMME: tuple[tuple[str, str, str, tuple[str, ...], str], ...] = (
    ("14:00", "Inloop met koffie", "", (), ""),
    ("14:30", "Opening", "Wat spraken wij de vorige keer af en wat is gedaan?", (), KERNTEAM),
    (
        "14:50",
        "Eén gemiste betaling, en dan?",
        "Drie partners laten zien hoe zij vroeg contact zoeken.",
        ("ZD", "CH", "EZ"),
        "",
    ),
    (
        "15:45",
        "Aan tafel: wat doet u morgen anders?",
        "U werkt in groepen van 6 aan één voorbeeld.",
        ("FV",),
        "",
    ),
    ("16:45", "Afspraken maken", "Iedere organisatie kiest één actie.", (), KERNTEAM),
    ("17:00", "Borrel", "", (), ""),
)
PAPERS = (
    (
        "Uitnodiging en route",
        "uitnodiging-en-route.pdf",
        (
            "U bent van harte welkom in Zaal De Vliet, Voorbeeldkade 12 in Den Haag.",
            "Met de tram: halte Voorbeeldkade. Vandaar is het twee minuten lopen.",
            "Met de auto: parkeren kan achter het gebouw. Er zijn plekken voor een rolstoelbus.",
        ),
    ),
    (
        "Zo bereidt u zich voor",
        "zo-bereidt-u-zich-voor.pdf",
        (
            "Neem één voorbeeld mee van een klant die één keer niet betaalde. Zonder naam.",
            "Wat deed uw organisatie in de eerste maand? Wat zou u nu anders doen?",
        ),
    ),
)
REPLACEMENT = "Hanneke Winterswijk"
NEEDS = {"GD": "Een plek voor een rolstoel", "WL": "Een schrijftolk"}
