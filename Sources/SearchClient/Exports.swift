// What the page calls: `open` once, then `search`, and `supply` for each piece that a search wants.

// The page has one thread.
nonisolated(unsafe) private var engine: SearchEngine?
/// The pieces that the last search wants.
nonisolated(unsafe) private var wanted: [PieceReference] = []

/// Opens an index by its manifest, without its gzip.
///
/// The answer is empty.
@_expose(wasm, "open")
@c(openIndex)
public func openIndex(_ manifest: UnsafePointer<UInt8>, _ count: Int) -> UnsafeMutableRawPointer {
  do {
    unsafe engine = try SearchEngine(manifest: bytes(manifest, count))
    unsafe wanted = []
    return unsafe Reply.answer([]).inMemory()
  } catch {
    return unsafe Reply.failure(error).inMemory()
  }
}

/// Answers a request, the part of an address behind the question mark.
@_expose(wasm, "search")
@c(searchIndex)
public func searchIndex(_ request: UnsafePointer<UInt8>, _ count: Int) -> UnsafeMutableRawPointer {
  guard let engine = unsafe engine else { return unsafe Reply.failure(.damaged).inMemory() }
  switch unsafe engine.run(SearchRequest(bytes(request, count))) {
  case .answer(let answer): return unsafe Reply.answer(answer).inMemory()
  case .failure(let error): return unsafe Reply.failure(error).inMemory()
  case .wanted(let pieces):
    unsafe wanted = pieces
    var paths: [UInt8] = []
    for piece in pieces {
      paths += engine.path(of: piece)
      paths.append(0x0A)
    }
    return unsafe Reply.wanted(paths).inMemory()
  }
}

/// Takes in a piece that was wanted, without its gzip, by the number of its line from 0 on.
///
/// The answer is empty.
@_expose(wasm, "supply")
@c(supplyPiece)
public func supplyPiece(
  _ number: Int, _ piece: UnsafePointer<UInt8>, _ count: Int
) -> UnsafeMutableRawPointer {
  guard let engine = unsafe engine, number >= 0, unsafe number < wanted.count else {
    return unsafe Reply.failure(.damaged).inMemory()
  }
  do {
    try unsafe engine.supply(bytes(piece, count), as: wanted[number])
    return unsafe Reply.answer([]).inMemory()
  } catch {
    return unsafe Reply.failure(error).inMemory()
  }
}

private func bytes(_ start: UnsafePointer<UInt8>, _ count: Int) -> [UInt8] {
  unsafe [UInt8](UnsafeBufferPointer(start: start, count: count))
}

extension Reply {
  fileprivate static func failure(_ error: IndexError) -> Reply {
    switch error {
    case .damaged: .failure([UInt8]("damaged"))
    case .newer: .failure([UInt8]("newer"))
    }
  }
}
