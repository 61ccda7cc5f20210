import FileSystem
package import PublishingCalendar

/// The step from what readers see to another release.
///
/// All that it needs stands on the disk before its moment; at the moment two names change: that of the tree, which
/// leaves the folder that nobody else may look into, and that of the link which readers follow. The tree has its name
/// for good before the link leads to it.
package struct ReleaseSwap {
  let layout: ReleaseLayout
  let entry: LedgerEntry
  /// Whether the tree of the release is the one that is staged.
  let isOfStaged: Bool

  /// What a swap came to.
  package struct Outcome: Equatable, Sendable {
    /// When readers began to see the release.
    package let shown: Instant
    /// How long it took from its first step until all of it was on the disk.
    package let duration: Duration

    package init(shown: Instant, duration: Duration) {
      self.shown = shown
      self.duration = duration
    }
  }

  /// Does all that can be done before the moment.
  ///
  /// - Parameter previous: The release for files that an open page still wants.
  func arm(leadingBackTo previous: String?) throws {
    try FileSystem.remove(layout.pending)
    // It names what is not public yet.
    try FileSystem.createDurably(layout.pending, entry.line(), mode: 0o600)
    try layout.lead(.previous, to: previous)
    try layout.makeFreshLink(to: entry.release)
    try FileSystem.syncFolder(layout.path)
  }

  /// Lets readers see the release.
  func perform(now: () -> Instant) throws -> Outcome {
    let watch = ContinuousClock()
    let start = watch.now
    if isOfStaged {
      try FileSystem.rename(layout.stagedTree, to: layout.tree(of: entry.release))
      try FileSystem.syncFolder(layout.releases)
    }
    try layout.nameFreshLink(.current)
    let shown = now()
    try FileSystem.syncFolder(layout.path)
    return Outcome(shown: shown, duration: watch.now - start)
  }

  /// Takes back what was prepared.
  func disarm() throws {
    try FileSystem.remove(layout.pending)
    try layout.removeFreshLink()
  }
}
