import Model
import Templates

/// The pages of a long listing.
struct Pagination: TemplateView {
  /// A link to a page of the listing, or the gap between two.
  struct Page: TemplateView {
    let number: Int
    let href: String
    let isCurrent: Bool
    /// Some pages between the neighbours are left out here.
    let isGap: Bool

    func child(named name: String) -> (any TemplateValue)? {
      switch name {
      case "number": number
      case "href": href
      case "isCurrent": isCurrent
      case "isGap": isGap
      default: nil
      }
    }
  }

  let label: String
  let pages: [Page]
  let previous: Link?
  let next: Link?

  /// The links to the pages, nil where there is one page only: the first, the last, the neighbours.
  init?(page: Int, of count: Int, below address: Address, _ words: Words) {
    guard count > 1 else { return nil }
    label = words[.paginationLabel]
    var pages: [Page] = []
    for number in 1...count where number == 1 || number == count || abs(number - page) <= 1 {
      if let last = pages.last, last.number + 1 < number {
        pages.append(Page(number: last.number, href: "", isCurrent: false, isGap: true))
      }
      let href = address.page(number).path
      pages.append(Page(number: number, href: href, isCurrent: number == page, isGap: false))
    }
    self.pages = pages
    previous = page > 1 ? Link("", address.page(page - 1)) : nil
    next = page < count ? Link("", address.page(page + 1)) : nil
  }

  func child(named name: String) -> (any TemplateValue)? {
    switch name {
    case "label": label
    case "pages": pages
    case "previous": previous
    case "next": next
    default: nil
    }
  }
}

extension Address {
  /// The address of a page of a listing: the first is the listing itself.
  func page(_ number: Int) -> Address {
    number == 1 ? self : folder("page").folder(String(number))
  }
}
