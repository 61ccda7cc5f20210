@testable import SiteRendering
import Testing

@Suite struct `A colour of a channel` {
  /// The figures are those of other calculators.
  @Test(arguments: [
    ("#000000", "#ffffff", 21.0), ("#ffffff", "#ffffff", 1.0), ("#767676", "#ffffff", 4.54),
    ("#777777", "#FFFFFF", 4.48), ("#0b4f6c", "#ffffff", 8.94), ("#ff0000", "#0000ff", 2.15),
  ])
  func `has the contrast that WCAG gives it`(one: String, other: String, contrast: Double) throws {
    let (one, other) = (try #require(Colour(one)), try #require(Colour(other)))
    #expect(abs(one.contrast(to: other) - contrast) < 0.01)
    #expect(one.contrast(to: other) == other.contrast(to: one))
  }

  @Test(arguments: ["", "#", "red", "#fff", "0b4f6c", "#0b4f6", "#0b4f6cff", "#0b4f6g", "#+b4f6c", "#０b4f6c"])
  func `is written in one way`(text: String) {
    #expect(Colour(text) == nil)
  }
}
