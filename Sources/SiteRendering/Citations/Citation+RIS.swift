import Escaping
import PublishingCalendar

extension Citation {
  /// The citation in the format of Research Information Systems, as a report.
  var ris: Bytes {
    var file = Bytes()
    file.append(risTag: "TY", "RPRT")
    file.append(risTag: "ID", key)
    for author in authors { file.append(risTag: "AU", author) }
    file.append(risTag: "TI", title)
    file.append(risTag: "PY", String(dated.year))
    file.append(risTag: "DA", datedWithSlashes)
    file.append(risTag: "PB", publisher)
    file.append(risTag: "M3", kind)
    file.append(risTag: "ET", String(number))
    if let reference { file.append(risTag: "SN", reference) }
    if let note { file.append(risTag: "N1", note) }
    file.append(risTag: "LA", language)
    file.append(risTag: "UR", address)
    file.append(risTag: "ER", "")
    return file
  }
}
