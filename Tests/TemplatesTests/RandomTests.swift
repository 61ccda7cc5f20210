import Testing

@Suite struct `Random templates` {
  /// How many templates each seed stands for.
  private static let count = 200

  @Test(arguments: 0..<25) func `show what swift-mustache shows`(seed: Int) throws {
    for number in 0..<Self.count {
      var random = RandomTemplates(seed: seed * Self.count + number)
      let (view, partials, template) = (random.view(), random.partials(), random.template())
      let expected = try reference(template, view.plain, partials: partials)
      try #require(
        try ours(template, view, partials: partials) == expected,
        "of \(template) with \(partials) and \(view)")
    }
  }

  @Test func `show something, and differ`() throws {
    let results = try (0..<200).map { seed in
      var random = RandomTemplates(seed: seed)
      let (view, partials, template) = (random.view(), random.partials(), random.template())
      return try ours(template, view, partials: partials)
    }
    #expect(Set(results.filter { $0.count > 10 }).count > 100)
  }
}
