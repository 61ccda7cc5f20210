import Archive
import ArgumentParser
import Diagnostics
import Escaping
import Foundation

/// Where the command prints: results to standard output, words for people to standard error.
enum Console {
  static func result(_ bytes: Bytes) {
    FileHandle.standardOutput.write(Data(bytes))
  }

  static func say(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }

  /// Prints diagnostics for people, with a line that counts them.
  static func report(_ diagnostics: [Diagnostic]) {
    guard !diagnostics.isEmpty else { return }
    say(text(of: diagnostics))
  }

  /// The report of diagnostics for people; nothing where there are none.
  static func text(of diagnostics: [Diagnostic]) -> String {
    guard !diagnostics.isEmpty else { return "" }
    return String(decoding: DiagnosticFormat.text.report(diagnostics), as: UTF8.self)
      + summary(of: diagnostics)
  }

  /// Says how many sealed documents are not among what is shown.
  static func tellOfUnopened(in archive: Archive) {
    if let words = archive.unopened.words { say("findings: " + words) }
  }

  /// `2 errors, 1 warning`.
  static func summary(of diagnostics: [Diagnostic]) -> String {
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count - errors
    return "\(errors) error\(errors == 1 ? "" : "s"), \(warnings) warning\(warnings == 1 ? "" : "s")"
  }

  /// Runs the work of a command; what goes wrong is said in one line, and the exit code is 1.
  static func run(_ work: () async throws -> Void) async throws {
    do {
      try await work()
    } catch let error as ExitCode {
      throw error
    } catch let error as ValidationError {
      throw error
    } catch {
      say("findings: \(String(describing: error))".escapedForTerminal)
      throw ExitCode(1)
    }
  }
}

/// The form of a result that a program may read.
enum ResultFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}
