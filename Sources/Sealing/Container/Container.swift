package import Escaping

/// What is encrypted: the files of a document as a tar archive (ustar of POSIX), followed by zeros up to a size that
/// says little of what is in it.
///
/// So `age --decrypt` and `tar --extract` give the files back where there is no `findings`. There is one way to write
/// a list of files, and nothing else is read: their order, their owners and times, the length of the zeros are given.
package enum Container {
  /// Why bytes are no container, or files cannot be put into one.
  package enum Problem: Error, Equatable {
    /// A path that is longer than a tar archive holds, has parts that a path of content has not, or is no UTF-8.
    case path
    /// A file that cannot be read as far as its header says, or anything that is not as it is written here.
    case form
  }

  static let block = 512

  // MARK: Writing

  /// The container of the files, whatever their order.
  package static func bytes(of files: [PackedFile]) throws(Problem) -> Bytes {
    var bytes = Bytes()
    for file in files.sorted(by: { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }) {
      bytes += try TarHeader(path: file.path, mode: file.mode, size: file.bytes.count).bytes
      bytes += file.bytes
      bytes += Bytes(repeating: 0, count: padding(after: file.bytes.count))
    }
    // Two blocks of zeros are the end of a tar archive; whoever reads one stops there.
    return bytes + Bytes(repeating: 0, count: paddedSize(bytes.count + 2 * block) - bytes.count)
  }

  private static func padding(after size: Int) -> Int { (block - size % block) % block }

  /// The smallest size of a container: that of all but the longest letters without attachments.
  private static let smallest = 64 << 10

  /// The size of a container with so many bytes of content, after Padmé (Nikitin and others, 2019): at most a
  /// thirty-second more, and few different sizes.
  static func paddedSize(_ size: Int) -> Int {
    let size = max(size, smallest)
    let magnitude = size.bitWidth - 1 - size.leadingZeroBitCount
    let digits = magnitude.bitWidth - magnitude.leadingZeroBitCount
    let step = 1 << (magnitude - digits)
    return (size + step - 1) / step * step
  }

  // MARK: Reading

  /// The files of a container, in the order of their paths.
  package static func files(in bytes: Bytes) throws(Problem) -> [PackedFile] {
    var files: [PackedFile] = []
    var position = 0
    while position + block <= bytes.count, bytes[position] != 0 {
      let header = try TarHeader(reading: bytes[position..<(position + block)])
      position += block
      guard header.size <= bytes.count - position else { throw .form }
      files.append(
        PackedFile(
          path: header.path, mode: header.mode, bytes: Bytes(bytes[position..<(position + header.size)])))
      position += header.size + padding(after: header.size)
    }
    // Whatever else a tar archive may say, such as links, owners, or a path twice, is not written here.
    let paths = files.map(\.path)
    guard zip(paths, paths.dropFirst()).allSatisfy({ $0.utf8.lexicographicallyPrecedes($1.utf8) }),
      try Self.bytes(of: files) == bytes
    else { throw .form }
    return files
  }
}
