"""What tells the records of a kind apart: two records with one key are about one fact."""

from __future__ import annotations

from typing import Any

#: What tells two records of a kind apart; those that agree in it tell the same fact.
SAME: dict[str, tuple[str, ...]] = {
    "Citation": ("source", "locator", "gives"),
    "Name": ("text", "lang", "form"),
    "SystemCode": ("number", "start"),
    "Transition": ("state", "organization", "kind", "date"),
    "Attestation": ("state", "organization", "status", "date"),
    "Milestone": ("kind", "date"),
    "StatusReport": ("as_of",),
    "ParticipantLists": ("as_of", "meeting", "lists"),
    "Term": ("role", "state", "organization", "start"),
    "Officer": ("name",),
    "Tenure": ("office", "person", "unit", "start"),
    "Relation": ("to", "kind", "start"),
    "Headquarters": ("place", "state", "start"),
    "Presence": ("state", "place", "start"),
    "DatedAttestation": ("date",),
    "AttestedName": ("text", "as_of"),
    "StrategyItem": ("kind", "number", "label"),
    "CountClaim": ("as_of", "counted", "value", "modifier", "label"),
    "Claim": ("value",),
    "Disagreement": ("subject", "field"),
}


def key_of(record: Any) -> tuple[Any, ...]:
    """Return what tells a record apart from others of its kind."""
    name = type(record).__name__
    return name, *(getattr(record, each) for each in SAME.get(name, ("id",)))
