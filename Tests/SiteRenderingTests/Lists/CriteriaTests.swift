import TestSupport
import Testing

@Suite struct `The pages of criteria` {
  private static let table = """
    ## Evaluation criteria

    | Number | Criterion |
    | - | - |
    | EC1 | Leaders know what is needed. |
    | EC2 | Children are heard in every decision about them. |

    """

  private static func site() async throws -> BuiltSite {
    try await BuiltSite.of(at: "2024-06-01") {
      Document(
        "guidance/early-help.md",
        "title: Early help\nrelease: 2022-10-07\nin-force: 2022-10-10\nprogramme: jtai", text: table)
      Document(
        "guidance/violence.md", "title: Violence\nrelease: 2023-10-07",
        text: """
          | Number | About | Criterion |
          | - | - | - |
          | EC1 | Leaders | Something quite different. |
          | EC7 | Children | In every decision about them, children are listened to and heard. |

          """)
      Document("guidance/later.md", "title: To come\nrelease: 2024-10-07", text: table)
      Document(
        "letters/a.md", "title: A\nrelease: 2023-03-12\nguidance: early-help",
        text: "## Strengths\n\n- Seen. {criteria=\"EC2\"}\n- Not marked.\n")
      Document(
        "letters/b.md", "title: B\nrelease: 2023-04-12\nguidance: early-help\nwording: summary",
        text: "## Strengths\n\n- Heard, as EC2 asks.\n")
      Document(
        "letters/c.md", "title: C\nrelease: 2024-10-12\nguidance: early-help",
        text: "## Strengths\n\n- To come. {criteria=\"EC2\"}\n")
      Document("letters/d.md", "title: D\nrelease: 2023-05-12\nguidance: violence")
    }
  }

