import FanOut
import SearchCore
import Synchronization

/// Writes the stems of a shard.
struct StemWriting: Sendable {
  let words: ShardWords
  let vocabulary: Vocabulary
  /// The places by the stems with which they begin.
  let places: [[UInt8]: [NamedPlace]]

  /// The stems of a stretch that the shard has.
  func written(_ stems: Range<Int>) -> [WrittenStem] {
    vocabulary.stems[stems].compactMap { entry in
      let forms = entry.forms.filter { words.count(of: $0) > 0 }
      let named = places[entry.stem] ?? []
      guard !forms.isEmpty || !named.isEmpty else { return nil }
      return WrittenStem(
        entry.stem, forms.map { ([UInt8](vocabulary.forms[$0]), words.list(of: $0)) },
        places: named.map(\.entry), shardSize: words.documentCount)
    }
  }

  /// The pieces of words, with those of their passages and positions; those of the last index where they would be the
  /// same.
  ///
  /// - Parameters:
  ///   - hidden: Stems that no document has, in their order.
  func pieces(_ runs: [StemRun], with hidden: [WrittenStem], shard: Int, jobs: Int) async throws
    -> WordsWriter
  {
    let assembly = Mutex(WordsAssembly(writer: WordsWriter(shard: shard), hidden: hidden[...]))
    _ = try await fanOut(over: runs.count, jobs: jobs) { index in
      let run = runs[index]
      // Where numbers have shifted, a piece will not do for the run, and it is better written here, side by side.
      let isKept = run.piece != nil && assembly.withLock { !$0.writer.isShifted }
      return ((), (run, entries: isKept ? nil : written(run.stems)))
    } inOrder: { run, entries in
      assembly.withLock { $0.add(run, entries: entries, writing: self) }
    }
    return assembly.withLock { $0.finished() }
  }
}

/// The pieces of words while runs of stems come in their order.
private struct WordsAssembly {
  private(set) var writer: WordsWriter
  /// Those that are still to come.
  private var hidden: ArraySlice<WrittenStem>

  init(writer: WordsWriter, hidden: ArraySlice<WrittenStem>) {
    (self.writer, self.hidden) = (writer, hidden)
  }

  /// Adds a run of stems.
  ///
  /// - Parameter entries: The stems, nil where they are not written yet, since there is a piece that may do.
  mutating func add(_ run: StemRun, entries: [WrittenStem]?, writing: StemWriting) {
    if let piece = run.piece {
      addHidden(before: piece.firstStem)
      if writer.keep(piece) { return }
    }
    for entry in entries ?? writing.written(run.stems) {
      addHidden(before: entry.stem)
      writer.add(entry)
    }
  }

  private mutating func addHidden(before stem: [UInt8]) {
    while let next = hidden.first, next.stem.lexicographicallyPrecedes(stem) {
      writer.add(next)
      hidden.removeFirst()
    }
  }

  mutating func finished() -> WordsWriter {
    writer.finish()
    return writer
  }
}
