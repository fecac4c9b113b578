"""Input that means harm: every piece ends in `Sagsfejl`, soon and without much memory."""

from __future__ import annotations

import decimal
import io
import json
import sys
import time
import tracemalloc
from typing import TYPE_CHECKING, Any

import pytest

from kontaktforloeb.formater.fejl import HOEJST, Sagsfejl
from kontaktforloeb.formater.laesning import BEHOLDERE, DYBDE, STOERST, VAERDIER, laes_json
from kontaktforloeb.formater.sag_json import fra_obj, laes_dokument, laes_linjer, laes_sti

if TYPE_CHECKING:
    from pathlib import Path

HEAD = b'{"format": "kontaktforloeb-sag/1", "id": "A-17", "perioder": []'
SECONDS = (
    10  # of computing, whatever else the machine does; far above what any of these takes, far below what a slip costs
)


def codes(data: bytes | str) -> list[str]:
    begun = time.process_time()
    with pytest.raises(Sagsfejl) as caught:
        laes_dokument(data)
    str(caught.value)
    assert time.process_time() - begun < SECONDS
    return [fault.kode for fault in caught.value.fejl]


def filled(size: int) -> bytes:
    """A good document of exactly so many bytes."""
    return HEAD + b" " * (size - len(HEAD) - 1) + b"}"


