"""The command line, `kontaktforloeb KOMMANDO ...`, with exit status 0, 1 or 2.

0: no requirement is unmet; 1: at least one is (`--streng`: or late, or undetermined); 2: bad input or usage.
With 2 every fault stands on standard error and nothing on standard output.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from kontaktforloeb.kommandolinje import argumenter as arg
from kontaktforloeb.kommandolinje.ud import standardfejl, standardoutput, systemfejl

_HELP = ("-h", "--help", "--hjaelp")
_BAD_INPUT = 2
_INTERRUPTED = 130


def main(words: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        words: The words after the program's name; None: those of the process.

    Returns:
        The exit status.

    Examples:
        >>> main(["--hjaelp"])  # doctest: +ELLIPSIS
        Brug: kontaktforloeb KOMMANDO ...
        0
    """
    given = list(sys.argv[1:] if words is None else words)
    sprog = arg.find_language(given)
    try:
        return _run(given, sprog)
    except arg.UsageError as faults:
        return _say(faults.lines, given)
    except OSError as fault:
        return _say([systemfejl(fault, sprog)], given)
    except KeyboardInterrupt:
        return _INTERRUPTED


def _run(words: list[str], sprog: str) -> int:
    if not words:
        standardfejl(arg.overview(sprog).splitlines())
        return _BAD_INPUT
    first, *rest = words
    command = next((c for c in arg.COMMANDS if c.name == first), None)
    if command is None:
        return _aside(first, sprog)
    if any(word in _HELP for word in rest):
        _show(arg.command_help(command, sprog))
        return 0
    args = arg.parse(command, rest, sprog)

    from kontaktforloeb.kommandolinje import kommandoer

    try:
        return kommandoer.COMMANDS[command.name](args)
    except kommandoer.InputError as faults:
        return _say(faults.lines, words)
    except OSError as fault:
        return _say([systemfejl(fault, sprog, args.ud or "")], words)


def _aside(word: str, sprog: str) -> int:
    """What is asked without a command: help, the version."""
    if word in _HELP:
        _show(arg.overview(sprog))
    elif word == "--version":
        from importlib.metadata import version

        _show(f"kontaktforloeb {version('kontaktforloeb')}\n")
    else:
        names = [c.name for c in arg.COMMANDS]
        message = arg.Text(
            f"{word!r} er ingen kommando; tilladt: {arg.listed(names, 'eller')}",
            f"{word!r} is no command; allowed: {arg.listed(names, 'or')}",
        )
        raise arg.UsageError([message.paa(sprog)])
    return 0


def _show(text: str) -> None:
    """Text on standard output, with `?` for what it cannot show. Raises `OSError` where it is closed or full."""
    with standardoutput() as stream:
        encoding = stream.encoding or "utf-8"
        stream.write(text.encode(encoding, "replace").decode(encoding))


def _say(lines: Sequence[str], words: Sequence[str]) -> int:
    """Name every fault on standard error."""
    known = words[0] if words and any(k.name == words[0] for k in arg.COMMANDS) else None
    prefix = f"kontaktforloeb {known}" if known else "kontaktforloeb"
    standardfejl(f"{prefix}: {line}" for line in lines)
    return _BAD_INPUT


if __name__ == "__main__":
    sys.exit(main())
