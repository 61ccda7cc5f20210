import Escaping
package import Model
import PublishingCalendar

/// What tells whether the page of a letter can be another one although neither the letter nor a document that it shows
/// has changed.
extension PublishedArchive {
  /// The digest of what every letter may take from the archive: settings, lists, editorial rules, working days, and
  /// guidance with its timetables.
  package var basis: Digest { Digest(ofPartsOf: (settings, lists, editorial.levels, timelines)) }

  /// The digest of what this letter takes besides: its own public editions and the days that its rules count.
  package func basis(of letter: PublishedDocument) -> Digest {
    var builder = DigestBuilder()
    for shown in letter.editions {
      let edition = shown.edition
      builder.append(edition.body.digest.raw)
      let state = "\(shown.release.milliseconds) \(shown.isSuperseded) \(shown.consultation?.rawValue ?? "")"
      builder.append(Bytes("\(edition.id) \(state) \(edition.body.file)\n".utf8))
      if let withdrawal = shown.withdrawal { builder.append(Digest(ofPartsOf: withdrawal).raw) }
    }
    if let due = editorial.dueDate(of: letter.id) { builder.append(Digest(ofPartsOf: due).raw) }
    return builder.digest
  }
}
