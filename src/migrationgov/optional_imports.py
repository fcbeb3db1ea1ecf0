"""Packages that only some calls need: imported by the call that needs them, or asked for."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from migrationgov.errors import MissingExtraError


def import_optional(module: str, extra: str = "") -> Any:
    """
    Import a module that is not always there.

    Args:
        module: Name of the module, as in an import statement.
        extra: The extra of this library that brings it; "" for one that its users bring.

    Raises:
        MissingExtraError: If it is not there; the message says how to get it.
    """
    try:
        return import_module(module)
    except ModuleNotFoundError as missing:
        package = module.partition(".")[0]
        if missing.name is None or missing.name.partition(".")[0] != package:
            raise  # it is there, and lacks something of its own
        wanted = f'"migrationgov[{extra}]"' if extra else package  # zsh reads bare brackets itself
        how = f"pip install {wanted}"
        raise MissingExtraError(f"this needs {package}: {how}", name=package) from None
