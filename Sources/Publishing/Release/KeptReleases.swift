import FileSystem

/// The releases on the disk, as far as a ledger knows them: which of them may stay, and where `previous` leads.
struct KeptReleases {
  let layout: ReleaseLayout
  let ledger: Ledger

  /// The releases that readers saw and do not see now, the last one first, whether or not they are on the disk.
  var earlier: [String] {
    get throws {
      let current = try layout.release(at: .current)
      var seen: Set<String> = []
      return ledger.entries.reversed().map(\.release).filter { $0 != current && seen.insert($0).inserted }
    }
  }

  /// Removes releases, the oldest first, until so many besides the current one are left.
  ///
  /// - Parameter recycle: May take the tree of one that goes.
  func prune(keep count: Int, _ recycle: (String) throws -> Void) throws {
    for release in try earlier.filter(layout.has).dropFirst(count) {
      if try layout.release(at: .previous) == release { try layout.lead(.previous, to: nil) }
      try recycle(release)
      try remove(release)
    }
  }

  /// Removes what a killed process left that the public never saw.
  func removeUnknown() throws {
    let known = Set(ledger.entries.map(\.release))
    for folder in [layout.releases, layout.manifests] {
      for entry in try FileSystem.entries(of: folder) where !known.contains(entry.name) {
        try FileSystem.remove(folder + "/" + entry.name)
      }
    }
  }

  /// Removes the releases that hold a text which the last entry removes.
  ///
  /// It belongs to the entry: whoever opens the folder after a crash does it before another entry can follow.
  func removeThoseWithRemovedText() throws {
    for release in try holding(ledger.entries.last?.removed ?? []).sorted() { try remove(release) }
  }

  private func remove(_ release: String) throws {
    if try layout.release(at: .previous) == release { try layout.lead(.previous, to: nil) }
    try FileSystem.remove(layout.tree(of: release))
    try FileSystem.remove(layout.manifest(of: release))
  }

  /// The releases that hold a text of one of the documents.
  private func holding(_ documents: [String]) throws -> Set<String> {
    guard !documents.isEmpty else { return [] }
    let known = Set(ledger.entries.map(\.release)).filter { layout.has($0) }
    return try known.filter { release in
      try WrittenRecord(ofTree: layout.tree(of: release)).editions.contains {
        documents.contains($0.document)
      }
    }
  }

  /// Lets everybody read the manifest of what readers see.
  func openCurrentManifest() throws {
    guard let manifest = try layout.release(at: .current).map(layout.manifest),
      FileSystem.kind(of: manifest) == .file
    else { return }
    try FileSystem.setMode(manifest, 0o644)
  }

  // MARK: The release before

  /// The release that readers see before an entry, nil where they may not see its files any longer, since the entry
  /// removes a text that it holds.
  func current(before entry: LedgerEntry) throws -> String? {
    guard let current = try layout.release(at: .current), current != entry.release else {
      return try layout.release(at: .previous)
    }
    return try holding(entry.removed).contains(current) ? nil : current
  }

  /// Lets `previous` lead to the release before the one that readers see, or nowhere where that is gone.
  func mendPrevious() throws {
    let current = try layout.release(at: .current)
    let before = ledger.entries.last { $0.release != current }?.release
    let kept = before.flatMap { layout.has($0) ? $0 : nil }
    if try layout.release(at: .previous) != kept { try layout.lead(.previous, to: kept) }
  }
}
