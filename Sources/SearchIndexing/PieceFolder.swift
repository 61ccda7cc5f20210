import Crypto
import SearchCore

/// A piece of a shard as it is to be written.
enum ShardPiece: Sendable {
  case new([UInt8])
  /// What the last index has as the piece of the same kind and number.
  case last
}

/// A folder of pieces of a shard: its digest is made of those of its files.
struct PieceFolder: Sendable {
  let digest: FolderDigest
  /// The digests of its files; none of texts, which their documents know.
  let files: [[UInt8]]

  init(_ digest: FolderDigest, files: [[UInt8]] = []) {
    self.digest = digest
    self.files = files
  }

  /// - Parameter files: The digests of its files.
  init(of files: [[UInt8]], _ kind: PieceKind, shard: Int, folder: Int) {
    self.init(FolderDigest(of: files, kind, shard: shard, folder: folder), files: files)
  }

  func write(to writer: inout ByteWriter) {
    writer.write(text: digest.bytes)
    writer.write(list: files) { $0.write(text: $1) }
  }

  init(reading reader: inout ByteReader) {
    digest = FolderDigest(reader.text())
    files = reader.list { $0.text() }
  }
}

extension FolderDigest {
  /// The digest of the files of a folder by their digests, and of its place, so that no two are the same.
  init(of files: some Sequence<[UInt8]>, _ kind: PieceKind, shard: Int, folder: Int) {
    var hash = SHA256()
    hash.update(data: Array("\(kind.name)/\(shard)/\(folder)\n".utf8))
    for file in files { hash.update(data: file) }
    self.init([UInt8](hash.finalize().prefix(Self.size)))
  }

  var name: String { String(decoding: hexadecimal, as: UTF8.self) }
}

extension PieceKind {
  var name: String { folder.description }
}
