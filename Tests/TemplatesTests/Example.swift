import Testing

/// A template, what it is given, and what it shows.
struct Example: Sendable, CustomTestStringConvertible {
  let name: String
  let template: String
  let view: Tree
  let partials: [String: String]
  let expected: String

  init(
    _ name: String, _ template: String, _ view: Tree = [:], partials: [String: String] = [:],
    shows expected: String
  ) {
    self.name = name
    self.template = template
    self.view = view
    self.partials = partials
    self.expected = expected
  }

  var testDescription: String { name }

  /// Holds both engines to what is expected.
  func check(_ place: SourceLocation = #_sourceLocation) throws {
    #expect(try ours(template, view, partials: partials) == expected, sourceLocation: place)
    #expect(try reference(template, view.native, partials: partials) == expected, sourceLocation: place)
  }
}
