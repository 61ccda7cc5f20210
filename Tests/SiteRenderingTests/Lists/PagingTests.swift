import Testing

@testable import SiteRendering

@Suite struct `The pages of a long list` {
  @Test(arguments: [1, 2, 3, 7, 50, 100])
  func `hold every entry once, in order, and all but the first are full`(size: Int) {
    for count in 0...(7 * size + 3) {
      let paging = Paging(count, size: size)
      let pages = (1...paging.count).map { paging[$0] }
      #expect(pages.flatMap(Array.init) == Array(0..<count))
      #expect(pages.dropFirst().allSatisfy { $0.count == size })
      #expect(paging.count == 1 || pages[0].count * 5 >= size)
      #expect((pages[0].count - size) * 5 < size)
    }
  }

  @Test(arguments: [2, 5, 50]) func `stay as they are where a new entry finds room on the first`(size: Int) {
    var rewritten = 0
    for count in size...(20 * size) {
      let (before, after) = (Paging(count, size: size), Paging(count + 1, size: size))
      guard before.count == after.count else {
        rewritten += 1
        continue
      }
      // The new entry is the first of the list.
      for page in 1...before.count where page > 1 {
        #expect(after[page] == before[page].lowerBound + 1..<before[page].upperBound + 1)
      }
    }
    #expect(rewritten <= 20)
  }

  @Test func `are parts of any list`() {
    let list = Array(0..<120)[20...]
    let paging = Paging(list.count, size: 50)
    #expect(Array(paging.entries(onPage: 1, of: list)) == Array(20..<70))
    #expect(Array(paging.entries(onPage: 2, of: list)) == Array(70..<120))
  }
}
