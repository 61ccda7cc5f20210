import Escaping
import Testing

@testable import Publishing

@Suite struct `The folder on another machine` {
  private let one = String(repeating: "1", count: 32)
  private let two = String(repeating: "a", count: 32)

  @Test func `is read from what its shell says`() throws {
    let folder = try FarFolder(
      Bytes("current releases/\(one)\nprevious releases/\(two)\nrelease \(one)\nrelease \(two)\n".utf8))
    #expect(folder.current == one)
    #expect(folder.previous == two)
    #expect(folder.releases == [one, two])
    #expect(folder.stranger == nil)
    #expect(try FarFolder(Bytes("stranger index.html\n".utf8)).stranger == "index.html")
  }

  @Test(arguments: [
    "Welcome to web1", "current releases/../../etc", "current /etc", "release x; rm -rf ~", "release ",
    "release 1111111111111111111111111111111G", "previous 11111111111111111111111111111111",
  ])
  func `is nothing that could do harm in a command`(line: String) {
    #expect(throws: RemoteError.self) { try FarFolder(Bytes((line + "\n").utf8)) }
  }
}
