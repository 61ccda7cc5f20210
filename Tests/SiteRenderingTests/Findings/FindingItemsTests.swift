import Escaping
import FileSystem
import Model
import Testing

@testable import SiteRendering

@Suite struct `Findings that wait in a file` {
  @Test func `come back in any order and choice, a line each`() throws {
    let items = FindingItems(in: try ScratchFile(in: "/tmp"))
    let letters = [["<li>one</li>", "<li>two\nlines</li>", "<li>2</li>"], ["<li>three</li>"]]
    let places = try letters.flatMap { try items.add($0.map { HTMLText(rendered: Bytes($0.utf8)) }) }
    let texts = letters.flatMap(\.self)
    for choice in [[0, 1, 2, 3], [3, 2, 1, 0], [0, 1], [1, 3], [0, 3, 1], [2], [1, 1]] {
      let html = try #require(try items.html(at: choice.map { places[$0] }))
      #expect(String(decoding: html.bytes, as: UTF8.self) == choice.map { texts[$0] }.joined(separator: "\n"))
    }
    #expect(try items.html(at: []) == nil)
  }
}
