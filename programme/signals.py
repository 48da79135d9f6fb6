"""What happened in the year, for apps above that must know; they answer in `receivers.py`."""

from django.dispatch import Signal

# A change of course was opened because a partner leaves. Sent inside that transaction, with
# `change`, `actor` and `at`.
departure_opened = Signal()
# A ballot was closed, whatever came out. Sent inside that transaction, with `ballot` and `at`.
ballot_closed = Signal()
