import Diagnostics
import StrictYAML

/// The colours of a channel: one for its name and the bar above it, on light and on dark paper.
struct ChannelColours: Sendable {
  private let accent: Colour
  private let accentDark: Colour

  /// Text of less contrast is hard to read (WCAG 2.2, 1.4.3).
  private static let leastContrast = 4.5
  /// The paper of the styles, light and dark.
  private static let paper = "#ffffff"
  private static let darkPaper = "#11181d"

  /// Reads the colours; nil where one cannot be read or cannot be seen, which is reported.
  init?(_ fields: Fields) {
    var fields = fields
    defer { fields.reportUnknownKeys() }
    let accent = Self.colour("accent", on: Self.paper, &fields)
    let accentDark = Self.colour("accent-dark", on: Self.darkPaper, &fields)
    guard let accent, let accentDark else { return nil }
    (self.accent, self.accentDark) = (accent, accentDark)
  }

  private static func colour(_ key: String, on paper: String, _ fields: inout Fields) -> Colour? {
    guard let text = fields.requiredText(key), let paper = Colour(paper) else { return nil }
    guard let colour = Colour(text) else {
      fields.reportWrong(
        key, "'\(key)' is \(quoting: text)", expected: "a colour such as \"#0b4f6c\", in quotation marks")
      return nil
    }
    let contrast = colour.contrast(to: paper)
    guard contrast >= leastContrast else {
      let tenths = Int(contrast * 10)
      fields.reportWrong(
        key, "'\(key)' has a contrast of \(tenths / 10).\(tenths % 10) to 1 on \(paper.description)",
        expected: "at least 4.5 to 1, so that everybody can read it")
      return nil
    }
    return colour
  }

  /// The stylesheet.
  var styles: String {
    """
    :root { --accent: \(accent) }
    @media (prefers-color-scheme: dark) { :root { --accent: \(accentDark) } }
    @media print { :root { --accent: #000 } }

    """
  }
}
