import StrictYAML
import Testing

@Suite struct `A YAML document` {
  @Test(arguments: [
    ("a: b", "{a@1: b@1}@1"),
    ("", "{}@1"),
    ("# only a comment\n", "{}@1"),
    ("a:\n- b\n- {c: d}\n", "{a@1: [b@2, {c@3: d@3}@3]@2}@1"),
    ("a: >\n  two\n  lines\nb: c", "{a@1: two lines\n@1, b@4: c@4}@1"),
    ("a: |\n  two\n  lines\n", "{a@1: two\nlines\n@1}@1"),
    ("a: 'it''s'\nb: \"x\\ty\"", "{a@1: it's@1, b@2: x\ty@2}@1"),
    (
      "a:\nb: ~\nc: null\nd: ''\ne: \"null\"",
      "{a@1: nothing@1, b@2: nothing@2, c@3: nothing@3, d@4: @4, e@5: null@5}@1"
    ),
    ("a: b # comment\r\nc: d\r\n", "{a@1: b@1, c@2: d@2}@1"),
    ("\u{FEFF}a: b", "{a@1: b@1}@1"),
  ])
  func `is read with the lines of its keys and values`(text: String, outline: String) throws {
    let reading = Reading(text)
    #expect(try #require(reading.value).outline == outline)
    #expect(reading.problems == "")
  }

  @Test(arguments: [
    "no", "yes", "true", "off", "1e3", "0x1F", "010", "1_000", "2016", "1.10", ".5", "+1", "2016-05-10",
    "2016-05-10 09:30", "09:30", "12:30:45", "NaN", ".inf", "Null", "=", "<<",
  ])
  func `holds text, whatever it looks like`(text: String) throws {
    #expect(try #require(Reading("a: \(text)").value).outline == "{a@1: \(text)@1}@1")
    #expect(try #require(Reading("\(text): a").value).outline == "{\(text)@1: a@1}@1")
  }

  @Test func `counts its lines from the line of the file on which it begins`() throws {
    let reading = Reading("a: b\nc:\n- d: &x 1\n", firstLine: 12)
    #expect(try #require(reading.value).outline == "{a@12: b@12, c@13: [{d@14: 1@14}@14]@14}@12")
    #expect(
      reading.problems == """
        list.yml:14: error: YAML anchors and aliases are not accepted [yaml-anchor]
          expected: the value itself

        """)
  }
}

@Suite struct `A YAML document is refused` {
  @Test(arguments: [
    ("a: &x b", 1), ("a: &x b\nc: *x", 1), ("a: &x [1]\nc: *x", 1), ("a: &x {b: c}\nd:\n  <<: *x", 1),
    ("b: c\n&k a: d", 2), ("a:\n- &x b\n- *x", 2),
  ])
  func `for an anchor, at its line`(text: String, line: Int) {
    #expect(
      Reading(text).problems == """
        list.yml:\(line): error: YAML anchors and aliases are not accepted [yaml-anchor]
          expected: the value itself

        """)
  }

  @Test(arguments: [("a: *x", 1), ("a: b\nc: *x", 2)])
  func `for an alias without an anchor`(text: String, line: Int) {
    #expect(Reading(text).value == nil)
    #expect(
      Reading(text).problems == """
        list.yml:\(line): error: the YAML cannot be read: found undefined alias [yaml-syntax]
          expected: keys and values as `key: value`, text with `: ` or ` #` in quotation marks

        """)
  }

  @Test(arguments: [
    ("a: !!int 3", 1, "tag:yaml.org,2002:int"), ("b: c\na: !secret x", 2, "!secret"),
    ("a: !!set {b, c}", 1, "tag:yaml.org,2002:set"), ("a: !!omap [b: c]", 1, "tag:yaml.org,2002:omap"),
  ])
  func `for a tag`(text: String, line: Int, tag: String) {
    #expect(
      Reading(text).problems == """
        list.yml:\(line): error: the YAML tag '\(tag)' is not accepted [yaml-tag]
          expected: the value alone

        """)
  }

  @Test(arguments: [
    ("a: b\na: c", 1, "a"), ("x: y\na:\n  b: 1\n  c: 2\n  b: 3", 3, "b"), ("{a: b, a: c}", 1, "a"),
    ("- a: b\n  \"a\": c", 1, "a"),
  ])
  func `for a key that stands there twice`(text: String, line: Int, key: String) {
    #expect(
      Reading(text).problems == """
        list.yml:\(line): error: the YAML cannot be read: the key '\(key)' stands there twice [yaml-syntax]
          expected: keys and values as `key: value`, text with `: ` or ` #` in quotation marks

        """)
  }

  @Test(arguments: [("? [a]\n: b", 1), ("x: y\n{a: b}: c", 2), ("? {a: b}\n: c", 1)])
  func `for a key that is not text`(text: String, line: Int) {
    #expect(Reading(text).problems.contains("list.yml:\(line): error: a key is not text [yaml-syntax]"))
  }

  @Test(arguments: [
    ("a: b: c", 1), ("a: [b", 2), ("a: 'b", 1), ("a: b\n\tc: d", 2), ("a: @b", 1), ("a: `b`", 1),
    ("a: %b", 1), ("- a\nb: c", 2), ("a: b\n---\nc: d", 2), ("a: \"\\q\"", 1), ("a: }", 1),
  ])
  func `for wrong syntax, at its line`(text: String, line: Int) {
    let reading = Reading(text)
    #expect(reading.value == nil)
    #expect(reading.problems.hasPrefix("list.yml:\(line): error: the YAML cannot be read: "))
    #expect(reading.report.diagnostics.count == 1)
  }

  @Test(arguments: ["a: \u{0}", "a: \u{1}", "a: \u{FFFE}"])
  func `for a character that YAML does not allow`(text: String) {
    #expect(Reading(text).value == nil)
    #expect(Reading(text).problems.contains("list.yml"))
  }
}
