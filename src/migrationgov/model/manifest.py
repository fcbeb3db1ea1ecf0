"""What a dataset is, as of when, and on which terms."""

from __future__ import annotations

from attrs import field, frozen

from migrationgov.looks import Looks
from migrationgov.model.dates import PartialDate
from migrationgov.model.guards import a_count, a_date, a_text, some_text

#: The form of the data files this version writes. It reads earlier ones, too (`upgrades.py`), and
#: refuses later ones.
FORM = 2


@frozen(kw_only=True, repr=False)
class Manifest(Looks):
    """
    The title page of a dataset.

    Attributes:
        name: What it is called.
        as_of: The day up to which evidence was collected.
        licence: SPDX id of the terms the data may be used on.
        form: Version of the form of its files.
        note: What a reader should know.
    """

    name: str = field(validator=some_text)
    as_of: PartialDate = field(converter=a_date)
    licence: str = field(validator=some_text)
    form: int = field(default=FORM, validator=a_count)
    note: str = field(default="", validator=a_text)

    def __str__(self) -> str:
        return f"{self.name}, as of {self.as_of}, {self.licence}"
