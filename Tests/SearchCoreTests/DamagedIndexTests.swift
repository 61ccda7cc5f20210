import TestSupport
import Testing

@testable import SearchCore

@Suite struct `An index` {
  private static let requests = [
    "q=children&passages=1&snippet=60", "q=%22children+trust%22", "q=neglec*+OR+%3Dpolice&facets=all",
    "q=MASH+-otley", "q=chidlren", "q=otley", "agency=police&kind=strength&q=children",
    "facets=all&sort=date",
  ]

  @Test func `answers a request`() async throws {
    let files = try await SmallIndex().files
    #expect(
      answer(to: "q=otley+hub&facets=none&sort=date&limit=1&passages=1", from: files) == """
        {"query":"otley hub","total":3,"page":1,"partial":false,"expanded":[],"unexpanded":[],"hits":[\
        {"url":"/letters/2/","title":"Letter 2","summary":"","type":"","area":"","date":"","day":"","wording":"",\
        "wording-name":"","score":0.000,"matches":1,"passages":[{"url":"/letters/2/#finding-1",\
        "kind":"strength","kind-name":"Strength","text":"Leaders in Otley share information in the multi-agency \
        safeguarding hub (MASH).","marks":[[11,16],[68,71]]}]}],"facets":{},\
        "places":[{"name":"Otley","area":"leeds","area-name":"Leeds","url":"/areas/leeds/"}],\
        "suggestions":[],"notes":[]}
        """)
  }

  @Test(arguments: 0..<8) func `that is damaged gives an answer or a failure`(seed: Int) async throws {
    let files = try await SmallIndex().files
    var dice = SeededRandom(seed: UInt64(seed))
    for path in files.keys.sorted() {
      for _ in 0..<40 {
        var damaged = files
        damaged[path] = dice.damage(files[path] ?? [])
        for request in Self.requests { #expect(answer(to: request, from: damaged) != "no end") }
      }
    }
  }

  @Test func `that is cut short anywhere gives an answer or a failure`() async throws {
    let files = try await SmallIndex().files
    for path in files.keys.sorted() where !path.hasPrefix("text/") {
      for length in 0..<(files[path]?.count ?? 0) {
        var damaged = files
        damaged[path] = [UInt8](files[path]?.prefix(length) ?? [])
        for request in Self.requests { #expect(answer(to: request, from: damaged) != "no end") }
      }
    }
  }

  @Test func `whose pieces are in each other's places is damaged`() async throws {
    let files = try await SmallIndex().files
    let texts = files.keys.filter { $0.hasPrefix("text/") }.sorted()
    var swapped = files
    for (place, other) in zip(texts, texts.dropFirst()) { swapped[place] = files[other] }
    #expect(answer(to: "q=police&passages=1", from: files).contains(#""total":3"#))
    #expect(answer(to: "q=police&passages=1", from: swapped) == "failure: damaged")
  }

  @Test(arguments: [6, 8]) func `with a piece of another shard or number is damaged`(place: Int) async throws
  {
    for kind in ["columns", "words", "passages", "positions", "spellings", "labels", "text"] {
      var files = try await SmallIndex().files
      for path in files.keys where path.hasPrefix(kind) { files[path]?[place] ^= 4 }
      let requests = [
        "q=%22children+trust%22&passages=1", "q=chidlren", "kind=strength&facets=all", "area=leeds",
      ]
      #expect(requests.contains { answer(to: $0, from: files) == "failure: damaged" }, "\(kind)")
    }
  }

  @Test func `of a later version says so`() async throws {
    for path in ["manifest", "words"] {
      var files = try await SmallIndex().files
      let name = try #require(files.keys.first { $0.hasPrefix(path) })
      files[name]?[4] += 1
      #expect(answer(to: "q=children", from: files) == "failure: newer")
    }
  }
}

extension SeededRandom {
  /// Some bytes with one to three bits turned, bytes replaced, or a part repeated or left out.
  fileprivate mutating func damage(_ bytes: [UInt8]) -> [UInt8] {
    var damaged = bytes
    for _ in 0..<Int.random(in: 1...3, using: &self) where damaged.count > 12 {
      let place = Int.random(in: 12..<damaged.count, using: &self)
      switch Int.random(in: 0..<4, using: &self) {
      case 0: damaged[place] ^= 1 << UInt8.random(in: 0..<8, using: &self)
      case 1: damaged[place] = UInt8.random(in: 0...255, using: &self)
      case 2: damaged[place] = 0xFF
      default: damaged.removeSubrange(place..<min(place + Int.random(in: 1...9, using: &self), damaged.count))
      }
    }
    return damaged
  }
}
