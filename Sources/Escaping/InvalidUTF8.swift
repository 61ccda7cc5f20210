extension ArraySlice<UInt8> {
  /// How many bytes come before the first that is not UTF-8; all of them, where the text is valid.
  package var firstInvalidUTF8: Int {
    var iterator = makeIterator()
    var parser = Unicode.UTF8.ForwardParser()
    var valid = 0
    while case .valid(let scalar) = parser.parseScalar(from: &iterator) { valid += scalar.count }
    return valid
  }
}
