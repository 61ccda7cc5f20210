import Archive
import Model
import TestSupport
import Testing

@Suite struct `A release` {
  private func problems(_ release: String, _ settings: String = "") async throws -> String {
    try await Content {
      Settings(settings)
      Document("letters/a.md", "release: \(release)")
    }.problems()
  }

  @Test(arguments: [
    "2024-03-12", "2024-03-12 09:30", "2024-03-12T09:30:00", "2024-03-12T09:30:00+00:00",
    "\"2024-03-12 09:30\"", "2024-03-31T01:30:00+00:00", "2024-10-27T01:30:00+01:00",
  ])
  func `is a date, a local time or a time with an offset`(release: String) async throws {
    #expect(try await problems(release) == "")
  }

  @Test(arguments: ["soon", "12 March 2024", "2024-02-30", "2024-03-12 9:30", "09:30", "2024", "true"])
  func `is nothing else`(release: String) async throws {
    #expect(
      try await problems(release) == """
        Content/letters/a.md:2: error: 'release' is '\(release)' [wrong-value]
          expected: 2027-03-12, 2027-03-12 09:30 or 2027-03-12T09:30:00+00:00

        """)
  }

  @Test(arguments: ["2024-03-31 01:00", "2024-03-31 01:30", "2024-03-31T01:59:59"])
  func `is at a local time that exists`(release: String) async throws {
    #expect(
      try await problems(release) == """
        Content/letters/a.md:2: error: 'release' '\(release)' does not exist in Europe/London: the clocks \
        go forward [wrong-value]
          expected: another time, or a time with an offset

        """)
  }

  @Test func `is at a local time that exists once`() async throws {
    #expect(
      try await problems("2024-10-27 01:30") == """
        Content/letters/a.md:2: error: 'release' '2024-10-27 01:30' exists twice in Europe/London: the \
        clocks go back [wrong-value]
          expected: the time with its offset, 2024-10-27T01:30:00+01:00 or 2024-10-27T01:30:00+00:00

        """)
  }

  @Test func `by a date alone exists at the release time of that day`() async throws {
    let content = try Content {
      File(
        "archive.yml",
        "title: x\naddress: https://x.example\ntime-zone: Europe/London\nrelease-time: \"01:30\"\n")
      Document("letters/a.md", "release: 2024-03-31")
      Document("letters/b.md", "release: 2024-03-30")
    }
    #expect(
      try await content.problems() == """
        Content/letters/a.md:2: error: 'release' '2024-03-31' does not exist in Europe/London: the clocks \
        go forward [wrong-value]
          expected: another time, or a time with an offset

        """)
  }

  @Test(arguments: ["withdrawn", "removed"])
  func `and a withdrawal or removal are read alike`(key: String) async throws {
    let content = try Content {
      Document("letters/a.md", "release: 2024-01-01\n\(key): {at: 2024-03-31 01:30, reason: x}")
    }
    #expect(
      try await content.problems() == """
        Content/letters/a.md:3: error: 'at' '2024-03-31 01:30' does not exist in Europe/London: the clocks \
        go forward [wrong-value]
          expected: another time, or a time with an offset

        """)
  }
}

@Suite struct `Editions` {
  @Test func `are released in the order of their numbers`() async throws {
    let content = try Content {
      Document("letters/a/edition-1.md", "release: 2024-03-12")
      Document("letters/a/edition-2.md", "release: 2024-03-11")
      Document("letters/a/edition-3.md", "release: 2024-03-11 09:30")
    }
    #expect(
      try await content.problems() == """
        Content/letters/a/edition-2.md: error: edition 2 is released no later than edition 1 [edition-order]
          expected: editions released in the order of their numbers
        Content/letters/a/edition-3.md: error: edition 3 is released no later than edition 2 [edition-order]
          expected: editions released in the order of their numbers

        """)
  }

  @Test(arguments: ["", "release: soon"])
  func `have a release when a later one has`(release: String) async throws {
    let content = try Content {
      Document("letters/a/edition-1.md", release)
      Document("letters/a/edition-2.md", "release: 2024-03-12")
      Document("letters/a/edition-3.md")
    }
    #expect(
      try await content.problems().hasSuffix(
        """
        Content/letters/a/edition-2.md: error: edition 1, which comes before this one, has no release \
        [edition-order]
          expected: editions released in the order of their numbers

        """))
  }

  @Test func `are numbered from 1 without a gap`() async throws {
    let content = try Content {
      Document("letters/a/edition-2.md", "release: 2024-03-11")
      Document("letters/b/edition-1.md", "release: 2024-03-11")
      Document("letters/b/edition-3.md", "release: 2024-03-12")
    }
    #expect(
      try await content.problems() == """
        Content/letters/a/edition-2.md: error: edition 1 is missing before this one [edition-order]
          expected: editions numbered from 1 without a gap
        Content/letters/b/edition-3.md: error: edition 2 is missing before this one [edition-order]
          expected: editions numbered from 1 without a gap

        """)
  }

  @Test func `say from the second on what they change`() async throws {
    let content = try Content {
      Document("letters/a/edition-1.md")
      File("letters/a/edition-2.md", "---\ntitle: x\n---\n")
    }
    #expect(
      try await content.problems() == """
        Content/letters/a/edition-2.md:2: error: the key 'change' is missing [missing-key]
          expected: 'change: …', what this edition changes

        """)
  }

  @Test func `past nine are in the order of their numbers`() async throws {
    let content = try Content {
      for number in 1...11 {
        Document("letters/a/edition-\(number).md", "release: 2024-03-\(number + 10)")
      }
    }
    #expect(try await content.problems() == "")
    #expect(try await content.archive().documents.first?.editions.map(\.id.number) == Array(1...11))
  }
}
