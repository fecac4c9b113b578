"""The worked examples in the docstrings, one test a module."""

from __future__ import annotations

import doctest
import importlib
import importlib.util
import pkgutil

import pytest

import kontaktforloeb

#: Libraries that only an extra brings; a module that needs one that is not here is left to an environment that has it.
_EXTRAS = {"pyspark"}


def _modules() -> list[str]:
    found = pkgutil.walk_packages(kontaktforloeb.__path__, "kontaktforloeb.", onerror=lambda _: None)
    return ["kontaktforloeb", *sorted(module.name for module in found)]


@pytest.mark.parametrize("name", _modules())
def test_the_examples_of(name: str) -> None:
    try:
        module = importlib.import_module(name)
    except ModuleNotFoundError as missing:
        if missing.name not in _EXTRAS:
            raise
        pytest.skip(f"{missing.name} comes with an extra")
    tried = doctest.testmod(module, optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)

    assert 0 == tried.failed
