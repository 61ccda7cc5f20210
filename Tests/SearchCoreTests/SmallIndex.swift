import FileSystem
import GZip
import SearchCore
import SearchIndexing
import Synchronization
import Testing

/// An index of three documents in memory, by the paths of its files, each without its gzip.
final class SmallIndex: IndexOutput {
  private let state = Mutex<[String: [UInt8]]>([:])

  var files: [String: [UInt8]] { state.withLock { $0 } }

  /// - Parameter title: The title of each document, unless each has its number.
  init(title: String? = nil) async throws {
    let leeds = FacetValue(id: bytes("leeds"), name: bytes("Leeds"))
    let place = try #require(NamedPlace(name: bytes("Otley"), area: leeds))
    let hub = Manifest.Abbreviation(term: bytes("MASH"), expansion: bytes("multi-agency safeguarding hub"))
    let builder = SearchIndexBuilder(
      documentCount: 3, places: [place], abbreviations: [hub], output: self,
      scratch: try ScratchFile(in: "/tmp"))
    for number in 0..<3 { try builder.add(Self.document(number, title ?? "Letter \(number)", in: leeds)) }
    let index = try await builder.finish(jobs: 1)
    try write(index.manifest, to: "manifest")
  }

  private static func document(_ number: Int, _ title: String, in area: FacetValue) -> SearchableDocument {
    var label = Label()
    label[.path] = bytes("/letters/\(number)/")
    label[.title] = bytes(title)
    let kind = FacetValue(id: bytes("strength"), name: bytes("Strength"))
    let police = FacetValue(id: bytes("police"), name: bytes("Police"))
    let texts = [
      "Leaders in Otley share information in the multi-agency safeguarding hub (MASH).",
      "The police listen to children, and children trust the police.",
      String(repeating: "Neglect is found late, and children wait for help too long. ", count: 20 * number),
    ]
    let passages = texts.map { text in
      SearchableDocument.Passage(
        kind: kind, anchor: bytes("finding-1"), text: bytes(text), marks: [(.kind, kind), (.agency, police)])
    }
    let type = FacetValue(id: bytes("letters"), name: bytes("Letters"))
    return SearchableDocument(
      number: number, label: label, day: 2024_05_16 + number * 10_000,
      values: [[], [area], [], [type], [], []],
      passages: passages)
  }

  // MARK: IndexOutput

  func write(_ bytes: [UInt8], to path: String) throws {
    let content = try #require(GZip.decompress(bytes, limit: 1 << 24))
    state.withLock { $0[path] = content }
  }

  func rename(_ folder: String, to path: String) throws {
    state.withLock { files in
      for (name, content) in files where name.hasPrefix(folder + "/") {
        files[name] = nil
        files[path + name.dropFirst(folder.count)] = content
      }
    }
  }
}

/// What an engine says to a request, with files of an index.
func answer(to request: String, from files: [String: [UInt8]]) -> String {
  do {
    let engine = try SearchEngine(manifest: files["manifest"] ?? [])
    for _ in 0..<20 {
      switch engine.run(SearchRequest(bytes(request))) {
      case .answer(let answer): return String(decoding: answer, as: UTF8.self)
      case .failure(let error): return "failure: \(error)"
      case .wanted(let pieces):
        for piece in pieces {
          guard let content = files[String(decoding: engine.path(of: piece), as: UTF8.self)] else {
            return "missing"
          }
          try engine.supply(content, as: piece)
        }
      }
    }
    return "no end"
  } catch {
    return "failure: \(error)"
  }
}

func bytes(_ text: String) -> [UInt8] { [UInt8](text.utf8) }
