private import Glibc
private import Synchronization

/// A file without a name for what is needed again later and must not fill the memory until then.
///
/// It can be written and read by several at a time, and is gone when nobody holds it any more, however the process
/// ends.
package final class ScratchFile: Sendable {
  private let folder: String
  private let descriptor: Int32
  private let end = Atomic(0)

  /// - Parameter folder: A folder on the file system that has the room; nobody else may look into it where what is
  ///   written is not public.
  package init(in folder: String) throws(FileError) {
    var path = Array((folder + "/scratch-XXXXXX").utf8CString)
    descriptor = unsafe mkstemp(&path)
    guard descriptor >= 0, unsafe unlink(&path) == 0, fcntl(descriptor, F_SETFD, FD_CLOEXEC) == 0 else {
      throw FileError("write", folder)
    }
    self.folder = folder
  }

  deinit { close(descriptor) }

  /// Writes bytes and gives the place where they are.
  package func append(_ bytes: [UInt8]) throws(FileError) -> Range<Int> {
    let start = end.wrappingAdd(bytes.count, ordering: .relaxed).oldValue
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe pwrite(
          descriptor, buffer.baseAddress.map { unsafe $0 + written }, bytes.count - written, start + written)
      }
      guard count > 0 || errno == EINTR else { throw FileError("write", folder) }
      written += max(0, count)
    }
    return start..<(start + bytes.count)
  }

  /// Appends the bytes of a place that was written.
  package func read(_ range: Range<Int>, into bytes: inout [UInt8]) throws(FileError) {
    var place = range.lowerBound
    bytes.reserveCapacity(bytes.count + range.count)
    while place < range.upperBound {
      var count = 0
      let piece = unsafe [UInt8](unsafeUninitializedCapacity: min(range.upperBound - place, 1 << 20)) {
        buffer, filled in
        unsafe count = pread(descriptor, buffer.baseAddress, buffer.count, place)
        filled = max(0, count)
      }
      guard count > 0 || (count < 0 && errno == EINTR) else { throw FileError("read", folder) }
      bytes += piece
      place += max(0, count)
    }
  }

  package func read(_ range: Range<Int>) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    try read(range, into: &bytes)
    return bytes
  }
}
