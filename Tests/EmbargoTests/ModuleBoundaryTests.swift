import Foundation
import Testing

@Suite struct `The embargo` {
  private let tree: SourceTree

  init() throws {
    tree = try SourceTree()
  }

  /// The targets that may know what is not public: those that read it and decide, the audit, which looks for it in
  /// the site, and the command.
  private static let inFront: Set<String> = ["Archive", "Audit", "Embargo", "findings"]

  private var sources: [SourceTree.Target] {
    tree.targets.values.filter { $0.path.hasPrefix("Sources/") }.sorted { $0.name < $1.name }
  }

  /// The targets of the site: everything that works with a published archive.
  private var behind: [SourceTree.Target] {
    sources.filter {
      !Self.inFront.contains($0.name) && !$0.dependencies.isDisjoint(with: ["Embargo", "SiteRendering"])
    }
  }

  @Test func `stands before every target of the site`() {
    #expect(Set(behind.map(\.name)).isSuperset(of: ["Publishing", "SiteRendering"]))
    for target in sources where !Self.inFront.contains(target.name) {
      #expect(!target.dependencies.contains("Archive"), "\(target.name)")
    }
  }

  @Test func `is audited for the command alone`() {
    #expect(sources.filter { $0.dependencies.contains("Audit") }.map(\.name) == ["findings"])
  }

  @Test func `is passed by no import`() throws {
    for target in sources where !Self.inFront.contains(target.name) {
      for file in try tree.files(of: target) {
        #expect(!SourceTree.imports(in: file.text).contains("Archive"), "\(file.path)")
      }
    }
  }

  @Test func `is not undone by passing modules or names on`() throws {
    for target in sources {
      for file in try tree.files(of: target) {
        #expect(!file.text.contains("@_exported"), "\(file.path)")
        #expect(
          file.text.firstMatch(of: /typealias\s+\w+\s*=\s*(?:Archive\.)?Archived?\w*\b/) == nil,
          "\(file.path)")
      }
    }
  }

  @Test func `is passed in one place`() throws {
    let ways = try sources.flatMap { target in
      try tree.files(of: target).flatMap { file in
        file.text.matches(of: /(?:func|var|init).*->\s*PublishedArchive\b/).map { _ in file.path }
      }
    }
    // The first makes a part of what is public already.
    #expect(ways.sorted() == ["Sources/Embargo/PublishedPart.swift", "Sources/Embargo/Publishing.swift"])
  }

  /// Packs hold one edition that is not public; nothing else may.
  @Test func `is opened for packs, and for nothing but packs`() throws {
    var makers: Set<String> = []
    var users: Set<String> = []
    for target in sources {
      for file in try tree.files(of: target) {
        if file.text.contains("PublishedArchive(") { makers.insert(file.path) }
        if file.text.contains("PackedEdition") || file.text.contains(".packed(") { users.insert(file.path) }
      }
    }
    #expect(
      makers.sorted() == [
        "Sources/Embargo/PackedEdition.swift", "Sources/Embargo/PublishedPart.swift",
        "Sources/Embargo/Publishing.swift",
      ])
    #expect(
      users.filter { !$0.hasPrefix("Sources/SiteRendering/Packs/") }.sorted() == [
        "Sources/Embargo/PackedEdition.swift", "Sources/Embargo/PublishedArchive.swift",
        "Sources/findings/Packs/PackCommand.swift",
      ])
    let renderer = try #require(tree.targets["SiteRendering"])
    let site = try #require(try tree.files(of: renderer).first { $0.path.hasSuffix("/SiteRenderer.swift") })
    #expect(site.text.contains("precondition(!archive.isPacked"))
  }

  @Test func `has no initialiser that others may call`() throws {
    let embargo = try #require(tree.targets["Embargo"])
    let file = try #require(
      try tree.files(of: embargo).first { $0.path.hasSuffix("/PublishedArchive.swift") })
    #expect(file.text.contains("package struct PublishedArchive"))
    #expect(file.text.matches(of: /(?:public|package|open)\s+init/).isEmpty)
  }

  @Test func `keeps the name of the archive from the compiler, in every target behind it`() throws {
    let compiler = try ModuleCompiler(tree)
    for target in behind {
      let own = Set(tree.targets.keys).union(["CCMark", "CDeflate", "CLinux", "CZip"])
      let imports = try tree.files(of: target).reduce(into: Set<String>()) {
        $0.formUnion(SourceTree.imports(in: $1.text))
      }
      let lines = imports.intersection(own).union(["Embargo"]).sorted().map { "import \($0)\n" }.joined()
      #expect(
        try compiler.errors(in: lines + "let x: Archive? = nil\n") == ["cannot find type 'Archive' in scope"],
        "\(target.name)")
      #expect(
        try compiler.errors(in: lines + "func f(_ x: PublishedArchive) {}\n") == [], "\(target.name)")
      // The same file with the import that no target behind the embargo may have.
      #expect(
        try compiler.errors(in: lines + "import Archive\nlet x: Archive? = nil\n") == [], "\(target.name)")
    }
  }

  @Test(arguments: [
    "PublishedArchive", "PublishedDocument", "PublishedEdition", "RemovedDocument", "Redirect",
    "PackedEdition",
  ])
  func `keeps others from making what is public`(type: String) throws {
    let errors = try ModuleCompiler(tree).errors(in: "import Embargo\nlet make = \(type).init\n")
    #expect(errors.count == 1)
    #expect(errors.first?.contains("initializer is inaccessible due to 'internal' protection level") == true)
  }
}

@Suite struct `The modules` {
  private let tree: SourceTree

  init() throws {
    tree = try SourceTree()
  }

  @Test func `import of each other what Package.swift declares, and nothing more`() throws {
    let own = Set(tree.targets.keys).union(["CCMark", "CDeflate", "CZip"])
    for target in tree.targets.values.sorted(by: { $0.name < $1.name }) {
      for file in try tree.files(of: target) {
        let undeclared = SourceTree.imports(in: file.text).intersection(own).subtracting(target.dependencies)
        #expect(undeclared.isEmpty, "\(file.path) imports \(undeclared.sorted())")
      }
    }
  }

  @Test func `leave libcmark to one of them`() throws {
    for target in tree.targets.values where target.path.hasPrefix("Sources/") && target.name != "Markdown" {
      #expect(!target.dependencies.contains("CCMark"), "\(target.name)")
      for file in try tree.files(of: target) {
        #expect(!SourceTree.imports(in: file.text).contains("CCMark"), "\(file.path)")
      }
    }
  }

  @Test func `import the command nowhere but in the tests of the command`() throws {
    for target in tree.targets.values where target.path.hasPrefix("Sources/") {
      #expect(!target.dependencies.contains("findings"), "\(target.name)")
    }
  }

  @Test(arguments: [
    ("import Archive", true), ("package import Archive", true), ("@testable import Archive", true),
    ("private import struct Archive.Archive", true), ("  import Archive", true), ("import Archive.X", true),
    ("@_exported @testable public import Archive", true), ("import\tArchive", true),
    ("@_spi(X) import enum Archive.Y", true), ("import Archives", false), ("// import Archive", false),
    ("let x = \"import Archive\"", false), ("import Embargo", false),
  ])
  func `are found in whatever form they are imported`(line: String, isFound: Bool) {
    #expect(SourceTree.imports(in: "import Model\n\(line)\n").contains("Archive") == isFound)
  }
}
