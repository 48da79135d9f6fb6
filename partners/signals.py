"""What happened here, for apps above that must know; they answer in their own `receivers.py`."""

from django.dispatch import Signal

# Somebody's account was closed and all roles ended. Sent inside that transaction, with
# `person`, `actor` and `at`.
person_left = Signal()
# A partnership was ended, or its end corrected. Sent inside that transaction, with `partnership`,
# `actor` and `at`.
partner_left = Signal()
# A lab was set up, or what missed of it. Sent inside that transaction, with `at`.
lab_set_up = Signal()
