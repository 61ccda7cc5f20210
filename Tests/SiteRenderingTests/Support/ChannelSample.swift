import TestSupport

/// Two inspectorates with channels of their own, and documents of one, of the other, of both and of neither.
enum ChannelSample {
  /// The folder of a site with the channels `ofsted` and `cqc`.
  static func site() throws -> SiteCopy {
    let copy = try SiteCopy(listing: 2, feed: 5)
    for (id, title) in [("ofsted", "Ofsted letters"), ("cqc", "CQC letters")] {
      try copy.write(Array(file(title, address: "https://\(id).example.org/").utf8), to: "channels/\(id).yml")
    }
    return copy
  }

  static func file(_ title: String, address: String) -> String {
    """
    title: \(title)
    address: \(address)
    description: What \(title) say.
    colours: {accent: "#5b2a7b", accent-dark: "#d0b1ea"}

    """
  }

  static func content() throws -> Content {
    try Content {
      Document(
        "letters/both-2023/edition-1.md",
        "title: Of both\nrelease: 2023-03-01\ninspectorates: [ofsted, cqc]\nthemes: [neglect]\narea: leeds\n"
          + "redirect-from: [/old/both/]", text: text)
      Document(
        "letters/both-2023/edition-2.md",
        "title: Of both\nrelease: 2023-04-01\ninspectorates: [ofsted, cqc]\nthemes: [neglect]\narea: leeds",
        text: text)
      File("letters/both-2023/figures.csv", "a,b\n1,2\n")
      Document(
        "letters/ofsted-2024.md",
        "title: Of Ofsted\nrelease: 2024-03-01\ninspectorates: [ofsted]\nthemes: [exploitation]\narea: salford"
      )
      Document(
        "letters/cqc-2024.md",
        "title: Of the CQC\nrelease: 2024-04-01\ninspectorates: [cqc]\nthemes: [domestic-abuse]\n"
          + "area: oxfordshire")
      Document(
        "letters/withdrawn-2022.md",
        "title: Withdrawn\nrelease: 2022-03-01\ninspectorates: [ofsted]\nthemes: [neglect]\n"
          + "withdrawn: {at: 2023-01-05, reason: It was wrong}")
      Document(
        "letters/removed-2021.md",
        "release: 2021-05-10\ninspectorates: [cqc]\nredirect-from: [/old/removed/]\n"
          + "removed: {at: 2024-02-05, reason: A court said so}")
      Document("announcements/nobody-2020.md", "title: Of nobody\nrelease: 2020-03-01")
      Document(
        "letters/secret-2030.md",
        "title: Secret words\nrelease: 2030-01-01\ninspectorates: [ofsted]\nthemes: [neglect]")
      Document("pages/about.md", "title: About\nrelease: 2020-01-01\nsummary: What this is.")
      Document("pages/accessibility.md", "title: Accessibility\nrelease: 2020-01-01")
    }
  }

  private static let text = """
    See [the one of Ofsted](letters/ofsted-2024), [the one of the CQC](letters/cqc-2024), [what is to come](letters/secret-2030),
    [the figures](figures.csv), [the theme](/themes/neglect/), [the other theme](/themes/domestic-abuse),
    [the inspectorate](/inspectorates/cqc/), [the first](/letters/both-2023/editions/1/) and
    [a page](https://findings.example.org/about/#top).

    ## Areas for improvement

    - The police must listen.

    """
}
