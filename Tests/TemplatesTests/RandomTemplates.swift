/// Numbers that look random, the same for a seed.
struct RandomNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: Int) {
    state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678
  }

  /// SplitMix64.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  mutating func one(of texts: [String]) -> String { texts[below(texts.count)] }
}

/// Templates and views put together at random, the same for a seed.
///
/// A tag that opens stands alone on its line exactly where the one that closes does, and what is put in
/// another place begins its lines without spaces: beyond that the engines differ, see `DifferenceTests`.
struct RandomTemplates {
  private var random: RandomNumbers

  init(seed: Int) {
    random = RandomNumbers(seed: seed)
  }

  private static let names = ["a", "b", "c", "d", "a-b", "c_1"]
  private static let texts = ["", "x", "<b>", "\"q\" & 'r'", "Llŷn", "{{a}}", "&amp;", "two\nlines", " "]

  // MARK: Views

  mutating func view(depth: Int = 0) -> Tree {
    var members: [String: Tree] = [:]
    for name in Self.names where random.below(4) > 0 { members[name] = value(depth: depth + 1) }
    return .view(members)
  }

  private mutating func value(depth: Int) -> Tree {
    switch random.below(depth > 3 ? 5 : 10) {
    case 0: .number(random.below(2000) - 1000)
    case 1, 2: .flag(random.below(2) == 0)
    case 3, 4: .text(random.one(of: Self.texts))
    case 5...7: .list((0..<random.below(4)).map { _ in value(depth: depth + 1) })
    default: view(depth: depth)
    }
  }

  // MARK: Templates

  /// Where a piece of a template stands.
  private struct Place {
    var depth = 0
    /// Whether its lines may begin with spaces.
    var indents = true
    /// Whether it may ask where its list stands: a partial and a block may not.
    var knowsPosition = true
    var partials: [String] = []
    var base: String?
  }

  /// The partials, and the templates with blocks, that every template may use.
  mutating func partials() -> [String: String] {
    var place = Place(indents: false, knowsPosition: false)
    var partials = ["p1": lines(place)]
    place.partials = ["p1"]
    partials["p2"] = lines(place)
    place.partials = ["p1", "p2"]
    partials["base"] = lines(place) + block("one", place) + lines(place) + "{{$two}}d{{/two}}\n"
    partials["middle"] = parent("base", blocks: ["one"], place)
    return partials
  }

  mutating func template() -> String {
    let place = Place(partials: ["p1", "p2"], base: random.one(of: ["base", "middle"]))
    return lines(place) + lines(place)
  }

  private mutating func lines(_ place: Place) -> String {
    var text = ""
    for _ in 0...random.below(4) { text += line(place) }
    return text
  }

  private mutating func line(_ place: Place) -> String {
    let indent = place.indents ? random.one(of: ["", "", "  ", "\t"]) : ""
    let end = random.one(of: ["\n", "\n", "\n", "\r\n"])
    var inner = place
    inner.depth += 1
    switch random.below(place.depth > 3 ? 4 : 11) {
    case 0: return end
    case 1: return indent + "{{! a comment }}" + end
    case 2, 3: return indent + inline(place) + end
    case 4...6: return section("#", indent, end, inner)
    case 7: return section("^", indent, end, inner)
    case 8:
      guard !place.partials.isEmpty else { return end }
      return "{{> \(random.one(of: place.partials)) }}" + end
    case 9:
      guard let base = place.base else { return end }
      return parent(base, blocks: ["one", "two"], inner)
    default: return "- " + inline(place) + end
    }
  }

  private mutating func section(_ mark: String, _ indent: String, _ end: String, _ inner: Place) -> String {
    let path = path(inner)
    return indent + "{{\(mark)\(path)}}" + end + lines(inner) + indent + "{{/\(path)}}" + end
  }

  private mutating func block(_ name: String, _ place: Place) -> String {
    "{{$\(name)}}\n" + lines(place) + "{{/\(name)}}\n"
  }

  private mutating func parent(_ name: String, blocks: [String], _ place: Place) -> String {
    var inner = place
    (inner.indents, inner.knowsPosition, inner.base) = (false, false, nil)
    var text = "{{<\(name)}}\n"
    for name in blocks where random.below(3) > 0 { text += block(name, inner) }
    return text + "{{/\(name)}}\n"
  }

  // MARK: Within a line

  private mutating func inline(_ place: Place) -> String {
    var text = random.one(of: ["x", "y <b>", "it's", "}", "{ }"])
    for _ in 0..<random.below(5) { text += piece(place) }
    return text
  }

  private mutating func piece(_ place: Place) -> String {
    var inner = place
    inner.depth += 1
    let space = random.one(of: ["", " "])
    switch random.below(place.depth > 5 ? 5 : 9) {
    case 0: return random.one(of: [" ", "z", " ŵ ", "}} "])
    case 1, 2: return "{{\(space)\(path(place))\(space)}}"
    case 3: return "{{{\(space)\(path(place))}}}"
    case 4: return "{{&\(space)\(path(place))}}"
    case 5: return "{{! no }}"
    case 6:
      guard !place.partials.isEmpty else { return "." }
      return "{{>\(space)\(random.one(of: place.partials))}}."
    default:
      let (mark, path) = (random.one(of: ["#", "#", "^"]), path(place))
      return "{{\(mark)\(path)}}" + inline(inner) + "{{/\(path)}}"
    }
  }

  private mutating func path(_ place: Place) -> String {
    let name = random.one(of: Self.names)
    switch random.below(10) {
    case 0: return "."
    case 1: return "." + name
    case 2: return name + "." + random.one(of: Self.names)
    case 3: return "first(\(name))"
    case 4 where place.knowsPosition: return random.one(of: ["first()", "last()"])
    default: return name
    }
  }
}
