/// What a shard knows of the forms that a term means.
struct WordLists {
  /// A form with its documents, and what is needed to find its passages and positions.
  struct List {
    let form: WordEntry.Form
    let postings: Postings
    let passages: BlockTable
    let positions: BlockTable
  }

  let shard: ShardPieces
  private(set) var lists: [List] = []

  /// The forms of a word by its stem.
  init(of stem: [UInt8], in shard: ShardPieces) throws(Interruption) {
    self.shard = shard
    try add(stem) { _ in true }
  }

  /// A form.
  init(spelling: [UInt8], in shard: ShardPieces) throws(Interruption) {
    self.shard = shard
    try add(QueryWords.stem(of: spelling)) { $0 == spelling }
  }

  /// The forms that begin with a text.
  init(beginning: [UInt8], in shard: ShardPieces) throws(Interruption) {
    self.shard = shard
    var isComplete = true
    for stem in try shard.stems(ofSpellingsBeginning: beginning) {
      isComplete =
        try attempt { () throws(Interruption) in try add(stem) { $0.starts(with: beginning) } } && isComplete
    }
    if !isComplete { throw .waiting }
  }

  private mutating func add(_ stem: [UInt8], where isMeant: ([UInt8]) -> Bool) throws(Interruption) {
    guard let (piece, entry) = try shard.entry(of: stem) else { return }
    for form in entry.forms where isMeant(form.spelling) {
      let count = shard.documentCount
      let postings = try reading { () throws(IndexError) in try piece.postings(of: form, shard: count) }
      lists.append(List(form: form, postings: postings, passages: piece.passages, positions: piece.positions))
    }
  }

  // MARK: Documents

  /// How much each document of the shard has the term; 0 where it has not.
  func weights() -> [UInt16] {
    var weights = [UInt16](repeating: 0, count: shard.documentCount)
    for list in lists {
      for (document, weight) in zip(list.postings.documents, list.postings.weights) {
        let (sum, isTooMuch) = weights[Int(document)].addingReportingOverflow(weight)
        weights[Int(document)] = isTooMuch ? .max : sum
      }
    }
    return weights
  }

  // MARK: Passages

  /// The passages that have one of the forms.
  func passages() throws(Interruption) -> PassageSet {
    var found = PassageSet()
    var isComplete = true
    for list in lists {
      isComplete =
        try attempt { () throws(Interruption) in
          let passages = try passageList(of: list)
          var keys: [PassageKey] = []
          keys.reserveCapacity(passages.passages.count)
          for (posting, document) in list.postings.documents.enumerated() {
            for passage in passages.passages(of: posting) {
              keys.append(PassageKey(document: Int(document), passage: passage))
            }
          }
          found.formUnion(PassageSet(rising: keys))
        } && isComplete
    }
    if !isComplete { throw .waiting }
    return found
  }

  private func passageList(of list: List) throws(Interruption) -> PassageList {
    var passages = PassageList()
    var isComplete = true
    for part in list.passages.parts(of: list.form.list, count: list.form.count) {
      isComplete =
        try attempt { () throws(Interruption) in
          let block = try shard.store.block(.passages, shard: shard.number, number: part.piece)
          try reading { () throws(IndexError) in try passages.add(part, of: block) }
        } && isComplete
    }
    if !isComplete { throw .waiting }
    return passages
  }

  // MARK: Positions

  /// Where the forms stand in the passages of some documents, in the order of the passages.
  func occurrences(in documents: DocumentSet) throws(Interruption) -> [Occurrences] {
    var found: [Occurrences] = []
    var isComplete = true
    for list in lists {
      isComplete =
        try attempt { () throws(Interruption) in
          let passages = try passageList(of: list)
          for part in list.positions.parts(of: list.form.list, count: list.form.count)
          where part.postings.contains(where: { documents.contains(Int(list.postings.documents[$0])) }) {
            isComplete =
              try attempt { () throws(Interruption) in
                try add(part, of: list, passages, in: documents, to: &found)
              } && isComplete
          }
        } && isComplete
    }
    if !isComplete { throw .waiting }
    return lists.count > 1 ? found.merged : found
  }

  private func add(
    _ part: BlockTable.Part, of list: List, _ passages: PassageList, in documents: DocumentSet,
    to found: inout [Occurrences]
  ) throws(Interruption) {
    let block = try shard.store.block(.positions, shard: shard.number, number: part.piece)
    let range = passages.starts[part.postings.lowerBound]..<passages.starts[part.postings.upperBound]
    let positions = try reading { () throws(IndexError) in
      try PositionList(part, of: block, passageCount: range.count).positions
    }
    for posting in part.postings {
      let document = Int(list.postings.documents[posting])
      guard documents.contains(document) else { continue }
      for index in passages.starts[posting]..<passages.starts[posting + 1] {
        let key = PassageKey(document: document, passage: passages.passages[index])
        found.append(Occurrences(key: key, positions: positions[index - range.lowerBound]))
      }
    }
  }
}

/// Where a word stands in a passage.
struct Occurrences {
  let key: PassageKey
  /// Rising.
  var positions: [Int]
}

extension [Occurrences] {
  /// In the order of the passages, those of each together.
  fileprivate var merged: [Occurrences] {
    var merged: [Occurrences] = []
    for occurrences in sorted(by: { $0.key < $1.key }) {
      if merged.last?.key == occurrences.key {
        merged[merged.count - 1].positions = (merged[merged.count - 1].positions + occurrences.positions)
          .sorted()
      } else {
        merged.append(occurrences)
      }
    }
    return merged
  }
}
