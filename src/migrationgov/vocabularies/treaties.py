"""The words of treaties and of resolutions."""

from __future__ import annotations

from migrationgov.vocabularies import Vocabulary


class TreatyKind(Vocabulary):
    """What kind of treaty it is, by its title."""

    CONVENTION = "convention"
    PROTOCOL = "protocol"
    AGREEMENT = "agreement"


class Adoption(Vocabulary):
    """How a resolution was adopted."""

    VOTE = "vote"
    WITHOUT_VOTE = "without-vote"


class Vote(Vocabulary):
    """How a state voted."""

    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"
