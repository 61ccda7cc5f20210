private import CZip
package import Escaping

/// The files in a zip archive that is held in memory, read by libzip.
///
/// Invariant: the pointer is an open archive over bytes that stay where they are; it lives no longer than the
/// call of `read` that made it.
@safe package struct ZipFile: ~Copyable {
  private let archive: OpaquePointer

  private init(_ archive: OpaquePointer) {
    unsafe self.archive = archive
  }

  deinit {
    unsafe zip_discard(archive)
  }

  /// Opens an archive for the time of the body; nil where the bytes are none.
  package static func read<Result>(_ bytes: Bytes, _ body: (borrowing ZipFile) -> Result) -> Result? {
    unsafe bytes.withUnsafeBytes { buffer -> Result? in
      var error = unsafe zip_error_t()
      guard let source = unsafe zip_source_buffer_create(buffer.baseAddress, UInt64(buffer.count), 0, &error)
      else { return nil }
      guard let archive = unsafe zip_open_from_source(source, ZIP_RDONLY, &error) else {
        unsafe zip_source_free(source)
        return nil
      }
      let file = unsafe ZipFile(archive)
      return body(file)
    }
  }

  /// The names of the files, in the order of the archive.
  package var names: [String] {
    let count = unsafe zip_get_num_entries(archive, 0)
    return (0..<max(0, count)).compactMap { index in
      unsafe zip_get_name(archive, UInt64(index), 0).map { unsafe String(cString: $0) }
    }
  }

  /// Whether there is a file of that name.
  package func contains(_ name: String) -> Bool {
    unsafe zip_name_locate(archive, name, 0) >= 0
  }

  /// How many bytes a part is given out in at a time.
  private static let pieceSize = 64 << 10

  /// Gives the bytes of a file out piece by piece until the body wants no more, or so many are read that it is
  /// no document; nothing where there is no such file or it cannot be read.
  package func forEachPiece(of name: String, limit: Int, _ body: (ArraySlice<UInt8>) -> Bool) {
    guard let file = unsafe zip_fopen(archive, name, 0) else { return }
    defer { unsafe zip_fclose(file) }
    var piece = Bytes(repeating: 0, count: Self.pieceSize)
    var total = 0
    while total < limit {
      let count = unsafe piece.withUnsafeMutableBytes {
        unsafe zip_fread(file, $0.baseAddress, UInt64($0.count))
      }
      guard count > 0, body(piece[..<Int(count)]) else { return }
      total += Int(count)
    }
  }

  /// The bytes of a small file, as many as the limit allows; none where there is no such file.
  package func bytes(of name: String, limit: Int) -> Bytes {
    var bytes = Bytes()
    forEachPiece(of: name, limit: limit) { piece in
      bytes += piece
      return true
    }
    return bytes
  }
}
