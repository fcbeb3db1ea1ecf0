"""The closed vocabularies of record fields and parameters, and the types of identifiers.

A new word needs: its line here, its row in `docs/codebook.md` (a test compares the two) and, for a
kind of transition, its place in `model/legal_transitions.py`. The words of some subjects
have modules of their own in this package.
"""

from __future__ import annotations

from enum import StrEnum

from migrationgov.errors import UnknownTermError, hint_at_word, short_repr
from migrationgov.lazy_names import lazy_names

# typing costs a third of an interpreter start; checkers read the branch, the runtime does not.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import NewType, NoReturn, Self

    StateId = NewType("StateId", str)
    OrganizationId = NewType("OrganizationId", str)
    ProcessId = NewType("ProcessId", str)
    TreatyId = NewType("TreatyId", str)
    SourceId = NewType("SourceId", str)
else:
    StateId = OrganizationId = ProcessId = TreatyId = SourceId = str


class Vocabulary(StrEnum):
    """A word of a closed vocabulary; the error for any other word lists all words."""

    @classmethod
    def parse(cls, value: object) -> Self:
        """Return the word for a word or its text; an array, for example, is refused."""
        return cls(value) if isinstance(value, str) else cls._missing_(value)

    @classmethod
    def _missing_(cls, value: object) -> NoReturn:
        everyday = cls._everyday().get(value.casefold(), ()) if isinstance(value, str) else ()
        spaced = (f" {each.lower()}" if each.isupper() else each for each in cls.__name__)
        words = "".join(spaced).strip()
        hint = (
            f" (did you mean {' or '.join(everyday)}?)" if everyday else hint_at_word(value, cls)
        )
        raise UnknownTermError(
            f"{short_repr(value)} is no {words}{hint}", f"there are {', '.join(cls)}"
        )

    @classmethod
    def _everyday(cls) -> Mapping[str, tuple[str, ...]]:
        """Return words that people use, and the words of the vocabulary that they may mean."""
        return {}


class Status(Vocabulary):
    """The relation of a party to an institution on a day."""

    NONE = "none"
    APPLICANT = "applicant"
    ASSOCIATE = "associate"
    OBSERVER = "observer"
    MEMBER = "member"
    SIGNATORY = "signatory"
    PARTY = "party"


class TransitionKind(Vocabulary):
    """What a transition is: one dated step in the relation of a party to an institution."""

    APPLIED = "applied"
    APPLIED_AS_OBSERVER = "applied-as-observer"
    ADMITTED = "admitted"
    ACCEPTED = "accepted"
    SEATED = "seated"
    JOINED = "joined"
    SUCCEEDED = "succeeded"
    CONTINUED = "continued"
    BECAME_ASSOCIATE = "became-associate"
    BECAME_OBSERVER = "became-observer"
    CEASED_OBSERVER = "ceased-observer"
    NOTIFIED_WITHDRAWAL = "notified-withdrawal"
    WITHDREW = "withdrew"
    SUSPENDED = "suspended"
    RESUMED = "resumed"
    LAPSED = "lapsed"
    APPROVED_AT_HOME = "approved-at-home"
    REJECTED_AT_HOME = "rejected-at-home"
    ATTENDED = "attended"
    SIGNED = "signed"
    SUCCEEDED_TO_SIGNATURE = "succeeded-to-signature"
    DEFINITIVELY_SIGNED = "definitively-signed"
    RATIFIED = "ratified"
    APPROVED = "approved"
    ACCEDED = "acceded"
    BECAME_PARTY = "became-party"
    ENTERED_INTO_FORCE = "entered-into-force"
    DENOUNCED = "denounced"
    OTHER = "other"

    @classmethod
    def _everyday(cls) -> Mapping[str, tuple[str, ...]]:
        ends, begins = (cls.WITHDREW, cls.LAPSED), (cls.JOINED, cls.ACCEDED)
        words = {
            **dict.fromkeys(("left", "leave", "quit", "exit", "exited", "ended"), ends),
            **dict.fromkeys(("entered", "entry", "became-member"), begins),
        }
        return words | {"denunciation": (cls.DENOUNCED,), "observer": (cls.BECAME_OBSERVER,)}


class RegisterKind(Vocabulary):
    """What the parties of a register are: members of an institution, or parties to a treaty."""

    MEMBERSHIP = "membership"
    TREATY = "treaty"


class Scope(Vocabulary):
    """
    For which parties the transitions of a register are complete.

    All: whom the register does not name was never a party. Named: of other parties it says
    nothing. None: of the named parties, too, transitions may be missing; so it is in a dataset
    that is filtered by source.
    """

    ALL = "all"
    NAMED = "named"
    NONE = "none"


class Basis(Vocabulary):
    """Whether a source gives a value, or we concluded it."""

    STATED = "stated"
    DERIVED = "derived"


