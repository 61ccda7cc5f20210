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
    /// By shards, where the words of the documents wait.
    var documents: [[Range<Int>]]
    var summaries: [[DocumentSummary]]
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
        documents: [[Range<Int>]](repeating: [], count: shards),
        summaries: [[DocumentSummary]](repeating: [], count: shards)))
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
    state.withLock { state in
      state.documents[shard].append(waiting)
      state.summaries[shard].append(summary)
    }
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
      defer { state = State(forms: FormTable(), documents: [], summaries: []) }
      return state
    }
    let vocabulary = Vocabulary(state.forms, with: places.map(\.stems[0]))
    var manifest = Manifest()
    manifest.documentCount = documentCount
    var known: Set<[UInt8]> = []
    var isUsed = [Bool](repeating: false, count: state.forms.count)
    for (number, summaries) in state.summaries.enumerated() {
      let summaries = summaries.sorted { $0.number < $1.number }
      let (waiting, scratch) = (state.documents[number], scratch)
      let words = ShardWords(
        try await fanOut(over: waiting.count, jobs: jobs) {
          ShardWords.Document(reading: try scratch.read(waiting[$0]))
        }, formCount: state.forms.count)
      for form in 0..<state.forms.count where words.count(of: form) > 0 { isUsed[form] = true }
      manifest.totalLength += summaries.reduce(0) {
        $0 + DocumentLength.words(DocumentLength.code($1.length))
      }
      let shard = try await ShardWriter(
        number, summaries, words, vocabulary, places: number == 0 ? places : [], abbreviations,
        lastTexts: last.flatMap { number < $0.texts.count ? $0.texts[number] : nil } ?? [], jobs: jobs)
      manifest.shards.append(try await shard.write(to: output, jobs: jobs))
      known.formUnion(shard.knownAbbreviations)
    }
    // An abbreviation that no public text has in either form is nobody's business.
    manifest.abbreviations = abbreviations.filter { known.contains($0.term) }
    let texts = manifest.shards.map { $0.folders[PieceKind.text.position] }
    return (
      GZip.compress(manifest.written(), .most), LastIndex(state.forms, used: isUsed, texts: texts)
    )
  }
}
