"""What can be written on the command line, declared once: parsing, usage faults and help are all read from here.

Only the standard library is imported, so that `--hjaelp` and a usage fault answer at once.
Nothing is left to argparse's own checks: they stop at the first fault and speak English only.
"""

from __future__ import annotations

import argparse
import datetime as dt
import re
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, NoReturn

LOVGRUNDLAG = ("gaeldende", "aftale-2018")
LANGUAGES = ("da", "en")
#: The forms of a municipality's figures and of its working list.
FIGURES = ("csv", "json", "parquet", "html", "ics")
#: The dates that a case may hold; the law itself says which of them it can judge.
FIRST_DAY = dt.date(2010, 1, 1)
LAST_DAY = dt.date(2035, 12, 31)
#: The first day of the law that is encoded.
FIRST_LAW = dt.date(2015, 7, 1)

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")
#: Where a value should have stood and none did.
_MISSING = object()


class Text(NamedTuple):
    """The same words in both languages."""

    da: str
    en: str

    def paa(self, sprog: str) -> str:
        """The words in that language; Danish unless it is `en`."""
        return self.en if sprog == "en" else self.da


class InvalidValueError(Exception):
    """A value that an option does not take; `allowed` says what it takes."""

    def __init__(self, allowed: Text) -> None:
        super().__init__(allowed.da)
        self.allowed = allowed


class UsageError(Exception):
    """Everything that was wrong with the arguments, one line each, in the user's language."""

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__("\n".join(lines))
        self.lines = tuple(lines)


Reader = Callable[[str], Any]


class Option(NamedTuple):
    """One option or positional argument."""

    name: str
    metavar: str
    help: Text
    read: Reader = str
    default: Any = None
    required: bool = False
    repeat: bool = False
    flag: bool = False

    @property
    def field(self) -> str:
        """The attribute it fills."""
        return self.name.lstrip("-").replace("-", "_").lower()

    @property
    def positional(self) -> bool:
        """Whether it is written without a name."""
        return not self.name.startswith("-")


class Command(NamedTuple):
    """A command: its name, what it does, and its arguments."""

    name: str
    help: Text
    options: tuple[Option, ...]


# --- how a value is read -------------------------------------------------------------------------------------------


def read_date(text: str) -> dt.date:
    """A day as 2019-12-01, within what a case may hold.

    >>> read_date("2019-12-01")
    datetime.date(2019, 12, 1)
    """
    return _day(text, FIRST_DAY)


def law_date(text: str) -> dt.date:
    """A day as 2019-12-01, on which the law is encoded.

    >>> law_date("2015-07-01")
    datetime.date(2015, 7, 1)
    """
    return _day(text, FIRST_LAW)


def _day(text: str, first: dt.date) -> dt.date:
    try:
        day = dt.date.fromisoformat(text) if _DATE.fullmatch(text) else None
    except ValueError:
        day = None
    if day is None or not first <= day <= LAST_DAY:
        raise InvalidValueError(
            Text(
                f"en dato som 2019-12-01, fra {first} til {LAST_DAY}",
                f"a date such as 2019-12-01, from {first} to {LAST_DAY}",
            )
        )
    return day


def file_name(text: str) -> str:
    """The name of a file; an empty one would be the folder one stands in.

    >>> file_name("sag.json")
    'sag.json'
    """
    if not text:
        raise InvalidValueError(Text("navnet på en fil eller mappe", "the name of a file or folder"))
    return text


def read_month(text: str) -> dt.date:
    """A month as 2019-12, given back as its first day.

    >>> read_month("2019-12")
    datetime.date(2019, 12, 1)
    """
    try:
        return read_date(text + "-01" if _MONTH.fullmatch(text) else "")
    except InvalidValueError:
        raise InvalidValueError(
            Text("en måned som 2019-12, fra 2010-01 til 2035-12", "a month such as 2019-12, from 2010-01 to 2035-12")
        ) from None


def whole_number(lowest: int, highest: int) -> Reader:
    """A reader of whole numbers, both ends allowed."""

    def read(text: str) -> int:
        # ASCII digits alone, and few of them: int() would also take ' 7_0 ' and other scripts.
        if re.fullmatch(r"[0-9]{1,6}", text) and lowest <= int(text) <= highest:
            return int(text)
        raise InvalidValueError(
            Text(f"et helt tal fra {lowest} til {highest}", f"a whole number from {lowest} to {highest}")
        )

    return read


