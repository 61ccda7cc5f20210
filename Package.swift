// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "Findings",
  products: [.executable(name: "findings", targets: ["findings"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.0"),
  ],
  targets: [
    // MARK: Foundations

    .systemLibrary(name: "CCMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .target(name: "CLinux"),
    .target(name: "FileSystem", dependencies: ["CLinux"]),
    .target(name: "FanOut"),
    .target(name: "Escaping"),
    .target(name: "Diagnostics", dependencies: ["Escaping"]),
    .target(
      name: "ExternalPrograms",
      dependencies: ["Escaping", .product(name: "Subprocess", package: "swift-subprocess")]),
    .target(
      name: "Sealing", dependencies: ["CLinux", "Escaping", "ExternalPrograms", "FileSystem"]),
    .target(name: "PublishingCalendar"),
    .target(name: "StrictYAML", dependencies: ["Diagnostics", .product(name: "Yams", package: "Yams")]),
    .target(
      name: "ResearchDatabase",
      dependencies: ["FileSystem", .product(name: "GRDB", package: "GRDB.swift")]),
    .target(name: "Templates", dependencies: ["Escaping"]),
    .target(name: "GZip", dependencies: ["CDeflate"]),
    .target(name: "PDFText", dependencies: ["Escaping"]),
    .target(name: "Zip", dependencies: ["CZip", "Escaping"]),
    .target(name: "Markdown", dependencies: ["CCMark", "Diagnostics", "Escaping"]),

    // MARK: Search: knows nothing of documents but what it is handed

    .target(name: "SearchCore"),
    .target(
      name: "SearchIndexing",
      dependencies: [
        "FanOut", "FileSystem", "GZip", "SearchCore", .product(name: "Crypto", package: "swift-crypto"),
      ]),

    // MARK: In front of the embargo: everything, public or not

    .target(
      name: "Model",
      dependencies: [
        "Diagnostics", "Escaping", "FileSystem", "Markdown", "PublishingCalendar",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .target(
      name: "EditorialChecks",
      dependencies: [
        "Diagnostics", "Escaping", "Markdown", "Model", "PDFText", "PublishingCalendar", "StrictYAML", "Zip",
      ]),
    .target(
      name: "Archive",
      dependencies: [
        "Diagnostics", "EditorialChecks", "Escaping", "FanOut", "FileSystem", "Markdown", "Model",
        "PublishingCalendar", "Sealing", "StrictYAML",
      ]),
    .target(
      name: "Embargo",
      dependencies: [
        "Archive", "Diagnostics", "EditorialChecks", "Escaping", "FanOut", "Markdown", "Model",
        "PublishingCalendar",
      ]),

    // MARK: Behind the embargo: what is public, and nothing else

    .target(
      name: "SiteRendering",
      dependencies: [
        "Diagnostics", "Embargo", "Escaping", "FanOut", "FileSystem", "Markdown", "Model",
        "PublishingCalendar", "ResearchDatabase", "SearchCore", "SearchIndexing", "StrictYAML", "Templates",
      ]),
    .target(
      name: "Publishing",
      dependencies: [
        "CLinux", "Escaping", "ExternalPrograms", "FanOut", "FileSystem", "Model", "PublishingCalendar",
        "SiteRendering",
      ]),

    // MARK: On both sides of the embargo

    .target(
      name: "Audit",
      dependencies: [
        "Archive", "Embargo", "Escaping", "ExternalPrograms", "FanOut", "FileSystem", "GZip", "Markdown",
        "Model", "PDFText", "PublishingCalendar", "ResearchDatabase", "SearchCore", "SiteRendering",
        "StrictYAML",
        "Zip",
      ]),

    // MARK: The command

    .executableTarget(
      name: "findings",
      dependencies: [
        "Archive", "Audit", "Diagnostics", "Embargo", "Escaping", "FanOut", "FileSystem", "GZip", "Markdown",
        "Model", "Publishing", "PublishingCalendar", "Sealing", "SearchCore", "SiteRendering",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ]),

    // MARK: Tests, from cheap to costly

    .target(
      name: "TestSupport",
      dependencies: [
        "Archive", "Diagnostics", "Embargo", "Escaping", "FileSystem", "Model", "PublishingCalendar",
        "Sealing", "SiteRendering",
      ],
      path: "Tests/TestSupport"),
    .testTarget(name: "EscapingTests", dependencies: ["Escaping"]),
    .testTarget(name: "ExternalProgramsTests", dependencies: ["Escaping", "ExternalPrograms"]),
    .testTarget(
      name: "SealingTests",
      dependencies: ["Escaping", "ExternalPrograms", "FileSystem", "Sealing", "TestSupport"]),
    .testTarget(name: "FanOutTests", dependencies: ["FanOut"]),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics", "Escaping"]),
    .testTarget(name: "PublishingCalendarTests", dependencies: ["PublishingCalendar"]),
    .testTarget(
      name: "TemplatesTests",
      dependencies: ["Escaping", "Templates", .product(name: "Mustache", package: "swift-mustache")]),
    .testTarget(
      name: "SearchCoreTests",
      dependencies: ["FileSystem", "GZip", "SearchCore", "SearchIndexing", "TestSupport"],
      exclude: ["Support"]),
    .testTarget(
      name: "SearchIndexingTests", dependencies: ["FileSystem", "GZip", "SearchCore", "SearchIndexing"]),
    .testTarget(name: "StrictYAMLTests", dependencies: ["Diagnostics", "StrictYAML"]),
    .testTarget(name: "MarkdownTests", dependencies: ["CCMark", "Diagnostics", "Escaping", "Markdown"]),
    .testTarget(
      name: "ModelTests",
      dependencies: ["Diagnostics", "Escaping", "Markdown", "Model", "PublishingCalendar"]),
    .testTarget(
      name: "EditorialChecksTests",
      dependencies: [
        "Archive", "Diagnostics", "EditorialChecks", "Embargo", "Markdown", "Model", "PublishingCalendar",
        "TestSupport",
      ]),
    .testTarget(
      name: "ArchiveTests",
      dependencies: [
        "Archive", "Diagnostics", "EditorialChecks", "Escaping", "FileSystem", "Model", "PublishingCalendar",
        "Sealing", "TestSupport",
      ]),
    .testTarget(
      name: "EmbargoTests",
      dependencies: [
        "Archive", "Diagnostics", "Embargo", "FileSystem", "Model", "PublishingCalendar", "TestSupport",
      ]),
    .testTarget(
      name: "ResearchDatabaseTests",
      dependencies: [
        "FileSystem", "ResearchDatabase", "TestSupport", .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(
      name: "SiteRenderingTests",
      dependencies: [
        "Diagnostics", "Embargo", "Escaping", "FileSystem", "GZip", "Model", "PublishingCalendar",
        "SearchCore", "SiteRendering", "StrictYAML", "Templates", "TestSupport",
        .product(name: "Mustache", package: "swift-mustache"),
      ]),
    .testTarget(
      name: "PublishingTests",
      dependencies: [
        "Escaping", "FileSystem", "Model", "Publishing", "PublishingCalendar", "SiteRendering", "TestSupport",
      ]),
    .testTarget(
      name: "AuditTests",
      dependencies: [
        "Archive", "Audit", "Embargo", "Escaping", "FileSystem", "Model", "PublishingCalendar", "TestSupport",
      ]),
    .testTarget(name: "EndToEndTests", dependencies: ["findings", "TestSupport"], exclude: ["Support"]),
  ]
)

// One place for the settings of every Swift target.
for target in package.targets where target.type != .system && target.name != "CLinux" {
  target.swiftSettings = [
    .swiftLanguageMode(.v6),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),  // SE-0335
    .enableUpcomingFeature("InternalImportsByDefault"),  // SE-0409
    .enableUpcomingFeature("MemberImportVisibility"),  // SE-0444
  ]
}
