/// How well a document answers the terms of a query: BM25 (Robertson and others, Okapi at TREC-3, 1994), over
/// weights in which the title and headings count several times, as in BM25F.
struct Relevance {
  /// How soon more of the same word counts less.
  private static let saturation = 3.0
  /// How much a long document must have more of a word.
  private static let lengthEffect = 0.75

  private let averageLength: Double
  private let documentCount: Int

  init(_ contents: TableOfContents) {
    documentCount = contents.documentCount
    averageLength = documentCount > 0 ? max(Double(contents.totalLength) / Double(documentCount), 1) : 1
  }

  /// What a term that so many documents have is worth.
  func worth(ofTermIn count: Int) -> Double {
    NaturalLogarithm.of(1 + (Double(documentCount - count) + 0.5) / (Double(count) + 0.5))
  }

  /// The part of the saturation that depends on the length of a document alone.
  func norm(ofLength words: Int) -> Double {
    Self.saturation * (1 - Self.lengthEffect + Self.lengthEffect * Double(words) / averageLength)
  }

  /// What a weight contributes, of at most four times the worth of its term.
  func part(_ weight: Int, norm: Double) -> Double {
    Double(weight) * (Self.saturation + 1) / (Double(weight) + norm)
  }
}

/// The natural logarithm out of additions and divisions, whose results IEEE 754 lays down to the last bit:
/// the same in the terminal and in the browser.
enum NaturalLogarithm {
  private static let ofTwo = 0.693_147_180_559_945_3

  /// - Parameter number: Above 0.
  static func of(_ number: Double) -> Double {
    // Of the 64 bits, the sign is 0, 11 are the exponent and 1023, and 52 what of the mantissa is behind the 1.
    var mantissa = Double(bitPattern: number.bitPattern & (1 << 52 - 1) | 1023 << 52)
    var exponent = Double(Int(truncatingIfNeeded: number.bitPattern >> 52) - 1023)
    if mantissa > 1.414_213_562_373_095 {
      mantissa /= 2
      exponent += 1
    }
    // ln m = 2 artanh((m - 1) / (m + 1)); thirteen terms are exact to the last digits for m near 1.
    let ratio = (mantissa - 1) / (mantissa + 1)
    let square = ratio * ratio
    var sum = 0.0
    var odd = 25.0
    while odd > 0 {
      sum = sum * square + 1 / odd
      odd -= 2
    }
    return exponent * ofTwo + 2 * ratio * sum
  }
}
