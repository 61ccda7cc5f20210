import Crypto
import FanOut
import GZip
import SearchCore
import Synchronization

/// Writes the pieces of a shard but for the texts, which are there.
struct ShardWriter: Sendable {
  /// How many stems are written at a time.
  private static let batchSize = 64

  private let number: Int
  private let summaries: [DocumentSummary]
  private let pieces: [(kind: PieceKind, pieces: [[UInt8]])]
  /// The folders of texts of the last index.
  private let lastTexts: [FolderDigest]
  private var manifest: Manifest.Shard
  /// The abbreviations that stand in the texts, or what they are short for.
  private(set) var knownAbbreviations: [[UInt8]] = []

  init(
    _ number: Int, _ summaries: [DocumentSummary], _ words: ShardWords, _ vocabulary: Vocabulary,
    places: [NamedPlace], _ abbreviations: [Manifest.Abbreviation], lastTexts: [FolderDigest], jobs: Int
  ) async throws {
    self.number = number
    self.summaries = summaries
    self.lastTexts = lastTexts
    manifest = Manifest.Shard(documentCount: summaries.count)
    var hidden: [(stem: [UInt8], list: FormList)] = []
    for abbreviation in abbreviations {
      let stems = QueryWords.parts(abbreviation.expansion).map(\.stem)
      let list = words.phrase(stems, vocabulary)
      let isSaid = !words.phrase(QueryWords.parts(abbreviation.term).map(\.stem), vocabulary).documents
        .isEmpty
      if !list.documents.isEmpty {
        let stem = HiddenWord.expansion(of: QueryWords.key(of: abbreviation.term))
        if !hidden.contains(where: { $0.stem == stem }) { hidden.append((stem, list)) }
      }
      if isSaid || !list.documents.isEmpty { knownAbbreviations.append(abbreviation.term) }
    }
    hidden.sort { $0.stem.lexicographicallyPrecedes($1.stem) }
    let writer = try await Self.written(
      words, vocabulary, hidden, places: Dictionary(grouping: places) { $0.stems[0] }, shard: number,
      jobs: jobs)
    manifest.words = writer.firstStems
    let spellings = SpellingPieces(vocabulary, words, shard: number)
    manifest.spellings = spellings.first
    manifest.lengths = summaries.map { DocumentLength.code($0.length) }
    var extra = summaries.count
    for (document, summary) in summaries.enumerated() where !summary.moreTexts.isEmpty {
      manifest.longTexts.append((document, extra, summary.moreTexts.count))
      extra += summary.moreTexts.count
    }
    let labels = stride(from: 0, to: summaries.count, by: Labels.size).map { start in
      Labels.written(
        summaries[start..<min(start + Labels.size, summaries.count)].map(\.label),
        as: PieceReference(.labels, shard: number, number: start / Labels.size))
    }
    pieces = [
      (.columns, [Columns(summaries).written(as: PieceReference(.columns, shard: number, number: 0))]),
      (.words, writer.words), (.passages, writer.passages), (.positions, writer.positions),
      (.spellings, spellings.pieces), (.labels, labels),
    ]
  }

  /// The pieces of words, with those of their passages and positions.
  private static func written(
    _ words: ShardWords, _ vocabulary: Vocabulary, _ hidden: [(stem: [UInt8], list: FormList)],
    places: [[UInt8]: [NamedPlace]], shard: Int, jobs: Int
  ) async throws -> WordsWriter {
    let assembly = Mutex((writer: WordsWriter(shard: shard), hidden: hidden[...]))
    let stems = vocabulary.stems
    let size = words.documentCount
    _ = try await fanOut(over: (stems.count + batchSize - 1) / batchSize, jobs: jobs) { batch in
      let entries = stems[batch * batchSize..<min((batch + 1) * batchSize, stems.count)].compactMap { entry in
        let forms = entry.forms.filter { words.count(of: $0) > 0 }
        let named = places[entry.stem] ?? []
        guard !forms.isEmpty || !named.isEmpty else { return WrittenStem?.none }
        return WrittenStem(
          entry.stem, forms.map { ([UInt8](vocabulary.forms[$0]), words.list(of: $0)) },
          places: named.map(\.entry), shardSize: size)
      }
      return ((), entries)
    } inOrder: { entries in
      assembly.withLock { state in
        for entry in entries {
          while let first = state.hidden.first, first.stem.lexicographicallyPrecedes(entry.stem) {
            state.writer.add(
              WrittenStem(first.stem, [(first.stem, first.list)], places: [], shardSize: size))
            state.hidden.removeFirst()
          }
          state.writer.add(entry)
        }
      }
    }
    return assembly.withLock { state in
      state.writer.finish()
      return state.writer
    }
  }

