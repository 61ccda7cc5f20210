import Escaping
import Glibc

/// Text that a node owns, as UTF-8.
///
/// Invariant: the buffer is a C string of a live node without its NUL. It is read before that text is set
/// anew or its node is removed.
@safe struct NodeText: RandomAccessCollection {
  private let buffer: UnsafeBufferPointer<UInt8>

  @unsafe init(_ text: UnsafePointer<CChar>?) {
    guard let text = unsafe text else {
      unsafe buffer = UnsafeBufferPointer(start: nil, count: 0)
      return
    }
    let bytes = unsafe UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
    unsafe buffer = UnsafeBufferPointer(start: bytes, count: strlen(text))
  }

  var startIndex: Int { 0 }
  var endIndex: Int { unsafe buffer.count }

  subscript(position: Int) -> UInt8 {
    precondition(position >= 0 && position < endIndex, "a byte of the text")
    return unsafe buffer[position]
  }

  func withContiguousStorageIfAvailable<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result? {
    try unsafe body(buffer)
  }

  var string: String { unsafe String(decoding: buffer, as: UTF8.self) }
}

extension Bytes {
  /// Appends the text, escaped for HTML as cmark escapes it.
  mutating func append(html text: NodeText) {
    _ = unsafe text.withContiguousStorageIfAvailable { unsafe append(html: $0) }
  }
}
