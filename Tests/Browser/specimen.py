"""A small archive with a document for every state, and text that strains the layout."""

from pathlib import Path

import specimen_rounds

LONG_WORD = "Unterinspektionsgesamtverantwortungsdokumentationspflicht" * 3

LISTS = {
    "archive.yml": """\
title: Findings of a specimen
address: https://findings.example.org/
time-zone: Europe/London
release-time: "09:30"
licence: {name: Open Government Licence v3.0, url: "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"}
""",
    "inspectorates.yml": """\
- {id: ofsted, name: Ofsted, website: "https://www.gov.uk/ofsted"}
- id: hmicfrs
  name: His Majesty’s Inspectorate of Constabulary and Fire & Rescue Services
  short-name: HMICFRS
  names:
    - {name: Her Majesty’s Inspectorate of Constabulary, short-name: HMIC, from: 1990-01-01}
    - {name: His Majesty’s Inspectorate of Constabulary and Fire & Rescue Services, short-name: HMICFRS, from: 2017-07-19}
""",
    "programmes.yml": "- {id: jtai, name: Joint targeted area inspection}\n",
    "themes.yml": """\
- {id: neglect, name: Neglect, aliases: [child neglect], description: How agencies see neglect.}
- {id: exploitation, name: "Criminal exploitation, county lines and serious violence against children"}
- {id: gone, name: A theme of a withdrawn letter}
""",
    "areas.yml": """\
- {id: leeds, name: Leeds, region: Yorkshire and the Humber, covers: [Otley, Morley], listed: true}
- {id: west-riding, name: West Riding, region: Yorkshire and the Humber, successors: [leeds], police-force: West Yorkshire Police}
- {id: york, name: York, region: Yorkshire and the Humber, listed: true}
- {id: longest, name: Bournemouth Christchurch Poole Kingston-upon-Thames and Windsor, region: South East, listed: true}
""",
    "agencies.yml": """\
- {id: police, name: Police, aliases: [police officers]}
- {id: health, name: Health services, aliases: [health visitors]}
- {id: education, name: Schools, aliases: [schools]}
""",
    "glossary.yml": "- {term: MASH, expansion: multi-agency safeguarding hub}\n",
}

LETTER_KEYS = """\
inspectorates: [ofsted, hmicfrs]
area: leeds
programme: jtai
fieldwork: {start: 2024-03-04, end: 2024-03-08}
source: {name: Official letter, url: "https://files.example.org/v1/file/50246977"}
"""


def letter(title, release, keys="", body="A short text.\n"):
    return f"---\ntitle: {title}\nrelease: {release}\n{LETTER_KEYS}{keys}---\n\n{body}"


EVERYTHING = f"""\
> **Note:** A note, with a [link](https://www.gov.uk/).

> **Warning:** A warning of two paragraphs.
>
> The second.

> **Important:** What matters, with the MASH in it.

> **Example:** What it looks like.

## Key strengths

- A strength with **strong** words, *emphasis* and `code`. {{agencies="police"}}
- Another, with sub-items:
  - the first
  - the second

## Areas for improvement {{#improvement}}

1. An improvement[^1] and [the figures](figures.csv), see also [the older letter](letters/withdrawn-2023).
2. A second one[^long].

### A heading with {LONG_WORD} in it

{LONG_WORD}

https://www.example.org/{LONG_WORD}/{LONG_WORD}

#### A heading of the fourth level

> A quotation of an ordinary kind, which goes on for long enough to need a second line on a screen.

![A plan of the offices](plan.png)

```
a_line_of_code_that_is_much_longer_than_a_phone_is_wide = another_long_word("with a long text")
```

---

## Tables

Table: Children seen, by service and year

| Service | 2019 | 2020 | 2021 | 2022 | 2023 | What was said about it at the time |
| --- | ---: | ---: | ---: | ---: | ---: | :--- |
| Police | 1,234 | 1,345 | 1,456 | 1,567 | 1,678 | More contacts, and earlier ones |
| Health | 234 | 345 | 456 | 567 | 678 | [Figures](https://www.example.org/) |
| {LONG_WORD} | 1 | 2 | 3 | 4 | 5 | A long word |

| Term | What it means |
| --- | --- |
| Threshold | The point at which a service begins. |
| {LONG_WORD} | A long word. |

[^1]: A footnote with a [link](https://www.gov.uk/).
[^long]: A footnote of {LONG_WORD}.
"""