  /// Writes the pieces, and gives the part of the manifest that tells of them.
  func write(to output: any IndexOutput, jobs: Int) async throws -> Manifest.Shard {
    var manifest = manifest
    for (kind, pieces) in pieces {
      let size = kind.folderSize
      let folders = stride(from: 0, to: pieces.count, by: size).map {
        [[UInt8]](pieces[$0..<min($0 + size, pieces.count)])
      }
      manifest.folders[kind.position] = try await fanOut(over: folders.count, jobs: jobs) { index in
        let files = folders[index].map { GZip.compress($0) }
        let digest = FolderDigest(
          of: files.map { [UInt8](SHA256.hash(data: $0)) }, kind, shard: number, folder: index)
        guard try !output.keep("\(kind.name)/\(digest.name)") else { return digest }
        for (place, file) in files.enumerated() {
          try output.write(file, to: "\(kind.name)/\(digest.name)/\(place)")
        }
        return digest
      }
    }
    manifest.folders[PieceKind.text.position] = try nameTexts(output)
    return manifest
  }

  /// Gives the folders of texts their names.
  private func nameTexts(_ output: any IndexOutput) throws -> [FolderDigest] {
    let more = summaries.flatMap { summary in summary.moreTexts.map { (label: summary.label, passages: $0) } }
    let size = PieceKind.text.folderSize
    var digests = summaries.map(\.textDigest)
    for text in more {
      let piece = PieceReference(.text, shard: number, number: digests.count)
      let file = GZip.compress(DocumentText.written(text.label, text.passages, as: piece))
      try output.write(file, to: "\(unnamed(piece.number / size))/\(piece.number % size)")
      digests.append([UInt8](SHA256.hash(data: file)))
    }
    return try stride(from: 0, to: digests.count, by: size).map { start in
      let end = min(start + size, digests.count)
      let digest = FolderDigest(of: digests[start..<end], .text, shard: number, folder: start / size)
      let kept = (start..<end).filter { $0 < summaries.count && summaries[$0].hasLastText }
      if kept.count == end - start, try output.keep("text/\(digest.name)") { return digest }
      for text in kept {
        try output.reuse(
          "text/\(lastTexts[start / size].name)/\(text - start)",
          as: "\(unnamed(start / size))/\(text - start)")
      }
      try output.rename(unnamed(start / size), to: "text/\(digest.name)")
      return digest
    }
  }

  /// The folder of texts until its digest is known.
  private func unnamed(_ folder: Int) -> String { "text/\(number)-\(folder)" }
}

extension FolderDigest {
  /// The digest of the files of a folder by their digests, and of its place, so that no two are the same.
  fileprivate init(of files: some Sequence<[UInt8]>, _ kind: PieceKind, shard: Int, folder: Int) {
    var hash = SHA256()
    hash.update(data: Array("\(kind.name)/\(shard)/\(folder)\n".utf8))
    for file in files { hash.update(data: file) }
    self.init([UInt8](hash.finalize().prefix(Self.size)))
  }

  fileprivate var name: String { String(decoding: hexadecimal, as: UTF8.self) }
}

extension PieceKind {
  fileprivate var name: String { folder.description }
}

extension ShardWords {
  /// Where some stems stand one right after the other.
  fileprivate func phrase(_ stems: [[UInt8]], _ vocabulary: Vocabulary) -> FormList {
    var found = FormList()
    guard !stems.isEmpty else { return found }
    let forms = stems.map { vocabulary.forms(of: $0) }
    let documents = forms.map { forms in Set(forms.flatMap { self.documents(of: $0) }) }
    let rarest = documents.min { $0.count < $1.count } ?? []
    for document in rarest.sorted() where documents.allSatisfy({ $0.contains(document) }) {
      let places = self.places(of: forms, in: document)
      if !places.isEmpty { found.add(document, places) }
    }
    return found
  }

  /// Where forms stand one right after the other in a document, passage by passage.
  private func places(of forms: [[Int]], in document: Int) -> [(passage: Int, positions: [Int])] {
    var begun = occurrences(of: forms[0], in: document)
    for (offset, next) in forms.enumerated().dropFirst() {
      let others = Set(
        occurrences(of: next, in: document).map { Place(passage: $0.passage, position: $0.position) })
      begun = begun.filter { others.contains(Place(passage: $0.passage, position: $0.position + offset)) }
    }
    var places: [(passage: Int, positions: [Int])] = []
    for place in begun.sorted(by: { ($0.passage, $0.position) < ($1.passage, $1.position) }) {
      if places.last?.passage != place.passage { places.append((place.passage, [])) }
      places[places.count - 1].positions.append(place.position)
    }
    return places
  }
}
