# ruff: noqa: E402, E501, S608 - SQL of our own making, over tables of our own making
"""The same figures computed a second time, in SQL straight from the tables, sharing nothing with the measures' code."""

from __future__ import annotations

import datetime as dt
import os

import pytest

duckdb = pytest.importorskip("duckdb")

from typing import TYPE_CHECKING

from kontaktforloeb.formater.tabeller import skriv_csv_mappe
from kontaktforloeb.maaling import opgoerelse
from kontaktforloeb.maaling.dage import month_text, read_month
from kontaktforloeb.testing.generator import Caseload

if TYPE_CHECKING:
    from pathlib import Path

#: The long run counts fifty thousand.
CASES = 50_000 if os.environ.get("HYPOTHESIS_PROFILE") == "lang" else 4_000
MEASURES = ("samtaledata", "passivandel", "fokusmaal-tilbud", "fokusmaal-samtaler")

#: First months of twelve: across the switch of 2020, and across the change of the targets on 22 March 2023.
SPANS = {"2019-07": ("2018-01-01", "2020-06-30"), "2022-09": ("2021-06-01", "2023-08-31")}

TABLES = {
    "sager": {"id": "VARCHAR", "kommune": "VARCHAR"},
    "perioder": {
        "id": "VARCHAR",
        "ydelse": "VARCHAR",
        "maalgruppe": "VARCHAR",
        "kategori": "INTEGER",
        "fra": "DATE",
        "til": "DATE",
    },
    "samtaler": {
        "id": "VARCHAR",
        "dato": "DATE",
        "art": "VARCHAR",
        "form": "VARCHAR",
        "status": "VARCHAR",
        "annulleret": "BOOLEAN",
        "noegle": "VARCHAR",
        "erstatter": "VARCHAR",
    },
    "tilbud": {"id": "VARCHAR", "art": "VARCHAR", "fra": "DATE", "til": "DATE", "status": "VARCHAR"},
    "beskaeftigelse": {"id": "VARCHAR", "fra": "DATE", "til": "DATE", "timer_pr_uge": "DECIMAL(5,2)"},
}

