import Embargo
import Markdown
import Model

/// The evaluation criteria that public guidance defines.
///
/// A criterion that a later edition dropped keeps its page, as every address does.
struct CriteriaIndex: Sendable {
  /// The guidance and what its current edition, and editions before it, define.
  struct Guidance: Sendable {
    let document: PublishedDocument
    let criteria: [Criterion]
    /// The latest public edition that defines each, by name.
    let editions: [String: PublishedEdition]
    /// The addresses of the criteria by name.
    let addresses: [String: String]
  }

  /// The guidance that defines criteria, in the order of ids.
  let guidance: [Guidance]
  private let positions: [DocumentID: Int]

  private let published: PublishedCriteria

  /// Reads the guidance of the archive; an error where a text cannot be read.
  init(_ archive: PublishedArchive) throws {
    published = try PublishedCriteria(archive)
    guidance = published.guidance.map { document, criteria, editions in
      let addresses = criteria.map { ($0.name, Address.criterion($0, of: document.id).path) }
      return Guidance(
        document: document, criteria: criteria, editions: editions,
        addresses: Dictionary(addresses, uniquingKeysWith: { first, _ in first }))
    }
    positions = Dictionary(
      guidance.enumerated().map { ($1.document.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// What the guidance of that id defines, nil where it is not public or defines nothing.
  subscript(id: DocumentID) -> Guidance? { positions[id].map { guidance[$0] } }

  /// The guidance whose criteria a text may name: that of a letter, or itself.
  func guidance(of edition: Edition) -> Guidance? {
    switch edition.facts {
    case .letter(let facts): facts.guidance.flatMap { self[$0] }
    case .guidance: self[edition.id.document]
    default: nil
    }
  }

  /// The addresses of the criteria that a text may name.
  func addresses(for edition: Edition) -> [String: String] { guidance(of: edition)?.addresses ?? [:] }

  /// Whether one of the pages below `/criteria/` is at a path from the root.
  func hasPage(_ path: String) -> Bool { published.hasPage(path) }
}

extension Address {
  /// The overview of the criteria of all guidance.
  static let criteria = home.folder("criteria")

  /// The page of the criteria that guidance defines.
  static func criteria(of guidance: DocumentID) -> Address { criteria.folder(guidance.slug) }

  /// The page of a criterion.
  static func criterion(_ criterion: Criterion, of guidance: DocumentID) -> Address {
    criteria(of: guidance).folder(criterion.slug)
  }
}
