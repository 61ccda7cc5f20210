import Escaping
import ExternalPrograms
import Testing

@Suite struct ExternalProgramTests {
  @Test func `A program gets its arguments and input as they are, with no shell between`() async throws {
    let input = Bytes(repeating: 65, count: 3 << 20)
    #expect(
      try await ExternalProgram("cat", package: "coreutils").succeed([], input: input, limit: 4 << 20)
        == input)
    let echo = try await ExternalProgram("printf", package: "coreutils").succeed(["%s", "$HOME; `id` 'é'"])
    #expect(String(decoding: echo, as: UTF8.self) == "$HOME; `id` 'é'")
  }

  @Test func `A program that is not there is named with its package`() async {
    let error = await #expect(throws: ExternalProgramError.self) {
      try await ExternalProgram("no-such-program", package: "nothing").succeed([])
    }
    #expect(error?.description.contains("apt-get install nothing") == true)
  }

  @Test func `What a program says when it fails is the reason, also where it did not read its input`() async {
    let error = await #expect(throws: ExternalProgramError.self) {
      try await ExternalProgram("ls", package: "coreutils").succeed(
        ["/no/such/folder"], input: Bytes(repeating: 65, count: 8 << 20))
    }
    #expect(error?.description.contains("/no/such/folder") == true)
  }

  @Test func `A program that writes without end is ended`() async {
    await #expect(throws: ExternalProgramError.self) {
      try await ExternalProgram("yes", package: "coreutils").succeed([], limit: 1 << 16)
    }
  }

  @Test func `A program that takes too long is ended`() async {
    let error = await #expect(throws: ExternalProgramError.self) {
      try await ExternalProgram("sleep", package: "coreutils").succeed(
        ["600"], input: Bytes(repeating: 65, count: 8 << 20), within: .milliseconds(50))
    }
    #expect(error?.description.contains("took longer") == true)
  }

  @Test func `A program that a signal ends has failed`() async throws {
    let result = try await ExternalProgram("sh", package: "dash").run(["-c", "kill -9 $$"], limit: 10)
    #expect(result.failure?.isEmpty == false)
    #expect(result.exitCode == nil)
  }

  @Test(arguments: [0, 3]) func `The code of a program is told, also where it read nothing`(code: Int)
    async throws
  {
    for _ in 0..<50 {
      let result = try await ExternalProgram("sh", package: "dash").run(
        ["-c", "exit \(code)"], input: Bytes(repeating: 65, count: 1 << 20), limit: 10)
      #expect(result.exitCode == code)
    }
  }
}
