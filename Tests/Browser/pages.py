"""The pages that are looked at: one of every kind, from the real archive and from the specimen."""

# Name: (site, address). The first of a kind stands for it where one page is enough.
CONTENT = {
    "home": "/",
    "letter": "/letters/leeds-2024/",
    "guidance": "/guidance/jtai-early-help-2022/",
    "announcement": "/announcements/joint-inspections-launched-2016/",
    "consultation": "/consultations/joint-targeted-area-inspections-2015/",
    "page": "/accessibility/",
    "letters": "/letters/",
    "letters, page 2": "/letters/page/2/",
    "letters of a year": "/letters/2023/",
    "areas": "/areas/",
    "area": "/areas/leeds/",
    "themes": "/themes/",
    "theme": "/themes/domestic-abuse/",
    "inspectorates": "/inspectorates/",
    "inspectorate": "/inspectorates/hmicfrs/",
    "not found": "/no-such-page/",
}

SPECIMEN = {
    "everything": "/letters/everything-2024/",
    "superseded": "/letters/corrected-2024/editions/1/",
    "corrected": "/letters/corrected-2024/",
    "withdrawn": "/letters/withdrawn-2023/",
    "removed": "/letters/removed-2022/",
    "redirected": "/old/everything/",
    "Welsh letter": "/letters/llythyr-2024/",
    "Welsh page": "/croeso/",
    "long title": "/letters/long-title-2021/",
    "criteria": "/guidance/criteria-2022/",
    "overview": "/overviews/neglect-2024/",
    "follow-up": "/follow-ups/everything-statement-2024/",
    "area without a letter": "/areas/longest/",
    "theme with a long name": "/themes/exploitation/",
    "theme without a document": "/themes/gone/",
}
