extension Array {
  /// Appends an element by a call, where the standard library would repeat all that it does.
  ///
  /// Only the browser's engine has this, for which being small is more than being fast.
  @inline(never)
  mutating func append(_ newElement: __owned Element) { self.Swift::append(newElement) }
}
