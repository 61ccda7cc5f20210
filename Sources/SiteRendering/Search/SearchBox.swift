import Model
import Templates

/// The form that leads to the search of the archive, on every page.
struct SearchBox: TemplateView {
  /// The id of the inspectorate to whose documents a channel keeps.
  let inspectorate: String?
  /// What the box is for, as it says itself.
  let label: String

  func child(named name: String) -> (any TemplateValue)? {
    switch name {
    case "action": Address.search.path
    case "inspectorate": inspectorate
    case "label": label
    default: nil
    }
  }
}
