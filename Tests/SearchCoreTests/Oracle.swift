import Foundation
import Testing

/// What a script of `Support` says, which shares no code with the engine: questions and their answers.
struct Oracle {
  let pairs: [(question: [UInt8], answer: [UInt8])]

  /// Runs a script of `Support` with Python.
  init(_ script: String, _ arguments: String...) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data().write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    try Self.run(
      ["python3", Self.tests.appending(path: "Support/\(script)").path] + arguments,
      output: FileHandle(forWritingTo: file))
    pairs = Self.pairs(of: [UInt8](try Data(contentsOf: file)))
  }

  /// Runs a program in the repository.
  static func run(_ arguments: [String], output: FileHandle = .nullDevice) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    process.currentDirectoryURL = repository
    process.standardOutput = output
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(arguments)")
  }

  /// The content of the repository.
  static let content = repository.appending(path: "Content").path

  private static let tests = URL(filePath: #filePath).deletingLastPathComponent()
  private static let repository = tests.appending(path: "../..").standardizedFileURL

  private static func pairs(of output: [UInt8]) -> [(question: [UInt8], answer: [UInt8])] {
    var place = 0
    func text() -> [UInt8] {
      let length = output[place..<place + 4].reversed().reduce(0) { $0 << 8 | Int($1) }
      defer { place += 4 + length }
      return [UInt8](output[place + 4..<place + 4 + length])
    }
    var pairs: [(question: [UInt8], answer: [UInt8])] = []
    while place < output.count { pairs.append((text(), text())) }
    return pairs
  }
}
