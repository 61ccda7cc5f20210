/// The pieces of an index that are at hand, and those that are wanted.
///
/// A search is a computation over pieces. Where one is missing it is noted and the search given up; when all
/// that were noted are there it begins anew. So an answer depends on the query and the index alone, never on
/// what was asked before.
package final class PieceStore {
  private enum Content {
    case columns(Columns)
    case words(WordPiece)
    case block(Block)
    case spellings(Spellings)
    case labels(Labels)
    case text(DocumentText)
  }

  package let manifest: Manifest
  private var pieces: [(key: Int, content: Content)] = []
  /// What the search that was given up needs.
  package private(set) var wanted: [PieceReference] = []

  package init(_ manifest: Manifest) {
    self.manifest = manifest
  }

  // MARK: Supply

  /// Forgets what the last search wanted.
  func beginSearch() { wanted = [] }

  /// Takes in a piece, without its gzip.
  package func supply(_ bytes: [UInt8], as reference: PieceReference) throws(IndexError) {
    let content: Content =
      switch reference.kind {
      case .columns: .columns(try Columns(reading: bytes))
      case .words: .words(try WordPiece(reading: bytes))
      case .passages, .positions: .block(try Block(reading: bytes, reference.kind))
      case .spellings: .spellings(try Spellings(reading: bytes))
      case .labels: .labels(try Labels(reading: bytes))
      case .text: .text(try DocumentText(reading: bytes))
      }
    let place = position(of: reference.key)
    guard place == pieces.count || pieces[place].key != reference.key else { return }
    pieces.insert((reference.key, content), at: place)
  }

  /// The place of the first piece whose key is not below.
  private func position(of key: Int) -> Int {
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func content(of reference: PieceReference) throws(Interruption) -> Content {
    let place = position(of: reference.key)
    if place < pieces.count, pieces[place].key == reference.key { return pieces[place].content }
    if !wanted.contains(reference) { wanted.append(reference) }
    throw .waiting
  }

  // MARK: Pieces

  func columns(shard: Int) throws(Interruption) -> Columns {
    guard case .columns(let columns) = try content(of: PieceReference(.columns, shard: shard, number: 0)),
      columns.count == manifest.shards[shard].documentCount
    else { throw .failure(.damaged) }
    return columns
  }

  func words(shard: Int, number: Int) throws(Interruption) -> WordPiece {
    guard case .words(let words) = try content(of: PieceReference(.words, shard: shard, number: number))
    else {
      throw .failure(.damaged)
    }
    return words
  }

  func block(_ kind: PieceKind, shard: Int, number: Int) throws(Interruption) -> Block {
    guard case .block(let block) = try content(of: PieceReference(kind, shard: shard, number: number)) else {
      throw .failure(.damaged)
    }
    return block
  }

  func spellings(shard: Int, number: Int) throws(Interruption) -> Spellings {
    guard
      case .spellings(let piece) = try content(of: PieceReference(.spellings, shard: shard, number: number))
    else { throw .failure(.damaged) }
    return piece
  }

  func label(shard: Int, document: Int) throws(Interruption) -> Label {
    let reference = PieceReference(.labels, shard: shard, number: document / Labels.size)
    guard case .labels(let labels) = try content(of: reference), document % Labels.size < labels.labels.count
    else { throw .failure(.damaged) }
    return labels.labels[document % Labels.size]
  }

  func text(shard: Int, number: Int) throws(Interruption) -> DocumentText {
    guard case .text(let text) = try content(of: PieceReference(.text, shard: shard, number: number)) else {
      throw .failure(.damaged)
    }
    return text
  }
}

/// Why a search stops before its end.
package enum Interruption: Error {
  /// A piece is missing that `PieceStore.wanted` names.
  case waiting
  case failure(IndexError)
}

extension PieceReference {
  fileprivate var key: Int { (shard << 8 | Int(kind.rawValue)) << 32 | number }
}

/// Does what may lack a piece, so that what follows can say what else it lacks.
///
/// - Returns: Whether nothing was missing.
@discardableResult
func attempt(_ work: () throws(Interruption) -> Void) throws(Interruption) -> Bool {
  do {
    try work()
    return true
  } catch {
    if case .waiting = error { return false }
    throw error
  }
}

/// What a reader of a piece gives, its failure as that of the search.
func reading<Result>(_ work: () throws(IndexError) -> Result) throws(Interruption) -> Result {
  do { return try work() } catch { throw .failure(error) }
}
