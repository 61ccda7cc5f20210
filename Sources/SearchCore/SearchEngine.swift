/// Answers requests from an index that is read piece by piece.
///
///     var reply = engine.run(request)
///     while case .wanted(let pieces) = reply { supply them; reply = engine.run(request) }
package final class SearchEngine {
  package enum Reply {
    /// The answer, JSON or CSV.
    case answer([UInt8])
    /// The request can be answered, or its next need told, when these are supplied.
    case wanted([PieceReference])
    /// The index cannot be read.
    case failure(IndexError)
  }

  private let store: PieceStore

  /// - Parameter manifest: The manifest of the index, without its gzip.
  package init(manifest: [UInt8]) throws(IndexError) {
    store = PieceStore(try TableOfContents(reading: manifest))
  }

  /// The path of a piece below the folder of the index.
  package func path(of piece: PieceReference) -> [UInt8] { store.path(of: piece) }

  /// Takes in a piece that was wanted, without its gzip.
  package func supply(_ bytes: [UInt8], as piece: PieceReference) throws(IndexError) {
    try store.supply(bytes, as: piece)
  }

  /// Answers a request as far as the pieces at hand allow.
  package func run(_ request: SearchRequest) -> Reply {
    store.beginSearch()
    let answer = Answer.bytes(request, store)
    if let failure = store.failure { return .failure(failure) }
    if let answer { return .answer(answer) }
    return .wanted(store.wanted)
  }
}
