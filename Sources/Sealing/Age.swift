package import Escaping
package import ExternalPrograms
import FileSystem

/// Encryption with `age`, a program of its own: what is sealed can be opened without `findings`.
package enum Age {
  private static let program = ExternalProgram("age", package: "age")

  /// The largest file that is opened, in bytes.
  package static let sizeLimit = 256 << 20

  /// The bytes, for whoever holds the secret to one of the keys.
  package static func encrypt(
    _ bytes: Bytes, for keys: [PublicKey]
  ) async throws(ExternalProgramError) -> Bytes {
    precondition(!keys.isEmpty, "what nobody can open is lost")
    // Beside the bytes it holds less than 200 for each key, and 16 for each piece of 64 KiB.
    let limit = bytes.count + bytes.count / 1024 + 1024 * (keys.count + 1)
    let arguments = ["--encrypt"] + keys.flatMap { ["--recipient", $0.text] }
    return try await program.succeed(arguments, input: bytes, limit: limit)
  }

  /// What an encrypted file holds; the keys reach age by a pipe.
  package static func decrypt(
    fileAt path: String, with identity: Identity
  ) async throws(OpeningFailure) -> Bytes {
    do {
      let size = try FileSystem.size(of: path)
      guard size <= sizeLimit else { throw OpeningFailure.reason("it is larger than 256 MiB") }
      let result = try await program.run(
        ["--decrypt", "--identity", "-", "--", path], input: identity.bytes, limit: size)
      guard result.failure == nil else { throw OpeningFailure.reason(reason(in: result.messages)) }
      return result.output
    } catch let failure as OpeningFailure {
      throw failure
    } catch let ExternalProgramError.missing(program) {
      throw .noProgram(.missing(program))
    } catch {
      throw .reason(String(describing: error))
    }
  }

  /// For how many keys of age the bytes are encrypted; 0 where they are no encrypted file.
  package static func keyCount(of bytes: Bytes) -> Int {
    let lines = bytes.prefix(1 << 20).split(separator: UInt8(ascii: "\n"))
    guard let first = lines.first, first.elementsEqual("age-encryption.org/v1".utf8) else { return 0 }
    return lines.prefix { !$0.starts(with: "---".utf8) }.count { $0.starts(with: "-> X25519 ".utf8) }
  }

  /// The line in which age says why, without its name.
  private static func reason(in messages: String) -> String {
    let lines = messages.split(separator: "\n").map { String($0) }
    let line = lines.first { $0.hasPrefix("age: error: ") } ?? lines.first ?? ""
    return "age: " + (line.split(separator: "age: error: ").last.map { String($0) } ?? "it failed")
  }
}

/// Why an encrypted file could not be opened.
package enum OpeningFailure: Error, CustomStringConvertible {
  /// Age is not installed: no file can be opened.
  case noProgram(ExternalProgramError)
  /// That file cannot be opened, in the words of a diagnostic.
  case reason(String)

  package var description: String {
    switch self {
    case .noProgram(let error): error.description
    case .reason(let reason): reason
    }
  }
}
