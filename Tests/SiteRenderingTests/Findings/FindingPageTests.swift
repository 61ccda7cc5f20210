import TestSupport
import Testing

@Suite struct `A finding on the page of its letter` {
  private static func site() async throws -> BuiltSite {
    try await BuiltSite.of {
      Document(
        "letters/leeds.md", "release: 2024-03-12\nwording: summary\nprogramme: jtai\nguidance: rules",
        text: """
          ## Areas for priority action

          - The police must act <at once> on EC2. {agencies="police"}

          ## Strengths

          Leaders should keep:

          - what works {#works}
            - here
          - EC9 and xEC2

          ## Practice study: effective practice

          One.

          Two.
          """)
      Document(
        "guidance/rules.md", "release: 2024-01-01",
        text:
          "## Criteria\n\n| | What is looked at |\n| --- | --- |\n| EC1 | One |\n| EC2 | Two |\n\nEC1 comes first.\n"
      )
      Document("letters/york.md", "release: 2024-03-13\nwording: facts", text: "Facts only.\n")
    }
  }

  @Test func `has its anchor, its kind in words, and a link to itself`() async throws {
    let page = try await Self.site().page("/letters/leeds/")
    #expect(
      try page.texts("//div[@class='body']//a[@class='finding-link']/@href") == [
        "#finding-1", "#works", "#finding-3", "#finding-4",
      ])
    #expect(
      try page.texts("//div[@class='body']//a[@class='finding-link']") == [
        "Area for priority action 1", "Strength 2", "Strength 3", "Effective practice 4",
      ])
    #expect(
      try page.texts("//*[contains(@class, 'finding ')]/@id") == [
        "finding-1", "works", "finding-3", "finding-4",
      ])
    #expect(try page.texts("//p[@class='finding-part finding-practice-effective']") == ["Two."])
  }

  @Test func `is counted at a glance`() async throws {
    let site = try await Self.site()
    #expect(
      try site.page("/letters/leeds/").texts("//section[@class='glance']//li") == [
        "1 Area for priority action", "2 Strengths", "1 Effective practice",
      ])
    #expect(try site.page("/letters/york/").texts("//section[@class='glance']").isEmpty)
  }

  @Test(arguments: [
    ("", ["No area for priority action", "1 Strength"]),
    ("## Areas for priority action\n\nThere are none.\n", ["No area for priority action", "1 Strength"]),
    ("## Priority action for health\n\n- Act.\n", ["1 Area for priority action", "1 Strength"]),
    ("## Action is a priority\n\n- Act.\n", ["1 Strength"]),
    ("## Areas for priority action\n\n> Act.\n", ["1 Strength"]),
    ("## Local context\n\nTowns.\n", ["No area for priority action", "1 Strength"]),
  ])
  func `is said to be no priority action only where the letter was understood`(
    text: String, glance: [String]
  ) async throws {
    let site = try await BuiltSite.of {
      Document("letters/leeds.md", "release: 2024-03-12", text: "## Strengths\n\n- One.\n\n" + text)
    }
    #expect(try site.page("/letters/leeds/").texts("//section[@class='glance']//li") == glance)
  }

  @Test func `leads to the criteria of its guidance`() async throws {
    let site = try await Self.site()
    #expect(
      try site.page("/letters/leeds/").texts("//div[@class='body']//a[contains(@href, 'criteria')]/@href")
        == ["/criteria/rules/ec2/"])
    #expect(
      try site.page("/guidance/rules/").texts("//div[@class='body']//a[contains(@href, 'criteria')]")
        == ["EC1", "EC2", "EC1"])
  }
}