def test_eight_megabytes_are_taken_and_one_byte_more_is_not() -> None:
    assert laes_dokument(filled(STOERST)).id == "A-17"
    assert laes_dokument(filled(STOERST).decode()).id == "A-17"
    assert codes(filled(STOERST + 1)) == ["for-stort"]
    assert codes(filled(STOERST + 1).decode()) == ["for-stort"]
    assert codes('"' + "å" * (STOERST // 2) + '"') == ["for-stort"]


def test_a_file_that_is_too_big_is_not_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "stor.json"
    with path.open("wb") as file:
        file.truncate(10 * STOERST)
    tracemalloc.start()
    try:
        with pytest.raises(Sagsfejl, match="for stort"):
            laes_sti(path)
        assert tracemalloc.get_traced_memory()[1] < 3 * STOERST
    finally:
        tracemalloc.stop()


def test_a_missing_file_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        laes_sti(tmp_path / "findes-ikke.json")


@pytest.mark.parametrize(
    "data",
    [
        b"[" * STOERST,
        b'{"a":' * (STOERST // 5),
        b"[" * (STOERST // 2) + b"]" * (STOERST // 2),
        HEAD + b', "x": ' + b"[" * 2_000_000 + b"]" * 2_000_000 + b"}",
        b'"\\"' + b"[" * 1_000_000 + b'", ' + b"[" * 1_000_000,
    ],
    ids=["open", "objects", "closed", "unknown-field", "quoted"],
)
def test_deep_nesting_is_refused_before_it_is_followed(data: bytes) -> None:
    assert codes(data) == ["for-dybt"]


@pytest.mark.parametrize("limit", [200, 100_000])
def test_depth_does_not_hang_on_the_stack(limit: int) -> None:
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(limit + 200)
    try:
        assert codes(b"[" * 150_000) == ["for-dybt"]
    finally:
        sys.setrecursionlimit(before)


def test_the_last_level_is_read() -> None:
    assert laes_json(b"[" * DYBDE + b"]" * DYBDE)
    with pytest.raises(Sagsfejl, match="for dybt"):
        laes_json(b"[" * (DYBDE + 1) + b"]" * (DYBDE + 1))
    # Many brackets are not deep, nor are those in strings.
    assert len(laes_json(b"[" + b"[],{}," * 100_000 + b"1]")) == 200_001
    assert laes_json(json.dumps(["[" * 1000, '\\"[[[[' * 1000, "\\\\", "[" * 1000])) is not None


def test_more_values_than_a_case_can_have_are_refused_before_they_are_made() -> None:
    assert len(laes_json(b"[" + b"{}," * (BEHOLDERE - 2) + b"1]")) == BEHOLDERE - 1
    assert codes(b"[" + b"{}," * BEHOLDERE + b"1]") == ["for-mange-vaerdier"]
    assert len(laes_json(b"[" + b"1," * VAERDIER + b"1]")) == VAERDIER + 1
    assert codes(b"[" + b"1," * (VAERDIER + 1) + b"1]") == ["for-mange-vaerdier"]
    # Commas in strings part nothing.
    assert laes_json(b'["' + b"," * (VAERDIER + 1) + b'"]')


def test_a_caller_who_has_used_up_the_stack_is_told_so() -> None:
    data = b"[" * DYBDE + b"]" * DYBDE

    def down() -> str:
        try:
            laes_json(data)
        except Sagsfejl as found:
            return found.fejl[0].kode
        return down()

    try:
        kode = down()
    except RecursionError:  # from Python 3.12 on the reader has a stack of its own
        kode = "for-dybt"
    assert kode == "for-dybt"


@pytest.mark.parametrize(
    "data",
    [
        b'"' * 1_000_001,
        b'"' + b'\\"' * 2_000_000,
        b'"' + b"\\" * 4_000_001,
        b"\\" * 4_000_000,
        HEAD + b', "a": "' + b"\\u005b" * 500_000,
        b"{" * 20 + b"}" * 4_000_000,
        b"]" * STOERST,
    ],
)
def test_broken_json_is_refused_in_linear_time(data: bytes) -> None:
    assert codes(data) == ["json"]


@pytest.mark.parametrize(
    "number",
    [
        b"1" + b"0" * 5000,
        b"-" + b"9" * 4_000_000,
        b"1e400",
        b"-1e999999999999999999999",
        b"1E+999999",
        b"0." + b"1" * 4_000_000,
        b"1e-999999",
    ],
    ids=lambda number: number[:6].decode(),
)
@pytest.mark.parametrize("field", ["timer", "x", "maaned"])
def test_numbers_of_any_length_are_refused_where_they_stand(number: bytes, field: str) -> None:
    post: dict[str, Any] = {"maaned": "2019-04", "timer": "1"} | {field: "@"}
    text = json.dumps([post]).encode().replace(b'"@"', number)
    with pytest.raises(Sagsfejl) as caught:
        laes_dokument(HEAD + b', "timer": ' + text + b"}")
    (fault,) = caught.value.fejl
    assert fault.sti == f"timer[0].{field}"
    assert len(fault.vaerdi) <= 60


def test_a_number_beyond_printing_is_refused_as_a_value_too() -> None:
    with pytest.raises(Sagsfejl) as caught:
        fra_obj(json.loads(HEAD + b"}") | {"timer": [{"maaned": "2019-04", "timer": 10**5000}], "kommune": -(10**5000)})
    assert [fault.vaerdi for fault in caught.value.fejl] == ["-…", "…"]


def test_the_callers_decimal_context_changes_nothing() -> None:
    document = json.loads(HEAD + b"}") | {"timer": [{"maaned": "2019-04", "timer": 160.33}]}
    with decimal.localcontext() as context:
        context.prec = 2
        context.traps[decimal.Inexact] = True
        assert str(fra_obj(document).timer[0].timer) == "160.33"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", ["tomt"]),
        ("", ["tomt"]),
        (b" \r\n\t", ["tomt"]),
        (b"\xef\xbb\xbf" + HEAD + b"}", ["bom"]),
        ("\ufeff" + HEAD.decode() + "}", ["bom"]),
        (HEAD.decode().encode("utf-16"), ["utf-16"]),
        (HEAD.decode().encode("utf-16-be"), ["utf-16"]),
        (HEAD.decode().encode("utf-32-le"), ["utf-16"]),
        (b"\0" * 1000, ["json"]),
        (HEAD + b"\0}", ["json"]),
        (HEAD + b', "kommune": "\xe6"}', ["utf-8"]),
        (HEAD + b', "kommune": "\xed\xa0\x80"}', ["utf-8"]),
        (HEAD + b', "kommune": "\\ud800"}', ["moenster"]),
        (HEAD.replace(b"A-17", b"\\udfff") + b"}", ["ulovligt-tegn"]),
        (HEAD.decode().replace("A-17", "\ud800") + "}", ["ulovligt-tegn"]),
        (HEAD.replace(b"A-17", b"A\x01") + b"}", ["json"]),
        (HEAD.replace(b"A-17", b"A\\u0000") + b"}", ["ulovligt-tegn"]),
        (b"null", ["intet-objekt"]),
        (b"NaN", ["intet-objekt"]),
        (b"[]", ["intet-objekt"]),
        (HEAD + b"} {}", ["json"]),
        (HEAD + b', "id": "B", "id": "C"}', ["felt-to-gange", "felt-to-gange"]),
        (HEAD + b', "foedselsdato": NaN}', ["ikke-tal"]),
        (HEAD + b', "haendelser": [Infinity]}', ["intet-objekt"]),
    ],
)
def test_strange_documents(data: bytes | str, expected: list[str]) -> None:
    assert codes(data) == expected


def test_what_is_shown_can_be_printed() -> None:
    with pytest.raises(Sagsfejl) as caught:
        laes_dokument(HEAD + b', "\\ud800": "\\u202e\\u0007", "kommune": "\\udc00"}')
    assert str(caught.value).encode("utf-8")
    assert str(caught.value).isprintable() or "\n" in str(caught.value)


def test_a_hundred_thousand_faults_are_counted_and_two_hundred_listed() -> None:
    data = HEAD.replace(b"[]", b"[" + b"{}," * 100_000 + b"1]") + b"}"
    begun = time.process_time()
    with pytest.raises(Sagsfejl) as caught:
        laes_dokument(data)
    assert time.process_time() - begun < SECONDS
    assert caught.value.antal == 300_001
    assert len(caught.value.fejl) == HOEJST
    assert str(caught.value).splitlines()[-1] == "… og 299801 fejl mere."
    assert caught.value.tekst("en").splitlines()[-1] == "… and 299801 more."


def test_many_records_cost_no_more_than_their_number() -> None:
    """Overlaps, repeats, keys and one long chain of corrections, all in a case of many records."""
    many = 20_000
    spell = {"ydelse": "kontanthjaelp", "maalgruppe": "jobparat", "fra": "2019-03-04"}
    chain = [{**spell, "noegle": f"p{nr}", "erstatter": f"p{nr + 1}"} for nr in range(many)]
    talks = [{"dato": "2019-03-08", "art": "jobsamtale", "status": "afholdt"}] * many
    document = {"format": "kontaktforloeb-sag/1", "id": "A-17", "perioder": [*chain, {**spell, "noegle": f"p{many}"}]}
    begun = time.process_time()
    assert len(fra_obj(document).perioder) == many + 1
    with pytest.raises(Sagsfejl) as caught:
        fra_obj(
            document | {"samtaler": talks, "perioder": [spell, *({**spell, "noegle": str(n)} for n in range(many))]}
        )
    assert caught.value.antal == 2 * many - 1
    assert time.process_time() - begun < SECONDS


GOOD = HEAD + b"}"


def test_lines_are_numbered_and_empty_ones_passed_over() -> None:
    lines = GOOD + b"\r\n\n  \n" + GOOD.replace(b"A-17", b"A-18")
    assert [sag.id for sag in laes_linjer(io.BytesIO(lines))] == ["A-17", "A-18"]
    assert [sag.id for sag in laes_linjer(io.StringIO(lines.decode()))] == ["A-17", "A-18"]


def test_a_bad_line_is_named_with_its_number(tmp_path: Path) -> None:
    path = tmp_path / "sager.jsonl"
    path.write_bytes(GOOD + b"\n\n" + GOOD.replace(b"[]", b"[{}]") + b"\n{\n" + GOOD)
    read = laes_linjer(path)
    assert next(read).id == "A-17"
    with pytest.raises(Sagsfejl) as caught:
        next(read)
    assert [fault.sti for fault in caught.value.fejl] == [
        "linje 3: perioder[0].ydelse",
        "linje 3: perioder[0].maalgruppe",
        "linje 3: perioder[0].fra",
    ]
    refused: list[Sagsfejl] = []
    assert len(list(laes_linjer(str(path), afvist=refused.append))) == 2
    assert [bad.fejl[0].sti for bad in refused] == ["linje 3: perioder[0].ydelse", "linje 4"]
    assert str(refused[1]).startswith("linje 4: Dokumentet er ikke gyldig JSON")


@pytest.mark.parametrize("text", [False, True])
def test_a_line_that_is_too_long_is_one_fault_and_the_next_is_read(text: bool) -> None:
    data = b"[" * (2 * STOERST + 7) + b"\n" + GOOD
    file = io.StringIO(data.decode()) if text else io.BytesIO(data)
    refused: list[Sagsfejl] = []
    assert [sag.id for sag in laes_linjer(file, afvist=refused.append)] == ["A-17"]
    assert [bad.fejl[0].kode for bad in refused] == ["for-stort"]


def test_a_line_of_exactly_the_size_allowed_is_read() -> None:
    data = filled(STOERST) + b"\n" + filled(STOERST) + b"\r\n" + GOOD
    assert len(list(laes_linjer(io.BytesIO(data)))) == 3
