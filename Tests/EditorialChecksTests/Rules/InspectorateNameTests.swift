import Testing

@Suite struct `The rule inspectorate-name` {
  @Test func `finds a name that had not begun or had ended`() async throws {
    try await expectMarked(
      "inspectorate-name",
      front: "summary: Ofsted and HMIC inspected Leeds. ⇐ 'HMIC' was not the name on the date of the letter",
      """
      Inspectors of HMICFRS and of Her Majesty’s Inspectorate of Constabulary came. ⇐ 'Her Majesty’s Inspectorate of Constabulary' was not the name on the date of the letter
      """)
    try await expectMarked(
      "inspectorate-name", front: "dated: 2017-07-18",
      """
      HMIC, Her Majesty's Inspectorate of Constabulary,
      and HMICFRS. ⇐ 'HMICFRS' was not the name on the date of the letter
      """)
  }

  @Test func `takes a longer name for itself, however it is joined`() async throws {
    try await expectMarked(
      "inspectorate-name",
      """
      HM Inspectorate of Constabulary, Fire and Rescue Services; HM Inspectorate of Constabulary and Fire & Rescue
      Services (HMICFRS); the Care Quality Commission; her majesty.
      """)
  }

  @Test func `lets a letter speak of another time`() async throws {
    try await expectMarked(
      "inspectorate-name",
      "The inspectorate, then HMIC, and the former HMIC. It was still HMIC. HMICFRS, formerly known as HMIC.")
  }

  @Test func `lets other documents tell history`() async throws {
    try await expectMarked("inspectorate-name", in: "announcements/a.md", "HMIC inspects.")
  }
}
