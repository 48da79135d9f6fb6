"""Take away each constraint of each model, and see that it is missed."""

from __future__ import annotations

import pytest
from django.db import transaction

from schuldenlab.portal.integrity.constraints import constraint_faults, known_constraints
from tests.portal.test_integrity import ask, broken, run

pytestmark = pytest.mark.django_db
OF_A_NAME = """
    SELECT 'ALTER TABLE ' || conrelid::regclass || ' DROP CONSTRAINT ' || quote_ident(conname)
           || ' CASCADE'
      FROM pg_constraint WHERE conrelid = to_regclass(%s) AND conname = %s
    UNION ALL
    SELECT 'DROP INDEX ' || indexrelid::regclass FROM pg_index
     WHERE indrelid = to_regclass(%s) AND indexrelid::regclass::text = %s
       AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)
"""
OF_A_COLUMN = """
    SELECT 'ALTER TABLE ' || conrelid::regclass || ' DROP CONSTRAINT ' || quote_ident(conname)
           || ' CASCADE'
      FROM pg_constraint
     WHERE conrelid = to_regclass(%s) AND position(contype::text in %s) > 0
       AND conkey = ARRAY(SELECT attnum FROM pg_attribute
                           WHERE attrelid = conrelid AND attname = %s)
"""


def test_every_constraint_that_is_gone_is_named() -> None:
    """Every named constraint, key and unique field of every model, one after the other."""
    silent = []
    for known in known_constraints():
        drops = (
            ask(OF_A_NAME, [known.table, known.name] * 2)
            if known.name
            else (ask(OF_A_COLUMN, [known.table, known.kinds, known.column]))
        )
        assert drops, known
        with transaction.atomic():
            run(*drops)
            if str(known) not in {fault.where for fault in constraint_faults([known])}:
                silent.append(str(known))
            transaction.set_rollback(True)
    assert silent == []


def test_a_constraint_that_old_rows_may_break() -> None:
    name = "letter_sent_has_moment"
    assert broken(
        f"ALTER TABLE outbox_letter DROP CONSTRAINT {name}",
        f"ALTER TABLE outbox_letter ADD CONSTRAINT {name} CHECK (true) NOT VALID",
    ) == {("constraint", f"outbox_letter {name}")}
