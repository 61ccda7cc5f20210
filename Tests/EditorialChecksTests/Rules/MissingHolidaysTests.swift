import TestSupport
import Testing

@Suite struct `The rule missing-holidays` {
  private func problems(_ front: String..., settings: String = "") async throws -> String {
    try await Content {
      Settings(settings)
      for (index, front) in front.enumerated() { Document("letters/a-\(index).md", front) }
    }.problems()
  }

  @Test func `finds each year in which working days are counted and no holidays are known, once`()
    async throws
  {
    let found = try await problems(
      "fieldwork: {start: 2022-12-12, end: 2022-12-16}\nstatement: {due: 2023-06-01}",
      "fieldwork: {start: 2023-03-06, end: 2023-03-10}",
      "fieldwork: {start: 2024-12-09, end: 2024-12-13}\ndated: 2025-02-03")
    #expect(
      found == """
        Content/bank-holidays.json: warning: there are no bank holidays of 2022, in which working days are counted [missing-holidays]
          expected: the holidays of England and Wales in 2022
        Content/bank-holidays.json: warning: there are no bank holidays of 2023, in which working days are counted [missing-holidays]
          expected: the holidays of England and Wales in 2023
        Content/bank-holidays.json: warning: there are no bank holidays of 2025, in which working days are counted [missing-holidays]
          expected: the holidays of England and Wales in 2025

        """)
  }

  @Test func `needs no holidays where nothing is counted`() async throws {
    let found = try await problems(
      "release: 2031-01-06", "fieldwork: {start: 2024-03-04, end: 2024-03-08}\ndated: 2024-04-26")
    #expect(found.isEmpty)
  }

  @Test(arguments: [("off", ""), ("error", "error"), ("on", "warning")])
  func `has the level that archive.yml gives it`(level: String, severity: String) async throws {
    let found = try await problems(
      "fieldwork: {start: 2022-12-12, end: 2022-12-16}", settings: "checks: {missing-holidays: \(level)}")
    #expect(found.contains("[missing-holidays]") == !severity.isEmpty)
    #expect(severity.isEmpty || found.contains(": \(severity): "))
  }
}
