import Crypto
import FanOut
import GZip
import SearchCore

/// Writes the pieces of a shard but for the texts, which are there.
struct ShardWriter: Sendable {
  private let number: Int
  private let summaries: [DocumentSummary]
  private let pieces: [(kind: PieceKind, pieces: [ShardPiece])]
  private let words: [WordsPiece]
  /// What the shard left in the last index.
  private let last: LastShard?
  private var manifest: Manifest.Shard
  /// The abbreviations that stand in the texts, or what they are short for.
  private(set) var knownAbbreviations: [[UInt8]] = []

  /// - Parameters:
  ///   - last: What the shard left in the last index.
  ///   - changed: The forms that have changed since; nil where nothing is known of them.
  init(
    _ number: Int, _ summaries: [DocumentSummary], _ words: ShardWords, _ vocabulary: Vocabulary,
    places: [NamedPlace], _ abbreviations: [Manifest.Abbreviation], last: LastShard?, changed: ChangedForms?,
    jobs: Int
  ) async throws {
    self.number = number
    self.summaries = summaries
    self.last = last
    manifest = Manifest.Shard(documentCount: summaries.count)
    async let columns = Columns(summaries).written(as: PieceReference(.columns, shard: number, number: 0))
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
    let writing = StemWriting(
      words: words, vocabulary: vocabulary, places: Dictionary(grouping: places) { $0.stems[0] })
    let runs = StemRun.all(in: vocabulary, after: changed == nil ? [] : last?.words ?? []) { stem in
      changed?.contains(formOf: stem) ?? true
    }
    let written = hidden.map { stem, list in
      WrittenStem(stem, [(stem, list)], places: [], shardSize: summaries.count)
    }
    let writer = try await writing.pieces(runs, with: written, shard: number, jobs: jobs)
    self.words = writer.pieces
    manifest.words = writer.pieces.map(\.firstStem)
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
      (.columns, [.new(await columns)]), (.words, writer.words), (.passages, writer.passages),
      (.positions, writer.positions), (.spellings, spellings.pieces.map(ShardPiece.new)),
      (.labels, labels.map(ShardPiece.new)),
    ]
  }

  /// Writes the pieces, and gives the part of the manifest that tells of them, with what the next index needs.
  ///
  /// - Parameter documents: Where the words of the documents wait.
  func write(
    to output: any IndexOutput, documents: [Range<Int>], jobs: Int
  ) async throws -> (manifest: Manifest.Shard, left: LastShard) {
    var folders = [[PieceFolder]](repeating: [], count: PieceKind.allCases.count)
    for (kind, pieces) in pieces {
      let starts = Array(stride(from: 0, to: pieces.count, by: kind.folderSize))
      folders[kind.position] = try await fanOut(over: starts.count, jobs: jobs) { folder in
        let end = min(starts[folder] + kind.folderSize, pieces.count)
        return try write(pieces[starts[folder]..<end], of: kind, folder: folder, to: output)
      }
    }
    folders[PieceKind.text.position] = try nameTexts(output).map { PieceFolder($0) }
    var manifest = manifest
    manifest.folders = folders.map { $0.map(\.digest) }
    return (manifest, LastShard(documents: documents, words: words, folders: folders))
  }

  private func write(
    _ pieces: ArraySlice<ShardPiece>, of kind: PieceKind, folder: Int, to output: any IndexOutput
  ) throws -> PieceFolder {
    let last = last.flatMap {
      folder < $0.folders[kind.position].count ? $0.folders[kind.position][folder] : nil
    }
    let files = pieces.map { if case .new(let bytes) = $0 { GZip.compress(bytes) } else { [UInt8]?.none } }
    let digests = files.enumerated().map { place, file in
      file.map { [UInt8](SHA256.hash(data: $0)) } ?? last?.files[place] ?? []
    }
    let made = PieceFolder(of: digests, kind, shard: number, folder: folder)
    guard try !output.keep("\(kind.name)/\(made.digest.name)") else { return made }
    for (place, file) in files.enumerated() {
      let path = "\(kind.name)/\(made.digest.name)/\(place)"
      if let file {
        try output.write(file, to: path)
      } else if let last {
        try output.reuse("\(kind.name)/\(last.digest.name)/\(place)", as: path)
      }
    }
    return made
  }

  /// Gives the folders of texts their names.
  private func nameTexts(_ output: any IndexOutput) throws -> [FolderDigest] {
    let more = summaries.flatMap { summary in summary.moreTexts.map { (label: summary.label, passages: $0) } }
    let size = PieceKind.text.folderSize
    let lastTexts = last?.folders[PieceKind.text.position] ?? []
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
          "text/\(lastTexts[start / size].digest.name)/\(text - start)",
          as: "\(unnamed(start / size))/\(text - start)")
      }
      try output.rename(unnamed(start / size), to: "text/\(digest.name)")
      return digest
    }
  }

  /// The folder of texts until its digest is known.
  private func unnamed(_ folder: Int) -> String { "text/\(number)-\(folder)" }
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
