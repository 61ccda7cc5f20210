import FanOut
import FileSystem
import Model

/// The digests of a file of records, piece by piece: damage is found before anything rests on it, and only pieces that
/// change are read again.
struct RecordDigests: Sendable {
  private(set) var pieces: [Digest] = []

  /// How many bytes a piece has.
  private static let size = 1 << 20

  init(_ pieces: [Digest] = []) {
    self.pieces = pieces
  }

  /// Whether the first bytes of a file are those that the digests are of.
  func agree(with file: ScratchFile, upTo end: Int, jobs: Int) async throws -> Bool {
    guard pieces.count == Self.count(upTo: end) else { return false }
    let found = try await fanOut(over: pieces.count, jobs: jobs) {
      try Self.digest(of: $0, in: file, upTo: end)
    }
    return found == pieces
  }

  /// Reads the pieces again in which something was changed, and those that are new.
  mutating func update(from file: ScratchFile, changed places: [Range<Int>]) throws {
    let end = file.size
    let count = Self.count(upTo: end)
    // The last one may have grown.
    let stale = Set(places.filter { !$0.isEmpty }.flatMap(Self.pieces)).union(
      max(0, pieces.count - 1)..<count)
    for piece in stale.sorted() {
      let digest = try Self.digest(of: piece, in: file, upTo: end)
      if piece < pieces.count { pieces[piece] = digest } else { pieces.append(digest) }
    }
  }

  private static func digest(of piece: Int, in file: ScratchFile, upTo end: Int) throws -> Digest {
    Digest(of: try file.read(piece * size..<min(end, (piece + 1) * size)))
  }

  private static func count(upTo end: Int) -> Int { (end + size - 1) / size }

  private static func pieces(of place: Range<Int>) -> ClosedRange<Int> {
    place.lowerBound / size...(place.upperBound - 1) / size
  }
}
