import FanOut
package import FileSystem
import GZip
package import SearchCore
import Synchronization

/// Builds the index of an archive while its documents are rendered.
///
/// Documents come in any order, several at a time; the index is the same. The text of a document is written
/// at once and then gone; its words as numbers, about half the size of the text, wait in a file for the end of their
/// shard.
package final class SearchIndexBuilder: Sendable {
  private struct State {
    var forms: FormTable
    /// By shards, what is said of the documents, and where their words wait.
    var documents: [[(summary: DocumentSummary, words: Range<Int>)]]
  }

  private let places: [NamedPlace]
  private let abbreviations: [Manifest.Abbreviation]
  private let documentCount: Int
  private let output: any IndexOutput
  private let scratch: ScratchFile
  private let last: LastIndex?
  private let state: Mutex<State>

  /// - Parameters:
  ///   - documentCount: How many documents there will be, numbered from 0 on by their first release.
  ///   - places: The towns and areas that lead to areas.
  ///   - abbreviations: Those of the glossary.
  ///   - scratch: Where words wait.
  ///   - last: The last index, where documents may be kept from it; its words wait in the same file.
  package init(
    documentCount: Int, places: [NamedPlace], abbreviations: [Manifest.Abbreviation],
    output: any IndexOutput, scratch: ScratchFile, last: LastIndex? = nil
  ) {
    self.documentCount = documentCount
    self.places = places
    self.abbreviations = abbreviations
    self.output = output
    self.scratch = scratch
    self.last = last
    let shards = max((documentCount + Manifest.Shard.mostDocuments - 1) / Manifest.Shard.mostDocuments, 1)
    state = Mutex(
      State(
        forms: last?.forms ?? FormTable(),
        documents: [[(summary: DocumentSummary, words: Range<Int>)]](repeating: [], count: shards)))
  }

  // MARK: Documents

  /// Adds a document, and gives what ``add(_:number:)`` needs so that it need not be read again.
  @discardableResult
  package func add(_ document: SearchableDocument) throws -> KeptDocument {
    let words = DocumentWords(document)
    let (shard, number) = Self.place(of: document.number)
    let texts = document.textPieces
    let first = GZip.compress(
      DocumentText.written(
        document.label, texts[0], as: PieceReference(.text, shard: shard, number: number)))
    try output.write(first, to: textPath(shard, number))
    let summary = DocumentSummary(
      document, words, number: number, firstText: first, moreTexts: texts.dropFirst())
    let forms = state.withLock { state in
      (0..<words.forms.count).map { form in
        state.forms.number(of: words.forms[form].span, words.forms.hash(of: form))
      }
    }
    let waiting = try scratch.append(ShardWords.Document(number: number, forms: forms, words).written())
    add(summary, waiting, shard: shard)
    guard texts.count == 1 else { return KeptDocument(summary: nil, words: waiting) }
    var writer = ByteWriter()
    summary.write(to: &writer)
    return KeptDocument(summary: writer.bytes, words: waiting)
  }

  /// Adds a document as it was added to the last index, which had it at the same place; false where what was kept is
  /// damaged.
  package func add(_ kept: KeptDocument, number: Int) throws -> Bool {
    let (shard, number) = Self.place(of: number)
    guard let bytes = kept.summary else { return false }
    var reader = ByteReader(bytes)
    guard let summary = DocumentSummary(keptIn: &reader, number: number) else { return false }
    add(summary, kept.words, shard: shard)
    return true
  }

  private func add(_ summary: DocumentSummary, _ waiting: Range<Int>, shard: Int) {
    state.withLock { $0.documents[shard].append((summary, waiting)) }
  }

  /// The shard of a document, and its number in it.
  private static func place(of number: Int) -> (shard: Int, number: Int) {
    (number / Manifest.Shard.mostDocuments, number % Manifest.Shard.mostDocuments)
  }

  /// Where a piece of text is until the digest of its folder is known.
  private func textPath(_ shard: Int, _ number: Int) -> String {
    "text/\(unnamed(shard, number / PieceKind.text.folderSize))/\(number % PieceKind.text.folderSize)"
  }

  private func unnamed(_ shard: Int, _ folder: Int) -> String { "\(shard)-\(folder)" }

  // MARK: End

  /// Writes the rest of the index, and gives its manifest as a file of gzip, with what it leaves for the next index.
  package func finish(jobs: Int) async throws -> (manifest: [UInt8], left: LastIndex) {
    let state = state.withLock { state in
      defer { state = State(forms: FormTable(), documents: []) }
      return state
    }
    let vocabulary = Vocabulary(state.forms, with: places.map(\.stems[0]))
    var manifest = Manifest()
    manifest.documentCount = documentCount
    var known: Set<[UInt8]> = []
    var isUsed = [Bool](repeating: false, count: state.forms.count)
    var left: [LastShard] = []
    for (number, documents) in state.documents.enumerated() {
      let documents = documents.sorted { $0.summary.number < $1.summary.number }
      let words = try await words(of: documents.map(\.words), formCount: state.forms.count, jobs: jobs)
      for form in 0..<state.forms.count where words.count(of: form) > 0 { isUsed[form] = true }
      let shard = try await writer(of: number, documents, words, vocabulary, jobs: jobs)
      let written = try await shard.write(to: output, documents: documents.map(\.words), jobs: jobs)
      manifest.totalLength += written.manifest.lengths.reduce(0) { $0 + DocumentLength.words($1) }
      manifest.shards.append(written.manifest)
      left.append(written.left)
      known.formUnion(shard.knownAbbreviations)
    }
    // An abbreviation that no public text has in either form is nobody's business.
    manifest.abbreviations = abbreviations.filter { known.contains($0.term) }
    return (
      GZip.compress(manifest.written(), .most),
      LastIndex(state.forms, used: isUsed, shards: left, places: places.written)
    )
  }

  /// The words of documents that wait at some places.
  private func words(of places: [Range<Int>], formCount: Int, jobs: Int) async throws -> ShardWords {
    let scratch = scratch
    return ShardWords(
      try await fanOut(over: places.count, jobs: jobs) {
        ShardWords.Document(reading: try scratch.read(places[$0]))
      }, formCount: formCount)
  }

  private func writer(
    of number: Int, _ documents: [(summary: DocumentSummary, words: Range<Int>)], _ words: ShardWords,
    _ vocabulary: Vocabulary, jobs: Int
  ) async throws -> ShardWriter {
    let lastShard = last.flatMap { number < $0.shards.count ? $0.shards[number] : nil }
    var changed: ChangedForms?
    if let last, let lastShard, last.places == places.written {
      changed = try ChangedForms(
        from: lastShard.documents, to: documents.map(\.words), in: scratch, words,
        formCount: vocabulary.forms.count)
    }
    return try await ShardWriter(
      number, documents.map(\.summary), words, vocabulary, places: number == 0 ? places : [], abbreviations,
      last: lastShard, changed: changed, jobs: jobs)
  }
}
