"""The target groups and their sets as the acts use them (LAB-2016 § 2, LAB-2019 § 6)."""

DAGPENGE = "dagpengemodtager"
JOBPARAT = "jobparat"
AKTIVITETSPARAT = "aktivitetsparat"
AABENLYST = "aabenlyst-uddannelsesparat"
UDDANNELSESPARAT = "uddannelsesparat"
AKTIVITETSPARAT_UNG = "aktivitetsparat-ung"
SYGEDAGPENGE = "sygedagpengemodtager"
JOBAFKLARING = "jobafklaring"
RESSOURCEFORLOEB = "ressourceforloeb"
LEDIGHEDSYDELSE = "ledighedsydelse"
FLEKSJOB = "fleksjob"
REVALIDEND = "revalidend"
FOERTIDSPENSIONIST = "foertidspensionist"
SELVFORSOERGENDE = "selvforsoergende"
UNDER_18 = "under-18"
NYUDDANNET = "nyuddannet-handicap"
INTEGRATION = "integrationsprogram"

VOKSNE = (JOBPARAT, AKTIVITETSPARAT)
"""Groups 2 and 3, of both acts."""

UDDANNELSESPARATE = (AABENLYST, UDDANNELSESPARAT)
"""Old group 12, new group 4."""

UNGE = (*UDDANNELSESPARATE, AKTIVITETSPARAT_UNG)
"""Old groups 12 and 13, new groups 4 and 5."""

NR_2_5 = (*VOKSNE, *UNGE)
NR_7_10 = (JOBAFKLARING, RESSOURCEFORLOEB, LEDIGHEDSYDELSE, REVALIDEND)
NR_2_10 = (*NR_2_5, *NR_7_10)
"""New groups 2-5 and 7-10, with 9 on ledighedsydelse."""
