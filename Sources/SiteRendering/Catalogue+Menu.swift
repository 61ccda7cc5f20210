import Embargo
import Model

extension Catalogue {
  /// Whether the address that a menu names has a page on this site.
  func hasPage(_ href: String) -> Bool {
    guard let address = Address(written: href), let first = address.components.first else {
      return href == Address.home.path
    }
    if address.components.count == 1 {
      switch first {
      case "themes": return !archive.lists.themes.isEmpty
      case "areas": return !archive.lists.areas.isEmpty
      case "inspectorates": return !archive.lists.inspectorates.isEmpty
      default:
        if let collection = DocumentCollection(rawValue: String(first)) {
          return !documents(in: collection).isEmpty
        }
        return archive.document(DocumentID(.pages, String(first))) != nil
      }
    }
    let path = address.components.joined(separator: "/")
    return DocumentID(path).map { archive.document($0) != nil } ?? false
  }
}
