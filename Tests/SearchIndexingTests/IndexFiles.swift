import FileSystem
import GZip
import SearchCore
import SearchIndexing
import Synchronization
import Testing

/// The files of an index in memory, by path.
final class IndexFiles: IndexOutput {
  private let written = Mutex<[String: [UInt8]]>([:])
  /// The files of the last index.
  private let last: [String: [UInt8]]
  private let kept = Mutex<Set<String>>([])

  init(after last: [String: [UInt8]] = [:]) {
    self.last = last
  }

  var files: [String: [UInt8]] { written.withLock { $0 } }
  /// The paths of the files that were taken over from the last index.
  var keptFiles: Set<String> { kept.withLock { $0 } }

  func write(_ bytes: [UInt8], to path: String) throws {
    written.withLock { $0[path] = bytes }
  }

  func rename(_ folder: String, to path: String) throws {
    written.withLock { files in
      for (file, bytes) in files where file.hasPrefix(folder + "/") {
        files[file] = nil
        files[path + file.dropFirst(folder.count)] = bytes
      }
    }
  }

  func keep(_ folder: String) throws -> Bool {
    let files = last.filter { $0.key.hasPrefix(folder + "/") }
    for file in files.keys { try reuse(file, as: file) }
    return !files.isEmpty
  }

  func reuse(_ path: String, as new: String) throws {
    try write(try #require(last[path]), to: new)
    kept.withLock { _ = $0.insert(new) }
  }

  /// The index of some documents, added in an order of their numbers.
  static func of(_ documents: [SearchableDocument], order: [Int]? = nil) async throws -> [String: [UInt8]] {
    let output = IndexFiles()
    let builder = try builder(of: documents.count, output, ScratchFile(in: "/tmp"))
    for number in order ?? Array(documents.indices) { try builder.add(documents[number]) }
    var files = try await { try await ($0.finish(jobs: 2), output.files) }(builder)
    files.1["manifest"] = files.0.manifest
    return files.1
  }

  static func builder(
    of documentCount: Int, _ output: IndexFiles, _ scratch: ScratchFile, towns: [String] = ["Otley"],
    last: LastIndex? = nil
  ) throws -> SearchIndexBuilder {
    SearchIndexBuilder(
      documentCount: documentCount,
      places: towns.compactMap { NamedPlace(name: [UInt8]($0.utf8), area: FacetValue("leeds", "Leeds")) },
      abbreviations: [
        Manifest.Abbreviation(
          term: [UInt8]("MASH".utf8), expansion: [UInt8]("multi-agency safeguarding hub".utf8))
      ], output: output, scratch: scratch, last: last)
  }
}

extension FacetValue {
  convenience init(_ id: String, _ name: String) {
    self.init(id: [UInt8](id.utf8), name: [UInt8](name.utf8))
  }
}

extension SearchableDocument {
  /// A letter whose passages are findings.
  init(number: Int, title: String, _ findings: [String], theme: String = "neglect", day: Int = 2020_01_01) {
    var label = Label()
    label[.path] = [UInt8]("/letters/\(number)/".utf8)
    label[.title] = [UInt8](title.utf8)
    let passages = [title] + findings
    self.init(
      number: number, label: label, day: day + number,
      values: Facet.ofDocuments.map { $0 == .theme ? [FacetValue(theme, theme)] : [] },
      passages: passages.enumerated().map { index, text in
        Passage(
          kind: FacetValue(index == 0 ? "title" : "strength", ""), anchor: [UInt8]("finding-\(index)".utf8),
          text: [UInt8](text.utf8),
          marks: index == 0 ? [] : [(Facet.kind, FacetValue("strength", "Strengths"))])
      })
  }
}

/// An index that answers requests.
struct OpenIndex {
  private let engine: SearchEngine
  private let files: [String: [UInt8]]

  init(_ files: [String: [UInt8]]) throws {
    self.files = files
    engine = try SearchEngine(manifest: GZip.decompress(files["manifest"] ?? [], limit: 1 << 24) ?? [])
  }

  /// The answer, and the paths of the pieces that it took.
  func answer(_ request: String) throws -> (json: String, pieces: [String]) {
    var pieces: [String] = []
    while true {
      switch engine.run(SearchRequest([UInt8](request.utf8))) {
      case .answer(let answer): return (String(decoding: answer, as: UTF8.self), pieces)
      case .failure(let error): throw error
      case .wanted(let wanted):
        for piece in wanted {
          let path = String(decoding: engine.path(of: piece), as: UTF8.self)
          pieces.append(path)
          try engine.supply(GZip.decompress(files[path] ?? [], limit: 1 << 24) ?? [], as: piece)
        }
      }
    }
  }
}
