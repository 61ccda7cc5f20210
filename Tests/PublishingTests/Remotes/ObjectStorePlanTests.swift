import Escaping
import Model
import Testing

@testable import Publishing

/// A manifest of paths, each with a text that stands for its bytes.
private func manifest(_ files: KeyValuePairs<String, String>) -> ReleaseManifest {
  ReleaseManifest(files.map { ReleaseManifest.File(path: $0, digest: Digest(of: Bytes($1.utf8))) })
}

private let gone = DocumentID(.letters, "gone")

@Suite struct `A plan for an object store` {
  @Test func `uploads files named by their content, then pages, and the record last`() {
    let wanted = manifest([
      "index.html": "1", "record.json": "1", "assets/site-1.css": "1", "letters/a/index.html": "1",
      "search/index/manifest": "1", "search/index/text/1/0": "1", "channels/cqc/assets/site-1.css": "1",
    ])
    let plan = ObjectStorePlan(from: .empty, to: wanted, removed: [])
    #expect(
      plan.steps == [
        .uploadForGood(["assets/site-1.css", "channels/cqc/assets/site-1.css", "search/index/text/1/0"]),
        .upload(["index.html", "letters/a/index.html", "search/index/manifest"]),
        .upload(["record.json"]),
      ])
  }

  @Test func `uploads new addresses before those that may lead to them, and deletes at the very end`() {
    let before = manifest([
      "index.html": "1", "record.json": "1", "assets/site-1.css": "1", "letters/page/2/index.html": "1",
      "same.html": "1",
    ])
    let after = manifest([
      "index.html": "2", "record.json": "2", "assets/site-2.css": "2", "letters/new/index.html": "2",
      "same.html": "1",
    ])
    let plan = ObjectStorePlan(from: ObjectInventory(before), to: after, removed: [gone])
    #expect(
      plan.steps == [
        .uploadForGood(["assets/site-2.css"]),
        .upload(["letters/new/index.html"]),
        .upload(["index.html"]),
        .upload(["record.json"]),
        .delete(["assets/site-1.css", "letters/page/2/index.html"]),
      ])
  }

  @Test func `has no steps where everything is there`() {
    let site = manifest(["index.html": "1", "record.json": "1"])
    #expect(ObjectStorePlan(from: ObjectInventory(site), to: site, removed: [gone]).steps.isEmpty)
  }

  @Test func `takes a removed text away before everything else`() {
    let before = manifest([
      "letters/gone/index.html": "1", "letters/gone/map.pdf": "1",
      "channels/cqc/letters/gone/index.html": "1",
      "letters/gone-too/index.html": "1", "search/index/text/1/0": "1", "assets/site-1.css": "1",
      "index.html": "1",
      "record.json": "1",
    ])
    let after = manifest([
      "letters/gone/index.html": "2", "channels/cqc/letters/gone/index.html": "2",
      "letters/gone-too/index.html": "1", "search/index/text/2/0": "2", "assets/site-2.css": "2",
      "index.html": "2",
      "record.json": "2",
    ])
    let plan = ObjectStorePlan(from: ObjectInventory(before), to: after, removed: [gone])
    #expect(
      plan.steps == [
        .upload(["channels/cqc/letters/gone/index.html", "letters/gone/index.html"]),
        .delete(["letters/gone/map.pdf", "search/index/text/1/0"]),
        .uploadForGood(["assets/site-2.css", "search/index/text/2/0"]),
        .upload(["index.html"]),
        .upload(["record.json"]),
        .delete(["assets/site-1.css"]),
      ])
  }

  @Test func `takes the notice of a removal that is long done for a page like others`() {
    let before = manifest([
      "letters/gone/index.html": "1", "letters/page/2/index.html": "1", "index.html": "1",
    ])
    let after = manifest(["letters/gone/index.html": "2", "index.html": "2"])
    let plan = ObjectStorePlan(from: ObjectInventory(before), to: after, removed: [gone])
    #expect(
      plan.steps == [
        .upload(["index.html", "letters/gone/index.html"]), .delete(["letters/page/2/index.html"]),
      ])
  }

  /// Every state in which a killed run may leave a store, whatever it uploaded or deleted, comes to the wanted one.
  @Test(arguments: 0..<64)
  func `brings what a killed run left to any release`(done: Int) throws {
    let first = manifest(["a.html": "1", "b.html": "1", "c.html": "1", "record.json": "1"])
    let second = manifest(["a.html": "2", "b.html": "1", "d.html": "2", "record.json": "2"])
    let third = manifest(["a.html": "1", "c.html": "3", "d.html": "2", "record.json": "3"])
    let begun = ObjectStorePlan(from: ObjectInventory(first), to: second, removed: [])
    let left = try #require(ObjectInventory(reading: begun.intent.written()))

    var objects = ObjectInventory(first).objects
    let changes = begun.steps.flatMap(Self.changes)
    for (index, change) in changes.enumerated() where done >> index & 1 == 1 {
      objects[change.path] = change.isUpload ? ObjectInventory(second).objects[change.path] : nil
    }
    for wanted in [first, second, third] {
      var objects = objects
      for change in ObjectStorePlan(from: left, to: wanted, removed: []).steps.flatMap(Self.changes) {
        objects[change.path] = change.isUpload ? ObjectInventory(wanted).objects[change.path] : nil
      }
      #expect(objects == ObjectInventory(wanted).objects)
    }
  }

  private static func changes(_ step: ObjectStorePlan.Step) -> [(path: String, isUpload: Bool)] {
    switch step {
    case .upload(let paths), .uploadForGood(let paths): paths.map { ($0, true) }
    case .delete(let paths): paths.map { ($0, false) }
    }
  }
}

@Suite struct `An inventory` {
  @Test func `of a whole release is its manifest`() {
    let site = manifest(["b/index.html": "2", "a.html": "1"])
    #expect(ObjectInventory(site).written() == site.written())
    #expect(ObjectInventory(reading: site.written()) == ObjectInventory(site))
  }

  @Test(arguments: [
    "", "x", "<html>", String(repeating: "-", count: 64) + "  ", String(repeating: "-", count: 64) + " *a",
    String(repeating: "+", count: 64) + "  a",
  ])
  func `is nothing else`(text: String) {
    #expect(ObjectInventory(reading: Bytes(text.utf8)) == nil)
  }
}
