import CCMark
import Escaping

/// A node of a syntax tree.
///
/// Invariant: the pointer is a live node. Nodes come from a `Tree` or from `Node.make`, which is followed by
/// an insertion; they stay inside this module and are never kept longer than their tree.
@safe struct Node: Equatable, @unchecked Sendable {
  private let pointer: OpaquePointer

  @unsafe init(_ pointer: OpaquePointer) {
    unsafe self.pointer = pointer
  }

  private init?(orNil pointer: OpaquePointer?) {
    guard let pointer = unsafe pointer else { return nil }
    unsafe self.pointer = pointer
  }

  /// Tells the node from every other of the process.
  var identity: Int { unsafe Int(bitPattern: pointer) }

  static func == (a: Node, b: Node) -> Bool {
    unsafe a.pointer == b.pointer
  }

  var kind: NodeKind {
    let type = unsafe cmark_node_get_type(pointer)
    guard let kind = NodeKind(rawValue: type.rawValue) else {
      preconditionFailure("a node of libcmark 0.30 is of a kind that it declares")
    }
    return kind
  }

  // MARK: Neighbours

  var parent: Node? { unsafe Node(orNil: cmark_node_parent(pointer)) }
  var firstChild: Node? { unsafe Node(orNil: cmark_node_first_child(pointer)) }
  var lastChild: Node? { unsafe Node(orNil: cmark_node_last_child(pointer)) }
  var next: Node? { unsafe Node(orNil: cmark_node_next(pointer)) }
  var previous: Node? { unsafe Node(orNil: cmark_node_previous(pointer)) }

  var children: Children { Children(first: firstChild) }

  /// The children of a node from first to last; each may be removed from the tree once it was handed out.
  struct Children: Sequence, IteratorProtocol {
    private var upcoming: Node?

    fileprivate init(first: Node?) {
      upcoming = first
    }

    mutating func next() -> Node? {
      guard let child = upcoming else { return nil }
      upcoming = child.next
      return child
    }
  }

  // MARK: Properties

  /// The text of a text, code, code block or HTML node.
  var literal: NodeText { unsafe NodeText(cmark_node_get_literal(pointer)) }
  /// The destination of a link or image, its entities and escapes decoded.
  var destination: NodeText { unsafe NodeText(cmark_node_get_url(pointer)) }
  /// The title of a link or image; empty where there is none.
  var title: NodeText { unsafe NodeText(cmark_node_get_title(pointer)) }
  /// The words after an opening code fence.
  var fenceInfo: NodeText { unsafe NodeText(cmark_node_get_fence_info(pointer)) }

  var headingLevel: Int { Int(unsafe cmark_node_get_heading_level(pointer)) }
  var isOrderedList: Bool { unsafe cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
  var listStart: Int { Int(unsafe cmark_node_get_list_start(pointer)) }
  var isTightList: Bool { unsafe cmark_node_get_list_tight(pointer) != 0 }

  /// The lines of the source, counted from 1, that the node comes from; 0 where cmark does not say.
  var startLine: Int { Int(unsafe cmark_node_get_start_line(pointer)) }
  var endLine: Int { Int(unsafe cmark_node_get_end_line(pointer)) }
  /// The byte of its first line, counted from 1, where a block starts.
  var startColumn: Int { Int(unsafe cmark_node_get_start_column(pointer)) }

  var endColumn: Int { Int(unsafe cmark_node_get_end_column(pointer)) }

  /// How many bytes of source an inline comes from; a difference is right where the columns are not.
  var sourceLength: Int {
    Int(unsafe cmark_node_get_end_column(pointer) - cmark_node_get_start_column(pointer)) + 1
  }

  /// Whether a text has as many bytes as its source, so that nothing in it was escaped or an entity.
  var isVerbatim: Bool { sourceLength == literal.count }

  /// The number of the document's annotation for this node, if it has one.
  ///
  /// It is kept in the user data of the node as the number itself plus one, never as an address.
  var annotation: Int? {
    get {
      let data = unsafe Int(bitPattern: cmark_node_get_user_data(pointer))
      return data == 0 ? nil : data - 1
    }
    nonmutating set {
      let data = newValue.map { $0 + 1 } ?? 0
      unsafe cmark_node_set_user_data(pointer, UnsafeMutableRawPointer(bitPattern: data))
    }
  }

  // MARK: Changes, only while a document is being built

  /// Makes a node that is in no tree yet.
  static func make(_ kind: NodeKind) -> Node {
    guard let pointer = unsafe cmark_node_new(cmark_node_type(kind.rawValue)) else {
      preconditionFailure("libcmark makes a node or aborts")
    }
    return unsafe Node(pointer)
  }

  /// Makes a text that is in no tree yet.
  static func makeText(_ bytes: some Sequence<UInt8>) -> Node {
    let node = make(.text)
    node.setLiteral(bytes)
    return node
  }

  func setLiteral(_ bytes: some Sequence<UInt8>) {
    unsafe set(bytes, with: cmark_node_set_literal)
  }

  func setDestination(_ bytes: some Sequence<UInt8>) {
    unsafe set(bytes, with: cmark_node_set_url)
  }

  private func set(
    _ bytes: some Sequence<UInt8>, with set: (OpaquePointer, UnsafePointer<CChar>) -> Int32
  ) {
    let characters = bytes.map { CChar(bitPattern: $0) } + [0]
    let done = unsafe characters.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return Int32(0) }
      return unsafe set(pointer, base)
    }
    precondition(done == 1, "the text is set on a node that has one")
  }

  func append(_ child: Node) {
    let done = unsafe cmark_node_append_child(pointer, child.pointer)
    precondition(done == 1, "a node may hold the child that it is given")
  }

  func insert(before sibling: Node) {
    let done = unsafe cmark_node_insert_before(sibling.pointer, pointer)
    precondition(done == 1, "the parent of a node may hold its new neighbour")
  }

  func insert(after sibling: Node) {
    let done = unsafe cmark_node_insert_after(sibling.pointer, pointer)
    precondition(done == 1, "the parent of a node may hold its new neighbour")
  }

  /// Takes the node and what is below it out of the tree, to be inserted elsewhere.
  func unlink() {
    unsafe cmark_node_unlink(pointer)
  }

  /// Takes the node and what is below it out of the tree and frees it; it is not used afterwards.
  func remove() {
    unsafe cmark_node_free(pointer)
  }
}
