"""The title page of a dataset: its name, its date, its licence."""

from __future__ import annotations

from attrs import field, frozen

from migrationgov.dates.partial_date import PartialDate
from migrationgov.model.converters import to_date
from migrationgov.model.validators import is_nonempty_str, is_nonnegative_int, is_str
from migrationgov.record import Record

#: The version of the form in which data files are written. Earlier versions are read, too
#: (`datasets/format_migrations.py`); later versions are refused.
SCHEMA_VERSION = 3


@frozen(kw_only=True, repr=False)
class Manifest(Record):
    """
    The title page of a dataset: its name, its date, its licence.

    Attributes:
        name: Name of the dataset.
        as_of: The day up to which the evidence was collected.
        licence: SPDX id of the licence of the data.
        release: The name of the release ("26.1"), for citations; "" for data that are no release.
        schema_version: Version of the form of its files.
        note: What a reader should know.
    """

    name: str = field(validator=is_nonempty_str)
    as_of: PartialDate = field(converter=to_date)
    licence: str = field(validator=is_nonempty_str)
    release: str = field(default="", validator=is_str)
    schema_version: int = field(default=SCHEMA_VERSION, validator=is_nonnegative_int)
    note: str = field(default="", validator=is_str)

    def __str__(self) -> str:
        return f"{self.title}, as of {self.as_of}, {self.licence}"

    @property
    def title(self) -> str:
        """The name of the dataset with that of its release."""
        return f"{self.name} {self.release}".rstrip()

    @property
    def version(self) -> str:
        """The name of the release; of data that are no release, the date of the evidence."""
        return self.release or str(self.as_of)

    @property
    def authors(self) -> str:
        """Who made the dataset, for citations and metadata ("The migrationgov authors")."""
        is_sentence = "," in self.name  # "migrationgov, from 2 of 9 sources", or a merge
        return f"The authors of {self.name}" if is_sentence else f"The {self.name} authors"
