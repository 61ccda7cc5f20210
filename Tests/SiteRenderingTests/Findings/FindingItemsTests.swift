import Escaping
import FileSystem
import Model
import Testing

@testable import SiteRendering

@Suite struct `Findings that wait in a file` {
  @Test func `come back in any order and choice, a line each`() throws {
    let items = FindingItems(in: try ScratchFile(in: "/tmp"))
    let letters = [["<li>one</li>", "<li>two\nlines</li>", ""], ["<li>three</li>"]]
    let places = try letters.map { try items.add($0.map { HTMLText(rendered: Bytes($0.utf8)) }) }
    let entries = zip(letters, places).flatMap { zip($0, $1) }.map { text, place in
      (text, FindingEntry(kind: .strength, wording: .official, agencies: [], criteria: [], item: place))
    }
    for choice in [[0, 1, 2, 3], [3, 2, 1, 0], [0, 1], [1, 3], [0, 3, 1], [2]] {
      let html = try items.html(of: choice.map { entries[$0].1 })
      let expected = choice.map { entries[$0].0 }.joined(separator: "\n")
      #expect(html.map { String(decoding: $0.bytes, as: UTF8.self) } ?? "" == expected.drop { $0 == "\n" })
    }
    #expect(try items.html(of: []) == nil)
  }
}
