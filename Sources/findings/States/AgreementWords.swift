import Archive
import Diagnostics
import Embargo
import Model

extension CannotAgree {
  /// Why, and what to do.
  var explanation: String {
    switch self {
    case .nothingToCome(let id): "every edition of \(id) is public; a correction is a new edition"
    case .noEdition(let id, let known):
      "\(id.document) has no edition \(id.number); it has \(known.map(String.init).joined(separator: ", "))"
    case .isPublic(let id): "\(id) is public already; a correction is a new edition"
    case .isRemoved(let id): "the text of \(id) was removed; there is nothing to agree"
    case .notNamed(let inspectorate, let id, let named):
      "\(id) does not name \(inspectorate) under 'inspectorates', but \(named.joined(separator: ", "))"
    case .hasErrors(let id):
      "\(id) has errors; mend them first, so that everybody reads the same text"
    }
  }
}

extension AgreementNotRecorded {
  /// What was found, where, and what to do.
  var diagnostic: Diagnostic {
    switch self {
    case .notAFile(let file):
      Diagnostic(
        .error, "symbolic-link", at: Place(file: file), "this is no regular file",
        expected: "the file itself, and no link to it")
    case .locked(let folder):
      Diagnostic(
        .error, "locked", at: Place(file: folder), "somebody else is recording an agreement in this folder",
        expected: "the command to be run again in a moment")
    case .layout(let file, let line, let entry):
      Diagnostic(
        .error, "agreed-layout", at: Place(file: file, line: line),
        "the front matter is written in a way that this command does not edit",
        expected: "this entry in the list 'agreed', in the place of a former one, by hand: \(entry)")
    }
  }
}
