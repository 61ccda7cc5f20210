import Diagnostics
import Model
import PublishingCalendar

/// Checks that every address belongs to one document, or redirects to one.
///
/// Of two claims to an address that stands which can be public first: the error is that of the other
/// edition, so that an unreleased edition, a held one among them, can never break, or show itself by
/// breaking, what is public.
struct AddressClaims {
  private struct Claim {
    let address: Address
    let document: Int
    let edition: Int
    let isRedirect: Bool
    let order: (Int64, String)
  }

  /// The claims that stand, by address.
  private var taken: [String: Claim] = [:]
  /// A claim that stands below an address.
  private var below: [String: Claim] = [:]

  /// Adds to the editions of the documents the errors about their addresses, and takes from them the former
  /// addresses that are not theirs.
  static func check(
    _ documents: inout [ArchivedDocument], rules: PublishingRules, inspectorates: [String]
  ) {
    var standing = AddressClaims()
    let releases = documents.map { rules.earliestReleases(of: $0, inspectorates: inspectorates) }
    for claim in claims(of: documents, releases: releases) {
      if let problem = standing.problem(with: claim, documents) {
        documents[claim.document].editions[claim.edition].diagnostics.append(problem)
        if claim.isRedirect {
          documents[claim.document].editions[claim.edition].redirects.removeAll { $0 == claim.address }
        }
      } else {
        standing.add(claim)
      }
    }
  }

  private mutating func add(_ claim: Claim) {
    taken[Self.key(claim.address)] = claim
    for folder in Self.folders(above: claim.address) { below[folder] = claim }
  }

  /// The claims, those that can be public first before the others.
  private static func claims(of documents: [ArchivedDocument], releases: [[Instant?]]) -> [Claim] {
    var claims: [Claim] = []
    // A file whose name is no slug has an error of its own, and no address.
    for (index, document) in documents.enumerated() where Slug.isID(document.id.slug) {
      for (position, edition) in document.editions.enumerated() {
        let order = (releases[index][position]?.milliseconds ?? .max, edition.file)
        if position == 0 {
          claims.append(
            Claim(
              address: document.id.address, document: index, edition: 0, isRedirect: false, order: order))
        }
        for address in edition.redirects {
          claims.append(
            Claim(
              address: address, document: index, edition: position, isRedirect: true, order: order))
        }
      }
    }
    return claims.sorted { a, b in
      if a.order != b.order { return a.order < b.order }
      return !a.isRedirect && b.isRedirect
    }
  }

  private func problem(with claim: Claim, _ documents: [ArchivedDocument]) -> Diagnostic? {
    let edition = documents[claim.document].editions[claim.edition]
    let place = Place(file: edition.file, line: claim.isRedirect ? edition.redirectLine : nil)
    if Self.isGenerated(claim) {
      return Diagnostic(
        .error, "generated-address", at: place,
        "the address \(quoting: claim.address.path) belongs to a generated page or file",
        expected: "an address that no listing, data file or other generated page has")
    }
    guard hasConflict(claim) else { return nil }
    return Diagnostic(
      .error, "duplicate-address", at: place,
      "the address \(quoting: claim.address.path) is \(holder(of: claim, documents))",
      expected: claim.isRedirect ? "a former address of this document alone" : "a slug that was never used")
  }

  /// Whose the address is already.
  ///
  /// Another document is not named, since it may not be public; another file of the same document is.
  private func holder(of claim: Claim, _ documents: [ArchivedDocument]) -> Message {
    guard let other = taken[Self.key(claim.address)], !other.isRedirect else {
      return "taken by an earlier one"
    }
    if other.document == claim.document { return "this document's own" }
    let holder = documents[other.document]
    guard holder.id == documents[claim.document].id else { return "taken by an earlier one" }
    return "that of \(holder.editions[other.edition].file) too"
  }

  /// The address as it is compared: file systems that ignore letter case must not mix two up.
  private static func key(_ address: Address) -> String {
    address.path.lowercased()
  }

  /// The folders that the address lies in, as they are compared: `/letters`, `/letters/leeds-2024`.
  private static func folders(above address: Address) -> [String] {
    var folder = ""
    return address.components.dropLast().map { name in
      folder += "/" + name.lowercased()
      return folder
    }
  }

  /// Whether another claim stands to the same address, or a file or document to one above or below it: all
  /// that lies below a document is the document's.
  private func hasConflict(_ claim: Claim) -> Bool {
    let key = Self.key(claim.address)
    if let same = taken[key] {
      return !(claim.isRedirect && same.isRedirect && claim.document == same.document)
    }
    let isFile = !key.hasSuffix("/")
    if isFile || !claim.isRedirect, below[isFile ? key : String(key.dropLast())] != nil { return true }
    return Self.folders(above: claim.address).contains { folder in
      taken[folder] != nil || taken[folder + "/"]?.isRedirect == false
    }
  }

  /// Whether the address is that of a page which the generator makes by itself.
  private static func isGenerated(_ claim: Claim) -> Bool {
    let names = claim.address.components.map { $0.lowercased() }
    guard let first = names.first else { return true }
    if claim.isRedirect {
      if claim.address.outputPath.hasSuffix(".html") == false { return true }
      guard GeneratedAddresses.contains(first) else { return false }
      guard let collection = DocumentCollection(rawValue: first), collection != .pages else { return true }
      return names.count == 1 || Slug.isReserved(names[1]) || names[1].contains(".")
    }
    return names.count == 1 && GeneratedAddresses.contains(first)
  }
}
