"""A new text in a model fails here until somebody has said who may read it."""

from __future__ import annotations

from django.apps import apps

from .fields import READERS
from .planting import marker, text_fields


def test_every_text_of_every_model_has_readers() -> None:
    there = {(model._meta.label, field.name) for model, field in text_fields()}
    said = {(label, name) for label, fields in READERS.items() for name in fields}
    assert sorted(there - said) == [], "who may read this?"
    assert sorted(said - there) == [], "these are gone"


def test_no_marker_is_another_one() -> None:
    made = {marker(number) for number in range(20_000)}
    assert len(made) == 20_000
    assert {model._meta.label for model in apps.get_models()} >= set(READERS)