SQL = r"""
CREATE MACRO hul(a, b) AS  -- a whole calendar month strictly between the days a and b
  (CASE WHEN DAY(a + 1) = 1 THEN a + 1 ELSE CAST(DATE_TRUNC('month', a + 1) + INTERVAL 1 MONTH AS DATE) END) + INTERVAL 1 MONTH <= b;
CREATE TABLE maaneder AS SELECT CAST(x + INTERVAL 1 MONTH - INTERVAL 1 DAY AS DATE) AS m
  FROM generate_series(DATE '{foerste}', DATE '{foerste}' + INTERVAL 11 MONTH, INTERVAL 1 MONTH) t(x);
CREATE TABLE p AS SELECT p.id, p.ydelse, p.maalgruppe, p.kategori, p.fra, COALESCE(p.til, DATE '9999-12-31') AS til, s.kommune
  FROM perioder p JOIN sager s USING (id);
CREATE TABLE tal AS SELECT s.id, s.dato FROM samtaler s
  WHERE s.status = 'afholdt' AND s.form IS DISTINCT FROM 'standby' AND NOT COALESCE(s.annulleret, FALSE)
    AND NOT EXISTS (SELECT 1 FROM samtaler r WHERE r.id = s.id AND r.erstatter = s.noegle)
    AND (s.art IN ('jobsamtale', 'faelles-jobsamtale') OR (s.art = 'opfoelgningssamtale' AND EXISTS (
      SELECT 1 FROM p WHERE p.id = s.id AND s.dato BETWEEN p.fra AND p.til AND p.kategori IS DISTINCT FROM 1
        AND p.maalgruppe IN ('sygedagpengemodtager', 'jobafklaring', 'ressourceforloeb'))));
CREATE TABLE gode AS SELECT id, art, fra, COALESCE(til, DATE '9999-12-31') AS til FROM tilbud
  WHERE status <> 'annulleret' AND art NOT IN ('mentor', 'jobrettet-uddannelse');
CREATE MACRO aflagt(y) AS y IN ('dagpenge', 'sygedagpenge', 'sho-ydelse', 'overgangsydelse', 'integrationsydelse',
  'uddannelseshjaelp', 'kontanthjaelp', 'revalideringsydelse', 'ressourceforloebsydelse', 'ledighedsydelse');
CREATE TABLE loeb AS
  WITH n AS (SELECT *, ydelse || '/' || maalgruppe || '/' || (kategori IS NOT DISTINCT FROM 1) AS k1, ydelse AS k2,
                    CASE WHEN aflagt(ydelse) THEN 'samlet' ELSE ydelse END AS k3 FROM p),
       a AS (SELECT *, LAG(til) OVER (PARTITION BY id, k1 ORDER BY fra) l1, LAG(til) OVER (PARTITION BY id, k2 ORDER BY fra) l2,
                    LAG(til) OVER (PARTITION BY id, k3 ORDER BY fra) l3 FROM n),
       b AS (SELECT *, SUM(CASE WHEN l1 IS NULL OR hul(l1, fra) THEN 1 ELSE 0 END) OVER (PARTITION BY id, k1 ORDER BY fra) g1,
                    SUM(CASE WHEN l2 IS NULL OR hul(l2, fra) THEN 1 ELSE 0 END) OVER (PARTITION BY id, k2 ORDER BY fra) g2,
                    SUM(CASE WHEN l3 IS NULL OR hul(l3, fra) THEN 1 ELSE 0 END) OVER (PARTITION BY id, k3 ORDER BY fra) g3 FROM a)
  SELECT *, MIN(fra) OVER (PARTITION BY id, k1, g1) s1, MIN(fra) OVER (PARTITION BY id, k2, g2) s2,
            MIN(fra) OVER (PARTITION BY id, k3, g3) s3 FROM b;
CREATE TABLE bestand AS SELECT l.*, m.m, CAST(m.m + INTERVAL 1 DAY AS DATE) AS e FROM loeb l JOIN maaneder m ON m.m BETWEEN l.fra AND l.til;

CREATE TABLE n (maalgruppe VARCHAR, antal INTEGER);
INSERT INTO n VALUES ('dagpengemodtager', 6), ('jobparat', 3), ('aktivitetsparat', 1), ('uddannelsesparat', 3),
  ('aabenlyst-uddannelsesparat', 1), ('aktivitetsparat-ung', 3), ('sygedagpengemodtager', 5), ('ressourceforloeb', 3),
  ('jobafklaring', 3), ('revalidend', 2), ('ledighedsydelse', 2);
CREATE TABLE svar AS
SELECT 'samtaledata' AS maal, '6-9' AS variant, kommune, maalgruppe, m,
       SUM(CASE WHEN (SELECT COUNT(*) FROM tal t WHERE t.id = b.id AND t.dato BETWEEN b.s1 AND b.m) >= antal THEN 1 ELSE 0 END) AS taeller,
       COUNT(*) AS naevner
FROM bestand b JOIN n USING (maalgruppe)
WHERE s1 + INTERVAL 6 MONTH <= e AND s1 + INTERVAL 9 MONTH >= e AND NOT (ydelse = 'sygedagpenge' AND kategori IS NOT DISTINCT FROM 1)
GROUP BY ALL;

CREATE TABLE vinduer (kode VARCHAR, mdr INTEGER, dage INTEGER);
INSERT INTO vinduer VALUES ('12', 12, 0), ('9', 9, 0), ('6', 6, 0), ('3', 3, 0), ('1,5', 1, 15);
CREATE TABLE passive AS
SELECT b.*, v.kode,
  NOT EXISTS (SELECT 1 FROM gode g WHERE g.id = b.id AND g.fra <= b.m AND g.til >= v.w) AS uden_tilbud,
  NOT EXISTS (SELECT 1 FROM tal t WHERE t.id = b.id AND t.dato BETWEEN v.w AND b.m) AS uden_samtale
FROM bestand b JOIN (SELECT m AS vm, kode, CAST(m + INTERVAL 1 DAY - TO_MONTHS(mdr) - TO_DAYS(dage) AS DATE) AS w
                     FROM maaneder, vinduer) v ON v.vm = b.m
WHERE b.s2 <= v.w AND b.ydelse NOT IN ('ingen', 'foertidspension');
INSERT INTO svar SELECT 'passivandel', 'tilbud-' || kode, kommune, maalgruppe, m, SUM(uden_tilbud::INT), COUNT(*) FROM passive GROUP BY ALL;
INSERT INTO svar SELECT 'passivandel', 'tilbud-samtale-' || kode, kommune, maalgruppe, m, SUM((uden_tilbud AND uden_samtale)::INT), COUNT(*)
FROM passive GROUP BY ALL;

CREATE TABLE maalpersoner AS SELECT *, CAST(e - INTERVAL 12 MONTH AS DATE) AS w FROM bestand
WHERE aflagt(ydelse) AND s3 + INTERVAL 12 MONTH <= e AND m >= DATE '2020-01-01';
INSERT INTO svar SELECT 'fokusmaal-samtaler', 'samlet', kommune, maalgruppe, m,
  SUM(CASE WHEN (SELECT COUNT(*) FROM tal t WHERE t.id = b.id AND t.dato BETWEEN b.w AND b.m) < 4 THEN 1 ELSE 0 END), COUNT(*)
FROM maalpersoner b GROUP BY ALL;
CREATE TABLE arbejdsdage AS  -- each Monday to Friday of ordinary work, with a fifth of the week's hours in hundredths
SELECT id, CAST(x AS DATE) AS dag, CAST(timer_pr_uge * 100 AS INTEGER) AS t5 FROM beskaeftigelse,
  generate_series(fra, LEAST(til, DATE '{sidste}'), INTERVAL 1 DAY) t(x) WHERE ISODOW(x) < 6;
INSERT INTO svar SELECT 'fokusmaal-tilbud', 'samlet', kommune, maalgruppe, m,
  SUM(CASE WHEN tilbud OR foer + efter >= 112500 OR efter >= 50000 THEN 0 ELSE 1 END), COUNT(*)
FROM (SELECT b.kommune, b.maalgruppe, b.m,
  EXISTS (SELECT 1 FROM gode g WHERE g.id = b.id AND g.fra <= b.m AND g.til >= b.w AND (
    g.art <> 'oevrig-vejledning-opkvalificering' OR b.maalgruppe IN ('aabenlyst-uddannelsesparat', 'uddannelsesparat', 'aktivitetsparat-ung')
    OR GREATEST(g.fra, b.w) < DATE '2023-03-22')) AS tilbud,
  COALESCE((SELECT SUM(t5) FROM arbejdsdage a WHERE a.id = b.id AND a.dag BETWEEN b.w AND b.m AND a.dag < DATE '2023-03-22'), 0) AS foer,
  COALESCE((SELECT SUM(t5) FROM arbejdsdage a WHERE a.id = b.id AND a.dag BETWEEN b.w AND b.m AND a.dag >= DATE '2023-03-22'), 0) AS efter
  FROM maalpersoner b) GROUP BY ALL;
"""


