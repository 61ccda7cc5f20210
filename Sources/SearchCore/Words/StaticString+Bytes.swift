/// The bytes of text that is part of the program.
extension StaticString {
  @inline(__always)
  var count: Int { utf8CodeUnitCount }

  @inline(__always)
  subscript(index: Int) -> UInt8 {
    precondition(0..<count ~= index, "a byte beyond the end of a text")
    return unsafe utf8Start[index]
  }
}
