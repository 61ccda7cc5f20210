import Archive
import Diagnostics
import Embargo
import Model
import TestSupport
import Testing

/// A document in whose lines the slips that a rule should find are marked: `words ⇐ message`, several messages
/// one after the other.
///
/// The marks are taken out before the document is checked. What a test writes is the part of the front matter
/// beside title and release, and the text.
struct MarkedDocument {
  private let path: String
  private let lines: [Substring]

  init(_ path: String = "letters/a.md", front: String = "", text: String = "") {
    self.path = path
    let release = front.contains("release:") ? [] : ["release: 2024-03-12"]
    let document = ["---", "title: A title"] + release + (front.isEmpty ? [] : [front]) + ["---", "", text]
    lines = document.joined(separator: "\n").split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The document without marks.
  var source: String {
    lines.map { $0.split(separator: Self.mark, omittingEmptySubsequences: false)[0] }.joined(separator: "\n")
  }

  /// The marks, as the report of a rule should be: `LINE: message`.
  var marks: [String] {
    lines.enumerated().flatMap { index, line in
      line.split(separator: Self.mark).dropFirst().map { "\(index + 1): \($0)" }
    }
  }

  private static let mark = " ⇐ "

  /// What a rule finds in the document, with everything else that the content holds.
  func found(by rule: String, settings: String = "", files: [File] = []) async throws -> [Diagnostic] {
    let content = try Content {
      Settings(settings)
      files
      File(path, source)
    }
    return try await content.checked(at: "2030-01-01").documents.flatMap(\.editions).flatMap(\.diagnostics)
      .filter { $0.rule == rule }.sorted()
  }

  /// The lines of the report of a rule.
  func slips(of rule: String, settings: String = "", files: [File] = []) async throws -> [String] {
    try await found(by: rule, settings: settings, files: files).map {
      "\($0.place.line ?? 0): \($0.message.text)"
    }
  }
}

/// Expects that a rule finds the slips that are marked in a letter, or another document, and no others.
func expectMarked(
  _ rule: String, in path: String = "letters/a.md", front: String = "", _ text: String = "",
  settings: String = "", files: [File] = [], sourceLocation: SourceLocation = #_sourceLocation
) async throws {
  let document = MarkedDocument(path, front: front, text: text)
  let slips = try await document.slips(of: rule, settings: settings, files: files)
  #expect(slips.sorted() == document.marks.sorted(), sourceLocation: sourceLocation)
}
