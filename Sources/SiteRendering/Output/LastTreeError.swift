package import Model

/// The last tree is not what was kept says it is, so that nothing can be taken over from it.
package enum LastTreeError: Error, CustomStringConvertible {
  /// It has no pages of a letter that it was left with.
  case missing(DocumentID)
  /// A file of it is not there.
  case gone(String)
  /// A file of it is not what was written.
  case altered(String)

  package var description: String {
    switch self {
    case .missing(let id): "there are no pages of \(id)"
    case .gone(let path): "\(path) is not on the disk"
    case .altered(let path): "\(path) is not on the disk as it was written"
    }
  }
}
