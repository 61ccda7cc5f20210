import Foundation
import Testing

/// The sources of this package: its targets as `Package.swift` declares them, and what their files import.
struct SourceTree {
  struct Target {
    let name: String
    let path: String
    let dependencies: Set<String>
  }

  let root: URL
  let targets: [String: Target]

  init() throws {
    root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let manifest = try String(contentsOf: root.appending(path: "Package.swift"), encoding: .utf8)
    var targets: [String: Target] = [:]
    for match in manifest.matches(of: /\.(target|executableTarget|testTarget)\(/) {
      let call = Self.call(in: manifest[match.range.upperBound...])
      let name = String(try #require(call.firstMatch(of: /name:\s*"(\w+)"/)).1)
      let path = call.firstMatch(of: /path:\s*"([^"]+)"/).map { String($0.1) }
      let folder = path ?? (match.1 == "testTarget" ? "Tests/" : "Sources/") + name
      targets[name] = Target(name: name, path: folder, dependencies: Self.dependencies(in: call))
    }
    self.targets = targets
  }

  /// The text up to the parenthesis that closes the call.
  private static func call(in text: Substring) -> Substring {
    var depth = 1
    return text.prefix { character in
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      return depth > 0
    }
  }

  private static func dependencies(in call: Substring) -> Set<String> {
    guard let list = call.firstMatch(of: /dependencies:\s*\[([^\]]*)\]/)?.1 else { return [] }
    let products = list.matches(of: /\.product\(name:\s*"(\w+)",\s*package:\s*"[^"]+"\)/)
    var own = String(list)
    for product in products { own = own.split(separator: product.0).joined() }
    return Set(products.map { String($0.1) } + own.matches(of: /"(\w+)"/).map { String($0.1) })
  }

  /// The Swift files of a target, by their paths from the root.
  func files(of target: Target) throws -> [(path: String, text: String)] {
    let folder = root.appending(path: target.path)
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return try paths.filter { $0.hasSuffix(".swift") }.sorted().map {
      ("\(target.path)/\($0)", try String(contentsOf: folder.appending(path: $0), encoding: .utf8))
    }
  }

  /// The modules that a file imports, in whatever form.
  static func imports(in text: String) -> Set<String> {
    let form =
      /^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:\w+\s+)?import\s+(?:(?:typealias|struct|class|enum|protocol|let|var|func|actor)\s+)?(\w+)/
      .anchorsMatchLineEndings()
    return Set(text.matches(of: form).map { String($0.1) })
  }
}

/// The compiler, over the modules that were built together with these tests.
struct ModuleCompiler {
  private let folder: URL
  private let arguments: [String]

  init(_ tree: SourceTree) throws {
    let executable = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    folder = URL(filePath: executable).deletingLastPathComponent()
    let scratch = folder.deletingLastPathComponent().deletingLastPathComponent()
    let maps =
      try Self.moduleMaps(below: folder, depth: 1)
      + Self.moduleMaps(below: scratch.appending(path: "checkouts"), depth: 4)
      + ["CCMark", "CDeflate", "CZip"].map {
        tree.root.appending(path: "Sources/\($0)/module.modulemap").path
      }
    let package = tree.root.lastPathComponent.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "_" }
    arguments =
      [
        "swiftc", "-typecheck", "-swift-version", "6", "-package-name",
        String(package),
        "-enable-upcoming-feature", "InternalImportsByDefault", "-enable-upcoming-feature",
        "MemberImportVisibility", "-I", folder.appending(path: "Modules").path,
      ] + maps.flatMap { ["-Xcc", "-fmodule-map-file=\($0)"] }
  }

  private static func moduleMaps(below folder: URL, depth: Int) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix("/module.modulemap") && $0.split(separator: "/").count <= depth + 1 }
      .map { folder.appending(path: $0).path }
  }

  /// The errors in a file of that text, each without its place.
  func errors(in text: String) throws -> [String] {
    let file = FileManager.default.temporaryDirectory.appending(path: "findings-\(UUID().uuidString).swift")
    defer { try? FileManager.default.removeItem(at: file) }
    try text.write(to: file, atomically: true, encoding: .utf8)
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments + [file.path]
    process.standardError = output
    try process.run()
    let words = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return words.split(separator: "\n").compactMap { line in
      line.firstMatch(of: /^\S+: error: (.*)$/).map { String($0.1) }
    }
  }
}
