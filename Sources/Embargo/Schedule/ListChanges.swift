import Archive
import Model
import PublishingCalendar

extension Lists {
  /// The days from which something in the lists holds.
  ///
  /// The day itself is among them, since a clock that is put back over midnight passes it again.
  func datedDays(onOrAfter day: Day) -> Set<Day> {
    let days =
      inspectorates.flatMap { $0.names.map(\.from) } + programmes.flatMap { $0.timetables.map(\.from) }
    return Set(days.filter { $0 >= day })
  }
}

extension Archive {
  /// The names of inspectorates that begin to hold at the instant.
  func nameChanges(at instant: Instant) -> [ScheduledChange] {
    let (before, after) = days(around: instant)
    guard before != after else { return [] }
    return lists.inspectorates.compactMap { inspectorate in
      let known = inspectorate.known(on: after)
      guard known != inspectorate.known(on: before) else { return nil }
      return .name(known.name, number: known.names.count, of: known.id)
    }
  }

  /// The timetables of programmes that begin to hold at the instant and change the timeline of a letter that
  /// was public before: readers see timetables nowhere else.
  func timetableChanges(at instant: Instant) -> [ScheduledChange] {
    let (before, after) = days(around: instant)
    guard before != after else { return [] }
    let changed = lists.programmes.compactMap { programme -> ScheduledChange? in
      let known = programme.timetables.count { $0.from <= after }
      guard known != programme.timetables.count(where: { $0.from <= before }) else { return nil }
      return .timetable(number: known, of: programme.id)
    }
    guard !changed.isEmpty else { return [] }
    let programmes = programmesOfChangedTimelines(
      from: published(at: instant.previous), to: published(at: instant))
    return changed.filter { change in
      guard case .timetable(_, of: let programme) = change else { return false }
      return programmes.contains(programme)
    }
  }

  /// The days that a clock on the wall shows just before the instant and at it.
  private func days(around instant: Instant) -> (before: Day, after: Day) {
    (settings.zone.local(instant.previous).day, settings.zone.local(instant).day)
  }

  private func programmesOfChangedTimelines(
    from before: PublishedArchive, to after: PublishedArchive
  ) -> Set<String> {
    var programmes: Set<String> = []
    for document in before.documents where document.id.collection == .letters {
      for shown in document.editions {
        let timeline = before.timeline(of: shown.edition, in: document)
        guard timeline != after.timeline(of: shown.edition, in: document) else { continue }
        if let programme = after.timelines.programme(of: shown.edition) { programmes.insert(programme) }
      }
    }
    return programmes
  }
}