def one_of(*allowed: str) -> Reader:
    """A reader of one of a few words."""

    def read(text: str) -> str:
        if text not in allowed:
            raise InvalidValueError(Text(listed(allowed, "eller"), listed(allowed, "or")))
        return text

    return read


def reading_and_choice(text: str) -> tuple[str, str]:
    """A reading and its choice, NAVN=VALG; whether they exist is for the library to say.

    >>> reading_and_choice("seks-maaneder=dagen-foer")
    ('seks-maaneder', 'dagen-foer')
    """
    return _pair(
        text,
        Text(
            "NAVN=VALG, som seks-maaneder=dagen-foer; 'kontaktforloeb regler --fortolkninger' viser dem alle",
            "NAME=CHOICE, such as seks-maaneder=dagen-foer; 'kontaktforloeb regler --fortolkninger' shows them all",
        ),
    )


def measure_and_choice(text: str) -> tuple[str, str]:
    """An open question of a measure and its answer, NAVN=VALG; whether they exist is for the measures to say.

    >>> measure_and_choice("halv-fremgang=samlet")
    ('halv-fremgang', 'samlet')
    """
    return _pair(text, Text("NAVN=VALG, som halv-fremgang=samlet", "NAME=CHOICE, such as halv-fremgang=samlet"))


def group_and_number(text: str) -> tuple[str, int]:
    """A target group and the number required of it, GRUPPE=N with N from 1 to 99.

    >>> group_and_number("jobparat=4")
    ('jobparat', 4)
    """
    allowed = Text("GRUPPE=N, som jobparat=4, N fra 1 til 99", "GROUP=N, such as jobparat=4, N from 1 to 99")
    group, number = _pair(text, allowed)
    try:
        return group, whole_number(1, 99)(number)
    except InvalidValueError:
        raise InvalidValueError(allowed) from None


def _pair(text: str, allowed: Text) -> tuple[str, str]:
    """The two sides of an equals sign, neither empty."""
    name, _, value = text.partition("=")
    if not (name and value):
        raise InvalidValueError(allowed)
    return name, value


def names(text: str) -> tuple[str, ...]:
    """Names with commas between them, each once; whether they exist is for the library to say.

    >>> names("samtaledata, passivandel,samtaledata")
    ('samtaledata', 'passivandel')
    """
    given = [name.strip() for name in text.split(",")]
    if not all(given):
        raise InvalidValueError(Text("navne med komma imellem, eller alle", "names with commas between, or alle"))
    return tuple(dict.fromkeys(given))


def listed(words: Sequence[str], last: str) -> str:
    """Words in a row as people write them.

    >>> listed(["text", "json", "html"], "eller")
    'text, json eller html'
    """
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}"


# --- the options and the commands ----------------------------------------------------------------------------------

_LANGUAGE = Option(
    "--sprog", "da|en", Text("sproget i svaret (da)", "the language of the answer (da)"), one_of(*LANGUAGES), "da"
)
_OUT = Option(
    "--ud",
    "FIL",
    Text("skriv til denne fil i stedet for skærmen", "write to this file instead of the screen"),
    file_name,
)
_COMMON = (
    Option(
        "--lovgrundlag",
        "NAVN",
        Text(
            "gaeldende (loven, som den var i kraft) eller aftale-2018 (som brevene af 2018 varslede)",
            "gaeldende (the law as it was in force) or aftale-2018 (as the letters of 2018 announced)",
        ),
        one_of(*LOVGRUNDLAG),
        "gaeldende",
    ),
    Option(
        "--fortolkning",
        "NAVN=VALG",
        Text("vælg en anden læsning af loven; kan gentages", "choose another reading of the law; may be repeated"),
        reading_and_choice,
        repeat=True,
    ),
    _LANGUAGE,
    Option(
        "--streng",
        "",
        Text(
            "slut med 1, også når noget er opfyldt for sent eller uafklaret",
            "exit with 1 also where something was met late or is undetermined",
        ),
        flag=True,
    ),
    _OUT,
)


def _format(*allowed: str) -> Option:
    return Option(
        "--format",
        "|".join(allowed),
        Text(f"svarets form ({allowed[0]})", f"the form of the answer ({allowed[0]})"),
        one_of(*allowed),
        allowed[0],
    )


