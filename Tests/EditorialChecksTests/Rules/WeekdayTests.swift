import Testing

@Suite struct `The rule weekday` {
  @Test func `finds a weekday that does not match its date, in every form`() async throws {
    try await expectMarked(
      "weekday",
      front:
        "summary: Since Monday 12 March 2024. ⇐ the weekday in 'Monday 12 March 2024' does not match its date",
      """
      On Monday 17 May 2016 they came. ⇐ the weekday in 'Monday 17 May 2016' does not match its date
      On Tuesday, the 16th of May 2016. ⇐ the weekday in 'Tuesday, the 16th of May 2016' does not match its date

      | Day | What |
      | --- | --- |
      | Fri 5/1/2024 | Notice |
      | Thurs 5/1/2024 | Notice | ⇐ the weekday in 'Thurs 5/1/2024' does not match its date

      - It was 16 May 2016 (Tuesday). ⇐ the weekday in '16 May 2016 (Tuesday)' does not match its date
      """)
  }

  @Test func `finds a day that its month does not have`() async throws {
    try await expectMarked(
      "weekday",
      """
      On Monday 31 February 2017. ⇐ there is no such day as 'Monday 31 February 2017'
      On Wednesday 29 February 2023. ⇐ there is no such day as 'Wednesday 29 February 2023'
      On Monday 31 April. ⇐ there is no such day as 'Monday 31 April'
      On Thursday 29 February 2024, and on Thursday 29 February.
      """)
  }

  @Test func `takes month and year of a range from its end`() async throws {
    try await expectMarked(
      "weekday",
      """
      From Monday 16 to Friday 20 May 2016.

      From Monday 16 to Thursday 20 May 2016. ⇐ the weekday in 'Thursday 20 May 2016' does not match its date

      From Tuesday 16 to Friday 20 May 2016. ⇐ the weekday in 'Tuesday 16' does not match its date

      From Monday 29 February to Friday 4 March 2016, from Monday 30 May–Friday 3 June 2016.

      From Monday 30 to Friday 3 June 2016.

      On Monday 16, Tuesday 17 and Friday 20 May 2016.
      """)
  }

  @Test func `leaves other weekdays alone`() async throws {
    try await expectMarked(
      "weekday",
      """
      Published on Monday 5 December 2016, and on the Monday after, 13 December 2016. Staff work on Friday,
      Saturday and Sunday evenings. Monday to Friday, 16 to 20 May 2016. From Sunday 26 to Friday 31 March 2023.
      The sun 5 May 2016 shone.
      """)
  }

  @Test func `takes a date without year for one near that of the letter`() async throws {
    try await expectMarked(
      "weekday",
      """
      Fieldwork began on Monday 11 March, and on Tuesday 11 March, and on Saturday 11 March.

      It ended on Thursday 11 March. ⇐ the weekday in 'Thursday 11 March' does not match its date
      """)
  }
}
