/// A place in an object store that readers are served from.
///
/// Nothing there can be swapped as a whole. An inventory beside the objects says what they are; it is written before
/// and after they change, so that a run which was killed is completed by the next.
struct ObjectStoreRemote: Remote {
  private let address: ObjectStoreAddress

  init(_ address: ObjectStoreAddress) {
    self.address = address
  }

  var name: String { address.description }

  func show(_ site: ReleasedSite) async throws -> Bool {
    let store = ObjectStore(address, rclone: try site.program("rclone", on: name))
    let inventory = try await store.inventory()
    let manifest = try site.manifest()
    let plan = ObjectStorePlan(from: inventory, to: manifest, removed: site.removed)
    guard !plan.steps.isEmpty else { return false }
    if inventory == .empty, let stranger = try await store.firstName() {
      throw RemoteError.notOurs(name, found: stranger)
    }
    // Without digests, rclone would take an object of the same size for the same.
    guard try await store.keepsDigests() else { throw RemoteError.unprovable(name) }
    try await store.write(plan.intent)
    for step in plan.steps { try await store.make(step, from: site.tree) }
    try await store.write(ObjectInventory(manifest))
    return true
  }
}
