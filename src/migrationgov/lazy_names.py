"""Names of a package that are imported when they are first used, so that importing it is cheap."""

from __future__ import annotations

import sys
from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def lazy_names(
    package: str, homes: Mapping[str, str], submodules: tuple[str, ...] = ()
) -> tuple[Callable[[str], object], Callable[[], list[str]]]:
    """
    Return the `__getattr__` and the `__dir__` of a package whose names load lazily.

    Args:
        package: Name of the package.
        homes: For each module, the public names that it defines, separated by blanks.
        submodules: Modules that are attributes of the package themselves.
    """
    modules = {name: module for module, names in homes.items() for name in names.split()}

    def get(name: str) -> object:
        if name not in modules and name not in submodules:
            raise AttributeError(f"module {package!r} has no attribute {name!r}{near(name)}")
        module = import_module(
            f"migrationgov.{modules[name]}" if name in modules else f"{package}.{name}"
        )
        value = getattr(module, name) if name in modules else module
        # the next use finds the name in the module and does not come here
        return vars(sys.modules[package]).setdefault(name, value)

    def near(name: str) -> str:
        """Return a hint at similar names; Python looks for them only where it shows the error."""
        if name.startswith("_"):  # tools ask for these, and never read why they are not there
            return ""
        from difflib import get_close_matches  # noqa: PLC0415 -- only a misspelt name needs it

        close = get_close_matches(name, [*modules, *submodules])
        return f" (did you mean {', '.join(close)}?)" if close else ""

    def names() -> list[str]:
        dunders = (name for name in vars(sys.modules[package]) if name.startswith("__"))
        return sorted({*modules, *submodules, *dunders})

    return get, names
