import TestSupport
import Testing

@Suite struct `The rule area-code` {
  @Test func `finds a code that two areas share, at its line`() async throws {
    let found = try await Content {
      File(
        "areas.yml",
        """
        - {id: leeds, name: Leeds, ons-code: E08000035, urn: "80538"}
        - id: oxfordshire
          name: Oxfordshire
          ons-code: E10000025
          urn: "80538"
        - id: salford
          name: Salford
          ons-code: E08000035

        """)
    }.problems()
    #expect(
      found == """
        Content/areas.yml:5: warning: 'oxfordshire' has the same 'urn' as 'leeds' [area-code]
          expected: a code of its own
        Content/areas.yml:8: warning: 'salford' has the same 'ons-code' as 'leeds' [area-code]
          expected: a code of its own

        """)
  }

  @Test func `leaves areas without codes alone`() async throws {
    #expect(try await Content {}.problems().isEmpty)
  }
}
