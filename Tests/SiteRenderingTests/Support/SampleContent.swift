import TestSupport

/// A small archive with a document of every kind and state, for what holds of every page.
enum SampleContent {
  static func make() throws -> Content {
    try Content {
      Settings(
        """
        language: en-GB
        licence: {name: Open Government Licence v3.0, url: "https://licence.example/3/"}
        """)
      File("glossary.yml", "- {term: MASH, expansion: multi-agency safeguarding hub}\n")
      letters
      others
      pages
    }
  }

  private static let letter = """
    title: Joint inspection of Leeds
    release: 2024-03-12
    dated: 2016-05-10
    summary: What inspectors found in Leeds.
    inspectorates: [ofsted, hmicfrs]
    themes: [neglect]
    area: leeds
    programme: jtai
    guidance: neglect-2022
    fieldwork: {start: 2016-03-07, end: 2016-03-11}
    reference: L-17
    applies-to: [England]
    addressees: [The director, The chief constable]
    signatories: [An inspector]
    principal-authority: Leeds City Council
    statement:
      required: true
      due: 2016-09-01
      basis: Section 20 of the Children Act 2004
      lead: Leeds City Council
      cooperating: [West Yorkshire Police, NHS Leeds]
      received: 2016-08-30
    source: {name: The letter, url: "https://www.example.org/letter.pdf"}
    """

  private static let text = """
    The MASH works. See [the figures](figures.csv), [the guidance](guidance/neglect-2022#paragraph-1) and
    [what is to come](letters/secret-2030).

    ## Key strengths

    - They listen. {#listening agencies="police"}

    ### How

    Words[^1].

    ## Areas for improvement

    1. More.

    ## Next steps

    | A | B |
    | - | -: |
    | 1 | 2 |

    [^1]: A note.

    """

  @ContentBuilder private static var letters: [File] {
    Document("letters/leeds-2016/edition-1.md", letter, text: text)
    Document(
      "letters/leeds-2016/edition-2.md", letter.replacing("2024-03-12", with: "2024-04-12") + "\nminor: true",
      text: text)
    File("letters/leeds-2016/figures.csv", "a,b\n1,2\n")
    Document(
      "letters/oxfordshire-2023.md",
      "release: 2023-05-10\narea: [oxfordshire, leeds]\nthemes: [neglect]\nwording: facts\n"
        + "redirect-from: [/old/oxfordshire/, /oxford.html]\ninspectorates: [cqc]")
    Document(
      "letters/salford-2022.md",
      "release: 2022-05-10\narea: salford\nthemes: [exploitation]\n"
        + "withdrawn: {at: 2024-01-05, reason: It was wrong, decided-by: The editor}")
    Document(
      "letters/removed-2021.md",
      "release: 2021-05-10\nremoved: {at: 2024-02-05, reason: A court said so, decided-by: The editor}")
    Document("letters/secret-2030.md", "release: 2030-01-01\ntitle: Secret words")
  }

  @ContentBuilder private static var others: [File] {
    Document(
      "guidance/neglect-2022.md",
      "title: Guidance on neglect\nrelease: 2022-10-20\nprogramme: jtai\nin-force: 2022-11-01",
      text: "1. First.\n2. See paragraph 1.\n")
    Document(
      "overviews/neglect.md",
      "title: Growing up neglected\nrelease: 2024-06-01\nwording: summary\n"
        + "round: {themes: [neglect], from: 2016-05-01, to: 2018-07-01, letters: [leeds-2016, secret-2030]}")
    Document(
      "follow-ups/leeds-response.md", "release: 2024-07-01\nfollows: letters/leeds-2016\nkind: response")
    Document("announcements/start.md", "release: 2016-01-15")
    Document("consultations/plans.md", "release: 2015-07-09\nopens: 2015-07-09\ncloses: 2015-09-11")
    Document(
      "guidance/cy.md",
      "title: Canllawiau ar esgeulustod\nrelease: 2022-10-21\nlanguage: cy\n"
        + "translation-of: guidance/neglect-2022")
  }

  @ContentBuilder private static var pages: [File] {
    Document("pages/about.md", "title: About\nrelease: 2020-01-01\nsummary: What this is.")
    Document("pages/accessibility.md", "title: Accessibility\nrelease: 2020-01-01")
    Document("pages/coverage.md", "title: What is in it\nrelease: 2020-01-01\nsummary: Everything.")
  }
}