_GROUP = Option(
    "MAALGRUPPE",
    "MAALGRUPPE",
    Text("målgruppen, for eksempel jobparat", "the target group, such as jobparat"),
    required=True,
)

COMMANDS = (
    Command(
        "vurder",
        Text("vurdér sager: er hvert krav opfyldt?", "judge cases: is each requirement met?"),
        (
            Option(
                "SAG",
                "SAG",
                Text(
                    "en sag som JSON, eller JSON Lines (.jsonl); - læser fra standardinput",
                    "a case as JSON, or JSON Lines (.jsonl); - reads standard input",
                ),
                file_name,
                required=True,
                repeat=True,
            ),
            Option(
                "--pr",
                "DATO",
                Text(
                    "dagen, der vurderes pr.; senere oplysninger bruges ikke",
                    "the day the verdict is as of; later facts are not used",
                ),
                law_date,
                required=True,
            ),
            Option(
                "--kendt",
                "DATO",
                Text(
                    "kun det, der var registreret til og med denne dag",
                    "only what was registered up to and on this day",
                ),
                read_date,
            ),
            Option(
                "--kort",
                "",
                Text("kun tabellen, uden begrundelser (text)", "only the table, without the reasons (text)"),
                flag=True,
            ),
            _format("text", "json", "html", "ics"),
            *_COMMON,
        ),
    ),
    Command(
        "plan",
        Text("lovens tidsplan for et forløb, der begynder en bestemt dag", "the statutory schedule of a course"),
        (
            _GROUP,
            Option(
                "DATO",
                "DATO",
                Text("forløbets første dag", "the first day of the course"),
                law_date,
                required=True,
            ),
            Option(
                "--horisont",
                "MAANEDER",
                Text("hvor mange måneder frem (24)", "how many months ahead (24)"),
                whole_number(1, 120),
                24,
            ),
            Option(
                "--alder",
                "AAR",
                Text("alder ved forløbets start", "age at the start of the course"),
                whole_number(0, 110),
            ),
            Option(
                "--kategori",
                "1|2|3",
                Text("visitationskategori (sygedagpenge)", "visitation category (sickness benefit)"),
                whole_number(1, 3),
            ),
            Option(
                "--forsikring",
                "fuldtid|deltid",
                Text("a-kasseforsikring", "unemployment insurance"),
                one_of("fuldtid", "deltid"),
            ),
            _format("text", "json"),
            *_COMMON,
        ),
    ),
    Command(
        "regler",
        Text("reglerne med henvisninger til loven", "the rules with their citations"),
        (
            Option("--maalgruppe", "M", Text("kun målgruppens regler", "only the rules of this target group")),
            Option("--dato", "D", Text("kun regler i kraft denne dag", "only rules in force on this day"), read_date),
            Option(
                "--fortolkninger",
                "",
                Text("vis de åbne fortolkninger og deres valg", "show the open readings and their choices"),
                flag=True,
            ),
            _format("text", "json"),
            *_COMMON,
        ),
    ),
    Command(
        "sammenlign",
        Text("reglerne før og efter, side om side", "the rules before and after, side by side"),
        (
            _GROUP,
            Option(
                "--foer",
                "D",
                Text("dagen før (skiftets aften)", "the day before (the eve of the switch)"),
                law_date,
            ),
            Option(
                "--efter",
                "D",
                Text("dagen efter (skiftets dag)", "the day after (the day of the switch)"),
                law_date,
            ),
            _format("text", "json"),
            *_COMMON,
        ),
    ),
    Command(
        "opgoer",
        Text("en kommunes tal ud fra en sagsstamme", "a municipality's figures from a caseload"),
        (
            Option(
                "SAGER",
                "SAGER",
                Text("JSON Lines, eller en mappe med tabeller", "JSON Lines, or a folder of tables"),
                file_name,
                required=True,
            ),
            Option(
                "--maal",
                "NAVN,...",
                Text(
                    "målene, der opgøres, med komma imellem; alle er dem alle (alle)",
                    "the measures, with commas between; alle is all of them (alle)",
                ),
                names,
                ("alle",),
            ),
            Option("--fra", "MAANED", Text("første måned", "first month"), read_month),
            Option("--til", "MAANED", Text("sidste måned, inklusive", "last month, inclusive"), read_month),
            Option("--mapping", "FIL", Text("egne kolonner og koder", "own columns and codes"), file_name),
            Option(
                "--afvist", "FIL", Text("skriv de afviste rækker hertil", "write the rejected rows here"), file_name
            ),
            Option(
                "--forventet",
                "FAKTISK/FORVENTET",
                Text(
                    "andelen på ydelserne, som 18,4/17,9, eller en CSV-fil (skaerpet-tilsyn)",
                    "actual and expected benefit share, such as 18,4/17,9, or a CSV file (skaerpet-tilsyn)",
                ),
                file_name,
            ),
            Option(
                "--liste",
                "",
                Text("arbejdslisten: det næste, der skal ske", "the working list: what is due next"),
                flag=True,
            ),
            Option(
                "--uger",
                "N",
                Text("hvor mange uger frem arbejdslisten ser (4)", "how many weeks ahead the working list looks (4)"),
                whole_number(1, 520),
                4,
            ),
            Option(
                "--antal",
                "GRUPPE=N",
                Text(
                    "det krævede antal for en målgruppe (samtaledata); kan gentages",
                    "the number required of a group (samtaledata); may be repeated",
                ),
                group_and_number,
                repeat=True,
            ),
            Option(
                "--valg",
                "NAVN=VALG",
                Text(
                    "en anden opgørelsesmåde for et mål; kan gentages",
                    "another way to count a measure; may be repeated",
                ),
                measure_and_choice,
                repeat=True,
            ),
            Option(
                "--format",
                "|".join(FIGURES),
                Text(
                    "svarets form; arbejdslisten er csv eller ics (efter --ud, ellers csv)",
                    "the form of the answer; the working list is csv or ics (by --ud, else csv)",
                ),
                one_of(*FIGURES),
            ),
            *_COMMON,
        ),
    ),
    Command("skema", Text("JSON Schema for en sag", "the JSON Schema of a case"), (_LANGUAGE, _OUT)),
    Command(
        "demo",
        Text("vurdér de medfølgende eksempler og skriv en rapport", "judge the shipped examples and write a report"),
        (
            Option(
                "--ud",
                "MAPPE",
                Text("mappen, som rapporten skrives i (demo-rapport)", "the folder of the report (demo-rapport)"),
                file_name,
                default="demo-rapport",
            ),
            _LANGUAGE,
        ),
    ),
)


