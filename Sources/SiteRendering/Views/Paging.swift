/// How a long list, its newest entry first, is cut into pages, counted from 1.
///
/// Every page but the first is full, cut from the end of the list. So a new entry changes the first page alone, until
/// that has so many that it gives a page away; a release does not rewrite the whole archive. For the same reason what
/// counts the whole list stands on the first page alone.
struct Paging: Sendable {
  /// How many pages there are; an empty list has one.
  let count: Int
  private let entries: Int
  private let size: Int

  /// Cuts a list of so many entries into pages of a size; the first page has a fifth of it at least, and may have as
  /// much more.
  init(_ entries: Int, size: Int) {
    self.entries = entries
    self.size = size
    let remainder = entries % size
    count = max(1, entries / size + (remainder > 0 && remainder * 5 >= size ? 1 : 0))
  }

  /// The places of the entries on a page.
  subscript(page: Int) -> Range<Int> {
    let first = entries - (count - 1) * size
    return page == 1 ? 0..<first : (first + (page - 2) * size)..<(first + (page - 1) * size)
  }

  /// The entries of a list that stand on a page.
  func entries<List: RandomAccessCollection>(onPage page: Int, of list: List) -> List.SubSequence
  where List.Index == Int {
    let range = self[page]
    return list[(list.startIndex + range.lowerBound)..<(list.startIndex + range.upperBound)]
  }
}
