import Escaping
import Foundation
import Markdown
import Testing

/// The letters beside the repository, if they are there; `FINDINGS_SHARED` names another folder.
private let letters: [URL] = {
  let beside = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../shared")
    .standardized
  let shared = ProcessInfo.processInfo.environment["FINDINGS_SHARED"].map { URL(filePath: $0) } ?? beside
  let folder = shared.appending(path: "letters")
  let files =
    FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL }
    ?? []
  return files.filter { $0.pathExtension == "md" }.sorted { $0.path < $1.path }
}()

@Suite("Letters that were published", .enabled(if: !letters.isEmpty))
struct LetterTests {
  private func body(of letter: URL) throws -> String {
    let text = try String(contentsOf: letter, encoding: .utf8)
    return text.firstRange(of: "\n---\n").map { String(text[$0.upperBound...]) } ?? text
  }

  @Test("lose no word", arguments: letters)
  func words(_ letter: URL) throws {
    let source = try body(of: letter)
    let output = html(source).replacing("&amp;", with: "&").replacing("&quot;", with: "\"").replacing(
      /<[^>]*>/, with: "")
    func words(_ text: String) -> [Substring] { text.split { !$0.isLetter && !$0.isNumber } }
    #expect(words(source) == words(output))
  }

  @Test("are written as cmark writes them", arguments: letters)
  func equality(_ letter: URL) throws {
    let source = try body(of: letter)
    #expect(plainHTML(source) == cmarkHTML(source))
  }
}
