import Diagnostics
import Model

extension EditorialRule {
  /// An attachment whose properties name a person, or that holds tracked changes or comments.
  ///
  /// Looked at are the files that the text links to. Of DOCX, XLSX, ODT and ODS: author, manager, last editor
  /// and who printed it; tracked changes of text and spreadsheets; comments of texts. Of PDF: the author in the
  /// document information and in the metadata, where neither is compressed. Pictures, CSV and TXT are not
  /// looked at. The name of an inspectorate is no person's. Names are not repeated.
  static let attachmentProperties = EditorialRule(
    "attachment-properties", "an attachment names its author, or holds tracked changes or comments"
  ) { manuscript in
    guard !manuscript.attachments.isEmpty else { return [] }
    let organisations = organisations(manuscript.lists)
    return manuscript.attachments.flatMap { linked -> [Slip] in
      guard let bytes = try? linked.attachment.read() else { return [] }
      let traces = PersonalTraces(
        of: bytes, type: linked.attachment.type, organisations: organisations)
      let place = Slip.Place.line(linked.line, allowed: linked.allowed)
      let name = linked.attachment.name
      if traces.isUnreadable {
        return [
          Slip(
            at: place, "the properties of \(quoting: name) cannot be read",
            expected: "a file of the kind that its name says, without a password")
        ]
      }
      return PersonalTraces.Kind.allCases.filter(traces.kinds.contains).map { kind in
        Slip(at: place, "\(quoting: name) \(kind.words)", expected: "a file without personal properties")
      }
    }
  }

  private static func organisations(_ lists: Lists) -> Set<String> {
    let names = lists.inspectorates.flatMap { inspectorate in
      [inspectorate.id, inspectorate.name, inspectorate.shortName].compactMap(\.self)
        + inspectorate.names.flatMap { [$0.name, $0.shortName].compactMap(\.self) }
    }
    return Set(names.map { $0.lowercased() })
  }
}

extension PersonalTraces.Kind {
  /// What the attachment does, for messages.
  fileprivate var words: String {
    switch self {
    case .author: "names its author in its properties"
    case .lastEditor: "names in its properties who saved or printed it last"
    case .trackedChanges: "holds tracked changes"
    case .comments: "holds comments"
    }
  }
}
