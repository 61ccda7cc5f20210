import Embargo
import Escaping
import FileSystem
import Model
import SearchCore
import SearchIndexing

/// The search index of the site while the documents are rendered.
///
/// Documents are numbered by their first release, so that a new one changes the end of the index alone.
struct SearchIndexFiles: Sendable {
  private let builder: SearchIndexBuilder
  private let reading: SearchableReading
  private let output: any OutputSink

  /// The folder of the index.
  static let address = Address.search.folder("index")

  /// - Parameter last: The last index, whose words wait in the same file.
  init(
    _ catalogue: Catalogue, _ words: Words, sink: any OutputSink, scratch: ScratchFile, last: LastIndex?
  ) {
    output = sink
    reading = SearchableReading(catalogue, words)
    let lists = catalogue.archive.lists
    builder = SearchIndexBuilder(
      documentCount: catalogue.listed.count,
      places: lists.areas.flatMap { area in
        let value = FacetValue(area.id, area.name)
        return ([area.name] + area.aliases + area.covers).compactMap {
          NamedPlace(name: Bytes($0.utf8), area: value)
        }
      },
      abbreviations: lists.glossary.compactMap { entry in
        entry.expansion.map { Manifest.Abbreviation(term: Bytes(entry.term.utf8), expansion: Bytes($0.utf8)) }
      },
      output: SearchIndexOutput(sink: sink), scratch: scratch, last: last)
  }

  /// Adds a document by its latest edition; one that stands in no listing is not searched.
  ///
  /// - Returns: What the other `add` needs.
  func add(_ rendered: RenderedEdition, of document: PublishedDocument) throws -> KeptDocument? {
    guard let searchable = reading.searchable(rendered, of: document) else { return nil }
    return try builder.add(searchable)
  }

  /// Adds a document as the last index had it at the same place; false where what was kept of it is damaged.
  func add(_ kept: KeptDocument, of document: PublishedDocument) throws -> Bool {
    guard let number = reading.number(of: document.id) else { return false }
    return try builder.add(kept, number: number)
  }

  /// Writes what remains, and gives the manifest and what the index leaves for the next one.
  func finish(jobs: Int) async throws -> (manifest: Bytes, left: LastIndex) {
    let index = try await builder.finish(jobs: jobs)
    try output.write([index.manifest], to: Self.address.file("manifest").outputPath)
    return index
  }
}

/// The files of the index below their folder in the site.
private struct SearchIndexOutput: IndexOutput {
  let sink: any OutputSink

  func write(_ bytes: Bytes, to path: String) throws {
    try sink.write([bytes], to: full(path))
  }

  func rename(_ folder: String, to path: String) throws {
    try sink.rename(full(folder), to: full(path))
  }

  func keep(_ folder: String) throws -> Bool { try sink.keep(folder: full(folder)) }
  func reuse(_ path: String, as new: String) throws { try sink.reuse(full(path), as: full(new)) }

  private func full(_ path: String) -> String { SearchIndexFiles.address.file(path).outputPath }
}
