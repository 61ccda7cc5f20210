import PublishingCalendar
import TestSupport
import Testing

@Suite struct `A consultation` {
  private static let questions = """
    Words before.

    ## Proposal one

    What is proposed.

    ## Question: should there be more?

    More of it, that is.

    - Yes
    - No

    ### Why not

    1. Reasons
    2. Others

    ## Question 2: how often?

    - Once

    ## Questions of style

    None.[^1]

    ## Question: at last

    > No options.
    >
    > — Somebody

    [^1]: A note.

    """

  private static func site(
    _ frontMatter: String, at instant: Instant = "2015-08-01", text: String = questions
  ) async throws -> BuiltSite {
    try await BuiltSite.of(at: instant) {
      Document("consultations/c.md", "title: Plans\nrelease: 2015-07-01\n" + frontMatter, text: text)
    }
  }

  private let status = "//div[starts-with(@class, 'inset consultation')]"

  @Test(
    arguments: [
      (
        "2015-07-14T23:59:59.999+01:00", "upcoming", "Opens on 15 July 2015. It will close on 11 August 2015."
      ),
      ("2015-07-15T00:00:00+01:00", "open", "Open until 11 August 2015. It opened on 15 July 2015."),
      ("2015-08-11T23:59:59.999+01:00", "open", "Open until 11 August 2015. It opened on 15 July 2015."),
      ("2015-08-12T00:00:00+01:00", "closed", "Closed on 11 August 2015. It opened on 15 July 2015."),
      ("2030-01-01", "closed", "Closed on 11 August 2015. It opened on 15 July 2015."),
    ] as [(Instant, String, String)])
  func `says at each instant whether it is open`(instant: Instant, state: String, words: String) async throws
  {
    let site = try await Self.site("opens: 2015-07-15\ncloses: 2015-08-11", at: instant)
    let page = try site.page("/consultations/c/")
    #expect(try page.texts(status + "/p") == [words])
    #expect(try page.texts(status + "/@class") == ["inset consultation consultation-\(state)"])
    let line = try site.page("/consultations/").text("//ol[@class='items']/li//span/span")
    #expect(line + "." == words.split(separator: " It ").first.map(String.init))
  }

  @Test(
    arguments: [
      ("opens: 2015-07-15", "Open. It opened on 15 July 2015."),
      ("closes: 2015-08-11", "Open until 11 August 2015."),
      (
        "opens: 2015-07-15 10:00\ncloses: 2015-08-11 17:00",
        "Open until 11 August 2015 at 17:00. It opened on 15 July 2015 at 10:00."
      ),
      ("opens: 2015-09-01", "Opens on 1 September 2015."),
      ("closes: 2015-08-01 09:30", "Closed on 1 August 2015 at 09:30."),
      ("closes: 2015-08-01T09:30:01+01:00", "Open until 1 August 2015 at 09:30."),
    ])
  func `says what is known of its dates`(frontMatter: String, words: String) async throws {
    let page = try await Self.site(frontMatter).page("/consultations/c/")
    #expect(try page.texts(status + "/p") == [words])
  }

  @Test func `says nothing of it without dates, when withdrawn, and on an edition that was replaced`()
    async throws
  {
    let site = try await BuiltSite.of(at: "2015-08-01") {
      Document("consultations/a.md", "release: 2015-07-01")
      Document(
        "consultations/b.md",
        "release: 2015-07-01\ncloses: 2015-09-01\nwithdrawn: {at: 2015-07-02, reason: No}")
      Document("consultations/c/edition-1.md", "release: 2015-07-01\ncloses: 2015-09-01")
      Document("consultations/c/edition-2.md", "release: 2015-07-02\ncloses: 2015-07-21")
    }
    for address in ["/consultations/a/", "/consultations/b/", "/consultations/c/editions/1/"] {
      #expect(try site.page(address).texts(status) == [], "\(address)")
    }
    #expect(try site.page("/consultations/c/").texts(status + "/p") == ["Closed on 21 July 2015."])
  }

  @Test func `lists its questions with the way to each`() async throws {
    let page = try await Self.site("").page("/consultations/c/")
    #expect(try page.text("//nav[@class='questions']/h2") == "3 questions")
    #expect(
      try page.texts("//nav[@class='questions']//a") == ["Should there be more?", "How often?", "At last"])
    #expect(
      try page.texts("//nav[@class='questions']//a/@href") == [
        "#question-should-there-be-more", "#question-2-how-often", "#question-at-last",
      ])
    let without = try await Self.site("", text: "## Questions\n\nNone.\n")
    #expect(try !without.page("/consultations/c/").has("//nav[@class='questions']"))
  }

  @Test func `sets its questions and their options off from the text`() async throws {
    let page = try await Self.site("").page("/consultations/c/")
    let body = "//div[@class='body']"
    #expect(
      try page.texts("\(body)/*[@class='question']") == [
        "Question: should there be more?", "Question 2: how often?", "Question: at last",
      ])
    #expect(try page.texts("\(body)/ul[@class='options question-part']/li") == ["Yes", "No", "Once"])
    #expect(
      try page.texts("\(body)/*[@class='question-part']") == [
        "More of it, that is.", "Why not", "Reasons Others",
      ])
    #expect(try page.texts("\(body)/blockquote/@class") == ["quotation question-part"])
    #expect(
      try page.texts("\(body)/*[not(@class)]") == [
        "Words before.", "Proposal one", "What is proposed.", "Questions of style", "None.1",
      ])
  }

  @Test func `asks in Welsh too`() async throws {
    let site = try await BuiltSite.of {
      Document(
        "consultations/c.md", "release: 2015-07-01\nlanguage: cy\ncloses: 2015-09-01",
        text: "## Cwestiwn: a ddylid?\n\n- Dylid\n")
    }
    let page = try site.page("/consultations/c/")
    #expect(try page.texts("//nav[@class='questions']/*") == ["1 cwestiwn", "A ddylid?"])
    #expect(try page.text(status + "/p") == "Caewyd ar 1 Medi 2015.")
  }

  @Test func `shows no question where the document is none`() async throws {
    let page = try await BuiltSite.of {
      Document("announcements/a.md", "release: 2015-07-01", text: "## Question: what now?\n\n- Wait\n")
    }.page("/announcements/a/")
    #expect(try !page.has("//nav[@class='questions'] | //*[@class='question']"))
  }
}
