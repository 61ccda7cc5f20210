extension FileSystem {
  /// Whether a path lies in a folder or is it, symbolic links followed; it need not be there itself.
  package static func isWithin(_ folder: String, _ path: String) -> Bool {
    var place = path
    while kind(of: place) == nil, place != ".", place != "/" { place = split(place).folder }
    guard let place = resolved(place), let folder = resolved(folder) else { return false }
    return (place + "/").hasPrefix(folder + "/")
  }
}
