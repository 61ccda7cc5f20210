/// A column of a table of data: what CSVW, the data package, the SQLite file and the page about the data say
/// of it.
struct DataColumn: Sendable {
  /// What a cell may hold.
  enum Kind: Sendable {
    case text
    /// An id of a document or of an entry of a list, or a name in an address.
    case name
    case number
    case day
    case instant
    case address
    case language
    case choice([String])
  }

  /// Its name in the first row.
  let name: String
  let kind: Kind
  /// Whether a cell holds any number of values, with spaces between them.
  let isList: Bool
  /// Whether every cell holds something.
  let isRequired: Bool
  let description: Phrase

  private init(
    _ name: String, _ kind: Kind, isList: Bool = false, isRequired: Bool, _ description: Phrase
  ) {
    self.name = name
    self.kind = kind
    self.isList = isList
    self.isRequired = isRequired
    self.description = description
  }

  /// A column with a value in every row.
  static func required(_ name: String, _ kind: Kind, _ description: Phrase) -> DataColumn {
    DataColumn(name, kind, isRequired: true, description)
  }

  /// A column whose cells may be empty.
  static func optional(_ name: String, _ kind: Kind, _ description: Phrase) -> DataColumn {
    DataColumn(name, kind, isRequired: false, description)
  }

  /// A column whose cells hold any number of names.
  static func list(_ name: String, _ description: Phrase) -> DataColumn {
    DataColumn(name, .name, isList: true, isRequired: false, description)
  }
}
