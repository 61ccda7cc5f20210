import Embargo
import Model
import PublishingCalendar
import Templates

/// The page about the data for researchers, as its template sees it.
private struct DataView: PageView {
  /// A table with its columns.
  struct Table: TemplateView {
    let file: DataSizes.Table
    let words: Words

    func child(named name: String) -> (any TemplateValue)? {
      switch name {
      case "id": file.table.rawValue
      case "name": file.table.fileName
      case "href": file.table.address.path
      case "metadata": file.table.metadataAddress.path
      case "title": words[file.table.title]
      case "description": words[file.table.description]
      case "count": words.count(file.rows, .rows)
      case "size": words.size(ofBytes: file.bytes)
      case "columns": file.table.columns.map { Column(column: $0, words: words) }
      default: nil
      }
    }
  }

  /// A column of a table.
  struct Column: TemplateView {
    let column: DataColumn
    let words: Words

    func child(named name: String) -> (any TemplateValue)? {
      switch name {
      case "name": column.name
      case "kind": kind
      case "description": words[column.description]
      default: nil
      }
    }

    private var kind: String {
      if column.isList { return words[.dataKindList] }
      return switch column.kind {
      case .text: words[.dataKindText]
      case .name: words[.dataKindName]
      case .number: words[.dataKindNumber]
      case .day: words[.dataKindDay]
      case .instant: words[.dataKindInstant]
      case .address: words[.dataKindAddress]
      case .language: words[.dataKindLanguage]
      case .choice(let choices): words(.dataKindChoice, choices.joined(separator: words[.listSeparator]))
      }
    }
  }

  /// The SQLite file.
  struct Database: TemplateView {
    let bytes: Int
    let words: Words

    func child(named name: String) -> (any TemplateValue)? {
      switch name {
      case "href": SQLiteDownload.address.path
      case "size": words.size(ofBytes: bytes)
      default: nil
      }
    }
  }

  let frame: PageFrame
  let tables: [Table]
  let database: Database?
  /// The address of the site, for the examples.
  let site: String
  let licence: Licence?
  let citation: HTMLText

  func own(_ name: String) -> (any TemplateValue)? {
    switch name {
    case "tables": tables
    case "database": database
    case "dataPackage": DataPackage.address.path
    case "csvMetadata": TableMetadata.groupAddress.path
    case "siteAddress": site
    case "licence": licence
    case "citation": citation
    default: nil
    }
  }
}

extension SiteRenderer {
  /// The page about the data for researchers, and the files that describe the data to programs.
  func dataPages(_ sizes: DataSizes) -> [PageWork] {
    [{ [try dataPage(sizes)] }, { try dataDescriptions(sizes) }]
  }

  private func dataPage(_ sizes: DataSizes) throws -> Sitemap.Page {
    let words = mainWords
    let settings = catalogue.archive.settings
    var frame = frame(
      title: words[.dataTitle], address: .data, section: .data, breadcrumbs: breadcrumbs())
    frame.description = words[.dataIntroduction]
    frame.alternates = [
      Alternate(type: "application/vnd.datapackage+json", href: DataPackage.address.path)
    ]
    let view = DataView(
      frame: frame, tables: sizes.tables.map { DataView.Table(file: $0, words: words) },
      database: sizes.database.map { DataView.Database(bytes: $0, words: words) },
      site: settings.absolute(.home), licence: settings.licence, citation: dataCitation)
    return try write(.data, view, to: .data)
  }

  /// How the data are cited: by what they held, which is what was released by a day.
  private var dataCitation: HTMLText {
    let settings = catalogue.archive.settings
    let address = settings.absolute(.data)
    guard let updated = catalogue.updated.map(catalogue.day) else {
      return mainWords.html(
        .dataCitationEmpty, HTMLText(settings.title), HTMLText(mainWords[.dataTitle]), HTMLText(address))
    }
    return mainWords.html(
      .dataCitation, HTMLText(settings.title), HTMLText(String(updated.year)),
      HTMLText(mainWords[.dataTitle]), HTMLText(updated, mainWords), HTMLText(address))
  }

  private func dataDescriptions(_ sizes: DataSizes) throws -> [Sitemap.Page] {
    let settings = catalogue.archive.settings
    let metadata = TableMetadata(settings: settings, words: mainWords)
    for table in DataTable.allCases {
      try write(metadata.document(of: table), to: table.metadataAddress)
    }
    try write(metadata.group(), to: TableMetadata.groupAddress)
    let package = DataPackage(settings: settings, words: mainWords, sizes: sizes)
    try write(package.document(), to: DataPackage.address)
    return []
  }
}

extension Counted {
  fileprivate static let rows = Counted(one: .rowCountOne, two: .rowCountTwo, many: .rowCountMany)
}
