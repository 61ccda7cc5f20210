/// The lists that a content has where the test writes none of its own.
enum DefaultLists {
  static let archive = """
    title: Findings of a test
    address: https://findings.example.org/
    time-zone: Europe/London
    release-time: "09:30"

    """

  static let files = [
    File("archive.yml", archive),
    File("inspectorates.yml", inspectorates),
    File("programmes.yml", programmes),
    File("themes.yml", themes),
    File("areas.yml", areas),
    File("agencies.yml", agencies),
    File("bank-holidays.json", bankHolidays),
  ]

  private static let inspectorates = """
    - {id: ofsted, name: Ofsted, website: "https://www.gov.uk/ofsted"}
    - {id: cqc, name: Care Quality Commission, short-name: CQC}
    - id: hmicfrs
      name: His Majesty's Inspectorate of Constabulary and Fire & Rescue Services
      short-name: HMICFRS
      names:
        - {name: Her Majesty's Inspectorate of Constabulary, short-name: HMIC, from: 1900-01-01}
        - {name: HM Inspectorate of Constabulary and Fire & Rescue Services, short-name: HMICFRS, from: 2017-07-19}
    - {id: hmi-probation, name: HM Inspectorate of Probation}

    """

  private static let programmes = """
    - {id: jtai, name: Joint targeted area inspections}

    """

  private static let themes = """
    - {id: neglect, name: Neglect}
    - {id: exploitation, name: Criminal exploitation, aliases: [county lines]}
    - {id: domestic-abuse, name: Domestic abuse}

    """

  private static let areas = """
    - {id: leeds, name: Leeds, region: Yorkshire and the Humber, covers: [Otley], listed: true}
    - {id: oxfordshire, name: Oxfordshire, region: South East, covers: [Banbury], listed: true}
    - {id: salford, name: Salford, region: North West, covers: [Swinton]}

    """

  private static let agencies = """
    - {id: police, name: Police}
    - {id: health, name: Health services}

    """

  private static let bankHolidays = """
    {"england-and-wales": {"division": "england-and-wales", "events": [
      {"title": "Early May bank holiday", "date": "2024-05-06", "notes": "", "bunting": true},
      {"title": "Spring bank holiday", "date": "2024-05-27", "notes": "", "bunting": true},
      {"title": "Christmas Day", "date": "2024-12-25", "notes": "", "bunting": true},
      {"title": "Boxing Day", "date": "2024-12-26", "notes": "", "bunting": true}
    ]}}

    """
}
