/// The forms of a word that a term means, in all shards.
final class WordLists {
  private let store: PieceStore
  private(set) var forms: [FormList] = []

  /// - Parameters:
  ///   - kind: Whether the text is a stem, a spelling or the beginning of spellings.
  init(_ kind: Term.Kind, _ text: [UInt8], _ store: PieceStore) {
    self.store = store
    for shard in store.contents.shards {
      switch kind {
      case .spelling: add(QueryWords.stem(of: text), kind, text, shard)
      case .beginning:
        for stem in stems(ofSpellingsBeginning: text, in: shard) { add(stem, kind, text, shard) }
      default: add(text, kind, text, shard)
      }
    }
  }

  private func add(_ stem: [UInt8], _ kind: Term.Kind, _ text: [UInt8], _ shard: IndexShard) {
    guard let entry = store.entry(of: stem, in: shard) else { return }
    for form in entry.forms {
      let isMeant =
        switch kind {
        case .spelling: form.spelling.isEqual(to: text)
        case .beginning: form.spelling.starts(with: text)
        default: true
        }
      if isMeant { forms.append(form) }
    }
  }

  /// The stems of all spellings that begin with a text, each once.
  private func stems(ofSpellingsBeginning beginning: [UInt8], in shard: IndexShard) -> [[UInt8]] {
    var stems: [[UInt8]] = []
    var spellings = SpellingSearch(beginning, in: shard, store)
    while spellings.next() {
      let stem = QueryWords.stem(of: spellings.spelling)
      if !stems.contains(where: { $0.isEqual(to: stem) }) { stems.append(stem) }
    }
    return stems
  }

  // MARK: Documents

  /// How much each document has the word; 0 where it has not.
  var weights: [Int] {
    var weights = [Int](repeating: 0, count: store.contents.documentCount)
    for form in forms {
      for index in 0..<form.count {
        let document = form.shard.firstDocument + form.postings.documents[index]
        weights[document] = min(weights[document] + form.postings.weights[index], TermMatches.mostWeight)
      }
    }
    return weights
  }

  /// The documents that have the word.
  var documents: DocumentSet {
    var documents = DocumentSet(of: store.contents.documentCount)
    for form in forms {
      for document in form.postings.documents { documents.insert(form.shard.firstDocument + document) }
    }
    return documents
  }

  // MARK: Passages

  /// The passages that have the word.
  var passages: PassageSet {
    var found = PassageSet()
    for form in forms {
      guard let list = passageList(of: form) else { continue }
      var passages = PassageSet()
      for posting in 0..<form.count {
        let document = form.shard.firstDocument + form.postings.documents[posting]
        for index in list.starts[posting]..<list.starts[posting + 1] {
          passages.append(PassageSet.key(document, list.numbers[index]))
        }
      }
      found.formUnion(passages)
    }
    return found
  }

  /// The passages of a form, document by document; nil where some are missing.
  private func passageList(of form: FormList) -> NumberLists? {
    var list = NumberLists()
    for number in 0..<form.passages.count {
      guard let part = form.passages.part(inBlock: number, of: form.number, count: form.count),
        let block = store.piece(.passages, form.shard, part.piece)
      else { continue }
      if !list.add(part.end - part.start, part, of: block) { store.fail() }
    }
    if list.starts.count <= form.count {
      // Blocks are missing, unless the table of them leaves some out.
      if store.isComplete { store.fail() }
      return nil
    }
    return list
  }

  // MARK: Places

  /// Where the word stands in some documents, so many words before.
  func places(in documents: DocumentSet, before offset: Int) -> PassageSet {
    var found = PassageSet()
    for form in forms {
      guard let list = passageList(of: form) else { continue }
      var places = PassageSet()
      for number in 0..<form.positions.count {
        guard let part = form.positions.part(inBlock: number, of: form.number, count: form.count) else {
          continue
        }
        add(part, of: form, list, in: documents, before: offset, to: &places)
      }
      found.formUnion(places)
    }
    return found
  }

  private func add(
    _ part: BlockPart, of form: FormList, _ list: NumberLists, in documents: DocumentSet, before offset: Int,
    to places: inout PassageSet
  ) {
    let first = form.shard.firstDocument
    var isNeeded = false
    for posting in part.start..<part.end where documents.contains(first + form.postings.documents[posting]) {
      isNeeded = true
    }
    guard isNeeded, let block = store.piece(.positions, form.shard, part.piece) else { return }
    var positions = NumberLists()
    let start = list.starts[part.start]
    guard positions.add(list.starts[part.end] - start, part, of: block) else { return store.fail() }
    for posting in part.start..<part.end {
      let document = first + form.postings.documents[posting]
      guard documents.contains(document) else { continue }
      for index in list.starts[posting]..<list.starts[posting + 1] {
        for place in positions.starts[index - start]..<positions.starts[index - start + 1] {
          let position = positions.numbers[place] - offset
          if position >= 0 { places.append(PassageSet.key(document, list.numbers[index], position)) }
        }
      }
    }
  }
}
