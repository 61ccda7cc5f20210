import Embargo
import Model

/// A table of data for researchers, a CSV file each.
///
/// What a table holds is said here and nowhere else: its rows keep to the columns, and all that describes
/// them to programs and people is made from them.
enum DataTable: String, CaseIterable, Sendable {
  case documents, findings, passages, coverage

  /// Its place among the tables.
  var position: Int {
    guard let position = Self.allCases.firstIndex(of: self) else {
      preconditionFailure("every table is among all tables")
    }
    return position
  }

  /// The name of the file.
  var fileName: String { rawValue + ".csv" }

  /// Where the file is.
  var address: Address { .data.file(fileName) }

  /// Where its CSVW metadata are.
  var metadataAddress: Address { .data.file(fileName + "-metadata.json") }

  /// The columns that name a row.
  var key: [String] {
    switch self {
    case .documents, .coverage: ["document"]
    case .findings: ["document", "edition", "id"]
    case .passages: ["document", "edition", "number"]
    }
  }

  /// The columns that hold the ids of documents, each of which has a row in the table of documents.
  var references: [String] {
    switch self {
    case .documents: ["guidance", "follows", "translation_of"]
    case .findings, .passages, .coverage: ["document"]
    }
  }

  /// What it is called.
  var title: Phrase {
    switch self {
    case .documents: .dataDocuments
    case .findings: .dataFindings
    case .passages: .dataPassages
    case .coverage: .dataCoverage
    }
  }

  /// What a row of it is.
  var description: Phrase {
    switch self {
    case .documents: .dataDocumentsText
    case .findings: .dataFindingsText
    case .passages: .dataPassagesText
    case .coverage: .dataCoverageText
    }
  }

  /// The columns in their order.
  var columns: [DataColumn] {
    switch self {
    case .documents: Self.documentColumns
    case .findings: Self.findingColumns
    case .passages: Self.passageColumns
    case .coverage: Self.coverageColumns
    }
  }

  // MARK: Columns

  private static let document = DataColumn.required("document", .name, .columnDocument)
  private static let edition = DataColumn.required("edition", .number, .columnEdition)
  private static let url = DataColumn.required("url", .address, .columnURL)
  private static let wording = DataColumn.Kind.choice(Wording.allCases.map(\.rawValue))
  private static let programme = DataColumn.optional("programme", .name, .columnProgramme)
  private static let fieldwork: [DataColumn] = [
    .optional("fieldwork_start", .day, .columnFieldworkStart),
    .optional("fieldwork_end", .day, .columnFieldworkEnd),
  ]
  private static let subjects: [DataColumn] = [
    .list("area", .columnArea), .list("themes", .columnThemes),
    .list("inspectorates", .columnInspectorates), programme,
  ]

  private static let documentColumns: [DataColumn] =
    [
      document,
      .required("collection", .choice(DocumentCollection.allCases.map(\.rawValue)), .columnCollection),
      .required("title", .text, .columnTitle),
      .optional("summary", .text, .columnSummary),
      .optional("wording", wording, .columnDocumentWording),
      .required("state", .choice([DataState.published, .withdrawn].map(\.rawValue)), .columnDocumentState),
      .required("edition", .number, .columnCurrentEdition),
      .required("language", .language, .columnLanguage),
      .optional("translation_of", .name, .columnTranslationOf),
    ] + subjects + fieldwork + [
      .optional("guidance", .name, .columnGuidance),
      .optional("follows", .name, .columnFollows),
      .optional("reference", .text, .columnReference),
      .optional("dated", .day, .columnDated),
      .required("published", .instant, .columnPublished),
      .required("released", .instant, .columnReleased),
      .optional("source", .address, .columnSource),
      .required("findings", .number, .columnFindings),
      url,
    ]

  private static let findingColumns: [DataColumn] =
    [
      document, edition,
      .required("id", .name, .columnFindingID),
      .required("number", .number, .columnFindingNumber),
      .required("kind", .choice(FindingKind.allCases.map(\.rawValue)), .columnFindingKind),
      .required("wording", wording, .columnWording),
      .required("state", .choice(DataState.allCases.map(\.rawValue)), .columnState),
      .optional("heading", .text, .columnFindingHeading),
      .optional("strand", .text, .columnStrand),
      .optional("lead", .text, .columnLead),
      .optional("text", .text, .columnFindingText),
      .list("agencies", .columnAgencies),
      .optional("agency_basis", .choice(Finding.Basis.allCases.map(\.rawValue)), .columnAgencyBasis),
      .list("criteria", .columnCriteria),
    ] + subjects + [.required("released", .instant, .columnReleased), url]

  private static let passageColumns: [DataColumn] = [
    document, edition,
    .required("number", .number, .columnPassageNumber),
    .required("kind", .choice(PassageKind.allCases.map(\.rawValue)), .columnPassageKind),
    .optional("heading", .text, .columnPassageHeading),
    .optional("id", .name, .columnPassageID),
    .optional("finding", .name, .columnPassageFinding),
    .required("text", .text, .columnPassageText),
    .optional("wording", wording, .columnDocumentWording),
    url,
  ]

  private static let coverageColumns: [DataColumn] =
    [document] + subjects + fieldwork + [
      .required("published", .instant, .columnPublished),
      .required("wording", wording, .columnCoverageWording),
      .required("findings", .number, .columnFindings),
      .optional("source", .address, .columnSource),
      url,
    ]
}

/// What has become of a public edition.
enum DataState: String, CaseIterable, Sendable {
  case published, superseded, withdrawn

  init(of shown: PublishedEdition) {
    if shown.withdrawal != nil {
      self = .withdrawn
    } else {
      self = shown.isSuperseded ? .superseded : .published
    }
  }
}

extension Address {
  /// The page about the data for researchers, with the files beside it.
  static let data = home.folder("data")
}
