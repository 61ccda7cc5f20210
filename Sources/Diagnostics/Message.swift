/// Words about the content in which everything quoted from the content is marked as such.
///
/// `"unknown theme \(quoting: id)"` quotes; plain interpolation is for our own words. A quotation can be
/// left out (`redacted`), and each writer escapes it for where it stands.
package struct Message: Hashable, Sendable, ExpressibleByStringInterpolation {
  enum Part: Hashable {
    case words(String)
    case quotation(String)
  }

  var parts: [Part]

  package init(stringLiteral value: String) {
    parts = [.words(value)]
  }

  package init(stringInterpolation: StringInterpolation) {
    parts = stringInterpolation.parts
  }

  package struct StringInterpolation: StringInterpolationProtocol {
    var parts: [Part] = []

    package init(literalCapacity: Int, interpolationCount: Int) {
      parts.reserveCapacity(2 * interpolationCount + 1)
    }

    package mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { parts.append(.words(literal)) }
    }

    /// Adds words of our own: a key, a number, a name from a list.
    package mutating func appendInterpolation(_ words: String) {
      parts.append(.words(words))
    }

    package mutating func appendInterpolation(_ number: Int) {
      parts.append(.words(String(number)))
    }

    package mutating func appendInterpolation(_ message: Message) {
      parts += message.parts
    }

    /// Adds text of the content.
    package mutating func appendInterpolation(quoting text: String) {
      parts.append(.quotation(text))
    }
  }

  /// The longest quotation shown, in characters; the rest is an ellipsis.
  private static let longestQuotation = 60

  /// The message as one line of text.
  package var text: String {
    parts.map { part in
      switch part {
      case .words(let words): words
      case .quotation(let text) where text.count > Self.longestQuotation:
        "'\(text.prefix(Self.longestQuotation))…'"
      case .quotation(let text): "'\(text)'"
      }
    }.joined()
  }

  /// The message with its quotations left out.
  var redacted: Message {
    var copy = self
    copy.parts = parts.map { part in
      if case .quotation = part { .words("'…'") } else { part }
    }
    return copy
  }
}
