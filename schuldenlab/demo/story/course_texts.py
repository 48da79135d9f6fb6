"""What people write about changes of course: made-up data in Dutch, so it is not translated."""

POST = {
    "title": "Post zonder stress: brieven stoppen",
    "about": "project",
    "subject": "Post zonder stress",
    "kind": "other",
    "what": "Wij versturen voorlopig geen nieuwe brieven in “Post zonder stress”.",
    "why": "In een proefbrief stond een verkeerd rekeningnummer. 38 mensen kregen die brief.",
    "effect": "De proef ligt zes weken stil. Iedereen die de brief kreeg, is gebeld.",
}
POST_CRUCIAL = "Het project ligt stil en staat in het programma dat de raad heeft vastgesteld."
POST_URGENT = (
    "Elke dag dat wij doorgingen, kregen meer mensen een foute brief. Daarom zijn wij gestopt "
    "voordat wij de raad vroegen."
)
POST_ADVICE = {
    "title": "Advies: stop met de brieven was terecht",
    "text": (
        "De programmaraad vindt dat het kernteam goed heeft gehandeld. Een volgende keer hoort de "
        "raad het dezelfde dag. De brieven gaan pas weer uit na een controle door twee mensen."
    ),
}
LEFT = {
    "why": "Verzekeraar Haringkade is overgenomen en richt zich op andere steden.",
    "effect": (
        "De raad heeft vijf van de zes zetels. Wij vragen een andere partner voor de open zetel, "
        "en gaan tot die tijd met vijf verder."
    ),
}
LEFT_DECISION = {
    "title": "Verder met vijf zetels, en Fonds Vlietland gevraagd",
    "text": "De raad gaat met vijf zetels verder en vraagt Fonds Vlietland voor de open zetel.",
}
LEFT_RESULT = "Fonds Vlietland heeft de open zetel."
ZZP = {
    "title": "Schone lei zzp: verder met minder geld",
    "about": "project",
    "subject": "Schone lei zzp",
    "kind": "pledge_withdrawn",
    "what": (
        "“Schone lei zzp” gaat verder zonder de toezegging van Verzekeraar Haringkade: met twintig "
        "ondernemers in plaats van dertig."
    ),
    "why": "De toezegging van Verzekeraar Haringkade vervalt, omdat zij geen partner meer is.",
    "effect": "Tien ondernemers wachten een jaar langer. De opzet en de partners blijven gelijk.",
}
ZZP_PAID = "Levert de gegevens over energieschulden."
ZZP_AGAINST = "Met twintig ondernemers leren wij te weinig. Wacht liever op nieuw geld."
ZZP_RESULT = "Twintig ondernemers doen mee. De tien anderen hebben bericht."
DROPPED = {
    "title": "“Ondernemer met zorgen” stopt",
    "about": "theme",
    "kind": "theme_dropped",
    "what": "Wij stoppen met de verkenning van “Ondernemer met zorgen”.",
    "why": "Er zijn al vier loketten voor ondernemers. Geen partij ziet een eigen baat.",
    "effect": (
        "Dit jaar verkennen wij drie thema’s in plaats van vier. De tijd gaat naar de andere drie, "
        "en het logboek blijft."
    ),
}
DROPPED_DECISION = {
    "title": "“Ondernemer met zorgen” stopt",
    "text": (
        "De raad is het ermee eens dat de verkenning van “Ondernemer met zorgen” stopt, omdat geen "
        "partij er een eigen baat in ziet. De tijd gaat naar de andere drie thema’s."
    ),
}
SPEAKERS = {
    "title": "Minder sprekers, meer verkenning",
    "about": "programme",
    "kind": "budget_moved",
    "category": "events",
    "what": "€ 4.000 voor sprekers gaat naar de verkenning van “Geldles op het mbo”.",
    "why": "Twee sprekers komen zonder vergoeding. De scholen vragen om extra lessen.",
    "effect": "Vier extra lessen. De bijeenkomsten blijven zoals zij zijn.",
}
SPEAKERS_MINOR = "Het is € 4.000 van de € 30.000, en geen bijeenkomst vervalt."
SPEAKERS_RESULT = "De vier lessen staan in het rooster."
DESK = {
    "title": "Ondernemersloket naar de bibliotheek",
    "about": "theme",
    "subject": "Ondernemer met zorgen",
    "kind": "other",
    "what": "Het loket voor ondernemers komt in de bibliotheek, niet in het stadhuis.",
    "why": "Ondernemers zeggen dat zij het stadhuis liever niet binnenlopen.",
    "effect": "De opening schuift drie weken op.",
}
DESK_MINOR = "Alleen de plek verandert. Vraag, doel en geld blijven gelijk."
DESK_CALL = "Bij de bibliotheek komt ook de bank in beeld. Daar willen wij in de raad over praten."
SCHOOL = {
    "title": "Geldles ook op een tweede school",
    "about": "theme",
    "subject": "Geldles op het mbo",
    "kind": "other",
    "what": "Wij stellen voor om de lessen ook op het mbo in Zuidwest te geven.",
    "why": "De school heeft er zelf om gevraagd, en wij hebben er een docent voor.",
    "effect": "Zestig studenten meer. Het kost het thema niets extra.",
}
