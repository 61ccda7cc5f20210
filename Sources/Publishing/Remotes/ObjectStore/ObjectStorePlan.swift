import Model

/// What has to happen to the objects of a site, and in which order, since each of them changes by itself.
///
/// Files named by their content come first, then addresses that are new, then those that change, the record last: so no
/// page that readers can see leads to what is not there yet. Objects that no longer belong are deleted at the end,
/// since a page that is still open may want them.
///
/// Where the text of a document is removed, that comes before everything: its addresses get their notices, and whatever
/// may hold the text and has no place in the new release is deleted, although a search may fail until the rest is there.
struct ObjectStorePlan: Equatable {
  enum Step: Equatable {
    case upload([String])
    /// Objects that never change, and may be kept by whoever has them.
    case uploadForGood([String])
    case delete([String])

    var isEmpty: Bool {
      switch self {
      case .upload(let paths), .uploadForGood(let paths), .delete(let paths): paths.isEmpty
      }
    }
  }

  /// What is known of the objects while the steps are made.
  let intent: ObjectInventory
  /// None is empty.
  let steps: [Step]

  /// - Parameter removed: The documents whose text was ever removed.
  init(from inventory: ObjectInventory, to manifest: ReleaseManifest, removed: [DocumentID]) {
    let wanted = ObjectInventory(manifest).objects
    let uploads = manifest.files.filter { inventory.objects[$0.path] != .some($0.digest) }.map(\.path)
    let gone = inventory.objects.keys.filter { wanted[$0] == nil }.sorted()
    let changing = Set(uploads + gone)
    intent = ObjectInventory(
      objects: inventory.objects.merging(wanted) { known, _ in known }.reduce(into: [:]) { objects, object in
        objects.updateValue(changing.contains(object.key) ? nil : object.value, forKey: object.key)
      })

    func isRemoved(_ path: String) -> Bool { removed.contains { $0.owns(path) } }
    // A document whose text is removed keeps its notices and nothing else: what else is there was left with the text.
    let isRemoval = gone.contains(where: isRemoved)
    let notices = isRemoval ? uploads.filter(isRemoved) : []
    let others = isRemoval ? uploads.filter { !isRemoved($0) } : uploads
    let lasting = others.filter(GeneratedAddresses.isNamedByContent)
    let pages = others.filter { !GeneratedAddresses.isNamedByContent($0) && $0 != Self.record }
    // Styles and scripts hold no text, and pages that are still to be replaced need them.
    let isUrgent = { (path: String) in isRemoval && !GeneratedAddresses.isAsset(path) }
    steps = [
      .upload(notices),
      .delete(gone.filter(isUrgent)),
      .uploadForGood(lasting),
      .upload(pages.filter { inventory.objects[$0] == nil }),
      .upload(pages.filter { inventory.objects[$0] != nil }),
      .upload(others.filter { $0 == Self.record }),
      .delete(gone.filter { !isUrgent($0) }),
    ].filter { !$0.isEmpty }
  }

  private static let record = "record.json"
}

extension DocumentID {
  /// Whether a file of the output stands at the address of the document or below it, also in a channel.
  fileprivate func owns(_ path: String) -> Bool {
    let folder = address.path.dropFirst()
    if path.hasPrefix(folder) { return true }
    let parts = path.split(separator: "/", maxSplits: 2)
    return parts.count == 3 && parts[0] == "channels" && parts[2].hasPrefix(folder)
  }
}