@pytest.mark.parametrize("first", SPANS)
def test_the_measures_agree_with_sql_over_the_same_tables(first: str, tmp_path: Path) -> None:
    fra, til = (dt.date.fromisoformat(d) for d in SPANS[first])
    load = Caseload(antal=CASES // len(SPANS), froe=20_180_912, fra=fra, til=til, daarlighed=0.35)
    skriv_csv_mappe(load, tmp_path)
    months = tuple(range(read_month(first), read_month(first) + 12))
    tally = opgoerelse.Sums()
    plan = opgoerelse.Plan(months=months, measures=MEASURES)
    for part in opgoerelse.kilder.parts(opgoerelse.kilder.read(tmp_path, opgoerelse.INGEN, opgoerelse.Bemaerkninger())):
        done = opgoerelse.count_part(part, plan)
        assert [] == done.rejected
        tally.merge(done.sums)
    ours = {
        (k.measure, k.variant, k.municipality, k.group, month_text(k.month)): tuple(v[:2])
        for k, v in tally.figures.items()
    }

    con = duckdb.connect(config={"threads": 2, "memory_limit": "1500MB"})
    for table, columns in TABLES.items():
        chosen = ", ".join(f"CAST({name} AS {kind}) AS {name}" for name, kind in columns.items())
        con.execute(
            f"CREATE TABLE {table} AS SELECT {chosen} FROM read_csv('{tmp_path / table}.csv', header=true, all_varchar=true)"
        )
    con.execute(SQL.replace("{foerste}", f"{first}-01").replace("{sidste}", til.isoformat()))
    theirs = {
        (a, b, c, d, e.isoformat()[:7]): (int(t), int(n))
        for a, b, c, d, e, t, n in con.execute("SELECT * FROM svar").fetchall()
    }
    assert len(theirs) > 1000, len(theirs)
    assert theirs == ours
