"""What happened here, for apps above that must know; they answer in their own `receivers.py`."""

from django.dispatch import Signal

# Somebody's account was closed and all roles ended. Sent inside that transaction, with
# `person`, `actor` and `at`.
person_left = Signal()