# --- parsing -------------------------------------------------------------------------------------------------------


class _Parser(argparse.ArgumentParser):
    """argparse without its own voice: what it cannot take becomes a `UsageError`."""

    def error(self, message: str) -> NoReturn:
        raise UsageError([message])


def _parser(command: Command) -> _Parser:
    parser = _Parser(prog=f"kontaktforloeb {command.name}", add_help=False, allow_abbrev=False, exit_on_error=False)
    for option in command.options:
        if option.positional:
            parser.add_argument(option.field, nargs="*" if option.repeat else "?")
        elif option.flag:
            parser.add_argument(option.name, dest=option.field, action="store_true")
        else:
            # nargs="?" lets a missing value through to our own message; "append" keeps every use of the option.
            parser.add_argument(option.name, dest=option.field, action="append", nargs="?", const=_MISSING)
    return parser


def parse(command: Command, words: Sequence[str], sprog: str) -> argparse.Namespace:
    """Read the arguments of a command; every fault at once in one `UsageError`.

    Args:
        command: The command.
        words: What follows its name.
        sprog: The language of the messages.

    Returns:
        One attribute an option, with its default where it was not given.

    Raises:
        UsageError: Something was missing, unknown or not allowed.
    """
    try:
        given, unknown = _parser(command).parse_known_intermixed_args(list(words))
    except argparse.ArgumentError as refused:
        # What is left for argparse to refuse is a value given to a flag, as in `--streng=1`.
        name = refused.argument_name
        raise UsageError([Text(f"{name}: tager ingen værdi", f"{name}: takes no value").paa(sprog)]) from None
    faults: list[Text] = []
    answer = argparse.Namespace()
    for option in command.options:
        raw = getattr(given, option.field)
        if option.flag:
            setattr(answer, option.field, raw)
            continue
        values = raw if isinstance(raw, list) else [] if raw is None else [raw]
        read = _read(option, values, sprog, faults)
        setattr(answer, option.field, read if option.repeat else read[0] if read else option.default)
    names = [o.name for o in command.options if not o.positional]
    faults += [
        Text(
            f"{word!r}: kendes ikke; {command.name} kender {listed(names, 'og')}",
            f"{word!r}: is not known; {command.name} knows {listed(names, 'and')}",
        )
        for word in unknown
    ]
    if faults:
        raise UsageError([fault.paa(sprog) for fault in faults])
    return answer


