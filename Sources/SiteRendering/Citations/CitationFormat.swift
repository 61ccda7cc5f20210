import Embargo
import Escaping
import Model

/// A form in which programs read how an edition is cited; a file beside the document for each.
enum CitationFormat: CaseIterable {
  case ris, bibTeX, cslJSON

  /// What people call it.
  var name: String {
    switch self {
    case .ris: "RIS"
    case .bibTeX: "BibTeX"
    case .cslJSON: "CSL-JSON"
    }
  }

  var fileName: String {
    switch self {
    case .ris: "cite.ris"
    case .bibTeX: "cite.bib"
    case .cslJSON: "cite.json"
    }
  }

  var mediaType: String {
    switch self {
    case .ris: "application/x-research-info-systems"
    case .bibTeX: "application/x-bibtex"
    case .cslJSON: "application/vnd.citationstyles.csl+json"
    }
  }

  /// Where the file of an edition is: beside the document for the current one, beside itself for another.
  func address(of shown: PublishedEdition, in document: PublishedDocument) -> Address {
    let isCurrent = shown.edition.id == document.current.edition.id
    return (isCurrent ? document.id.address : shown.edition.id.address).file(fileName)
  }

  /// The file.
  func document(_ citation: Citation) -> Bytes {
    switch self {
    case .ris: citation.ris
    case .bibTeX: citation.bibTeX
    case .cslJSON: citation.cslJSON
    }
  }
}
