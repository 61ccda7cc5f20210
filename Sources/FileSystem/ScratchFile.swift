private import CLinux
private import Glibc
private import Synchronization

/// A file for what is needed again later and must not fill the memory until then; it can be written and read by
/// several at a time.
///
/// Without a name it is gone when nobody holds it any more, however the process ends.
package final class ScratchFile: Sendable {
  private let folder: String
  private let descriptor: Int32
  /// The file that has the places before this one's, which nothing is added to.
  private let earlier: ScratchFile?
  /// The first place that is in this file.
  private let start: Int
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
    (earlier, start) = (nil, 0)
  }

  /// Goes on with a file that has a name and is made where it is not there, for this user alone.
  ///
  /// - Parameter size: How many of its first bytes are known; what stands after them is dropped.
  package init(continuing path: String, at size: Int) throws(FileError) {
    descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw FileError("write", path) }
    folder = path
    let length = lseek(descriptor, 0, SEEK_END)
    guard length >= size, ftruncate(descriptor, off_t(size)) == 0 else { throw FileError("read", path) }
    (earlier, start) = (nil, 0)
    end.store(size, ordering: .relaxed)
  }

  /// Begins a file for what follows another: places of both are read here, and what is written goes to this one alone,
  /// until ``join()``.
  ///
  /// - Parameter path: Where it is made, for this user alone; nothing is there yet.
  package init(_ path: String, after earlier: ScratchFile) throws(FileError) {
    descriptor = unsafe open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw FileError("write", path) }
    folder = path
    (self.earlier, start) = (earlier, earlier.size)
    end.store(start, ordering: .relaxed)
  }

  /// Opens a file to read places of it.
  package init(reading path: String) throws(FileError) {
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { throw FileError("read", path) }
    folder = path
    (earlier, start) = (nil, 0)
    end.store(Int(lseek(descriptor, 0, SEEK_END)), ordering: .relaxed)
  }

  deinit { close(descriptor) }

  /// How many bytes it has.
  package var size: Int { end.load(ordering: .relaxed) }

  /// Writes bytes and gives the place where they are.
  package func append(_ bytes: [UInt8]) throws(FileError) -> Range<Int> {
    let start = end.wrappingAdd(bytes.count, ordering: .relaxed).oldValue
    try write(bytes, at: start)
    return start..<(start + bytes.count)
  }

  private func write(_ bytes: [UInt8], at place: Int) throws(FileError) {
    let offset = place - start
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe pwrite(
          descriptor, buffer.baseAddress.map { unsafe $0 + written }, bytes.count - written, offset + written)
      }
      guard count > 0 || errno == EINTR else { throw FileError("write", folder) }
      written += max(0, count)
    }
  }

  /// Writes zeros over a place that is not needed any more, and gives its room back where the file system can.
  package func wipe(_ range: Range<Int>) throws(FileError) {
    guard !range.isEmpty else { return }
    if let earlier, range.lowerBound < start { return try earlier.wipe(range) }
    if findings_punch_hole(descriptor, Int64(range.lowerBound - start), Int64(range.count)) == 0 { return }
    try write([UInt8](repeating: 0, count: range.count), at: range.lowerBound)
  }

  /// Writes to the end of the file before this one what was written here; no place changes.
  package func join() throws(FileError) {
    guard let earlier else { return }
    var place = start
    while place < size {
      let piece = place..<min(size, place + 1 << 20)
      _ = try earlier.append(read(piece))
      place = piece.upperBound
    }
  }

  /// Appends the bytes of a place that was written.
  package func read(_ range: Range<Int>, into bytes: inout [UInt8]) throws(FileError) {
    if let earlier, range.lowerBound < start {
      try earlier.read(range.lowerBound..<min(range.upperBound, start), into: &bytes)
    }
    var place = max(range.lowerBound, start)
    bytes.reserveCapacity(bytes.count + max(0, range.upperBound - place))
    while place < range.upperBound {
      var count = 0
      let piece = unsafe [UInt8](unsafeUninitializedCapacity: min(range.upperBound - place, 1 << 20)) {
        buffer, filled in
        unsafe count = pread(descriptor, buffer.baseAddress, buffer.count, place - start)
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