def _read(option: Option, values: Sequence[Any], sprog: str, faults: list[Text]) -> list[Any]:
    """The values of one option, read; what is wrong with them is added to `faults`."""
    name = option.name
    read = []
    for value in values:
        if value is _MISSING:
            faults.append(
                Text(f"{name}: mangler en værdi ({option.metavar})", f"{name}: a value is missing ({option.metavar})")
            )
            continue
        try:
            read.append(option.read(value))
        except InvalidValueError as refused:
            allowed = refused.allowed.paa(sprog)
            faults.append(
                Text(
                    f"{name}: {value!r} kan ikke bruges; tilladt: {allowed}",
                    f"{name}: {value!r} cannot be used; allowed: {allowed}",
                )
            )
    if len(values) > 1 and not option.repeat:
        faults.append(
            Text(
                f"{name}: er angivet {len(values)} gange; tilladt: én gang",
                f"{name}: was given {len(values)} times; allowed: once",
            )
        )
    if option.required and not values:
        faults.append(Text(f"{name}: mangler ({option.help.da})", f"{name}: is missing ({option.help.en})"))
    return read


def find_language(words: Sequence[str]) -> str:
    """The language asked for, found before anything is parsed, since the faults are to be told in it.

    >>> find_language(["vurder", "--sprog", "en"]), find_language(["vurder", "--sprog=tysk"])
    ('en', 'da')
    """
    pairs = zip(words, [*words[1:], ""], strict=False)  # of no words, no pair
    return "en" if any(word == "--sprog=en" or (word, after) == ("--sprog", "en") for word, after in pairs) else "da"


# --- help ----------------------------------------------------------------------------------------------------------


def overview(sprog: str) -> str:
    """The help that shows all commands."""
    width = max(len(c.name) for c in COMMANDS)
    lines = [
        Text("Brug: kontaktforloeb KOMMANDO ...", "Usage: kontaktforloeb COMMAND ...").paa(sprog),
        "",
        *(f"  {c.name:<{width}}  {c.help.paa(sprog)}" for c in COMMANDS),
        "",
        Text(
            "'kontaktforloeb KOMMANDO --hjaelp' viser kommandoens valg, 'kontaktforloeb --version' versionen.",
            "'kontaktforloeb COMMAND --help' shows the options of a command, 'kontaktforloeb --version' the version.",
        ).paa(sprog),
        Text(
            "Slutstatus: 0 intet krav er ikke-opfyldt, 1 mindst ét krav er ikke-opfyldt, 2 fejl i input eller brug.",
            "Exit status: 0 no requirement is unmet, 1 at least one is unmet, 2 bad input or usage.",
        ).paa(sprog),
    ]
    return "\n".join(lines) + "\n"


def command_help(command: Command, sprog: str) -> str:
    """The help of one command, made from its declaration."""
    positional = [o for o in command.options if o.positional]
    optional = [o for o in command.options if not o.positional]
    usage = [
        "kontaktforloeb",
        command.name,
        *(o.metavar + ("..." if o.repeat else "") for o in positional),
        *(f"{o.name} {o.metavar}" for o in optional if o.required),
        Text("[valg]", "[options]").paa(sprog),
    ]
    labels = {o.name: o.name if o.positional else f"{o.name} {o.metavar}".strip() for o in command.options}
    width = max(map(len, labels.values()))
    title = command.help.paa(sprog)
    title += "" if title.endswith("?") else "."
    lines = [f"{Text('Brug', 'Usage').paa(sprog)}: {' '.join(usage)}", "", f"{title[0].upper()}{title[1:]}", ""]
    lines += [f"  {labels[o.name]:<{width}}  {o.help.paa(sprog)}" for o in [*positional, *optional]]
    return "\n".join(lines) + "\n"
