import Escaping
private import Foundation

/// The objects at a place, as `rclone` reads and writes them.
struct ObjectStore {
  private let address: ObjectStoreAddress
  private let rclone: RemoteProgram

  /// Never asks for anything, tries again what fails, and gives up a connection on which nothing comes.
  private static let options = [
    "--ask-password=false", "--contimeout=15s", "--timeout=60s", "--low-level-retries=3", "--retries=3",
    "--transfers=16", "--checkers=16",
  ]
  /// How long a small request may take.
  private static let patience = Duration.seconds(60)

  init(_ address: ObjectStoreAddress, rclone: RemoteProgram) {
    self.address = address
    self.rclone = rclone
  }

  /// What is known to be there; empty where there is no inventory.
  func inventory() async throws -> ObjectInventory {
    let bytes = try await rclone.succeed(
      ["cat"] + Self.options + ["--files-from-raw=-", "--", address.root],
      input: Bytes(ObjectInventory.name.utf8), limit: 1 << 30, within: Self.patience)
    if bytes.isEmpty { return .empty }
    guard let inventory = ObjectInventory(reading: bytes) else {
      throw RemoteError.notOurs(address.description, found: ObjectInventory.name)
    }
    return inventory
  }

  /// Replaces the inventory by one request, which can be made again.
  func write(_ inventory: ObjectInventory) async throws {
    try await rclone.succeed(
      ["rcat", "--streaming-upload-cutoff=256Mi"] + Self.options + Self.cacheHeader("no-cache") + [
        "--", address.object(ObjectInventory.name),
      ],
      input: inventory.written(), within: .seconds(600))
  }

  /// The name of something that is there, nil where nothing is.
  func firstName() async throws -> String? {
    let names = try await rclone.succeed(
      ["lsf", "--max-depth=1"] + Self.options + ["--", address.root], limit: 1 << 28, within: Self.patience)
    return String(decoding: names, as: UTF8.self).split(separator: "\n").first.map(String.init)
  }

  /// Whether the store keeps a digest of each object by which it can be told from another.
  func keepsDigests() async throws -> Bool {
    struct Features: Decodable {
      let digests: [String]

      enum CodingKeys: String, CodingKey { case digests = "Hashes" }
    }
    let features = try await rclone.succeed(
      ["backend", "features"] + Self.options + ["--", address.root], within: Self.patience)
    return try !JSONDecoder().decode(Features.self, from: Data(features)).digests.isEmpty
  }

  /// - Parameter tree: The folder of the release.
  func make(_ step: ObjectStorePlan.Step, from tree: String) async throws {
    switch step {
    case .upload(let paths): try await upload(paths, from: tree, cache: "no-cache")
    case .uploadForGood(let paths):
      try await upload(paths, from: tree, cache: "public, max-age=31536000, immutable")
    case .delete(let paths):
      try await rclone.succeed(
        ["delete"] + Self.options + ["--files-from-raw=-", "--", address.root], input: Self.list(paths))
    }
  }

  /// Uploads files; an object that has their bytes already, since an earlier run was killed, is left as it is.
  private func upload(_ paths: [String], from tree: String, cache: String) async throws {
    try await rclone.succeed(
      ["copy", "--checksum", "--no-traverse"] + Self.options + Self.cacheHeader(cache) + [
        "--files-from-raw=-", "--", tree, address.root,
      ],
      input: Self.list(paths))
  }

  /// What the store is to answer with an object: how long caches may keep it.
  private static func cacheHeader(_ value: String) -> [String] {
    ["--header-upload", "Cache-Control: " + value]
  }

  private static func list(_ paths: [String]) -> Bytes { Bytes(paths.joined(separator: "\n").utf8) }
}
