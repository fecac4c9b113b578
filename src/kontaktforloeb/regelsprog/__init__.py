"""The vocabulary in which law is stated: parts of a rule, no law and no algorithm.

Every class is a frozen value. A declaration may hold a `Laes` (a named reading with a value for each
choice) wherever a value may stand; it is replaced when the rules are compiled, so the engine never sees one.
"""

from kontaktforloeb.regelsprog.betingelser import (
    Alder,
    Alle,
    Betingelse,
    Dato,
    Fravalgt,
    FritagetPaa,
    Haft,
    IArbejde,
    Ikke,
    Kategori,
    Mellem,
    Nogen,
    SidsteTilbud,
    Sket,
    Opfyldt,
    Ordning,
    PaaYdelse,
    Spell,
    Ukendt,
    Ydelse,
)
from kontaktforloeb.regelsprog.fritagelser import Fritagelsesregel, Suspension, Ulaest
from kontaktforloeb.regelsprog.former import Formregel
from kontaktforloeb.regelsprog.kilder import Hjemmel, Konsolidering, Lov
from kontaktforloeb.regelsprog.laesning import Fortolkning, Laes, Valg
from kontaktforloeb.regelsprog.maengder import Maengde, dage, maaneder, uger
from kontaktforloeb.regelsprog.punkter import (
    Efter,
    Faseslut,
    Foerste,
    FaseslutDagenEfter,
    Fritagelsesslut,
    Haendelse,
    Naaet,
    Orlovsslut,
    Plus,
    Punkt,
    Seneste,
    Skift,
    Skiftedag,
    Start,
    Tilbudsslut,
    Tilbudsstart,
)
from kontaktforloeb.regelsprog.regel import Efterfoelger, Gaelder, Maalgruppeafsnit, Regel, Rettighed, Saerfrist, UdenKrav
from kontaktforloeb.regelsprog.taellere import Kontakter, Samtaler, Tilbudsart, Tilbudstaeller
from kontaktforloeb.regelsprog.ure import Forbrugsur, Fravaersur, Forloebsur, Loebendeur, Timeur
from kontaktforloeb.regelsprog.vinduer import Enkelt, FraSeneste, Kumulativ, PaaHinanden, Vindue

__all__ = [name for name in dir() if name[0].isupper()] + ["dage", "maaneder", "uger"]
