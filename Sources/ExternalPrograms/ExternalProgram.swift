package import Escaping
private import Glibc
private import Subprocess

/// A program of the system that the archive calls, such as `age` or `rsync`.
package struct ExternalProgram: Sendable {
  /// Its name, looked for on `PATH`.
  package let name: String
  /// The Debian package that brings it.
  package let package: String

  package init(_ name: String, package: String) {
    self.name = name
    self.package = package
  }

  /// What a program left when it had ended.
  package struct Result: Sendable {
    /// What it wrote to its standard output.
    package let output: Bytes
    /// What it wrote to its standard error.
    package let messages: String
    /// The code with which it exited, nil where a signal ended it.
    package let exitCode: Int?
    /// How it ended, in the words of a diagnostic; nil where it succeeded.
    package let failure: String?
  }

  /// A program that ends before it has read its input must not end this one too.
  private static let ignoresBrokenPipes: Void = { signal(SIGPIPE, SIG_IGN) }()

  /// The most that a program may say to people, in bytes.
  private static let messageLimit = 1 << 20

  /// Runs the program, with no shell between, and waits for its end; where the task is cancelled, the program is
  /// ended too.
  ///
  /// - Parameters:
  ///   - input: What it reads from its standard input.
  ///   - limit: The most that it may write to its standard output, in bytes.
  ///   - patience: How long it may take; after that it is ended, and has failed.
  /// - Returns: What it left, also where it failed.
  package func run(
    _ arguments: [String], input: Bytes = [], limit: Int, within patience: Duration? = nil
  ) async throws(ExternalProgramError) -> Result {
    guard let patience else { return try await run(arguments, input, limit) }
    do {
      return try await withThrowingTaskGroup { group in
        defer { group.cancelAll() }
        group.addTask { try await run(arguments, input, limit) }
        group.addTask {
          try await Task.sleep(for: patience)
          throw ExternalProgramError.failed(self, reason: "it took longer than \(patience)")
        }
        guard let result = try await group.next() else {
          preconditionFailure("a group has the tasks it was given")
        }
        return result
      }
    } catch let error as ExternalProgramError {
      throw error
    } catch {
      throw .failed(self, reason: "\(error)")
    }
  }

  private func run(
    _ arguments: [String], _ input: Bytes, _ limit: Int
  ) async throws(ExternalProgramError) -> Result {
    Self.ignoresBrokenPipes
    do {
      let result = try await Subprocess.run(
        .name(name), arguments: Arguments(arguments), input: .inputWriter, output: .bytes(limit: limit),
        error: .bytes(limit: Self.messageLimit)
      ) { execution in
        // One that ends before it has read everything has said why. Subprocess 1.0.2 aborts this process where that
        // befalls an input that it writes by itself.
        _ = try? await execution.standardInputWriter.write(input)
      }
      let messages = String(decoding: result.standardError, as: UTF8.self)
      return Result(
        output: result.standardOutput, messages: messages,
        exitCode: Self.exitCode(result.terminationStatus),
        failure: Self.failure(result.terminationStatus, messages))
    } catch let error as SubprocessError where error.code == .executableNotFound {
      throw .missing(self)
    } catch {
      throw .failed(self, reason: "\(error)")
    }
  }

  /// Runs the program as ``run(_:input:limit:within:)`` does, and demands that it succeeds.
  @discardableResult
  package func succeed(
    _ arguments: [String], input: Bytes = [], limit: Int = 1 << 20, within patience: Duration? = nil
  ) async throws(ExternalProgramError) -> Bytes {
    let result = try await run(arguments, input: input, limit: limit, within: patience)
    if let failure = result.failure { throw .failed(self, reason: failure) }
    return result.output
  }

  private static func exitCode(_ status: TerminationStatus) -> Int? {
    if case .exited(let code) = status { Int(code) } else { nil }
  }

  private static func failure(_ status: TerminationStatus, _ messages: String) -> String? {
    guard !status.isSuccess else { return nil }
    let said = messages.split(separator: "\n").map { String($0) }.filter { !$0.isEmpty }
    return (said.suffix(5) + ["(\(status))"]).joined(separator: "\n")
  }
}

/// Why a program of the system did not do what it was called for.
package enum ExternalProgramError: Error, CustomStringConvertible {
  /// It is not installed.
  case missing(ExternalProgram)
  case failed(ExternalProgram, reason: String)

  package var description: String {
    switch self {
    case .missing(let program):
      "\(program.name) is not installed; expected it on PATH: apt-get install \(program.package)"
    case .failed(let program, let reason): "\(program.name): \(reason)"
    }
  }
}