GUIDANCE = f"""\
1. The first paragraph. Paragraphs 2 to 3 say more.

2. The second:

   - an item
   - another item

## Criteria {{.criteria}}

| Criterion | What inspectors look for |
| --- | --- |
| EC1 | Leaders know what is needed. |
| EC2 | {LONG_WORD} is written down. |

3. The third. It follows from paragraph 1.
"""

WELSH = """\
## Cryfderau

Mae asiantaethau’n gweithio’n dda gyda’i gilydd. Ŵyr a chŷn.

## Meysydd i’w gwella

- Dylai’r heddlu rannu gwybodaeth yn gynt.
"""

DOCUMENTS = {
    "letters/everything-2024/edition-1.md": letter(
        "Joint targeted area inspection of Leeds and everything that a letter can hold",
        "2024-05-16",
        "summary: A letter with every kind of block.\nthemes: [neglect, exploitation]\nreference: REF/2024/1\n"
        "addressees: [The Director of Children’s Services, The Chief Constable]\n"
        "signatories: [An Inspector]\nredirect-from: [/old/everything/]\napplies-to: [England]\n"
        "principal-authority: Leeds City Council\nguidance: criteria-2022\n"
        "statement: {required: true, due: 2024-08-01, basis: Section 20 of the Children Act 2004, lead: Leeds City "
        f"Council, cooperating: [West Yorkshire Police, {LONG_WORD}], received: 2024-07-30}}\n",
        EVERYTHING,
    ),
    "letters/corrected-2024/edition-1.md": letter("A letter that was corrected", "2024-01-10", "themes: [neglect]\n"),
    "letters/corrected-2024/edition-2.md": letter(
        "A letter that was corrected",
        "2024-02-10",
        "themes: [neglect]\nchange: The number of children seen is corrected from 12 to 13.\nwording: summary\n",
    ),
    "letters/withdrawn-2023.md": letter(
        "A letter that was withdrawn",
        "2023-05-16",
        "themes: [gone]\nwithdrawn: {at: 2023-06-01, reason: A child could be identified., decided-by: Ofsted}\n",
    ),
    "letters/removed-2022.md": letter(
        "A letter that was removed",
        "2022-05-16",
        "removed: {at: 2022-06-01, reason: By order of a court., decided-by: The High Court}\n",
    ),
    "letters/long-title-2021.md": letter(
        f"{LONG_WORD} and a long title of many words that goes on and on", "2021-05-16", f"reference: {LONG_WORD}\n"),
    "guidance/criteria-2022.md": f"---\ntitle: Guidance with criteria\nrelease: 2022-01-10\nin-force: 2022-02-01\nprogramme: jtai\nthemes: [neglect]\n---\n\n{GUIDANCE}",
    "overviews/neglect-2024.md": "---\ntitle: What six letters say\nrelease: 2024-06-03\nthemes: [neglect]\nround: {themes: [neglect], from: 2023-01-01, to: 2024-03-31, letters: [letters/corrected-2024]}\n---\n\nA text.\n",
    "follow-ups/everything-statement-2024.md": "---\ntitle: Statement of action for Leeds\nrelease: 2024-08-01\nfollows: letters/everything-2024\nkind: statement\n---\n\nA text.\n",
    "pages/croeso.md": f"---\ntitle: Croeso i’r archif\nrelease: 2022-01-10\nlanguage: cy\n---\n\n{WELSH}",
    "letters/llythyr-2024.md": letter(
        "Llythyr am Leeds", "2024-05-17", "language: cy\ntranslation-of: letters/everything-2024\n", WELSH
    ),
}

FIGURES = "service,children\npolice,12\nhealth,34\n"

# One black pixel.
PLAN = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
    "0000000a49444154789c636000000002000148985cd10000000049454e44ae426082")


def write(folder: Path):
    """Writes the archive into a folder."""
    for name, text in (LISTS | DOCUMENTS | specimen_rounds.DOCUMENTS).items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    attachments = folder / "letters/everything-2024"
    (attachments / "figures.csv").write_text(FIGURES)
    (attachments / "plan.png").write_bytes(PLAN)
