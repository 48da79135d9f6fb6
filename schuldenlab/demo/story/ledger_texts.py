"""Talks, years ahead and a mistake in the ledger of the demo. In Dutch."""

from decimal import Decimal

from programme.models import BudgetCategory

from .money_texts import hours

# When it begins, what it is about, which partner speaks, and who.
TALKS = (
    ("14:20", "Wat een energiebedrijf ziet na één gemiste betaling", "EZ", "Fenna Dijkgraaf"),
    ("14:50", "Bellen voordat de brief komt", "CH", "Samira Haddad"),
    ("15:30", "Wat huurders zelf zeggen: honderd gesprekken", "HZ", "de onderzoekers"),
)
HOURS_BY, HOURS_FOR = "UR", BudgetCategory.INNOVATION
HOURS = hours(80, 75, "Uren van een ontwerper bij de verkenning van thema’s", "het kernteam")
# Years after the story's, the month in which it is due, and the value.
HOURS_PARTS = ((1, 3, 2_000), (1, 9, 1_000), (2, 3, 3_000))
WRONG_BY, WRONG_FOR = "ZP", BudgetCategory.PROJECTS
WRONG_TEXT = "Voor kleine kosten van projecten"
TYPED, PROMISED, PROMISED_WORDS = Decimal(5_200), Decimal(2_500), "€ 2.500"
CORRECTED = "De cijfers waren verwisseld: in de brief staat € 2.500."
LETTER = "toezegging-projecten.pdf"
LETTER_TITLE = "Toezegging aan Schuldenlab070"
LETTER_TEXT = "Wij betalen %(amount)s mee aan kleine kosten van projecten."
