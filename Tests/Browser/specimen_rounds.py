"""Documents of the specimen that belong together: a round with its overview, what followed, two pieces of
guidance with criteria, a consultation that is open, and an announcement."""

LONG_NAME = "Unterinspektionsgesamtverantwortungsdokumentationspflicht" * 2

LETTER_KEYS = """\
inspectorates: [ofsted, hmicfrs]
programme: jtai
guidance: criteria-2022
themes: [neglect]
"""

OFFICIAL = """\
## Key strengths

- Police officers and health visitors share what they know within the day. {criteria="EC1"}
- Schools refer early.
- Children are seen alone. {agencies="health"}

## Areas for improvement

- The police do not record decisions. {criteria="EC2"}
- Health services wait for the answer of others.

## Areas for priority action

- Strategy discussions do not take place. {agencies="police health"}

## Practice study: highly effective practice

A nurse works from the police station.
"""

SUMMARY = """\
## Strengths

- Managers look at cases often.

## What needs to improve?

- Health visitors are too few.
- The police arrive late.
"""


def letter(title, release, area, body, keys=""):
    return f"---\ntitle: {title}\nrelease: {release}\narea: {area}\n{LETTER_KEYS}{keys}---\n\n{body}"


DOCUMENTS = {
    "letters/round-york-2017.md": letter(
        "Joint targeted area inspection of York", "2017-09-05", "york", OFFICIAL,
        "fieldwork: {start: 2017-06-05, end: 2017-06-09}\n"
        "statement: {required: true, due: 2018-01-12, received: 2018-01-10}\n"),
    "letters/round-riding-2018.md": letter(
        "Joint targeted area inspection of West Riding", "2018-02-06", "west-riding", OFFICIAL,
        "fieldwork: {start: 2017-11-27, end: 2017-12-01}\n"),
    "letters/round-summary-2018.md": letter(
        "Another inspection of York", "2018-03-06", "york", SUMMARY,
        "fieldwork: {start: 2017-12-11, end: 2017-12-15}\nwording: summary\n"),
    "overviews/round-2018.md": "---\ntitle: Growing up neglected, an overview\nrelease: 2018-07-06\nsummary: What six "
    "inspections showed.\nround: {themes: [neglect], from: 2017-05-01, to: 2017-12-31}\n---\n\n"
    "## What was inspected\n\nA text.\n\n## What was found\n\nMore.\n\n## What comes next\n\nThe end.\n",
    "overviews/round-facts.md": "---\ntitle: An overview of letters without a text\nrelease: 2024-07-06\nwording: facts\n"
    "round: {letters: [letters/corrected-2024]}\n---\n\nA text.\n",
    "follow-ups/york-statement-2018.md": "---\ntitle: Statement of action for York\nrelease: 2018-01-12\n"
    "follows: letters/round-york-2017\nkind: statement\n---\n\nA text.\n",
    "follow-ups/york-progress-2019.md": "---\ntitle: What was done in York\nrelease: 2019-02-12\n"
    "follows: letters/round-york-2017\nkind: progress\n---\n\nA text.\n",
    "guidance/criteria-2025.md": "---\ntitle: Guidance with criteria in three columns\nrelease: 2023-01-10\n"
    "in-force: 2023-02-01\nprogramme: jtai\n---\n\n## Evaluation criteria\n\n"
    "Table: The criteria\n\n| Number | Subject | What inspectors look for |\n| --- | --- | --- |\n"
    "| EC1 | Leaders | Leaders know what is needed, and act. |\n"
    f"| EC2 | {LONG_NAME} | Everything else. |\n\n1. A paragraph, see EC1.\n\n"
    "## Annex A: what is asked for\n\n2. A list.\n",
    "consultations/open-2024.md": "---\ntitle: A consultation that is open\nrelease: 2024-01-10\nopens: 2024-01-10\n"
    "closes: 2190-01-01 17:00\nsummary: How inspections should go on.\n---\n\nA few words first.\n\n## Proposal one\n\n"
    "What is proposed.\n\n## Question: should there be more of it?\n\nMore than there is now.\n\n- Yes\n- No\n"
    f"- {LONG_NAME}\n\nIf not, why?\n\n## Question: how often?\n\n- Once\n- Twice\n\n## Next steps\n\nThe end.\n",
    "announcements/quoted-2024.md": "---\ntitle: Inspections begin again\nrelease: 2024-01-15\n---\n\nThey begin.\n\n"
    "> We want to see what children see. This is a longer sentence, so that it goes on to a second line.\n>\n"
    "> — A. Director, Ofsted\n\nThe Chief Constable said:\n\n> So do we.\n>\n> It matters.\n\n"
    "## Notes to editors\n\n1. Ofsted inspects.\n2. HMICFRS inspects the police.\n\nCall the press office.\n\n"
    "## What comes next\n\nThe first letter.\n",
}