  @Test func `list the guidance that defines any, the newest first`() async throws {
    let site = try await Self.site()
    let page = try site.page("/criteria/")
    #expect(try page.text("//h1") == "Evaluation criteria")
    #expect(try page.texts("//ul[@class='entries']/li/h2/a") == ["Violence", "Early help"])
    #expect(
      try page.texts("//ul[@class='entries']/li/h2/a/@href") == [
        "/criteria/violence/", "/criteria/early-help/",
      ])
    #expect(
      try page.texts("//ul[@class='entries']/li/p") == ["2 criteria, 1 letter", "2 criteria, 2 letters"])
    #expect(!site.has("criteria/later/index.html"))
    #expect(try site.page("/guidance/early-help/").facts("Criteria") == ["2 criteria"])
    #expect(
      try site.page("/guidance/early-help/").texts("//div[@class='body']//td/a/@href") == [
        "/criteria/early-help/ec1/", "/criteria/early-help/ec2/",
      ])
  }

  @Test func `of one guidance show each, and the letters inspected under it`() async throws {
    let site = try await Self.site()
    let page = try site.page("/criteria/early-help/")
    #expect(try page.text("/html/head/title") == "Evaluation criteria - Early help - Findings of a test")
    #expect(try page.texts("//ul[@class='criterion-list']/li/p/a") == ["EC1", "EC2"])
    #expect(
      try page.texts("//ul[@class='criterion-list']/li/div/p") == [
        "Leaders know what is needed.", "Children are heard in every decision about them.", "2 findings",
      ])
    #expect(try page.texts("//ol[@class='items']//a") == ["B", "A"])
    #expect(try page.text("//p[@class='feed']/a/@href") == "/criteria/early-help/feed.xml")
    #expect(try site.feed("criteria/early-help/feed.xml").titles == ["B", "A"])
  }

  @Test func `hold the criterion, where it stands, and the ways to the next`() async throws {
    let page = try await Self.site().page("/criteria/early-help/ec2/")
    #expect(try page.text("//h1") == "EC2")
    #expect(try page.text("/html/head/title") == "EC2 - Early help - Findings of a test")
    #expect(try page.text("//p[@class='lead']") == "Children are heard in every decision about them.")
    #expect(
      try page.texts("//dl[@class='facts']//a/@href") == ["/guidance/early-help/#evaluation-criteria"])
    #expect(try page.facts("In force") == ["10 October 2022"])
    #expect(try page.facts("Programme") == ["Joint targeted area inspections"])
    #expect(try page.texts("//nav[@class='neighbours']/a") == ["Previous: EC1"])
    #expect(
      try page.texts("//nav[starts-with(@class, 'breadcrumbs')]//a/@href") == [
        "/", "/criteria/", "/criteria/early-help/",
      ])
    let parts = try await Self.site().page("/criteria/violence/ec1/")
    #expect(try parts.texts("//dl[@class='criterion-parts']/div/dt") == ["About", "Criterion"])
    #expect(
      try parts.texts("//dl[@class='criterion-parts']/div/dd") == ["Leaders", "Something quite different."])
    #expect(try parts.texts("//nav[@class='neighbours']/a") == ["Next: EC7"])
  }

  @Test func `show the findings marked with it, and say whose words they are`() async throws {
    let page = try await Self.site().page("/criteria/early-help/ec2/")
    let section = "//section[h2='Findings marked with EC2']"
    #expect(try page.texts(section + "/ol/li/p[2]") == ["Heard, as EC2 asks.", "Seen."])
    #expect(
      try page.texts(section + "/p") == [
        "Findings: 1 in the inspectorates’ own words, 1 in this archive’s own summaries."
      ])
  }

  @Test func `are useful where no finding is marked`() async throws {
    let site = try await Self.site()
    let page = try site.page("/criteria/early-help/ec1/")
    #expect(
      try page.texts("//section[h2='Findings marked with EC1']/p") == [
        "No finding in the archive is marked with EC1.",
        "Letters seldom name a criterion, so few findings are marked with one. The letters below come from "
          + "inspections that used it.",
      ])
    #expect(try page.texts("//section[h2='Letters inspected under this guidance']//li//a") == ["B", "A"])
  }

  @Test func `compare it with that of other guidance by its words and by its name`() async throws {
    let site = try await Self.site()
    let list = "//section[h2='In other guidance']/ul/li"
    let second = try site.page("/criteria/early-help/ec2/")
    #expect(try second.texts(list + "/p/a/@href") == ["/criteria/violence/ec7/"])
    #expect(
      try second.texts(list + "/div/p") == [
        "Violence", "Similar words", "Children",
        "In every decision about them, children are listened to and heard.",
      ])
    let first = try site.page("/criteria/early-help/ec1/")
    #expect(
      try first.texts(list + "/div/p") == [
        "Violence", "Other words under the same name", "Leaders", "Something quite different.",
      ])
  }

  @Test func `name the same words as the same, and no translation`() async throws {
    let site = try await BuiltSite.of {
      Document("guidance/a.md", "title: A\nrelease: 2022-10-07", text: Self.table)
      Document("guidance/b.md", "title: B\nrelease: 2023-10-07", text: Self.table)
      Document(
        "guidance/cy.md", "title: C\nrelease: 2023-10-07\nlanguage: cy\ntranslation-of: guidance/a",
        text: Self.table)
      Document(
        "guidance/old.md", "title: D\nrelease: 2020-10-07\nwithdrawn: {at: 2021-01-01, reason: Old}",
        text: Self.table)
    }
    let list = "//section[h2='In other guidance']/ul/li"
    #expect(try site.page("/criteria/a/ec1/").texts(list + "/div/p") == ["B", "The same words"])
    #expect(try site.page("/criteria/cy/ec1/").texts(list + "/div/p") == ["B", "The same words"])
    #expect(try site.page("/criteria/cy/ec1/").texts("//p[@class='lead']/@lang") == ["cy"])
    #expect(try site.page("/criteria/").texts("//ul[@class='entries']//a") == ["B", "C", "A"])
  }

  @Test func `stay when a later edition drops a criterion, or the guidance is withdrawn`() async throws {
    let site = try await BuiltSite.of {
      Document("guidance/a/edition-1.md", "title: A\nrelease: 2022-10-07", text: Self.table)
      Document(
        "guidance/a/edition-2.md", "title: A\nrelease: 2023-10-07",
        text: "| N | C |\n| - | - |\n| EC1 | New words. |\n")
      Document(
        "guidance/old.md", "title: Old\nrelease: 2020-10-07\nwithdrawn: {at: 2021-01-01, reason: Old}",
        text: Self.table)
    }
    let dropped = try site.page("/criteria/a/ec2/")
    #expect(
      try dropped.texts("//div[@class='notice']/p") == [
        "The latest edition of the guidance no longer has this criterion. It stands here as in edition 1."
      ])
    #expect(
      try dropped.texts("//dl[@class='facts']//a/@href") == ["/guidance/a/editions/1/#evaluation-criteria"])
    #expect(try site.page("/criteria/a/ec1/").text("//p[@class='lead']") == "New words.")
    #expect(
      try site.page("/criteria/a/").texts("//section[h2='No longer in the latest edition']//li/p/a") == [
        "EC2"
      ])
    let old = try site.page("/criteria/old/ec1/")
    #expect(
      try old.texts("//div[@class='notice']/p") == ["The guidance was withdrawn on 1 January 2021."])
    #expect(try old.text("//meta[@name='robots']/@content") == "noindex")
    let sitemap = try site.text("sitemap.xml")
    #expect(sitemap.contains("/criteria/a/ec2/") && !sitemap.contains("/criteria/old/"))
  }

  @Test func `are not there where no public guidance defines a criterion`() async throws {
    let site = try await BuiltSite.of(at: "2024-01-01") {
      Document("guidance/a.md", "release: 2022-10-07", text: "| A | B |\n| - | - |\n| 1 | 2 |\n")
      Document("guidance/b.md", "release: 2024-10-07", text: Self.table)
    }
    #expect(site.paths.filter { $0.hasPrefix("criteria") } == [])
  }
}
