import Embargo
import Model
import PublishingCalendar
import Templates

private struct InspectoratesView: PageView {
  /// An inspectorate as it is called now.
  struct Entry: TemplateView {
    let link: Link
    let shortName: String?
    let website: String?

    func child(named name: String) -> (any TemplateValue)? {
      switch name {
      case "shortName": shortName
      case "website": website
      default: link.child(named: name)
      }
    }
  }

  var frame: PageFrame
  let introduction: String
  let entries: [Entry]

  func own(_ name: String) -> (any TemplateValue)? {
    switch name {
    case "introduction": introduction
    case "inspectorates": entries
    default: nil
    }
  }
}

private struct InspectorateView: PageView {
  /// A name, and the day from which it held.
  struct Name: TemplateView {
    let name: DatedName
    let from: ShownDay

    func child(named key: String) -> (any TemplateValue)? {
      switch key {
      case "name": name.name
      case "shortName": name.shortName
      case "from": from.date
      case "datetime": from.datetime
      default: nil
      }
    }
  }

  var listing: ListingView
  let names: [Name]
  let website: String?

  var frame: PageFrame { listing.frame }

  func own(_ name: String) -> (any TemplateValue)? {
    switch name {
    case "names": names.ifAny
    case "website": website
    default: listing.own(name)
    }
  }
}

extension SiteRenderer {
  /// The overview of the inspectorates, and the listing of each; none where the archive names none.
  func inspectoratePages() -> [PageWork] {
    let inspectorates = catalogue.archive.lists.inspectorates
    guard !inspectorates.isEmpty else { return [] }
    let address = EntryList.inspectorates.address
    let overview: PageWork = {
      var frame = frame(title: mainWords[.inspectorates], address: address, breadcrumbs: breadcrumbs())
      frame.description = mainWords[.inspectoratesIntroduction]
      let entries = inspectorates.map { inspectorate in
        InspectoratesView.Entry(
          link: Link(inspectorate.name, Address.inspectorate(inspectorate.id)),
          shortName: inspectorate.shortName == inspectorate.name ? nil : inspectorate.shortName,
          website: inspectorate.website)
      }
      let view = InspectoratesView(
        frame: frame, introduction: mainWords[.inspectoratesIntroduction], entries: entries)
      return [try write(.inspectorates, view, to: address)]
    }
    return [overview] + inspectorates.flatMap(pages)
  }

  private func pages(of inspectorate: Inspectorate) -> [PageWork] {
    let words = mainWords
    let address = Address.inspectorate(inspectorate.id)
    let list = catalogue.documents(byInspectorate: inspectorate.id)
    let feed = words(.feedInspectorate, catalogue.archive.settings.title, inspectorate.name)
    let writeFeed: PageWork = {
      try self.writeFeed(feed, of: list.lazy.map(\.document), page: address)
      return []
    }
    return [writeFeed]
      + eachPage(paging(list)) { page in
        let listing = entryListing(
          inspectorate.name, list, page: page, at: address, feed: feed, of: .inspectorates,
          description: words(.descriptionInspectorate, inspectorate.name))
        // One name only is no history.
        let names = inspectorate.names.count > 1 ? inspectorate.names : []
        let view = InspectorateView(
          listing: listing,
          names: names.map { InspectorateView.Name(name: $0, from: ShownDay($0.from, words)) },
          website: inspectorate.website)
        return try write(.inspectorate, view, to: address.page(page))
      }
  }
}
