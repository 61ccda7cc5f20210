import Diagnostics
import Model

extension EditorialRule {
  /// An e-mail address of a person.
  ///
  /// An address is of an office where what stands before the `@` names a task or an organisation (`enquiries`,
  /// `ProtectionOfChildren`, an inspectorate, a programme, a word of the glossary, a part of the domain). Any
  /// other is taken for a person's, and every one at a provider of private mailboxes. The address is not
  /// repeated.
  static let personalEmail = EditorialRule(
    "personal-email", "a personal e-mail address stands in the text", words: ["@"]
  ) { manuscript in
    let spots = manuscript.spots(of: ["@"])
    guard !spots.isEmpty else { return [] }
    let offices = OfficeNames(manuscript.lists)
    return spots.compactMap { spot in
      guard let mailbox = Mailbox(around: spot), !offices.own(mailbox) else { return nil }
      return Slip(
        at: .spot(spot), "this looks like the e-mail address of a person",
        expected: "the address of an office, such as enquiries@…")
    }
  }
}

/// The two sides of an e-mail address, in lower case.
private struct Mailbox {
  let name: [String]
  let domain: [String]

  /// The longest side of an address, in tokens.
  private static let longest = 24

  /// The address whose `@` stands at the spot, nil where there is none.
  init?(around spot: Spot) {
    guard spot[0]?.isAfterSpace == false, spot[1]?.isAfterSpace == false else { return nil }
    var first = -1
    while first > -Self.longest, spot[first]?.isAfterSpace == false, Self.isPart(spot[first - 1]) {
      first -= 1
    }
    var last = 1
    while last < Self.longest, Self.isPart(spot[last + 1]), spot[last + 1]?.isAfterSpace == false {
      last += 1
    }
    if spot.word(last) == "." { last -= 1 }
    guard Self.isPart(spot[first]), Self.isPart(spot[last]) else { return nil }
    name = Self.words(spot, first..<0)
    domain = Self.words(spot, 1..<last + 1)
    guard !name.isEmpty, domain.count > 1 else { return nil }
  }

  private static func isPart(_ token: Token?) -> Bool {
    guard let token else { return false }
    return token.kind != .mark || [".", "-", "_", "+"].contains(token.word)
  }

  private static func words(_ spot: Spot, _ offsets: Range<Int>) -> [String] {
    offsets.compactMap { offset in
      guard let token = spot[offset], token.kind == .word else { return nil }
      return String(decoding: spot.passage.bytes[token.range], as: UTF8.self).lowercased()
    }
  }
}

/// What names an office rather than a person.
private struct OfficeNames {
  private let names: Set<String>

  init(_ lists: Lists) {
    let texts =
      lists.inspectorates.flatMap { [$0.id, $0.shortName ?? ""] } + lists.programmes.map(\.id)
      + lists.agencies.map(\.id) + lists.glossary.map(\.term)
    names = Set(texts.map { $0.lowercased() })
  }

  /// Words for tasks, which may stand within a longer name.
  private static let tasks = [
    "accessib", "admin", "applic", "board", "care", "child", "communicat", "complain", "contact", "council",
    "correct", "customer", "digital", "editor", "enquir", "feedback", "freedom", "help", "inform", "inquir",
    "inspect", "letter", "library", "licens", "mail", "media", "news", "office", "post", "press", "privacy",
    "protect", "publish", "public", "referral", "report", "research", "safeguard", "secur", "service",
    "social", "support", "team", "webmaster", "working",
  ]

  /// Short words for tasks, which count as whole words alone.
  private static let shortTasks: Set<String> = [
    "data", "duty", "findings", "foi", "hello", "hub", "info", "it", "jtai", "legal", "mash", "noreply",
    "pr", "web",
  ]

  private static let providers: Set<String> = [
    "aol", "btinternet", "gmail", "gmx", "googlemail", "hotmail", "icloud", "live", "mac", "me", "msn",
    "ntlworld", "outlook", "proton", "protonmail", "sky", "talktalk", "virginmedia", "yahoo", "ymail",
  ]

  func own(_ mailbox: Mailbox) -> Bool {
    if let provider = mailbox.domain.first, Self.providers.contains(provider), mailbox.domain.count <= 3 {
      return false
    }
    let isOfDomain = mailbox.name.contains { mailbox.domain.contains($0) }
    return isOfDomain || names.contains(mailbox.name.joined(separator: "-"))
      || mailbox.name.contains { name in
        names.contains(name) || Self.shortTasks.contains(name) || Self.tasks.contains { name.holds($0) }
      }
  }
}

extension String {
  /// Whether the other text stands in it, compared byte by byte.
  fileprivate func holds(_ text: String) -> Bool {
    var rest = utf8[...]
    while rest.count >= text.utf8.count {
      if rest.starts(with: text.utf8) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}
