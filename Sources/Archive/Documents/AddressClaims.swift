import Diagnostics
import Model
import PublishingCalendar

/// Decides which document each address belongs to, or redirects to.
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
    /// The moment from which it can be public.
    let release: Instant
  }

  /// The claims that stand, by address.
  private var taken: [String: Claim] = [:]
  /// A claim that stands below an address.
  private var below: [String: Claim] = [:]

  /// Gives the documents the addresses that are theirs, takes from their editions the former ones that are not, and
  /// adds to these the errors.
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
        if !claim.isRedirect { documents[claim.document].ownsAddress = true }
        // What leads to a page that has no place leads nowhere, and is free for others.
        if documents[claim.document].ownsAddress { standing.add(claim) }
      }
    }
  }

  private mutating func add(_ claim: Claim) {
    taken[Self.key(claim.address)] = claim
    for folder in Self.folders(above: claim.address) { below[folder] = claim }
  }

  /// The claims, those that can be public first before the others; of a document its own address before the former
  /// ones.
  private static func claims(of documents: [ArchivedDocument], releases: [[Instant?]]) -> [Claim] {
    var claims: [Claim] = []
    for (index, document) in documents.enumerated() where document.id.hasAddress {
      for (position, edition) in document.editions.enumerated() {
        let release = releases[index][position] ?? Instant(milliseconds: .max)
        if position == 0 {
          claims.append(
            Claim(
              address: document.id.address, document: index, edition: 0, isRedirect: false, release: release))
        }
        for address in edition.redirects {
          claims.append(
            Claim(
              address: address, document: index, edition: position, isRedirect: true, release: release))
        }
      }
    }
    // Those of one moment stay in the order of ids and places.
    return claims.sorted { $0.release < $1.release }
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

extension DocumentID {
  /// Whether its slug can stand in an address; a file that is named otherwise has an error of its own.
  fileprivate var hasAddress: Bool { Slug.isID(slug) && !Slug.isReserved(slug) }
}
