"""The texts of the kernteam's letters."""

SAVE_THE_DATE = {
    "subject": "Houd deze middag vrij: inspiratiebijeenkomst voor directeuren",
    "text": (
        "De datum van onze inspiratiebijeenkomst staat vast. Wilt u deze middag vrijhouden?\n\n"
        "Wij praten die middag over drie vragen:\n\n"
        "- Wat merkt een inwoner van ons netwerk?\n"
        "- Waar lopen onze organisaties op vast?\n"
        "- Wat spreken wij voor volgend jaar af?\n\n"
        "U krijgt later een uitnodiging met het programma. Kunt u niet? Dan is een collega uit uw "
        "directie welkom."
    ),
    "subject_en": "Keep this afternoon free: inspiration event for directors",
    "text_en": (
        "The date of our inspiration event is fixed. Will you keep this afternoon free?\n\n"
        "We talk about three questions:\n\n"
        "- What does a resident notice of our network?\n"
        "- Where do our organisations get stuck?\n"
        "- What do we agree on for next year?\n\n"
        "You get an invitation with the programme later. Can you not come? Then another director "
        "of your organisation is welcome."
    ),
}
NEWS = {
    "subject": "Nieuws: de Noodbuffer heeft een prototype",
    "text": (
        "De afgelopen maanden werkten vijf partners aan de Noodbuffer. Nu is er een prototype.\n\n"
        "Wat het prototype laat zien\n----------------------------\n\n"
        "Met een buffer van € 300 komen huishoudens een kapotte wasmachine te boven zonder nieuwe "
        "schuld. De aanvraag kost tien minuten en er is geen formulier van de gemeente nodig.\n\n"
        "Wilt u het zien? Bel of mail het kernteam. Wij komen graag bij u langs."
    ),
}
DRAFT = {
    "subject": "Houd vrij: de tweede netwerkbijeenkomst van dit jaar",
    "text": (
        "Wij zien elkaar weer met het hele netwerk. Wilt u deze middag vrijhouden?\n\n"
        "Het programma volgt. Heeft u een onderwerp? Stuur het aan het kernteam."
    ),
}

# What the mail server of a partner sends back when a mailbox is full (RFC 3464).
CAME_BACK = """\
From: MAILER-DAEMON@mx.example
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="part"

--part
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; {address}
Action: failed
Status: 5.2.2

--part
Content-Type: text/rfc822-headers

Message-ID: {message_id}

--part--
"""
