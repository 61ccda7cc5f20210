import CCMark
import Escaping

/// A syntax tree as libcmark parses it, freed with its owner.
///
/// Invariant: the pointer is the root of a tree that only this value owns. Every `Node` of the tree is used
/// within the life of this value, and nothing changes the tree once a document is built, so that several
/// threads may read it.
@safe struct Tree: ~Copyable, @unchecked Sendable {
  private let pointer: OpaquePointer

  /// Parses the source, which is valid UTF-8, as CommonMark.
  init(parsing source: Bytes) {
    precondition(!source.isEmpty, "libcmark copies from the address of the source, and nothing has none")
    // Source positions make the lines right after a code span of several lines; nothing is written of them.
    let options = CMARK_OPT_SOURCEPOS
    let root = unsafe source.withUnsafeBufferPointer { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
        unsafe cmark_parse_document(characters.baseAddress, characters.count, options)
      }
    }
    guard let root = unsafe root else { preconditionFailure("libcmark returns a document or aborts") }
    unsafe pointer = root
  }

  deinit {
    unsafe cmark_node_free(pointer)
  }

  var root: Node { unsafe Node(pointer) }
}
