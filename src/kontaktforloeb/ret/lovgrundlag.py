"""Two tables: which acts make up the law, and on which day the 2019 act takes effect under each legal basis."""

import datetime as dt

from kontaktforloeb.regelsprog.regelsaet import AabenOrdning, Lovgrundlag, Regelsaet
from kontaktforloeb.ret import (
    barsel,
    corona,
    former,
    fortolkninger,
    fritagelser,
    integration,
    kontrolaktion,
    lab_2016_samtaler,
    lab_2016_tilbud,
    lab_2019_209,
    lab_2019_samtaler,
    lab_2019_tilbud,
    lab_2024,
    oevrige,
    raadighed,
    sygedagpenge,
    tidsregning,
    ulaest,
)

LOVGRUNDLAG = (
    # LAB-2019 § 208, stk. 1
    Lovgrundlag("gaeldende", dt.date(2020, 1, 1), "gældende ret", "the law in force", kontrafaktisk=False),
    # the agreement of 23 August 2018 and the minister's letters
    Lovgrundlag(
        "aftale-2018", dt.date(2019, 7, 1), "den aftalte plan fra 2018", "the plan agreed in 2018", kontrafaktisk=True
    ),
)

REGELSAET = Regelsaet(
    regler=(
        *lab_2016_samtaler.REGLER,
        *lab_2019_209.REGLER,
        *lab_2019_samtaler.REGLER,
        *lab_2024.REGLER,
        *raadighed.REGLER,
        *lab_2016_tilbud.REGLER,
        *lab_2019_tilbud.REGLER,
        *sygedagpenge.REGLER,
        *barsel.REGLER,
        *kontrolaktion.REGLER,
        *oevrige.REGLER,
        *integration.REGLER,
    ),
    ure=tidsregning.URE,
    forbrug=tidsregning.FORBRUG,
    fritagelser=fritagelser.FRITAGELSER,
    suspensioner=corona.SUSPENSIONER,
    ulaest=ulaest.ULAEST,
    former=former.FORMER,
    fortolkninger=fortolkninger.FORTOLKNINGER,
    lovgrundlag=LOVGRUNDLAG,
    # municipalities in trials could deviate lawfully; the effect of the work duty of 2025 on offers was not read
    uafklarede_ordninger=(
        AabenOrdning("forsoegskommune"),
        AabenOrdning(
            "arbejdspligt", (lab_2019_tilbud.FAMILIE_102, lab_2019_tilbud.FAMILIE_105), fra=dt.date(2025, 1, 1)
        ),
    ),
    # on a repatriation course the job centre may deviate (§ 105, stk. 5)
    uafklarede_fritagelser={"repatriering": (lab_2019_tilbud.FAMILIE_105,)},
    foerste_dag=dt.date(2015, 7, 1),
    ikraft=dt.date(2020, 1, 1),
)
