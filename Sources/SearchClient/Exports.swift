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
    return unsafe Reply.answer.inMemory([])
  } catch {
    return unsafe failure(error)
  }
}

/// Answers a request, the part of an address behind the question mark.
@_expose(wasm, "search")
@c(searchIndex)
public func searchIndex(_ request: UnsafePointer<UInt8>, _ count: Int) -> UnsafeMutableRawPointer {
  guard let engine = unsafe engine else { return unsafe failure(.damaged) }
  switch unsafe engine.run(SearchRequest(bytes(request, count))) {
  case .answer(let answer): return unsafe Reply.answer.inMemory(answer)
  case .failure(let error): return unsafe failure(error)
  case .wanted(let pieces):
    unsafe wanted = pieces
    var paths: [UInt8] = []
    for piece in pieces {
      paths += engine.path(of: piece)
      paths.append(0x0A)
    }
    return unsafe Reply.wanted.inMemory(paths)
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
    return unsafe failure(.damaged)
  }
  do {
    try unsafe engine.supply(bytes(piece, count), as: wanted[number])
    return unsafe Reply.answer.inMemory([])
  } catch {
    return unsafe failure(error)
  }
}

@inline(never)
private func bytes(_ start: UnsafePointer<UInt8>, _ count: Int) -> [UInt8] {
  unsafe [UInt8](UnsafeBufferPointer(start: start, count: count))
}

@inline(never)
private func failure(_ error: IndexError) -> UnsafeMutableRawPointer {
  unsafe Reply.failure.inMemory([UInt8](error == .newer ? "newer" : "damaged"))
}
