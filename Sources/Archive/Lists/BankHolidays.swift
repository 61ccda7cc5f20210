import Escaping
private import Foundation
import PublishingCalendar

/// The bank holidays in the format of GOV.UK.
enum BankHolidays {
  struct Unreadable: Error, CustomStringConvertible {
    let description: String
  }

  private struct File: Decodable {
    struct Division: Decodable {
      struct Event: Decodable {
        let title: String
        let date: String
      }

      let events: [Event]
    }

    let englandAndWales: Division

    enum CodingKeys: String, CodingKey {
      case englandAndWales = "england-and-wales"
    }
  }

  /// The holidays of England and Wales by day.
  static func read(_ bytes: Bytes) throws(Unreadable) -> [Day: String] {
    let file: File
    do {
      file = try JSONDecoder().decode(File.self, from: Data(bytes))
    } catch {
      throw Unreadable(description: "the bank holidays cannot be read")
    }
    var holidays: [Day: String] = [:]
    for event in file.englandAndWales.events {
      guard case .date(let day)? = WrittenTime(event.date) else {
        throw Unreadable(description: "a bank holiday has no date such as 2027-12-25")
      }
      guard holidays.updateValue(event.title, forKey: day) == nil else {
        throw Unreadable(description: "\(day) is a bank holiday twice")
      }
    }
    return holidays
  }
}