class SourceKind(Vocabulary):
    """What kind of document a source is."""

    OFFICIAL_DOCUMENT = "official-document"
    OFFICIAL_PAGE = "official-page"
    PRESS = "press"
    SECONDARY = "secondary"
    DATASET = "dataset"


class NameForm(Vocabulary):
    """What kind of name a name is."""

    SHORT = "short"
    OFFICIAL = "official"
    FORMER = "former"
    CUSTOMARY = "customary"
    ACRONYM = "acronym"
    AMBIGUOUS = "ambiguous"


class OrganizationKind(Vocabulary):
    """What kind of organization it is."""

    INTERGOVERNMENTAL = "intergovernmental"
    UNITED_NATIONS = "united-nations"
    REGIONAL = "regional"
    NON_GOVERNMENTAL = "non-governmental"
    GOVERNMENT_BODY = "government-body"
    SOVEREIGN_ENTITY = "sovereign-entity"
    GROUP = "group"


class Clock(Vocabulary):
    """
    What makes a party of a treaty.

    Effect: the treaty is in force for the party. Deposit: the party has deposited its instrument,
    as depositaries count.
    """

    EFFECT = "effect"
    DEPOSIT = "deposit"


class ProcessRole(Vocabulary):
    """The role of a party in a process or in one of its meetings; or its status elsewhere."""

    MEMBER = "member"
    ASSOCIATE = "associate"
    OBSERVER = "observer"
    PARTY = "party"
    SIGNATORY = "signatory"
    PARTNER = "partner"
    GUEST = "guest"
    PARTICIPANT = "participant"
    APPLICANT = "applicant"
    CHAIR = "chair"
    CO_CHAIR = "co-chair"
    SECRETARIAT = "secretariat"
    SUPPORT_UNIT = "support-unit"
    HOST = "host"
    ORGANIZER = "organizer"
    SUPPORTER = "supporter"
    FUNDER = "funder"


#: Roles that one party has, or a few parties together: states, organizations or both.
MIXED_ROLES = frozenset(
    {
        ProcessRole.CHAIR,
        ProcessRole.CO_CHAIR,
        ProcessRole.SECRETARIAT,
        ProcessRole.SUPPORT_UNIT,
    }
)


class ChangeKind(Vocabulary):
    """The change of a record between two datasets."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


class Grade(Vocabulary):
    """
    The certainty of a status or a role.

    Certain: the evidence leaves nothing else. Listed: the best reading of the evidence, which
    leaves more. Possible: the evidence does not exclude it, and a record names the party.
    """

    CERTAIN = "certain"
    LISTED = "listed"
    POSSIBLE = "possible"


if TYPE_CHECKING:
    from migrationgov.vocabularies.characteristics import CharacteristicKind as CharacteristicKind
    from migrationgov.vocabularies.characteristics import LegalNature as LegalNature
    from migrationgov.vocabularies.characteristics import Region as Region
    from migrationgov.vocabularies.characteristics import Theme as Theme
    from migrationgov.vocabularies.histories import MilestoneKind as MilestoneKind
    from migrationgov.vocabularies.histories import Office as Office
    from migrationgov.vocabularies.histories import RelationKind as RelationKind
    from migrationgov.vocabularies.histories import SessionKind as SessionKind
    from migrationgov.vocabularies.histories import StrategyKind as StrategyKind
    from migrationgov.vocabularies.histories import WorkKind as WorkKind
    from migrationgov.vocabularies.processes import ListKind as ListKind
    from migrationgov.vocabularies.processes import MeetingLevel as MeetingLevel
    from migrationgov.vocabularies.processes import ProcessKind as ProcessKind
    from migrationgov.vocabularies.processes import ProcessStatus as ProcessStatus
    from migrationgov.vocabularies.published_numbers import CountSubject as CountSubject
    from migrationgov.vocabularies.published_numbers import Explanation as Explanation
    from migrationgov.vocabularies.published_numbers import Modifier as Modifier
    from migrationgov.vocabularies.published_numbers import (
        ReconciliationOutcome as ReconciliationOutcome,
    )
    from migrationgov.vocabularies.treaties import Adoption as Adoption
    from migrationgov.vocabularies.treaties import TreatyKind as TreatyKind
    from migrationgov.vocabularies.treaties import Vote as Vote
else:
    __getattr__, _ = lazy_names(
        __name__,
        {
            "vocabularies.characteristics": "CharacteristicKind LegalNature Region Theme",
            "vocabularies.histories": (
                "MilestoneKind Office RelationKind SessionKind StrategyKind WorkKind"
            ),
            "vocabularies.processes": "ListKind MeetingLevel ProcessKind ProcessStatus",
            "vocabularies.treaties": "Adoption TreatyKind Vote",
            "vocabularies.published_numbers": (
                "CountSubject Explanation Modifier ReconciliationOutcome"
            ),
        },
    )
