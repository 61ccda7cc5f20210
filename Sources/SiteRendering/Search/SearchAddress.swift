import Model

extension Address {
  /// The search page of the archive.
  static let search = home.folder("search")
}
