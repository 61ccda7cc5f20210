/// A walk through a tree in the order of the text, without recursion.
///
/// The step after the one handed out is already known, as in `cmark_iter`: the node of a leaf, or of an exit,
/// may be removed.
struct Walk: Sequence, IteratorProtocol {
  struct Step {
    let node: Node
    /// Taken once, so that nobody asks libcmark again.
    let kind: NodeKind
    let isEntering: Bool
  }

  private let root: Node
  private let staysInBlocks: Bool
  private var upcoming: Step?

  init(_ root: Node) {
    self.init(root, staysInBlocks: false)
  }

  private init(_ root: Node, staysInBlocks: Bool) {
    self.root = root
    self.staysInBlocks = staysInBlocks
    upcoming = Step(node: root, kind: root.kind, isEntering: true)
  }

  /// A walk through the blocks alone, in which those that hold inlines are leaves.
  static func blocks(of root: Node) -> Walk {
    Walk(root, staysInBlocks: true)
  }

  /// The leaf blocks that hold inlines.
  static func textBlocks(of root: Node) -> [Node] {
    blocks(of: root).filter { $0.isEntering && $0.kind.holdsInlines }.map(\.node)
  }

  mutating func next() -> Step? {
    guard let step = upcoming else { return nil }
    upcoming = following(step)
    return step
  }

  /// Goes on behind a node and everything below it; its exit is left out.
  mutating func skip(_ node: Node) {
    upcoming = leaving(node)
  }

  private func following(_ step: Step) -> Step? {
    let isLeaf = step.kind.isLeaf || (staysInBlocks && step.kind.isLeafBlock)
    guard step.isEntering, !isLeaf else { return leaving(step.node) }
    guard let child = step.node.firstChild else {
      return Step(node: step.node, kind: step.kind, isEntering: false)
    }
    return Step(node: child, kind: child.kind, isEntering: true)
  }

  private func leaving(_ node: Node) -> Step? {
    guard node != root else { return nil }
    if let next = node.next { return Step(node: next, kind: next.kind, isEntering: true) }
    guard let parent = node.parent else { return nil }
    return Step(node: parent, kind: parent.kind, isEntering: false)
  }
}
