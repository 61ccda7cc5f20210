import Escaping
import GZip
import SearchCore
import TestSupport
import Testing

@Suite struct `A place in the search` {
  private static let areas = """
    - {id: kingston-upon-hull, name: Kingston upon Hull, aliases: [Hull], covers: [Marfleet], listed: true}
    - {id: leeds, name: Leeds, aliases: [Leodis], covers: [Otley]}
    - {id: hidden, name: Hidden, aliases: [Zanadu], covers: [Zembla]}

    """

  private static func site() async throws -> BuiltSite {
    try await BuiltSite.of {
      File("areas.yml", areas)
      Document("letters/a.md", "title: A letter\nrelease: 2024-03-12\narea: leeds\nthemes: [neglect]")
      Document("letters/b.md", "title: To come\nrelease: 2030-03-12\narea: hidden")
    }
  }

  @Test(arguments: [
    ("hull", "kingston-upon-hull"), ("marfleet", "kingston-upon-hull"), ("Leodis", "leeds"),
    ("leeds", "leeds"),
  ]) func `leads to its area by any of its names`(name: String, area: String) async throws {
    #expect(try await Self.site().found("q=\(name)").contains(#""area":"\#(area)""#))
  }

  @Test(arguments: ["Zanadu", "Zembla", "Hidden"])
  func `stays unknown until a letter names its area`(name: String) async throws {
    let site = try await Self.site()
    #expect(try site.found("q=\(name)").contains(#""places":[]"#))
    for (path, file) in site.files where path.hasPrefix("search/index/") {
      let bytes = GZip.decompress(file, limit: 1 << 24) ?? []
      let text = String(decoding: bytes, as: UTF8.self).lowercased()
      #expect(!text.contains(name.lowercased()), "\(path)")
    }
  }
}

extension BuiltSite {
  /// What the engine answers to a request.
  fileprivate func found(_ request: String) throws -> String {
    let engine = try SearchEngine(manifest: piece("manifest"))
    while true {
      switch engine.run(SearchRequest(Bytes(request.utf8))) {
      case .answer(let answer): return String(decoding: answer, as: UTF8.self)
      case .failure(let error): throw error
      case .wanted(let pieces):
        for piece in pieces {
          let path = String(decoding: engine.path(of: piece), as: UTF8.self)
          try engine.supply(try self.piece(path), as: piece)
        }
      }
    }
  }

  private func piece(_ path: String) throws -> Bytes {
    let file = try #require(files["search/index/" + path])
    return try #require(GZip.decompress(file, limit: 1 << 24))
  }
}
