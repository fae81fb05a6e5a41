// Made by proto/generator/swift_values.py of proto/kith/api/v1; not to be changed by hand.
// Every value that crosses to the core and back.

import Foundation

/// What a person can do next: every face says it in its own words. The values are a name or an id, as the list in
/// core/base/include/kith/base/steps.def says; the same numbers and names, a test compares the two.
public struct Next: KithValue {
  public var step: Next.Step = Next.Step(rawValue: 0)
  public var values: [String] = []
  public var unknownFields = UnknownFields()

  public init() {}

  public init(step: Next.Step = Next.Step(rawValue: 0), values: [String] = []) {
    self.step = step
    self.values = values
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 8: self.step = try reader.number()
      case 18: self.values.append(try reader.string())
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.number(1, self.step)
    writer.strings(2, self.values)
    writer.unknown(unknownFields)
  }

  public struct Step: OpenEnum, CustomStringConvertible {
    public var rawValue: Int32
    public init(rawValue: Int32) { self.rawValue = rawValue }

    public static var unspecified: Self { Self(rawValue: 0) }
    public static var vaultMake: Self { Self(rawValue: 1) }
    public static var vaultRenew: Self { Self(rawValue: 2) }
    public static var vaultExport: Self { Self(rawValue: 3) }
    public static var indexRebuild: Self { Self(rawValue: 4) }
    public static var personAdd: Self { Self(rawValue: 10) }
    public static var relationshipSet: Self { Self(rawValue: 11) }
    public static var outcomeClear: Self { Self(rawValue: 12) }
    public static var sinceSet: Self { Self(rawValue: 13) }
    public static var logAdd: Self { Self(rawValue: 14) }
    public static var logList: Self { Self(rawValue: 15) }
    public static var reviewBegin: Self { Self(rawValue: 16) }
    public static var snapshotSave: Self { Self(rawValue: 17) }
    public static var snapshotList: Self { Self(rawValue: 18) }
    public static var sampleLoad: Self { Self(rawValue: 19) }
    public static var importPick: Self { Self(rawValue: 20) }
    public static var factEdit: Self { Self(rawValue: 21) }
    public static var pairInvite: Self { Self(rawValue: 30) }
    public static var pairList: Self { Self(rawValue: 31) }
    public static var pairConfirm: Self { Self(rawValue: 32) }
    public static var pairEnd: Self { Self(rawValue: 33) }
    public static var agreementSet: Self { Self(rawValue: 34) }
    public static var compareSeal: Self { Self(rawValue: 35) }
    public static var sharedList: Self { Self(rawValue: 36) }
    public static var agendaList: Self { Self(rawValue: 37) }
    public static var conflictList: Self { Self(rawValue: 38) }
    public static var sync: Self { Self(rawValue: 50) }
    public static var relayName: Self { Self(rawValue: 51) }
    public static var relayMove: Self { Self(rawValue: 52) }
    public static var relayFollow: Self { Self(rawValue: 53) }
    public static var alarmList: Self { Self(rawValue: 60) }
    public static var alarmShow: Self { Self(rawValue: 61) }
    public static var alarmHeal: Self { Self(rawValue: 62) }

    public var description: String {
      switch rawValue {
      case 0: "UNSPECIFIED"
      case 1: "VAULT_MAKE"
      case 2: "VAULT_RENEW"
      case 3: "VAULT_EXPORT"
      case 4: "INDEX_REBUILD"
      case 10: "PERSON_ADD"
      case 11: "RELATIONSHIP_SET"
      case 12: "OUTCOME_CLEAR"
      case 13: "SINCE_SET"
      case 14: "LOG_ADD"
      case 15: "LOG_LIST"
      case 16: "REVIEW_BEGIN"
      case 17: "SNAPSHOT_SAVE"
      case 18: "SNAPSHOT_LIST"
      case 19: "SAMPLE_LOAD"
      case 20: "IMPORT_PICK"
      case 21: "FACT_EDIT"
      case 30: "PAIR_INVITE"
      case 31: "PAIR_LIST"
      case 32: "PAIR_CONFIRM"
      case 33: "PAIR_END"
      case 34: "AGREEMENT_SET"
      case 35: "COMPARE_SEAL"
      case 36: "SHARED_LIST"
      case 37: "AGENDA_LIST"
      case 38: "CONFLICT_LIST"
      case 50: "SYNC"
      case 51: "RELAY_NAME"
      case 52: "RELAY_MOVE"
      case 53: "RELAY_FOLLOW"
      case 60: "ALARM_LIST"
      case 61: "ALARM_SHOW"
      case 62: "ALARM_HEAL"
      default: "\(rawValue)"
      }
    }
  }
}

/// What the engine says to a person, for an app that says it in another language: proto/sentences/kith.pot has the
/// English words of every id, with a place {0}, {1} for each value. Without an id it is a value itself, a name or a
/// number, and stands as it is; or, where it has values, these are sentences, one after the other.
public struct Sentence: KithValue {
  public var id: String = ""
  public var values: [Sentence] = []
  /// with the values in their places
  public var english: String = ""
  public var unknownFields = UnknownFields()

  public init() {}

  public init(id: String = "", values: [Sentence] = [], english: String = "") {
    self.id = id
    self.values = values
    self.english = english
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.id = try reader.string()
      case 18: self.values.append(try reader.message())
      case 26: self.english = try reader.string()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.id)
    writer.messages(2, self.values)
    writer.string(3, self.english)
    writer.unknown(unknownFields)
  }
}

public struct ErrorDetail: KithValue {
  public var code: ErrorCode = ErrorCode(rawValue: 0)
  public var message: String = ""
  /// one after the other
  public var next: [Next] = []
  /// the message
  public var sentence: Sentence? = nil
  public var unknownFields = UnknownFields()

  public init() {}

  public init(code: ErrorCode = ErrorCode(rawValue: 0), message: String = "", next: [Next] = [], sentence: Sentence? = nil) {
    self.code = code
    self.message = message
    self.next = next
    self.sentence = sentence
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 8: self.code = try reader.number()
      case 18: self.message = try reader.string()
      case 26: self.next.append(try reader.message())
      case 34: try reader.merge(&self.sentence)
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.number(1, self.code)
    writer.string(2, self.message)
    writer.messages(3, self.next)
    writer.message(4, self.sentence)
    writer.unknown(unknownFields)
  }
}

public struct ErrorReply: KithValue {
  public var error: ErrorDetail? = nil
  public var unknownFields = UnknownFields()

  public init() {}

  public init(error: ErrorDetail? = nil) {
    self.error = error
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: try reader.merge(&self.error)
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.message(1, self.error)
    writer.unknown(unknownFields)
  }
}

public struct IdRequest: KithValue {
  public var id: String = ""
  public var unknownFields = UnknownFields()

  public init() {}

  public init(id: String = "") {
    self.id = id
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.id = try reader.string()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.id)
    writer.unknown(unknownFields)
  }
}

/// What was made or changed.
public struct Changed: KithValue {
  public var id: String = ""
  public var unknownFields = UnknownFields()

  public init() {}

  public init(id: String = "") {
    self.id = id
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.id = try reader.string()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.id)
    writer.unknown(unknownFields)
  }
}

/// A name, a unique beginning of one, or an id.
public struct PersonRequest: KithValue {
  public var person: String = ""
  public var unknownFields = UnknownFields()

  public init() {}

  public init(person: String = "") {
    self.person = person
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.person = try reader.string()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.person)
    writer.unknown(unknownFields)
  }
}

/// `with` empty: everybody. `limit` 0: all; only lists of notes and conversations look at it.
public struct ListRequest: KithValue {
  public var with: String = ""
  public var limit: UInt32 = 0
  public var unknownFields = UnknownFields()

  public init() {}

  public init(with: String = "", limit: UInt32 = 0) {
    self.with = with
    self.limit = limit
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.with = try reader.string()
      case 16: self.limit = try reader.uint32()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.with)
    writer.uint32(2, self.limit)
    writer.unknown(unknownFields)
  }
}

/// A field by its name: as it can be typed (ids in full), and as a person reads it. No values clear it.
public struct FactField: KithValue {
  public var name: String = ""
  public var values: [String] = []
  public var text: String = ""
  public var unknownFields = UnknownFields()

  public init() {}

  public init(name: String = "", values: [String] = [], text: String = "") {
    self.name = name
    self.values = values
    self.text = text
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.name = try reader.string()
      case 18: self.values.append(try reader.string())
      case 26: self.text = try reader.string()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.name)
    writer.strings(2, self.values)
    writer.string(3, self.text)
    writer.unknown(unknownFields)
  }
}

public struct Fact: KithValue {
  public var id: String = ""
  /// the noun: turn, need, ...
  public var kind: String = ""
  /// whom it is about
  public var person: String = ""
  public var personId: String = ""
  public var fields: [FactField] = []
  public var createdMs: Double = 0
  public var unknownFields = UnknownFields()

  public init() {}

  public init(id: String = "", kind: String = "", person: String = "", personId: String = "", fields: [FactField] = [], createdMs: Double = 0) {
    self.id = id
    self.kind = kind
    self.person = person
    self.personId = personId
    self.fields = fields
    self.createdMs = createdMs
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.id = try reader.string()
      case 18: self.kind = try reader.string()
      case 26: self.person = try reader.string()
      case 34: self.personId = try reader.string()
      case 42: self.fields.append(try reader.message())
      case 49: self.createdMs = try reader.double()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.id)
    writer.string(2, self.kind)
    writer.string(3, self.person)
    writer.string(4, self.personId)
    writer.messages(5, self.fields)
    writer.double(6, self.createdMs)
    writer.unknown(unknownFields)
  }
}

public struct FactList: KithValue {
  public var items: [Fact] = []
  public var unknownFields = UnknownFields()

  public init() {}

  public init(items: [Fact] = []) {
    self.items = items
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.items.append(try reader.message())
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.messages(1, self.items)
    writer.unknown(unknownFields)
  }
}

public struct FactAddRequest: KithValue {
  public var kind: String = ""
  public var fields: [FactField] = []
  public var unknownFields = UnknownFields()

  public init() {}

  public init(kind: String = "", fields: [FactField] = []) {
    self.kind = kind
    self.fields = fields
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.kind = try reader.string()
      case 18: self.fields.append(try reader.message())
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.kind)
    writer.messages(2, self.fields)
    writer.unknown(unknownFields)
  }
}

public struct FactEditRequest: KithValue {
  public var kind: String = ""
  public var id: String = ""
  public var fields: [FactField] = []
  public var unknownFields = UnknownFields()

  public init() {}

  public init(kind: String = "", id: String = "", fields: [FactField] = []) {
    self.kind = kind
    self.id = id
    self.fields = fields
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.kind = try reader.string()
      case 18: self.id = try reader.string()
      case 26: self.fields.append(try reader.message())
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.kind)
    writer.string(2, self.id)
    writer.messages(3, self.fields)
    writer.unknown(unknownFields)
  }
}

public struct FactListRequest: KithValue {
  public var kind: String = ""
  public var person: String = ""
  public var unknownFields = UnknownFields()

  public init() {}

  public init(kind: String = "", person: String = "") {
    self.kind = kind
    self.person = person
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.kind = try reader.string()
      case 18: self.person = try reader.string()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.kind)
    writer.string(2, self.person)
    writer.unknown(unknownFields)
  }
}

public struct FactIdRequest: KithValue {
  public var kind: String = ""
  public var id: String = ""
  public var unknownFields = UnknownFields()

  public init() {}

  public init(kind: String = "", id: String = "") {
    self.kind = kind
    self.id = id
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.kind = try reader.string()
      case 18: self.id = try reader.string()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.kind)
    writer.string(2, self.id)
    writer.unknown(unknownFields)
  }
}

public struct FieldDescription: KithValue {
  public var name: String = ""
  /// line, text, lines, number, numbers, date, flag, person, persons, term, terms, goal, circle
  public var type: String = ""
  public var help: String = ""
  public var choices: [String] = []
  public var required: Bool = false
  public var many: Bool = false
  public var low: Double = 0
  public var high: Double = 0
  /// of the choices, in their order
  public var meanings: [String] = []
  public var unknownFields = UnknownFields()

  public init() {}

  public init(name: String = "", type: String = "", help: String = "", choices: [String] = [], required: Bool = false, many: Bool = false, low: Double = 0, high: Double = 0, meanings: [String] = []) {
    self.name = name
    self.type = type
    self.help = help
    self.choices = choices
    self.required = required
    self.many = many
    self.low = low
    self.high = high
    self.meanings = meanings
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.name = try reader.string()
      case 18: self.type = try reader.string()
      case 26: self.help = try reader.string()
      case 34: self.choices.append(try reader.string())
      case 40: self.required = try reader.bool()
      case 48: self.many = try reader.bool()
      case 57: self.low = try reader.double()
      case 65: self.high = try reader.double()
      case 74: self.meanings.append(try reader.string())
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.name)
    writer.string(2, self.type)
    writer.string(3, self.help)
    writer.strings(4, self.choices)
    writer.bool(5, self.required)
    writer.bool(6, self.many)
    writer.double(7, self.low)
    writer.double(8, self.high)
    writer.strings(9, self.meanings)
    writer.unknown(unknownFields)
  }
}

public struct KindDescription: KithValue {
  public var kind: String = ""
  public var help: String = ""
  public var example: String = ""
  public var fields: [FieldDescription] = []
  public var unknownFields = UnknownFields()

  public init() {}

  public init(kind: String = "", help: String = "", example: String = "", fields: [FieldDescription] = []) {
    self.kind = kind
    self.help = help
    self.example = example
    self.fields = fields
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.kind = try reader.string()
      case 18: self.help = try reader.string()
      case 26: self.example = try reader.string()
      case 34: self.fields.append(try reader.message())
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.kind)
    writer.string(2, self.help)
    writer.string(3, self.example)
    writer.messages(4, self.fields)
    writer.unknown(unknownFields)
  }
}

public struct FactDictionary: KithValue {
  public var items: [KindDescription] = []
  public var unknownFields = UnknownFields()

  public init() {}

  public init(items: [KindDescription] = []) {
    self.items = items
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.items.append(try reader.message())
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.messages(1, self.items)
    writer.unknown(unknownFields)
  }
}

/// The words of the field, each with one sentence of our own.
public struct Word: KithValue {
  public var code: String = ""
  public var term: String = ""
  public var meaning: String = ""
  public var source: String = ""
  /// of a function its family, of a turning point its phase, of a theme its stage and type
  public var group: String = ""
  /// of a phase how long it took in the pairs studied, of a measure from where to where
  public var range: String = ""
  /// of a phase, what usually happens in it
  public var expect: String = ""
  public var unknownFields = UnknownFields()

  public init() {}

  public init(code: String = "", term: String = "", meaning: String = "", source: String = "", group: String = "", range: String = "", expect: String = "") {
    self.code = code
    self.term = term
    self.meaning = meaning
    self.source = source
    self.group = group
    self.range = range
    self.expect = expect
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.code = try reader.string()
      case 18: self.term = try reader.string()
      case 26: self.meaning = try reader.string()
      case 34: self.source = try reader.string()
      case 42: self.group = try reader.string()
      case 50: self.range = try reader.string()
      case 58: self.expect = try reader.string()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.code)
    writer.string(2, self.term)
    writer.string(3, self.meaning)
    writer.string(4, self.source)
    writer.string(5, self.group)
    writer.string(6, self.range)
    writer.string(7, self.expect)
    writer.unknown(unknownFields)
  }
}

public struct WordList: KithValue {
  public var name: String = ""
  public var help: String = ""
  public var items: [Word] = []
  public var unknownFields = UnknownFields()

  public init() {}

  public init(name: String = "", help: String = "", items: [Word] = []) {
    self.name = name
    self.help = help
    self.items = items
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.name = try reader.string()
      case 18: self.help = try reader.string()
      case 26: self.items.append(try reader.message())
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.name)
    writer.string(2, self.help)
    writer.messages(3, self.items)
    writer.unknown(unknownFields)
  }
}

public struct Vocabulary: KithValue {
  public var lists: [WordList] = []
  public var unknownFields = UnknownFields()

  public init() {}

  public init(lists: [WordList] = []) {
    self.lists = lists
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.lists.append(try reader.message())
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.messages(1, self.lists)
    writer.unknown(unknownFields)
  }
}

public struct ProfileEditRequest: KithValue {
  public var fields: [FactField] = []
  public var unknownFields = UnknownFields()

  public init() {}

  public init(fields: [FactField] = []) {
    self.fields = fields
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.fields.append(try reader.message())
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.messages(1, self.fields)
    writer.unknown(unknownFields)
  }
}

public struct Profile: KithValue {
  public var id: String = ""
  public var name: String = ""
  public var fields: [FactField] = []
  public var unknownFields = UnknownFields()

  public init() {}

  public init(id: String = "", name: String = "", fields: [FactField] = []) {
    self.id = id
    self.name = name
    self.fields = fields
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.id = try reader.string()
      case 18: self.name = try reader.string()
      case 26: self.fields.append(try reader.message())
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.id)
    writer.string(2, self.name)
    writer.messages(3, self.fields)
    writer.unknown(unknownFields)
  }
}

public struct Person: KithValue {
  public var id: String = ""
  public var name: String = ""
  public var familyName: String = ""
  public var givenName: String = ""
  public var emails: [String] = []
  public var phones: [String] = []
  public var organization: String = ""
  public var note: String = ""
  public var birthday: String = ""
  /// what the person is to me: mentor, protege, peer; empty while unsaid
  public var kind: String = ""
  public var since: String = ""
  /// properties of the card that are kept as written
  public var keptProperties: UInt32 = 0
  /// those properties; in an export only
  public var cardProperties: [String] = []
  /// what the dictionary has of a person
  public var fields: [FactField] = []
  /// what I want to offer; when one person is shown
  public var offers: [String] = []
  public var unknownFields = UnknownFields()

  public init() {}

  public init(id: String = "", name: String = "", familyName: String = "", givenName: String = "", emails: [String] = [], phones: [String] = [], organization: String = "", note: String = "", birthday: String = "", kind: String = "", since: String = "", keptProperties: UInt32 = 0, cardProperties: [String] = [], fields: [FactField] = [], offers: [String] = []) {
    self.id = id
    self.name = name
    self.familyName = familyName
    self.givenName = givenName
    self.emails = emails
    self.phones = phones
    self.organization = organization
    self.note = note
    self.birthday = birthday
    self.kind = kind
    self.since = since
    self.keptProperties = keptProperties
    self.cardProperties = cardProperties
    self.fields = fields
    self.offers = offers
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.id = try reader.string()
      case 18: self.name = try reader.string()
      case 26: self.familyName = try reader.string()
      case 34: self.givenName = try reader.string()
      case 42: self.emails.append(try reader.string())
      case 50: self.phones.append(try reader.string())
      case 58: self.organization = try reader.string()
      case 66: self.note = try reader.string()
      case 74: self.birthday = try reader.string()
      case 82: self.kind = try reader.string()
      case 90: self.since = try reader.string()
      case 96: self.keptProperties = try reader.uint32()
      case 106: self.cardProperties.append(try reader.string())
      case 114: self.fields.append(try reader.message())
      case 122: self.offers.append(try reader.string())
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.id)
    writer.string(2, self.name)
    writer.string(3, self.familyName)
    writer.string(4, self.givenName)
    writer.strings(5, self.emails)
    writer.strings(6, self.phones)
    writer.string(7, self.organization)
    writer.string(8, self.note)
    writer.string(9, self.birthday)
    writer.string(10, self.kind)
    writer.string(11, self.since)
    writer.uint32(12, self.keptProperties)
    writer.strings(13, self.cardProperties)
    writer.messages(14, self.fields)
    writer.strings(15, self.offers)
    writer.unknown(unknownFields)
  }
}

public struct PersonList: KithValue {
  public var items: [Person] = []
  public var unknownFields = UnknownFields()

  public init() {}

  public init(items: [Person] = []) {
    self.items = items
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.items.append(try reader.message())
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.messages(1, self.items)
    writer.unknown(unknownFields)
  }
}

public struct PersonAddRequest: KithValue {
  public var name: String = ""
  public var unknownFields = UnknownFields()

  public init() {}

  public init(name: String = "") {
    self.name = name
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.name = try reader.string()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.name)
    writer.unknown(unknownFields)
  }
}

public struct PersonImportRequest: KithValue {
  public var content: Data = Data()
  /// names on the cards; "*" takes them all
  public var pick: [String] = []
  public var unknownFields = UnknownFields()

  public init() {}

  public init(content: Data = Data(), pick: [String] = []) {
    self.content = content
    self.pick = pick
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.content = try reader.data()
      case 18: self.pick.append(try reader.string())
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.data(1, self.content)
    writer.strings(2, self.pick)
    writer.unknown(unknownFields)
  }
}

public struct SkippedCard: KithValue {
  public var line: UInt32 = 0
  public var reason: String = ""
  public var unknownFields = UnknownFields()

  public init() {}

  public init(line: UInt32 = 0, reason: String = "") {
    self.line = line
    self.reason = reason
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 8: self.line = try reader.uint32()
      case 18: self.reason = try reader.string()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.uint32(1, self.line)
    writer.string(2, self.reason)
    writer.unknown(unknownFields)
  }
}

/// What is absent stays; an empty text or list clears.
public struct PersonEditRequest: KithValue {
  public var person: String = ""
  public var name: String? = nil
  public var setEmails: Bool = false
  public var emails: [String] = []
  public var setPhones: Bool = false
  public var phones: [String] = []
  public var organization: String? = nil
  public var note: String? = nil
  public var birthday: String? = nil
  public var fields: [FactField] = []
  public var unknownFields = UnknownFields()

  public init() {}

  public init(person: String = "", name: String? = nil, setEmails: Bool = false, emails: [String] = [], setPhones: Bool = false, phones: [String] = [], organization: String? = nil, note: String? = nil, birthday: String? = nil, fields: [FactField] = []) {
    self.person = person
    self.name = name
    self.setEmails = setEmails
    self.emails = emails
    self.setPhones = setPhones
    self.phones = phones
    self.organization = organization
    self.note = note
    self.birthday = birthday
    self.fields = fields
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.person = try reader.string()
      case 18: self.name = try reader.string()
      case 24: self.setEmails = try reader.bool()
      case 34: self.emails.append(try reader.string())
      case 40: self.setPhones = try reader.bool()
      case 50: self.phones.append(try reader.string())
      case 58: self.organization = try reader.string()
      case 66: self.note = try reader.string()
      case 74: self.birthday = try reader.string()
      case 82: self.fields.append(try reader.message())
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.person)
    writer.string(2, self.name)
    writer.bool(3, self.setEmails)
    writer.strings(4, self.emails)
    writer.bool(5, self.setPhones)
    writer.strings(6, self.phones)
    writer.string(7, self.organization)
    writer.string(8, self.note)
    writer.string(9, self.birthday)
    writer.messages(10, self.fields)
    writer.unknown(unknownFields)
  }
}

public struct RelationshipSetRequest: KithValue {
  public var person: String = ""
  public var kind: String = ""
  public var since: String? = nil
  public var fields: [FactField] = []
  public var unknownFields = UnknownFields()

  public init() {}

  public init(person: String = "", kind: String = "", since: String? = nil, fields: [FactField] = []) {
    self.person = person
    self.kind = kind
    self.since = since
    self.fields = fields
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.person = try reader.string()
      case 18: self.kind = try reader.string()
      case 26: self.since = try reader.string()
      case 34: self.fields.append(try reader.message())
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.person)
    writer.string(2, self.kind)
    writer.string(3, self.since)
    writer.messages(4, self.fields)
    writer.unknown(unknownFields)
  }
}

public struct Relationship: KithValue {
  public var id: String = ""
  public var person: String = ""
  public var personId: String = ""
  public var kind: String = ""
  public var since: String = ""
  public var fields: [FactField] = []
  /// as a range, as wide as what is not known: "4 y 2-3 mo"
  public var age: String = ""
  public var unknownFields = UnknownFields()

  public init() {}

  public init(id: String = "", person: String = "", personId: String = "", kind: String = "", since: String = "", fields: [FactField] = [], age: String = "") {
    self.id = id
    self.person = person
    self.personId = personId
    self.kind = kind
    self.since = since
    self.fields = fields
    self.age = age
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.id = try reader.string()
      case 18: self.person = try reader.string()
      case 26: self.personId = try reader.string()
      case 34: self.kind = try reader.string()
      case 42: self.since = try reader.string()
      case 50: self.fields.append(try reader.message())
      case 58: self.age = try reader.string()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.id)
    writer.string(2, self.person)
    writer.string(3, self.personId)
    writer.string(4, self.kind)
    writer.string(5, self.since)
    writer.messages(6, self.fields)
    writer.string(7, self.age)
    writer.unknown(unknownFields)
  }
}

public struct LogAddRequest: KithValue {
  public var with: [String] = []
  public var when: String = ""
  public var medium: String = ""
  /// "COAC:received:2"
  public var functions: [String] = []
  public var note: String = ""
  public var next: String = ""
  public var fields: [FactField] = []
  public var unknownFields = UnknownFields()

  public init() {}

  public init(with: [String] = [], when: String = "", medium: String = "", functions: [String] = [], note: String = "", next: String = "", fields: [FactField] = []) {
    self.with = with
    self.when = when
    self.medium = medium
    self.functions = functions
    self.note = note
    self.next = next
    self.fields = fields
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.with.append(try reader.string())
      case 18: self.when = try reader.string()
      case 26: self.medium = try reader.string()
      case 34: self.functions.append(try reader.string())
      case 42: self.note = try reader.string()
      case 50: self.next = try reader.string()
      case 58: self.fields.append(try reader.message())
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.strings(1, self.with)
    writer.string(2, self.when)
    writer.string(3, self.medium)
    writer.strings(4, self.functions)
    writer.string(5, self.note)
    writer.string(6, self.next)
    writer.messages(7, self.fields)
    writer.unknown(unknownFields)
  }
}

public struct LogEditRequest: KithValue {
  public var id: String = ""
  /// empty: stays
  public var with: [String] = []
  public var when: String? = nil
  public var medium: String? = nil
  public var setFunctions: Bool = false
  public var functions: [String] = []
  public var note: String? = nil
  public var next: String? = nil
  public var fields: [FactField] = []
  public var unknownFields = UnknownFields()

  public init() {}

  public init(id: String = "", with: [String] = [], when: String? = nil, medium: String? = nil, setFunctions: Bool = false, functions: [String] = [], note: String? = nil, next: String? = nil, fields: [FactField] = []) {
    self.id = id
    self.with = with
    self.when = when
    self.medium = medium
    self.setFunctions = setFunctions
    self.functions = functions
    self.note = note
    self.next = next
    self.fields = fields
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.id = try reader.string()
      case 18: self.with.append(try reader.string())
      case 26: self.when = try reader.string()
      case 34: self.medium = try reader.string()
      case 40: self.setFunctions = try reader.bool()
      case 50: self.functions.append(try reader.string())
      case 58: self.note = try reader.string()
      case 66: self.next = try reader.string()
      case 74: self.fields.append(try reader.message())
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.id)
    writer.strings(2, self.with)
    writer.string(3, self.when)
    writer.string(4, self.medium)
    writer.bool(5, self.setFunctions)
    writer.strings(6, self.functions)
    writer.string(7, self.note)
    writer.string(8, self.next)
    writer.messages(9, self.fields)
    writer.unknown(unknownFields)
  }
}

public struct LogEntry: KithValue {
  public var id: String = ""
  public var with: [String] = []
  public var withIds: [String] = []
  public var when: String = ""
  public var medium: String = ""
  public var functions: [String] = []
  public var note: String = ""
  public var next: String = ""
  public var createdMs: Double = 0
  public var fields: [FactField] = []
  public var unknownFields = UnknownFields()

  public init() {}

  public init(id: String = "", with: [String] = [], withIds: [String] = [], when: String = "", medium: String = "", functions: [String] = [], note: String = "", next: String = "", createdMs: Double = 0, fields: [FactField] = []) {
    self.id = id
    self.with = with
    self.withIds = withIds
    self.when = when
    self.medium = medium
    self.functions = functions
    self.note = note
    self.next = next
    self.createdMs = createdMs
    self.fields = fields
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.id = try reader.string()
      case 18: self.with.append(try reader.string())
      case 26: self.withIds.append(try reader.string())
      case 34: self.when = try reader.string()
      case 42: self.medium = try reader.string()
      case 50: self.functions.append(try reader.string())
      case 58: self.note = try reader.string()
      case 66: self.next = try reader.string()
      case 73: self.createdMs = try reader.double()
      case 82: self.fields.append(try reader.message())
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.id)
    writer.strings(2, self.with)
    writer.strings(3, self.withIds)
    writer.string(4, self.when)
    writer.string(5, self.medium)
    writer.strings(6, self.functions)
    writer.string(7, self.note)
    writer.string(8, self.next)
    writer.double(9, self.createdMs)
    writer.messages(10, self.fields)
    writer.unknown(unknownFields)
  }
}

public struct LogList: KithValue {
  public var items: [LogEntry] = []
  public var older: UInt32 = 0
  public var unknownFields = UnknownFields()

  public init() {}

  public init(items: [LogEntry] = [], older: UInt32 = 0) {
    self.items = items
    self.older = older
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.items.append(try reader.message())
      case 16: self.older = try reader.uint32()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.messages(1, self.items)
    writer.uint32(2, self.older)
    writer.unknown(unknownFields)
  }
}

public struct NoteAddRequest: KithValue {
  public var text: String = ""
  public var about: String = ""
  public var unknownFields = UnknownFields()

  public init() {}

  public init(text: String = "", about: String = "") {
    self.text = text
    self.about = about
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.text = try reader.string()
      case 18: self.about = try reader.string()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.text)
    writer.string(2, self.about)
    writer.unknown(unknownFields)
  }
}

public struct NoteEditRequest: KithValue {
  public var id: String = ""
  public var text: String? = nil
  public var about: String? = nil
  public var unknownFields = UnknownFields()

  public init() {}

  public init(id: String = "", text: String? = nil, about: String? = nil) {
    self.id = id
    self.text = text
    self.about = about
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.id = try reader.string()
      case 18: self.text = try reader.string()
      case 26: self.about = try reader.string()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.id)
    writer.string(2, self.text)
    writer.string(3, self.about)
    writer.unknown(unknownFields)
  }
}

public struct Note: KithValue {
  public var id: String = ""
  public var text: String = ""
  public var author: String = ""
  public var authorId: String = ""
  public var mine: Bool = false
  public var about: String = ""
  public var aboutId: String = ""
  public var createdMs: Double = 0
  public var unknownFields = UnknownFields()

  public init() {}

  public init(id: String = "", text: String = "", author: String = "", authorId: String = "", mine: Bool = false, about: String = "", aboutId: String = "", createdMs: Double = 0) {
    self.id = id
    self.text = text
    self.author = author
    self.authorId = authorId
    self.mine = mine
    self.about = about
    self.aboutId = aboutId
    self.createdMs = createdMs
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.id = try reader.string()
      case 18: self.text = try reader.string()
      case 26: self.author = try reader.string()
      case 34: self.authorId = try reader.string()
      case 40: self.mine = try reader.bool()
      case 50: self.about = try reader.string()
      case 58: self.aboutId = try reader.string()
      case 65: self.createdMs = try reader.double()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.id)
    writer.string(2, self.text)
    writer.string(3, self.author)
    writer.string(4, self.authorId)
    writer.bool(5, self.mine)
    writer.string(6, self.about)
    writer.string(7, self.aboutId)
    writer.double(8, self.createdMs)
    writer.unknown(unknownFields)
  }
}

public struct NoteList: KithValue {
  public var items: [Note] = []
  public var older: UInt32 = 0
  public var unknownFields = UnknownFields()

  public init() {}

  public init(items: [Note] = [], older: UInt32 = 0) {
    self.items = items
    self.older = older
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.items.append(try reader.message())
      case 16: self.older = try reader.uint32()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.messages(1, self.items)
    writer.uint32(2, self.older)
    writer.unknown(unknownFields)
  }
}

/// `anyway`: although the text names somebody of my network, or a private tag, and leaves this device.
public struct TextEditRequest: KithValue {
  public var id: String = ""
  public var text: String = ""
  public var anyway: Bool = false
  public var unknownFields = UnknownFields()

  public init() {}

  public init(id: String = "", text: String = "", anyway: Bool = false) {
    self.id = id
    self.text = text
    self.anyway = anyway
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.id = try reader.string()
      case 18: self.text = try reader.string()
      case 24: self.anyway = try reader.bool()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.id)
    writer.string(2, self.text)
    writer.bool(3, self.anyway)
    writer.unknown(unknownFields)
  }
}

public struct ShareRequest: KithValue {
  public var id: String = ""
  public var with: String = ""
  public var passage: String = ""
  public var anyway: Bool = false
  public var unknownFields = UnknownFields()

  public init() {}

  public init(id: String = "", with: String = "", passage: String = "", anyway: Bool = false) {
    self.id = id
    self.with = with
    self.passage = passage
    self.anyway = anyway
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.id = try reader.string()
      case 18: self.with = try reader.string()
      case 26: self.passage = try reader.string()
      case 32: self.anyway = try reader.bool()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.id)
    writer.string(2, self.with)
    writer.string(3, self.passage)
    writer.bool(4, self.anyway)
    writer.unknown(unknownFields)
  }
}

public struct Shared: KithValue {
  public var id: String = ""
  public var text: String = ""
  public var author: String = ""
  public var authorId: String = ""
  public var mine: Bool = false
  /// the other one of the pair
  public var person: String = ""
  public var personId: String = ""
  /// the private record it was copied from; known to its author alone
  public var sourceId: String = ""
  public var createdMs: Double = 0
  public var unsent: Bool = false
  public var unknownFields = UnknownFields()

  public init() {}

  public init(id: String = "", text: String = "", author: String = "", authorId: String = "", mine: Bool = false, person: String = "", personId: String = "", sourceId: String = "", createdMs: Double = 0, unsent: Bool = false) {
    self.id = id
    self.text = text
    self.author = author
    self.authorId = authorId
    self.mine = mine
    self.person = person
    self.personId = personId
    self.sourceId = sourceId
    self.createdMs = createdMs
    self.unsent = unsent
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.id = try reader.string()
      case 18: self.text = try reader.string()
      case 26: self.author = try reader.string()
      case 34: self.authorId = try reader.string()
      case 40: self.mine = try reader.bool()
      case 50: self.person = try reader.string()
      case 58: self.personId = try reader.string()
      case 66: self.sourceId = try reader.string()
      case 73: self.createdMs = try reader.double()
      case 80: self.unsent = try reader.bool()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.id)
    writer.string(2, self.text)
    writer.string(3, self.author)
    writer.string(4, self.authorId)
    writer.bool(5, self.mine)
    writer.string(6, self.person)
    writer.string(7, self.personId)
    writer.string(8, self.sourceId)
    writer.double(9, self.createdMs)
    writer.bool(10, self.unsent)
    writer.unknown(unknownFields)
  }
}

public struct SharedList: KithValue {
  public var items: [Shared] = []
  public var unknownFields = UnknownFields()

  public init() {}

  public init(items: [Shared] = []) {
    self.items = items
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.items.append(try reader.message())
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.messages(1, self.items)
    writer.unknown(unknownFields)
  }
}

public struct AgendaAddRequest: KithValue {
  public var text: String = ""
  public var with: String = ""
  public var anyway: Bool = false
  public var unknownFields = UnknownFields()

  public init() {}

  public init(text: String = "", with: String = "", anyway: Bool = false) {
    self.text = text
    self.with = with
    self.anyway = anyway
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.text = try reader.string()
      case 18: self.with = try reader.string()
      case 24: self.anyway = try reader.bool()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.text)
    writer.string(2, self.with)
    writer.bool(3, self.anyway)
    writer.unknown(unknownFields)
  }
}

/// Of an agenda line, a goal or an action item: `removed_by` is set while it waits for a person, because
/// it was removed by one ("you", or the other one's name) while the other wrote in it. It is whole.
public struct AgendaLine: KithValue {
  public var id: String = ""
  public var text: String = ""
  public var author: String = ""
  public var authorId: String = ""
  public var mine: Bool = false
  public var person: String = ""
  public var personId: String = ""
  /// open, done
  public var state: String = ""
  public var createdMs: Double = 0
  public var unsent: Bool = false
  public var removedBy: String = ""
  public var removedMs: Double = 0
  public var unknownFields = UnknownFields()

  public init() {}

  public init(id: String = "", text: String = "", author: String = "", authorId: String = "", mine: Bool = false, person: String = "", personId: String = "", state: String = "", createdMs: Double = 0, unsent: Bool = false, removedBy: String = "", removedMs: Double = 0) {
    self.id = id
    self.text = text
    self.author = author
    self.authorId = authorId
    self.mine = mine
    self.person = person
    self.personId = personId
    self.state = state
    self.createdMs = createdMs
    self.unsent = unsent
    self.removedBy = removedBy
    self.removedMs = removedMs
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.id = try reader.string()
      case 18: self.text = try reader.string()
      case 26: self.author = try reader.string()
      case 34: self.authorId = try reader.string()
      case 40: self.mine = try reader.bool()
      case 50: self.person = try reader.string()
      case 58: self.personId = try reader.string()
      case 66: self.state = try reader.string()
      case 73: self.createdMs = try reader.double()
      case 80: self.unsent = try reader.bool()
      case 90: self.removedBy = try reader.string()
      case 97: self.removedMs = try reader.double()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.id)
    writer.string(2, self.text)
    writer.string(3, self.author)
    writer.string(4, self.authorId)
    writer.bool(5, self.mine)
    writer.string(6, self.person)
    writer.string(7, self.personId)
    writer.string(8, self.state)
    writer.double(9, self.createdMs)
    writer.bool(10, self.unsent)
    writer.string(11, self.removedBy)
    writer.double(12, self.removedMs)
    writer.unknown(unknownFields)
  }
}

public struct AgendaList: KithValue {
  public var items: [AgendaLine] = []
  public var unknownFields = UnknownFields()

  public init() {}

  public init(items: [AgendaLine] = []) {
    self.items = items
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.items.append(try reader.message())
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.messages(1, self.items)
    writer.unknown(unknownFields)
  }
}

public struct GoalAddRequest: KithValue {
  public var text: String = ""
  public var with: String = ""
  public var fields: [FactField] = []
  public var anyway: Bool = false
  public var unknownFields = UnknownFields()

  public init() {}

  public init(text: String = "", with: String = "", fields: [FactField] = [], anyway: Bool = false) {
    self.text = text
    self.with = with
    self.fields = fields
    self.anyway = anyway
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.text = try reader.string()
      case 18: self.with = try reader.string()
      case 26: self.fields.append(try reader.message())
      case 32: self.anyway = try reader.bool()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.text)
    writer.string(2, self.with)
    writer.messages(3, self.fields)
    writer.bool(4, self.anyway)
    writer.unknown(unknownFields)
  }
}

public struct GoalEditRequest: KithValue {
  public var id: String = ""
  /// empty: stays
  public var text: String = ""
  public var fields: [FactField] = []
  public var anyway: Bool = false
  public var unknownFields = UnknownFields()

  public init() {}

  public init(id: String = "", text: String = "", fields: [FactField] = [], anyway: Bool = false) {
    self.id = id
    self.text = text
    self.fields = fields
    self.anyway = anyway
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.id = try reader.string()
      case 18: self.text = try reader.string()
      case 26: self.fields.append(try reader.message())
      case 32: self.anyway = try reader.bool()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.id)
    writer.string(2, self.text)
    writer.messages(3, self.fields)
    writer.bool(4, self.anyway)
    writer.unknown(unknownFields)
  }
}

public struct Goal: KithValue {
  public var id: String = ""
  public var text: String = ""
  public var author: String = ""
  public var authorId: String = ""
  public var mine: Bool = false
  /// empty for a private goal
  public var person: String = ""
  public var personId: String = ""
  public var state: String = ""
  public var createdMs: Double = 0
  public var unsent: Bool = false
  public var removedBy: String = ""
  public var fields: [FactField] = []
  public var removedMs: Double = 0
  public var unknownFields = UnknownFields()

  public init() {}

  public init(id: String = "", text: String = "", author: String = "", authorId: String = "", mine: Bool = false, person: String = "", personId: String = "", state: String = "", createdMs: Double = 0, unsent: Bool = false, removedBy: String = "", fields: [FactField] = [], removedMs: Double = 0) {
    self.id = id
    self.text = text
    self.author = author
    self.authorId = authorId
    self.mine = mine
    self.person = person
    self.personId = personId
    self.state = state
    self.createdMs = createdMs
    self.unsent = unsent
    self.removedBy = removedBy
    self.fields = fields
    self.removedMs = removedMs
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.id = try reader.string()
      case 18: self.text = try reader.string()
      case 26: self.author = try reader.string()
      case 34: self.authorId = try reader.string()
      case 40: self.mine = try reader.bool()
      case 50: self.person = try reader.string()
      case 58: self.personId = try reader.string()
      case 66: self.state = try reader.string()
      case 73: self.createdMs = try reader.double()
      case 80: self.unsent = try reader.bool()
      case 90: self.removedBy = try reader.string()
      case 98: self.fields.append(try reader.message())
      case 105: self.removedMs = try reader.double()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.id)
    writer.string(2, self.text)
    writer.string(3, self.author)
    writer.string(4, self.authorId)
    writer.bool(5, self.mine)
    writer.string(6, self.person)
    writer.string(7, self.personId)
    writer.string(8, self.state)
    writer.double(9, self.createdMs)
    writer.bool(10, self.unsent)
    writer.string(11, self.removedBy)
    writer.messages(12, self.fields)
    writer.double(13, self.removedMs)
    writer.unknown(unknownFields)
  }
}

public struct GoalList: KithValue {
  public var items: [Goal] = []
  public var unknownFields = UnknownFields()

  public init() {}

  public init(items: [Goal] = []) {
    self.items = items
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.items.append(try reader.message())
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.messages(1, self.items)
    writer.unknown(unknownFields)
  }
}

public struct ActionAddRequest: KithValue {
  public var text: String = ""
  public var with: String = ""
  public var owner: String = ""
  public var due: String = ""
  public var anyway: Bool = false
  public var unknownFields = UnknownFields()

  public init() {}

  public init(text: String = "", with: String = "", owner: String = "", due: String = "", anyway: Bool = false) {
    self.text = text
    self.with = with
    self.owner = owner
    self.due = due
    self.anyway = anyway
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.text = try reader.string()
      case 18: self.with = try reader.string()
      case 26: self.owner = try reader.string()
      case 34: self.due = try reader.string()
      case 40: self.anyway = try reader.bool()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.text)
    writer.string(2, self.with)
    writer.string(3, self.owner)
    writer.string(4, self.due)
    writer.bool(5, self.anyway)
    writer.unknown(unknownFields)
  }
}

public struct ActionEditRequest: KithValue {
  public var id: String = ""
  public var text: String? = nil
  public var owner: String? = nil
  public var due: String? = nil
  public var anyway: Bool = false
  public var unknownFields = UnknownFields()

  public init() {}

  public init(id: String = "", text: String? = nil, owner: String? = nil, due: String? = nil, anyway: Bool = false) {
    self.id = id
    self.text = text
    self.owner = owner
    self.due = due
    self.anyway = anyway
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.id = try reader.string()
      case 18: self.text = try reader.string()
      case 26: self.owner = try reader.string()
      case 34: self.due = try reader.string()
      case 40: self.anyway = try reader.bool()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.id)
    writer.string(2, self.text)
    writer.string(3, self.owner)
    writer.string(4, self.due)
    writer.bool(5, self.anyway)
    writer.unknown(unknownFields)
  }
}

public struct Action: KithValue {
  public var id: String = ""
  public var text: String = ""
  public var author: String = ""
  public var authorId: String = ""
  public var mine: Bool = false
  public var person: String = ""
  public var personId: String = ""
  public var state: String = ""
  public var createdMs: Double = 0
  public var unsent: Bool = false
  public var removedBy: String = ""
  /// who owes it
  public var owner: String = ""
  public var ownerId: String = ""
  public var due: String = ""
  public var removedMs: Double = 0
  public var unknownFields = UnknownFields()

  public init() {}

  public init(id: String = "", text: String = "", author: String = "", authorId: String = "", mine: Bool = false, person: String = "", personId: String = "", state: String = "", createdMs: Double = 0, unsent: Bool = false, removedBy: String = "", owner: String = "", ownerId: String = "", due: String = "", removedMs: Double = 0) {
    self.id = id
    self.text = text
    self.author = author
    self.authorId = authorId
    self.mine = mine
    self.person = person
    self.personId = personId
    self.state = state
    self.createdMs = createdMs
    self.unsent = unsent
    self.removedBy = removedBy
    self.owner = owner
    self.ownerId = ownerId
    self.due = due
    self.removedMs = removedMs
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.id = try reader.string()
      case 18: self.text = try reader.string()
      case 26: self.author = try reader.string()
      case 34: self.authorId = try reader.string()
      case 40: self.mine = try reader.bool()
      case 50: self.person = try reader.string()
      case 58: self.personId = try reader.string()
      case 66: self.state = try reader.string()
      case 73: self.createdMs = try reader.double()
      case 80: self.unsent = try reader.bool()
      case 90: self.removedBy = try reader.string()
      case 98: self.owner = try reader.string()
      case 106: self.ownerId = try reader.string()
      case 114: self.due = try reader.string()
      case 121: self.removedMs = try reader.double()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.id)
    writer.string(2, self.text)
    writer.string(3, self.author)
    writer.string(4, self.authorId)
    writer.bool(5, self.mine)
    writer.string(6, self.person)
    writer.string(7, self.personId)
    writer.string(8, self.state)
    writer.double(9, self.createdMs)
    writer.bool(10, self.unsent)
    writer.string(11, self.removedBy)
    writer.string(12, self.owner)
    writer.string(13, self.ownerId)
    writer.string(14, self.due)
    writer.double(15, self.removedMs)
    writer.unknown(unknownFields)
  }
}

public struct ActionList: KithValue {
  public var items: [Action] = []
  public var unknownFields = UnknownFields()

  public init() {}

  public init(items: [Action] = []) {
    self.items = items
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.items.append(try reader.message())
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.messages(1, self.items)
    writer.unknown(unknownFields)
  }
}

public struct PairInviteRequest: KithValue {
  public var person: String = ""
  public var unknownFields = UnknownFields()

  public init() {}

  public init(person: String = "") {
    self.person = person
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.person = try reader.string()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.person)
    writer.unknown(unknownFields)
  }
}

public struct PairInvitation: KithValue {
  public var id: String = ""
  public var code: String = ""
  public var unknownFields = UnknownFields()

  public init() {}

  public init(id: String = "", code: String = "") {
    self.id = id
    self.code = code
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.id = try reader.string()
      case 18: self.code = try reader.string()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.id)
    writer.string(2, self.code)
    writer.unknown(unknownFields)
  }
}

public struct PairAcceptRequest: KithValue {
  public var code: String = ""
  public var person: String = ""
  public var unknownFields = UnknownFields()

  public init() {}

  public init(code: String = "", person: String = "") {
    self.code = code
    self.person = person
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.code = try reader.string()
      case 18: self.person = try reader.string()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.code)
    writer.string(2, self.person)
    writer.unknown(unknownFields)
  }
}

public struct PairConfirmRequest: KithValue {
  public var id: String = ""
  public var code: String = ""
  public var passphrase: Data = Data()
  public var unknownFields = UnknownFields()

  public init() {}

  public init(id: String = "", code: String = "", passphrase: Data = Data()) {
    self.id = id
    self.code = code
    self.passphrase = passphrase
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.id = try reader.string()
      case 18: self.code = try reader.string()
      case 26: self.passphrase = try reader.data()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.id)
    writer.string(2, self.code)
    writer.data(3, self.passphrase)
    writer.unknown(unknownFields)
  }
}

public struct PairEndRequest: KithValue {
  public var person: String = ""
  public var passphrase: Data = Data()
  public var unknownFields = UnknownFields()

  public init() {}

  public init(person: String = "", passphrase: Data = Data()) {
    self.person = person
    self.passphrase = passphrase
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.person = try reader.string()
      case 18: self.passphrase = try reader.data()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.person)
    writer.data(2, self.passphrase)
    writer.unknown(unknownFields)
  }
}

public struct Pair: KithValue {
  public var id: String = ""
  public var person: String = ""
  public var personId: String = ""
  /// as the partner calls himself
  public var partnerName: String = ""
  public var digits: String = ""
  /// invited, accepted, paired, ended
  public var state: String = ""
  /// both confirmed the digits
  public var verified: Bool = false
  /// I did
  public var confirmed: Bool = false
  public var inviter: Bool = false
  /// the inviter's, until it is accepted
  public var code: String = ""
  public var expiresMs: Double = 0
  /// how often the partner's vault went on under new keys
  public var partnerRenewals: UInt32 = 0
  /// entries there that count and that this device could not read
  public var unreadable: UInt32 = 0
  public var unknownFields = UnknownFields()

  public init() {}

  public init(id: String = "", person: String = "", personId: String = "", partnerName: String = "", digits: String = "", state: String = "", verified: Bool = false, confirmed: Bool = false, inviter: Bool = false, code: String = "", expiresMs: Double = 0, partnerRenewals: UInt32 = 0, unreadable: UInt32 = 0) {
    self.id = id
    self.person = person
    self.personId = personId
    self.partnerName = partnerName
    self.digits = digits
    self.state = state
    self.verified = verified
    self.confirmed = confirmed
    self.inviter = inviter
    self.code = code
    self.expiresMs = expiresMs
    self.partnerRenewals = partnerRenewals
    self.unreadable = unreadable
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.id = try reader.string()
      case 18: self.person = try reader.string()
      case 26: self.personId = try reader.string()
      case 34: self.partnerName = try reader.string()
      case 42: self.digits = try reader.string()
      case 50: self.state = try reader.string()
      case 56: self.verified = try reader.bool()
      case 64: self.confirmed = try reader.bool()
      case 72: self.inviter = try reader.bool()
      case 82: self.code = try reader.string()
      case 89: self.expiresMs = try reader.double()
      case 96: self.partnerRenewals = try reader.uint32()
      case 104: self.unreadable = try reader.uint32()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.id)
    writer.string(2, self.person)
    writer.string(3, self.personId)
    writer.string(4, self.partnerName)
    writer.string(5, self.digits)
    writer.string(6, self.state)
    writer.bool(7, self.verified)
    writer.bool(8, self.confirmed)
    writer.bool(9, self.inviter)
    writer.string(10, self.code)
    writer.double(11, self.expiresMs)
    writer.uint32(12, self.partnerRenewals)
    writer.uint32(13, self.unreadable)
    writer.unknown(unknownFields)
  }
}

public struct PairEnded: KithValue {
  public var id: String = ""
  /// that go with the end
  public var withdrawals: UInt32 = 0
  /// changes that the other one will not see; they are kept here
  public var unsent: UInt32 = 0
  public var unknownFields = UnknownFields()

  public init() {}

  public init(id: String = "", withdrawals: UInt32 = 0, unsent: UInt32 = 0) {
    self.id = id
    self.withdrawals = withdrawals
    self.unsent = unsent
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.id = try reader.string()
      case 16: self.withdrawals = try reader.uint32()
      case 24: self.unsent = try reader.uint32()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.id)
    writer.uint32(2, self.withdrawals)
    writer.uint32(3, self.unsent)
    writer.unknown(unknownFields)
  }
}

public struct PairList: KithValue {
  public var items: [Pair] = []
  /// the relay was asked just now
  public var refreshed: Bool = false
  public var unknownFields = UnknownFields()

  public init() {}

  public init(items: [Pair] = [], refreshed: Bool = false) {
    self.items = items
    self.refreshed = refreshed
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.items.append(try reader.message())
      case 16: self.refreshed = try reader.bool()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.messages(1, self.items)
    writer.bool(2, self.refreshed)
    writer.unknown(unknownFields)
  }
}

public struct Conflict: KithValue {
  public var id: String = ""
  public var field: String = ""
  public var shown: String = ""
  public var kept: String = ""
  /// who wrote the kept value
  public var author: String = ""
  public var authorId: String = ""
  public var mine: Bool = false
  public var recordId: String = ""
  public var kind: String = ""
  public var person: String = ""
  /// No value lost: `author` removed the record while the other one wrote in it. To keep it is to keep it
  /// whole, to dismiss this is to let the record go.
  public var removal: Bool = false
  public var removedMs: Double = 0
  /// what the record is known by
  public var text: String = ""
  /// the conflict in a sentence or two
  public var says: String = ""
  public var saysSentence: Sentence? = nil
  public var unknownFields = UnknownFields()

  public init() {}

  public init(id: String = "", field: String = "", shown: String = "", kept: String = "", author: String = "", authorId: String = "", mine: Bool = false, recordId: String = "", kind: String = "", person: String = "", removal: Bool = false, removedMs: Double = 0, text: String = "", says: String = "", saysSentence: Sentence? = nil) {
    self.id = id
    self.field = field
    self.shown = shown
    self.kept = kept
    self.author = author
    self.authorId = authorId
    self.mine = mine
    self.recordId = recordId
    self.kind = kind
    self.person = person
    self.removal = removal
    self.removedMs = removedMs
    self.text = text
    self.says = says
    self.saysSentence = saysSentence
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.id = try reader.string()
      case 18: self.field = try reader.string()
      case 26: self.shown = try reader.string()
      case 34: self.kept = try reader.string()
      case 42: self.author = try reader.string()
      case 50: self.authorId = try reader.string()
      case 56: self.mine = try reader.bool()
      case 66: self.recordId = try reader.string()
      case 74: self.kind = try reader.string()
      case 82: self.person = try reader.string()
      case 88: self.removal = try reader.bool()
      case 97: self.removedMs = try reader.double()
      case 106: self.text = try reader.string()
      case 114: self.says = try reader.string()
      case 122: try reader.merge(&self.saysSentence)
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.id)
    writer.string(2, self.field)
    writer.string(3, self.shown)
    writer.string(4, self.kept)
    writer.string(5, self.author)
    writer.string(6, self.authorId)
    writer.bool(7, self.mine)
    writer.string(8, self.recordId)
    writer.string(9, self.kind)
    writer.string(10, self.person)
    writer.bool(11, self.removal)
    writer.double(12, self.removedMs)
    writer.string(13, self.text)
    writer.string(14, self.says)
    writer.message(15, self.saysSentence)
    writer.unknown(unknownFields)
  }
}

public struct ConflictList: KithValue {
  public var items: [Conflict] = []
  public var unknownFields = UnknownFields()

  public init() {}

  public init(items: [Conflict] = []) {
    self.items = items
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.items.append(try reader.message())
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.messages(1, self.items)
    writer.unknown(unknownFields)
  }
}

public struct AlarmMark: KithValue {
  public var id: String = ""
  public var code: String = ""
  public var unknownFields = UnknownFields()

  public init() {}

  public init(id: String = "", code: String = "") {
    self.id = id
    self.code = code
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.id = try reader.string()
      case 18: self.code = try reader.string()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.id)
    writer.string(2, self.code)
    writer.unknown(unknownFields)
  }
}

/// How one space came out of a sync.
public struct SpaceOutcome: KithValue {
  /// id
  public var space: String = ""
  /// the other one of a pair; empty for my own space
  public var person: String = ""
  public var personId: String = ""
  public var own: Bool = false
  /// my changes that no log has counted
  public var waiting: UInt32 = 0
  /// the end of this pair has not been sent
  public var leaveWaits: Bool = false
  /// why it is not up to date, or why something waits; empty: neither is so
  public var code: String = ""
  /// something is wrong; else it waits for somebody, or for the next sync
  public var trouble: Bool = false
  /// the same in plain words, and what can be done
  public var why: String = ""
  /// for whoever looks for the cause
  public var detail: String = ""
  public var next: [Next] = []
  public var whySentence: Sentence? = nil
  public var unknownFields = UnknownFields()

  public init() {}

  public init(space: String = "", person: String = "", personId: String = "", own: Bool = false, waiting: UInt32 = 0, leaveWaits: Bool = false, code: String = "", trouble: Bool = false, why: String = "", detail: String = "", next: [Next] = [], whySentence: Sentence? = nil) {
    self.space = space
    self.person = person
    self.personId = personId
    self.own = own
    self.waiting = waiting
    self.leaveWaits = leaveWaits
    self.code = code
    self.trouble = trouble
    self.why = why
    self.detail = detail
    self.next = next
    self.whySentence = whySentence
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.space = try reader.string()
      case 18: self.person = try reader.string()
      case 26: self.personId = try reader.string()
      case 32: self.own = try reader.bool()
      case 40: self.waiting = try reader.uint32()
      case 48: self.leaveWaits = try reader.bool()
      case 58: self.code = try reader.string()
      case 64: self.trouble = try reader.bool()
      case 74: self.why = try reader.string()
      case 82: self.detail = try reader.string()
      case 90: self.next.append(try reader.message())
      case 98: try reader.merge(&self.whySentence)
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.space)
    writer.string(2, self.person)
    writer.string(3, self.personId)
    writer.bool(4, self.own)
    writer.uint32(5, self.waiting)
    writer.bool(6, self.leaveWaits)
    writer.string(7, self.code)
    writer.bool(8, self.trouble)
    writer.string(9, self.why)
    writer.string(10, self.detail)
    writer.messages(11, self.next)
    writer.message(12, self.whySentence)
    writer.unknown(unknownFields)
  }
}

/// Entries of mine that the other one of a pair counts and could not read.
public struct PutAside: KithValue {
  public var person: String = ""
  public var personId: String = ""
  public var code: String = ""
  public var count: UInt32 = 0
  public var says: String = ""
  public var saysSentence: Sentence? = nil
  public var unknownFields = UnknownFields()

  public init() {}

  public init(person: String = "", personId: String = "", code: String = "", count: UInt32 = 0, says: String = "", saysSentence: Sentence? = nil) {
    self.person = person
    self.personId = personId
    self.code = code
    self.count = count
    self.says = says
    self.saysSentence = saysSentence
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.person = try reader.string()
      case 18: self.personId = try reader.string()
      case 26: self.code = try reader.string()
      case 32: self.count = try reader.uint32()
      case 42: self.says = try reader.string()
      case 50: try reader.merge(&self.saysSentence)
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.person)
    writer.string(2, self.personId)
    writer.string(3, self.code)
    writer.uint32(4, self.count)
    writer.string(5, self.says)
    writer.message(6, self.saysSentence)
    writer.unknown(unknownFields)
  }
}

/// 0: until all is done. After that many milliseconds it stops between two calls, or in the middle of one.
public struct SyncRequest: KithValue {
  public var deadlineMs: Double = 0
  public var unknownFields = UnknownFields()

  public init() {}

  public init(deadlineMs: Double = 0) {
    self.deadlineMs = deadlineMs
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 9: self.deadlineMs = try reader.double()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.double(1, self.deadlineMs)
    writer.unknown(unknownFields)
  }
}

public struct SyncResult: KithValue {
  /// whose vault: the id of "me"
  public var id: String = ""
  public var sent: UInt32 = 0
  public var received: UInt32 = 0
  public var pending: UInt32 = 0
  /// noticed for the first time
  public var alarms: [AlarmMark] = []
  /// Set when there is a new alarm: the first one's code. STORE_ROLLED_BACK too while nothing is
  /// sent because this vault has to go on under new keys first, and REVOKED_DEVICE when it has ended.
  public var error: ErrorDetail? = nil
  /// partners whose vaults go on under new keys, seen for the first time
  public var renewed: [String] = []
  /// of every space that was to be synced
  public var spaces: [SpaceOutcome] = []
  public var putAside: [PutAside] = []
  /// the deadline came before the end: what is left goes with the next sync
  public var more: Bool = false
  public var unknownFields = UnknownFields()

  public init() {}

  public init(id: String = "", sent: UInt32 = 0, received: UInt32 = 0, pending: UInt32 = 0, alarms: [AlarmMark] = [], error: ErrorDetail? = nil, renewed: [String] = [], spaces: [SpaceOutcome] = [], putAside: [PutAside] = [], more: Bool = false) {
    self.id = id
    self.sent = sent
    self.received = received
    self.pending = pending
    self.alarms = alarms
    self.error = error
    self.renewed = renewed
    self.spaces = spaces
    self.putAside = putAside
    self.more = more
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.id = try reader.string()
      case 16: self.sent = try reader.uint32()
      case 24: self.received = try reader.uint32()
      case 32: self.pending = try reader.uint32()
      case 42: self.alarms.append(try reader.message())
      case 50: try reader.merge(&self.error)
      case 58: self.renewed.append(try reader.string())
      case 66: self.spaces.append(try reader.message())
      case 74: self.putAside.append(try reader.message())
      case 80: self.more = try reader.bool()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.id)
    writer.uint32(2, self.sent)
    writer.uint32(3, self.received)
    writer.uint32(4, self.pending)
    writer.messages(5, self.alarms)
    writer.message(6, self.error)
    writer.strings(7, self.renewed)
    writer.messages(8, self.spaces)
    writer.messages(9, self.putAside)
    writer.bool(10, self.more)
    writer.unknown(unknownFields)
  }
}

/// 32 bytes for the platform's key store, of the kind that a program may use behind a locked screen; for no file.
public struct LockedKey: KithValue {
  public var key: Data = Data()
  public var unknownFields = UnknownFields()

  public init() {}

  public init(key: Data = Data()) {
    self.key = key
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.key = try reader.data()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.data(1, self.key)
    writer.unknown(unknownFields)
  }
}

public struct LockedState: KithValue {
  public var allowed: Bool = false
  /// that can be synced while the vault is locked
  public var spaces: UInt32 = 0
  /// sealed entries that go out then
  public var waiting: UInt32 = 0
  /// sealed entries for which there was no room: they go with the next sync
  public var leftOut: UInt32 = 0
  public var unknownFields = UnknownFields()

  public init() {}

  public init(allowed: Bool = false, spaces: UInt32 = 0, waiting: UInt32 = 0, leftOut: UInt32 = 0) {
    self.allowed = allowed
    self.spaces = spaces
    self.waiting = waiting
    self.leftOut = leftOut
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 8: self.allowed = try reader.bool()
      case 16: self.spaces = try reader.uint32()
      case 24: self.waiting = try reader.uint32()
      case 32: self.leftOut = try reader.uint32()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.bool(1, self.allowed)
    writer.uint32(2, self.spaces)
    writer.uint32(3, self.waiting)
    writer.uint32(4, self.leftOut)
    writer.unknown(unknownFields)
  }
}

public struct LockedSyncRequest: KithValue {
  public var key: Data = Data()
  /// as of SyncRequest
  public var deadlineMs: Double = 0
  public var unknownFields = UnknownFields()

  public init() {}

  public init(key: Data = Data(), deadlineMs: Double = 0) {
    self.key = key
    self.deadlineMs = deadlineMs
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.key = try reader.data()
      case 17: self.deadlineMs = try reader.double()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.data(1, self.key)
    writer.double(2, self.deadlineMs)
    writer.unknown(unknownFields)
  }
}

/// Which spaces they are is told to nobody who has no vault open.
public struct LockedTrouble: KithValue {
  public var error: ErrorDetail? = nil
  public var spaces: UInt32 = 0
  public var unknownFields = UnknownFields()

  public init() {}

  public init(error: ErrorDetail? = nil, spaces: UInt32 = 0) {
    self.error = error
    self.spaces = spaces
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: try reader.merge(&self.error)
      case 16: self.spaces = try reader.uint32()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.message(1, self.error)
    writer.uint32(2, self.spaces)
    writer.unknown(unknownFields)
  }
}

public struct LockedSyncResult: KithValue {
  public var spaces: UInt32 = 0
  /// sealed entries that came
  public var fetched: UInt32 = 0
  /// sealed entries that the relay took
  public var sent: UInt32 = 0
  /// there is more to fetch or to send than there was time or room for
  public var more: Bool = false
  public var troubles: [LockedTrouble] = []
  public var unknownFields = UnknownFields()

  public init() {}

  public init(spaces: UInt32 = 0, fetched: UInt32 = 0, sent: UInt32 = 0, more: Bool = false, troubles: [LockedTrouble] = []) {
    self.spaces = spaces
    self.fetched = fetched
    self.sent = sent
    self.more = more
    self.troubles = troubles
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 8: self.spaces = try reader.uint32()
      case 16: self.fetched = try reader.uint32()
      case 24: self.sent = try reader.uint32()
      case 32: self.more = try reader.bool()
      case 42: self.troubles.append(try reader.message())
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.uint32(1, self.spaces)
    writer.uint32(2, self.fetched)
    writer.uint32(3, self.sent)
    writer.bool(4, self.more)
    writer.messages(5, self.troubles)
    writer.unknown(unknownFields)
  }
}

public struct TrayRequest: KithValue {
  public var folder: String = ""
  public var unknownFields = UnknownFields()

  public init() {}

  public init(folder: String = "") {
    self.folder = folder
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.folder = try reader.string()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.folder)
    writer.unknown(unknownFields)
  }
}

public struct TrayState: KithValue {
  /// items that become notes
  public var waiting: UInt32 = 0
  public var troubles: [TrayTrouble] = []
  public var unknownFields = UnknownFields()

  public init() {}

  public init(waiting: UInt32 = 0, troubles: [TrayTrouble] = []) {
    self.waiting = waiting
    self.troubles = troubles
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 8: self.waiting = try reader.uint32()
      case 18: self.troubles.append(try reader.message())
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.uint32(1, self.waiting)
    writer.messages(2, self.troubles)
    writer.unknown(unknownFields)
  }
}

/// Items that stay where they are: another vault's or damaged (tray.clear removes those), of a newer version, or such that
/// became notes and whose files do not go.
public struct TrayTrouble: KithValue {
  public var error: ErrorDetail? = nil
  public var items: UInt32 = 0
  public var unknownFields = UnknownFields()

  public init() {}

  public init(error: ErrorDetail? = nil, items: UInt32 = 0) {
    self.error = error
    self.items = items
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: try reader.merge(&self.error)
      case 16: self.items = try reader.uint32()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.message(1, self.error)
    writer.uint32(2, self.items)
    writer.unknown(unknownFields)
  }
}

public struct TrayTaken: KithValue {
  /// their ids
  public var notes: [String] = []
  public var troubles: [TrayTrouble] = []
  public var unknownFields = UnknownFields()

  public init() {}

  public init(notes: [String] = [], troubles: [TrayTrouble] = []) {
    self.notes = notes
    self.troubles = troubles
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.notes.append(try reader.string())
      case 18: self.troubles.append(try reader.message())
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.strings(1, self.notes)
    writer.messages(2, self.troubles)
    writer.unknown(unknownFields)
  }
}

public struct TrayCleared: KithValue {
  public var removed: UInt32 = 0
  public var unknownFields = UnknownFields()

  public init() {}

  public init(removed: UInt32 = 0) {
    self.removed = removed
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 8: self.removed = try reader.uint32()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.uint32(1, self.removed)
    writer.unknown(unknownFields)
  }
}

public struct TrayPutRequest: KithValue {
  public var folder: String = ""
  /// may be empty where there is a source
  public var text: String = ""
  /// an address or a title
  public var source: String = ""
  /// 0: now
  public var sharedMs: Double = 0
  public var unknownFields = UnknownFields()

  public init() {}

  public init(folder: String = "", text: String = "", source: String = "", sharedMs: Double = 0) {
    self.folder = folder
    self.text = text
    self.source = source
    self.sharedMs = sharedMs
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.folder = try reader.string()
      case 18: self.text = try reader.string()
      case 26: self.source = try reader.string()
      case 33: self.sharedMs = try reader.double()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.folder)
    writer.string(2, self.text)
    writer.string(3, self.source)
    writer.double(4, self.sharedMs)
    writer.unknown(unknownFields)
  }
}

public struct Alarm: KithValue {
  public var id: String = ""
  public var code: String = ""
  /// id of the space
  public var space: String = ""
  /// the other one of a pair; empty for my own space
  public var person: String = ""
  /// the device key it is about, where there is one
  public var author: String = ""
  public var position: Double = 0
  public var timeMs: Double = 0
  public var detail: String = ""
  /// what it means and what was kept
  public var meaning: String = ""
  public var healed: Bool = false
  /// a person has seen it
  public var dismissed: Bool = false
  /// of its kind, which were counted and not kept
  public var more: UInt32 = 0
  /// how long each piece is: entries without their text, signed heads
  public var evidenceBytes: [UInt32] = []
  /// what can be done about it
  public var toDo: String = ""
  /// nothing is sent there until it is healed (alarm.heal), or renewed
  public var stopsSpace: Bool = false
  /// alarm.heal does: a change of members is lost, and what is decided is signed
  public var wantsPassphrase: Bool = false
  public var next: [Next] = []
  public var meaningSentence: Sentence? = nil
  public var toDoSentence: Sentence? = nil
  public var unknownFields = UnknownFields()

  public init() {}

  public init(id: String = "", code: String = "", space: String = "", person: String = "", author: String = "", position: Double = 0, timeMs: Double = 0, detail: String = "", meaning: String = "", healed: Bool = false, dismissed: Bool = false, more: UInt32 = 0, evidenceBytes: [UInt32] = [], toDo: String = "", stopsSpace: Bool = false, wantsPassphrase: Bool = false, next: [Next] = [], meaningSentence: Sentence? = nil, toDoSentence: Sentence? = nil) {
    self.id = id
    self.code = code
    self.space = space
    self.person = person
    self.author = author
    self.position = position
    self.timeMs = timeMs
    self.detail = detail
    self.meaning = meaning
    self.healed = healed
    self.dismissed = dismissed
    self.more = more
    self.evidenceBytes = evidenceBytes
    self.toDo = toDo
    self.stopsSpace = stopsSpace
    self.wantsPassphrase = wantsPassphrase
    self.next = next
    self.meaningSentence = meaningSentence
    self.toDoSentence = toDoSentence
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.id = try reader.string()
      case 18: self.code = try reader.string()
      case 26: self.space = try reader.string()
      case 34: self.person = try reader.string()
      case 42: self.author = try reader.string()
      case 49: self.position = try reader.double()
      case 57: self.timeMs = try reader.double()
      case 66: self.detail = try reader.string()
      case 74: self.meaning = try reader.string()
      case 80: self.healed = try reader.bool()
      case 88: self.dismissed = try reader.bool()
      case 96: self.more = try reader.uint32()
      case 104: self.evidenceBytes.append(try reader.uint32())
      case 106: try reader.packed(&self.evidenceBytes) { try $0.uint32() }
      case 114: self.toDo = try reader.string()
      case 120: self.stopsSpace = try reader.bool()
      case 128: self.wantsPassphrase = try reader.bool()
      case 138: self.next.append(try reader.message())
      case 146: try reader.merge(&self.meaningSentence)
      case 154: try reader.merge(&self.toDoSentence)
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.id)
    writer.string(2, self.code)
    writer.string(3, self.space)
    writer.string(4, self.person)
    writer.string(5, self.author)
    writer.double(6, self.position)
    writer.double(7, self.timeMs)
    writer.string(8, self.detail)
    writer.string(9, self.meaning)
    writer.bool(10, self.healed)
    writer.bool(11, self.dismissed)
    writer.uint32(12, self.more)
    writer.uint32s(13, self.evidenceBytes)
    writer.string(14, self.toDo)
    writer.bool(15, self.stopsSpace)
    writer.bool(16, self.wantsPassphrase)
    writer.messages(17, self.next)
    writer.message(18, self.meaningSentence)
    writer.message(19, self.toDoSentence)
    writer.unknown(unknownFields)
  }
}

/// Those that a person has not dismissed come first.
public struct AlarmList: KithValue {
  public var items: [Alarm] = []
  public var unknownFields = UnknownFields()

  public init() {}

  public init(items: [Alarm] = []) {
    self.items = items
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.items.append(try reader.message())
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.messages(1, self.items)
    writer.unknown(unknownFields)
  }
}

public struct HealRequest: KithValue {
  public var id: String = ""
  public var passphrase: Data = Data()
  public var unknownFields = UnknownFields()

  public init() {}

  public init(id: String = "", passphrase: Data = Data()) {
    self.id = id
    self.passphrase = passphrase
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.id = try reader.string()
      case 18: self.passphrase = try reader.data()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.id)
    writer.data(2, self.passphrase)
    writer.unknown(unknownFields)
  }
}

public struct AlarmChanged: KithValue {
  public var id: String = ""
  public var says: String = ""
  /// of a decision over a change of members that was lost
  public var sync: SyncResult? = nil
  public var next: [Next] = []
  public var saysSentence: Sentence? = nil
  public var unknownFields = UnknownFields()

  public init() {}

  public init(id: String = "", says: String = "", sync: SyncResult? = nil, next: [Next] = [], saysSentence: Sentence? = nil) {
    self.id = id
    self.says = says
    self.sync = sync
    self.next = next
    self.saysSentence = saysSentence
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.id = try reader.string()
      case 18: self.says = try reader.string()
      case 26: try reader.merge(&self.sync)
      case 34: self.next.append(try reader.message())
      case 42: try reader.merge(&self.saysSentence)
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.id)
    writer.string(2, self.says)
    writer.message(3, self.sync)
    writer.messages(4, self.next)
    writer.message(5, self.saysSentence)
    writer.unknown(unknownFields)
  }
}

public struct RelayViewRequest: KithValue {
  public var with: String = ""
  public var unknownFields = UnknownFields()

  public init() {}

  public init(with: String = "") {
    self.with = with
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.with = try reader.string()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.with)
    writer.unknown(unknownFields)
  }
}

public struct VisibleField: KithValue {
  public var name: String = ""
  public var value: String = ""
  public var unknownFields = UnknownFields()

  public init() {}

  public init(name: String = "", value: String = "") {
    self.name = name
    self.value = value
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.name = try reader.string()
      case 18: self.value = try reader.string()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.name)
    writer.string(2, self.value)
    writer.unknown(unknownFields)
  }
}

public struct RelayMember: KithValue {
  public var number: UInt32 = 0
  public var active: Bool = false
  public var device: String = ""
  public var lastSequence: Double = 0
  public var unknownFields = UnknownFields()

  public init() {}

  public init(number: UInt32 = 0, active: Bool = false, device: String = "", lastSequence: Double = 0) {
    self.number = number
    self.active = active
    self.device = device
    self.lastSequence = lastSequence
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 8: self.number = try reader.uint32()
      case 16: self.active = try reader.bool()
      case 26: self.device = try reader.string()
      case 33: self.lastSequence = try reader.double()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.uint32(1, self.number)
    writer.bool(2, self.active)
    writer.string(3, self.device)
    writer.double(4, self.lastSequence)
    writer.unknown(unknownFields)
  }
}

public struct RelayEntry: KithValue {
  public var position: Double = 0
  public var receivedMs: Double = 0
  public var bytes: UInt32 = 0
  /// data, membership
  public var kind: String = ""
  /// header, membership and signature, in their order
  public var visible: [VisibleField] = []
  /// "512 sealed bytes"
  public var sealed: String = ""
  public var unknownFields = UnknownFields()

  public init() {}

  public init(position: Double = 0, receivedMs: Double = 0, bytes: UInt32 = 0, kind: String = "", visible: [VisibleField] = [], sealed: String = "") {
    self.position = position
    self.receivedMs = receivedMs
    self.bytes = bytes
    self.kind = kind
    self.visible = visible
    self.sealed = sealed
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 9: self.position = try reader.double()
      case 17: self.receivedMs = try reader.double()
      case 24: self.bytes = try reader.uint32()
      case 34: self.kind = try reader.string()
      case 42: self.visible.append(try reader.message())
      case 50: self.sealed = try reader.string()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.double(1, self.position)
    writer.double(2, self.receivedMs)
    writer.uint32(3, self.bytes)
    writer.string(4, self.kind)
    writer.messages(5, self.visible)
    writer.string(6, self.sealed)
    writer.unknown(unknownFields)
  }
}

public struct RelayView: KithValue {
  public var space: String = ""
  public var kind: String = ""
  public var createdMs: Double = 0
  public var storedBytes: Double = 0
  public var position: Double = 0
  public var epoch: UInt32 = 0
  public var liveStreams: UInt32 = 0
  public var admission: String = ""
  public var members: [RelayMember] = []
  public var entries: [RelayEntry] = []
  public var unknownFields = UnknownFields()

  public init() {}

  public init(space: String = "", kind: String = "", createdMs: Double = 0, storedBytes: Double = 0, position: Double = 0, epoch: UInt32 = 0, liveStreams: UInt32 = 0, admission: String = "", members: [RelayMember] = [], entries: [RelayEntry] = []) {
    self.space = space
    self.kind = kind
    self.createdMs = createdMs
    self.storedBytes = storedBytes
    self.position = position
    self.epoch = epoch
    self.liveStreams = liveStreams
    self.admission = admission
    self.members = members
    self.entries = entries
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.space = try reader.string()
      case 18: self.kind = try reader.string()
      case 25: self.createdMs = try reader.double()
      case 33: self.storedBytes = try reader.double()
      case 41: self.position = try reader.double()
      case 48: self.epoch = try reader.uint32()
      case 56: self.liveStreams = try reader.uint32()
      case 66: self.admission = try reader.string()
      case 74: self.members.append(try reader.message())
      case 82: self.entries.append(try reader.message())
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.space)
    writer.string(2, self.kind)
    writer.double(3, self.createdMs)
    writer.double(4, self.storedBytes)
    writer.double(5, self.position)
    writer.uint32(6, self.epoch)
    writer.uint32(7, self.liveStreams)
    writer.string(8, self.admission)
    writer.messages(9, self.members)
    writer.messages(10, self.entries)
    writer.unknown(unknownFields)
  }
}

public struct StatusResult: KithValue {
  public var id: String = ""
  public var name: String = ""
  public var relay: String = ""
  public var persons: UInt32 = 0
  public var conversations: UInt32 = 0
  public var notes: UInt32 = 0
  public var goals: UInt32 = 0
  public var actions: UInt32 = 0
  public var agenda: UInt32 = 0
  public var shared: UInt32 = 0
  public var pending: UInt32 = 0
  public var pairs: UInt32 = 0
  public var unconfirmedPairs: UInt32 = 0
  public var conflicts: UInt32 = 0
  /// neither healed nor dismissed
  public var alarms: UInt32 = 0
  /// 0: never
  public var lastSyncMs: Double = 0
  /// `next` in the words of the face that shows it; the engine leaves it empty
  public var nextStep: String = ""
  /// nothing is sent until this vault goes on under new keys
  public var renewalNeeded: Bool = false
  /// the system refused to lock the memory of keys: it may write them to disk
  public var keysNotLocked: Bool = false
  /// another copy of this vault was renewed: this one only reads
  public var copyEnded: Bool = false
  public var next: [Next] = []
  public var unknownFields = UnknownFields()

  public init() {}

  public init(id: String = "", name: String = "", relay: String = "", persons: UInt32 = 0, conversations: UInt32 = 0, notes: UInt32 = 0, goals: UInt32 = 0, actions: UInt32 = 0, agenda: UInt32 = 0, shared: UInt32 = 0, pending: UInt32 = 0, pairs: UInt32 = 0, unconfirmedPairs: UInt32 = 0, conflicts: UInt32 = 0, alarms: UInt32 = 0, lastSyncMs: Double = 0, nextStep: String = "", renewalNeeded: Bool = false, keysNotLocked: Bool = false, copyEnded: Bool = false, next: [Next] = []) {
    self.id = id
    self.name = name
    self.relay = relay
    self.persons = persons
    self.conversations = conversations
    self.notes = notes
    self.goals = goals
    self.actions = actions
    self.agenda = agenda
    self.shared = shared
    self.pending = pending
    self.pairs = pairs
    self.unconfirmedPairs = unconfirmedPairs
    self.conflicts = conflicts
    self.alarms = alarms
    self.lastSyncMs = lastSyncMs
    self.nextStep = nextStep
    self.renewalNeeded = renewalNeeded
    self.keysNotLocked = keysNotLocked
    self.copyEnded = copyEnded
    self.next = next
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.id = try reader.string()
      case 18: self.name = try reader.string()
      case 26: self.relay = try reader.string()
      case 32: self.persons = try reader.uint32()
      case 40: self.conversations = try reader.uint32()
      case 48: self.notes = try reader.uint32()
      case 56: self.goals = try reader.uint32()
      case 64: self.actions = try reader.uint32()
      case 72: self.agenda = try reader.uint32()
      case 80: self.shared = try reader.uint32()
      case 88: self.pending = try reader.uint32()
      case 96: self.pairs = try reader.uint32()
      case 104: self.unconfirmedPairs = try reader.uint32()
      case 112: self.conflicts = try reader.uint32()
      case 120: self.alarms = try reader.uint32()
      case 129: self.lastSyncMs = try reader.double()
      case 138: self.nextStep = try reader.string()
      case 144: self.renewalNeeded = try reader.bool()
      case 152: self.keysNotLocked = try reader.bool()
      case 160: self.copyEnded = try reader.bool()
      case 170: self.next.append(try reader.message())
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.id)
    writer.string(2, self.name)
    writer.string(3, self.relay)
    writer.uint32(4, self.persons)
    writer.uint32(5, self.conversations)
    writer.uint32(6, self.notes)
    writer.uint32(7, self.goals)
    writer.uint32(8, self.actions)
    writer.uint32(9, self.agenda)
    writer.uint32(10, self.shared)
    writer.uint32(11, self.pending)
    writer.uint32(12, self.pairs)
    writer.uint32(13, self.unconfirmedPairs)
    writer.uint32(14, self.conflicts)
    writer.uint32(15, self.alarms)
    writer.double(16, self.lastSyncMs)
    writer.string(17, self.nextStep)
    writer.bool(18, self.renewalNeeded)
    writer.bool(19, self.keysNotLocked)
    writer.bool(20, self.copyEnded)
    writer.messages(21, self.next)
    writer.unknown(unknownFields)
  }
}

/// What makes sense now, without counting anything: as quick with a long history as with none.
public struct NextStep: KithValue {
  public var name: String = ""
  /// `next` in the words of the face that shows it; the engine leaves it empty
  public var nextStep: String = ""
  public var next: [Next] = []
  public var unknownFields = UnknownFields()

  public init() {}

  public init(name: String = "", nextStep: String = "", next: [Next] = []) {
    self.name = name
    self.nextStep = nextStep
    self.next = next
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.name = try reader.string()
      case 18: self.nextStep = try reader.string()
      case 26: self.next.append(try reader.message())
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.name)
    writer.string(2, self.nextStep)
    writer.messages(3, self.next)
    writer.unknown(unknownFields)
  }
}

public struct RenewRequest: KithValue {
  public var passphrase: Data = Data()
  public var unknownFields = UnknownFields()

  public init() {}

  public init(passphrase: Data = Data()) {
    self.passphrase = passphrase
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.passphrase = try reader.data()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.data(1, self.passphrase)
    writer.unknown(unknownFields)
  }
}

public struct RenewResult: KithValue {
  /// whose vault: the id of "me"
  public var id: String = ""
  /// spaces that go on under new keys since this call: my own, and one a pair
  public var renewed: UInt32 = 0
  /// spaces that have not got there; again, when it works
  public var left: UInt32 = 0
  public var sync: SyncResult? = nil
  public var unknownFields = UnknownFields()

  public init() {}

  public init(id: String = "", renewed: UInt32 = 0, left: UInt32 = 0, sync: SyncResult? = nil) {
    self.id = id
    self.renewed = renewed
    self.left = left
    self.sync = sync
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.id = try reader.string()
      case 16: self.renewed = try reader.uint32()
      case 24: self.left = try reader.uint32()
      case 34: try reader.merge(&self.sync)
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.id)
    writer.uint32(2, self.renewed)
    writer.uint32(3, self.left)
    writer.message(4, self.sync)
    writer.unknown(unknownFields)
  }
}

public struct Key: KithValue {
  public var number: UInt32 = 0
  /// passphrase, recovery-code, key-store
  public var kind: String = ""
  /// of a passphrase: what one try costs
  public var memoryBytes: Double = 0
  public var passes: UInt32 = 0
  public var unknownFields = UnknownFields()

  public init() {}

  public init(number: UInt32 = 0, kind: String = "", memoryBytes: Double = 0, passes: UInt32 = 0) {
    self.number = number
    self.kind = kind
    self.memoryBytes = memoryBytes
    self.passes = passes
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 8: self.number = try reader.uint32()
      case 18: self.kind = try reader.string()
      case 25: self.memoryBytes = try reader.double()
      case 32: self.passes = try reader.uint32()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.uint32(1, self.number)
    writer.string(2, self.kind)
    writer.double(3, self.memoryBytes)
    writer.uint32(4, self.passes)
    writer.unknown(unknownFields)
  }
}

public struct KeyList: KithValue {
  public var items: [Key] = []
  /// a key store notices when the whole vault is put back
  public var rollbackWatch: Bool = false
  public var unknownFields = UnknownFields()

  public init() {}

  public init(items: [Key] = [], rollbackWatch: Bool = false) {
    self.items = items
    self.rollbackWatch = rollbackWatch
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.items.append(try reader.message())
      case 16: self.rollbackWatch = try reader.bool()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.messages(1, self.items)
    writer.bool(2, self.rollbackWatch)
    writer.unknown(unknownFields)
  }
}

/// One of the two opens the vault a second time; nothing else may change what opens it.
public struct KeyAuthority: KithValue {
  public var passphrase: Data = Data()
  public var recoveryCode: String = ""
  public var unknownFields = UnknownFields()

  public init() {}

  public init(passphrase: Data = Data(), recoveryCode: String = "") {
    self.passphrase = passphrase
    self.recoveryCode = recoveryCode
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.passphrase = try reader.data()
      case 18: self.recoveryCode = try reader.string()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.data(1, self.passphrase)
    writer.string(2, self.recoveryCode)
    writer.unknown(unknownFields)
  }
}

public struct KeyAddRequest: KithValue {
  public var authority: KeyAuthority? = nil
  public var kind: String = ""
  public var unknownFields = UnknownFields()

  public init() {}

  public init(authority: KeyAuthority? = nil, kind: String = "") {
    self.authority = authority
    self.kind = kind
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: try reader.merge(&self.authority)
      case 18: self.kind = try reader.string()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.message(1, self.authority)
    writer.string(2, self.kind)
    writer.unknown(unknownFields)
  }
}

public struct KeyAdded: KithValue {
  public var number: UInt32 = 0
  public var recoveryCode: String = ""
  public var unknownFields = UnknownFields()

  public init() {}

  public init(number: UInt32 = 0, recoveryCode: String = "") {
    self.number = number
    self.recoveryCode = recoveryCode
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 8: self.number = try reader.uint32()
      case 18: self.recoveryCode = try reader.string()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.uint32(1, self.number)
    writer.string(2, self.recoveryCode)
    writer.unknown(unknownFields)
  }
}

public struct KeyRemoveRequest: KithValue {
  public var authority: KeyAuthority? = nil
  public var number: UInt32 = 0
  public var unknownFields = UnknownFields()

  public init() {}

  public init(authority: KeyAuthority? = nil, number: UInt32 = 0) {
    self.authority = authority
    self.number = number
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: try reader.merge(&self.authority)
      case 16: self.number = try reader.uint32()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.message(1, self.authority)
    writer.uint32(2, self.number)
    writer.unknown(unknownFields)
  }
}

/// The passphrase that opens it; with a recovery code for authority, the first passphrase.
public struct KeyChangeRequest: KithValue {
  public var authority: KeyAuthority? = nil
  public var newPassphrase: Data = Data()
  public var unknownFields = UnknownFields()

  public init() {}

  public init(authority: KeyAuthority? = nil, newPassphrase: Data = Data()) {
    self.authority = authority
    self.newPassphrase = newPassphrase
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: try reader.merge(&self.authority)
      case 18: self.newPassphrase = try reader.data()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.message(1, self.authority)
    writer.data(2, self.newPassphrase)
    writer.unknown(unknownFields)
  }
}

public struct ChangeMark: KithValue {
  public var number: Double = 0
  public var unknownFields = UnknownFields()

  public init() {}

  public init(number: Double = 0) {
    self.number = number
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 9: self.number = try reader.double()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.double(1, self.number)
    writer.unknown(unknownFields)
  }
}

public struct SuspendRequest: KithValue {
  public var limitMs: Double = 0
  public var unknownFields = UnknownFields()

  public init() {}

  public init(limitMs: Double = 0) {
    self.limitMs = limitMs
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 9: self.limitMs = try reader.double()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.double(1, self.limitMs)
    writer.unknown(unknownFields)
  }
}

public struct BackupRequest: KithValue {
  /// a new file
  public var path: String = ""
  public var vaultPassphrase: Data = Data()
  /// of the backup itself; with or instead of it a code is made:
  public var passphrase: Data = Data()
  public var recoveryCode: Bool = false
  public var unknownFields = UnknownFields()

  public init() {}

  public init(path: String = "", vaultPassphrase: Data = Data(), passphrase: Data = Data(), recoveryCode: Bool = false) {
    self.path = path
    self.vaultPassphrase = vaultPassphrase
    self.passphrase = passphrase
    self.recoveryCode = recoveryCode
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.path = try reader.string()
      case 18: self.vaultPassphrase = try reader.data()
      case 26: self.passphrase = try reader.data()
      case 32: self.recoveryCode = try reader.bool()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.path)
    writer.data(2, self.vaultPassphrase)
    writer.data(3, self.passphrase)
    writer.bool(4, self.recoveryCode)
    writer.unknown(unknownFields)
  }
}

public struct BackupResult: KithValue {
  public var path: String = ""
  public var rows: Double = 0
  public var bytes: Double = 0
  /// shown once, kept nowhere
  public var recoveryCode: String = ""
  public var unknownFields = UnknownFields()

  public init() {}

  public init(path: String = "", rows: Double = 0, bytes: Double = 0, recoveryCode: String = "") {
    self.path = path
    self.rows = rows
    self.bytes = bytes
    self.recoveryCode = recoveryCode
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.path = try reader.string()
      case 17: self.rows = try reader.double()
      case 25: self.bytes = try reader.double()
      case 34: self.recoveryCode = try reader.string()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.path)
    writer.double(2, self.rows)
    writer.double(3, self.bytes)
    writer.string(4, self.recoveryCode)
    writer.unknown(unknownFields)
  }
}

/// Everything that this person may read, in the order of the lists. docs/EXPORT.md describes the file.
public struct Export: KithValue {
  /// "kith-export"
  public var format: String = ""
  /// 1
  public var version: UInt32 = 0
  /// of whose vault it is
  public var id: String = ""
  public var name: String = ""
  public var persons: [Person] = []
  public var conversations: [LogEntry] = []
  public var notes: [Note] = []
  public var goals: [Goal] = []
  public var actions: [Action] = []
  public var agenda: [AgendaLine] = []
  public var shared: [Shared] = []
  /// all of the own space, exactly; an import reads these
  public var records: [ExportedRecord] = []
  public var compared: [Compared] = []
  public var unknownFields = UnknownFields()

  public init() {}

  public init(format: String = "", version: UInt32 = 0, id: String = "", name: String = "", persons: [Person] = [], conversations: [LogEntry] = [], notes: [Note] = [], goals: [Goal] = [], actions: [Action] = [], agenda: [AgendaLine] = [], shared: [Shared] = [], records: [ExportedRecord] = [], compared: [Compared] = []) {
    self.format = format
    self.version = version
    self.id = id
    self.name = name
    self.persons = persons
    self.conversations = conversations
    self.notes = notes
    self.goals = goals
    self.actions = actions
    self.agenda = agenda
    self.shared = shared
    self.records = records
    self.compared = compared
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.format = try reader.string()
      case 16: self.version = try reader.uint32()
      case 26: self.id = try reader.string()
      case 34: self.name = try reader.string()
      case 42: self.persons.append(try reader.message())
      case 50: self.conversations.append(try reader.message())
      case 58: self.notes.append(try reader.message())
      case 66: self.goals.append(try reader.message())
      case 74: self.actions.append(try reader.message())
      case 82: self.agenda.append(try reader.message())
      case 90: self.shared.append(try reader.message())
      case 98: self.records.append(try reader.message())
      case 106: self.compared.append(try reader.message())
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.format)
    writer.uint32(2, self.version)
    writer.string(3, self.id)
    writer.string(4, self.name)
    writer.messages(5, self.persons)
    writer.messages(6, self.conversations)
    writer.messages(7, self.notes)
    writer.messages(8, self.goals)
    writer.messages(9, self.actions)
    writer.messages(10, self.agenda)
    writer.messages(11, self.shared)
    writer.messages(12, self.records)
    writer.messages(13, self.compared)
    writer.unknown(unknownFields)
  }
}

/// Of `kind`: person, relationship, conversation, note, goal, action, agenda, shared.
public struct SearchRequest: KithValue {
  /// each must occur, as a word or the beginning of one; #word is a tag
  public var words: String = ""
  /// only what is about, or held with, this person
  public var person: String = ""
  /// with or without #
  public var tags: [String] = []
  /// none: all
  public var kinds: [String] = []
  /// a date, as far as it is known
  public var since: String = ""
  public var until: String = ""
  /// 0: 20; at most 1,000
  public var limit: UInt32 = 0
  /// so many are passed over
  public var from: UInt32 = 0
  public var unknownFields = UnknownFields()

  public init() {}

  public init(words: String = "", person: String = "", tags: [String] = [], kinds: [String] = [], since: String = "", until: String = "", limit: UInt32 = 0, from: UInt32 = 0) {
    self.words = words
    self.person = person
    self.tags = tags
    self.kinds = kinds
    self.since = since
    self.until = until
    self.limit = limit
    self.from = from
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.words = try reader.string()
      case 18: self.person = try reader.string()
      case 26: self.tags.append(try reader.string())
      case 34: self.kinds.append(try reader.string())
      case 42: self.since = try reader.string()
      case 50: self.until = try reader.string()
      case 56: self.limit = try reader.uint32()
      case 64: self.from = try reader.uint32()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.words)
    writer.string(2, self.person)
    writer.strings(3, self.tags)
    writer.strings(4, self.kinds)
    writer.string(5, self.since)
    writer.string(6, self.until)
    writer.uint32(7, self.limit)
    writer.uint32(8, self.from)
    writer.unknown(unknownFields)
  }
}

/// The same without words: everything, newest first.
public struct TimelineRequest: KithValue {
  public var person: String = ""
  public var tags: [String] = []
  public var kinds: [String] = []
  public var since: String = ""
  public var until: String = ""
  public var limit: UInt32 = 0
  public var from: UInt32 = 0
  public var unknownFields = UnknownFields()

  public init() {}

  public init(person: String = "", tags: [String] = [], kinds: [String] = [], since: String = "", until: String = "", limit: UInt32 = 0, from: UInt32 = 0) {
    self.person = person
    self.tags = tags
    self.kinds = kinds
    self.since = since
    self.until = until
    self.limit = limit
    self.from = from
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.person = try reader.string()
      case 18: self.tags.append(try reader.string())
      case 26: self.kinds.append(try reader.string())
      case 34: self.since = try reader.string()
      case 42: self.until = try reader.string()
      case 48: self.limit = try reader.uint32()
      case 56: self.from = try reader.uint32()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.person)
    writer.strings(2, self.tags)
    writer.strings(3, self.kinds)
    writer.string(4, self.since)
    writer.string(5, self.until)
    writer.uint32(6, self.limit)
    writer.uint32(7, self.from)
    writer.unknown(unknownFields)
  }
}

public struct SearchMark: KithValue {
  public var begin: UInt32 = 0
  public var length: UInt32 = 0
  public var unknownFields = UnknownFields()

  public init() {}

  public init(begin: UInt32 = 0, length: UInt32 = 0) {
    self.begin = begin
    self.length = length
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 8: self.begin = try reader.uint32()
      case 16: self.length = try reader.uint32()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.uint32(1, self.begin)
    writer.uint32(2, self.length)
    writer.unknown(unknownFields)
  }
}

public struct SearchHit: KithValue {
  public var id: String = ""
  public var kind: String = ""
  public var text: String = ""
  public var when: String = ""
  public var person: String = ""
  /// the part that was found, on one line
  public var snippet: String = ""
  /// where in the snippet, in bytes of UTF-8
  public var marks: [SearchMark] = []
  public var createdMs: Double = 0
  public var unknownFields = UnknownFields()

  public init() {}

  public init(id: String = "", kind: String = "", text: String = "", when: String = "", person: String = "", snippet: String = "", marks: [SearchMark] = [], createdMs: Double = 0) {
    self.id = id
    self.kind = kind
    self.text = text
    self.when = when
    self.person = person
    self.snippet = snippet
    self.marks = marks
    self.createdMs = createdMs
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.id = try reader.string()
      case 18: self.kind = try reader.string()
      case 26: self.text = try reader.string()
      case 34: self.when = try reader.string()
      case 42: self.person = try reader.string()
      case 50: self.snippet = try reader.string()
      case 58: self.marks.append(try reader.message())
      case 65: self.createdMs = try reader.double()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.id)
    writer.string(2, self.kind)
    writer.string(3, self.text)
    writer.string(4, self.when)
    writer.string(5, self.person)
    writer.string(6, self.snippet)
    writer.messages(7, self.marks)
    writer.double(8, self.createdMs)
    writer.unknown(unknownFields)
  }
}

public struct SearchResult: KithValue {
  public var items: [SearchHit] = []
  /// all that fit
  public var found: Double = 0
  public var more: Bool = false
  public var unknownFields = UnknownFields()

  public init() {}

  public init(items: [SearchHit] = [], found: Double = 0, more: Bool = false) {
    self.items = items
    self.found = found
    self.more = more
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.items.append(try reader.message())
      case 17: self.found = try reader.double()
      case 24: self.more = try reader.bool()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.messages(1, self.items)
    writer.double(2, self.found)
    writer.bool(3, self.more)
    writer.unknown(unknownFields)
  }
}

public struct VerifyRequest: KithValue {
  public var rebuildIndex: Bool = false
  public var unknownFields = UnknownFields()

  public init() {}

  public init(rebuildIndex: Bool = false) {
    self.rebuildIndex = rebuildIndex
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 8: self.rebuildIndex = try reader.bool()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.bool(1, self.rebuildIndex)
    writer.unknown(unknownFields)
  }
}

public struct VerifyResult: KithValue {
  public var files: Double = 0
  public var bytes: Double = 0
  public var rows: Double = 0
  public var indexed: Double = 0
  public var unknownFields = UnknownFields()

  public init() {}

  public init(files: Double = 0, bytes: Double = 0, rows: Double = 0, indexed: Double = 0) {
    self.files = files
    self.bytes = bytes
    self.rows = rows
    self.indexed = indexed
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 9: self.files = try reader.double()
      case 17: self.bytes = try reader.double()
      case 25: self.rows = try reader.double()
      case 33: self.indexed = try reader.double()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.double(1, self.files)
    writer.double(2, self.bytes)
    writer.double(3, self.rows)
    writer.double(4, self.indexed)
    writer.unknown(unknownFields)
  }
}

public struct VersionResult: KithValue {
  public var version: String = ""
  public var unknownFields = UnknownFields()

  public init() {}

  public init(version: String = "") {
    self.version = version
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.version = try reader.string()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.version)
    writer.unknown(unknownFields)
  }
}

/// Until when an agent opens the vault; 0: there is none.
public struct UnlockResult: KithValue {
  public var untilMs: Double = 0
  public var unknownFields = UnknownFields()

  public init() {}

  public init(untilMs: Double = 0) {
    self.untilMs = untilMs
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 9: self.untilMs = try reader.double()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.double(1, self.untilMs)
    writer.unknown(unknownFields)
  }
}

/// A number that may not be defined: the why says what is missing then.
public struct Measure: KithValue {
  public var code: String = ""
  public var term: String = ""
  public var value: Double? = nil
  public var formula: String = ""
  public var range: String = ""
  public var why: String = ""
  public var source: String = ""
  public var meaning: String = ""
  public var unknownFields = UnknownFields()

  public init() {}

  public init(code: String = "", term: String = "", value: Double? = nil, formula: String = "", range: String = "", why: String = "", source: String = "", meaning: String = "") {
    self.code = code
    self.term = term
    self.value = value
    self.formula = formula
    self.range = range
    self.why = why
    self.source = source
    self.meaning = meaning
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.code = try reader.string()
      case 18: self.term = try reader.string()
      case 25: self.value = try reader.double()
      case 34: self.formula = try reader.string()
      case 42: self.range = try reader.string()
      case 50: self.why = try reader.string()
      case 58: self.source = try reader.string()
      case 66: self.meaning = try reader.string()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.code)
    writer.string(2, self.term)
    writer.double(3, self.value)
    writer.string(4, self.formula)
    writer.string(5, self.range)
    writer.string(6, self.why)
    writer.string(7, self.source)
    writer.string(8, self.meaning)
    writer.unknown(unknownFields)
  }
}

/// ours, and adjustable; what is absent keeps its default
public struct Cuts: KithValue {
  public var strength: Double? = nil
  public var diversity: Double? = nil
  public var between: Double? = nil
  public var unknownFields = UnknownFields()

  public init() {}

  public init(strength: Double? = nil, diversity: Double? = nil, between: Double? = nil) {
    self.strength = strength
    self.diversity = diversity
    self.between = between
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 9: self.strength = try reader.double()
      case 17: self.diversity = try reader.double()
      case 25: self.between = try reader.double()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.double(1, self.strength)
    writer.double(2, self.diversity)
    writer.double(3, self.between)
    writer.unknown(unknownFields)
  }
}

public struct NetworkRequest: KithValue {
  public var cuts: Cuts? = nil
  public var unknownFields = UnknownFields()

  public init() {}

  public init(cuts: Cuts? = nil) {
    self.cuts = cuts
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: try reader.merge(&self.cuts)
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.message(1, self.cuts)
    writer.unknown(unknownFields)
  }
}

public struct NetworkPerson: KithValue {
  public var id: String = ""
  public var name: String = ""
  public var kind: String = ""
  public var seniority: String = ""
  public var closeness: String = ""
  public var system: String = ""
  /// "coaching 2"
  public var received: [String] = []
  public var given: [String] = []
  /// 0 one way, 1 both ways alike
  public var balance: Double? = nil
  public var strength: Double? = nil
  public var multiplexity: UInt32 = 0
  /// what the shape and the help say about the kind
  public var hint: String = ""
  /// what was flagged
  public var care: [CareWord] = []
  public var benefits: [String] = []
  public var unknownFields = UnknownFields()

  public init() {}

  public init(id: String = "", name: String = "", kind: String = "", seniority: String = "", closeness: String = "", system: String = "", received: [String] = [], given: [String] = [], balance: Double? = nil, strength: Double? = nil, multiplexity: UInt32 = 0, hint: String = "", care: [CareWord] = [], benefits: [String] = []) {
    self.id = id
    self.name = name
    self.kind = kind
    self.seniority = seniority
    self.closeness = closeness
    self.system = system
    self.received = received
    self.given = given
    self.balance = balance
    self.strength = strength
    self.multiplexity = multiplexity
    self.hint = hint
    self.care = care
    self.benefits = benefits
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.id = try reader.string()
      case 18: self.name = try reader.string()
      case 26: self.kind = try reader.string()
      case 34: self.seniority = try reader.string()
      case 42: self.closeness = try reader.string()
      case 50: self.system = try reader.string()
      case 58: self.received.append(try reader.string())
      case 66: self.given.append(try reader.string())
      case 73: self.balance = try reader.double()
      case 81: self.strength = try reader.double()
      case 88: self.multiplexity = try reader.uint32()
      case 98: self.hint = try reader.string()
      case 106: self.care.append(try reader.message())
      case 114: self.benefits.append(try reader.string())
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.id)
    writer.string(2, self.name)
    writer.string(3, self.kind)
    writer.string(4, self.seniority)
    writer.string(5, self.closeness)
    writer.string(6, self.system)
    writer.strings(7, self.received)
    writer.strings(8, self.given)
    writer.double(9, self.balance)
    writer.double(10, self.strength)
    writer.uint32(11, self.multiplexity)
    writer.string(12, self.hint)
    writer.messages(13, self.care)
    writer.strings(14, self.benefits)
    writer.unknown(unknownFields)
  }
}

/// A care flag where it bears on what is shown: a sentence, and a question to ask oneself.
public struct CareWord: KithValue {
  public var flag: String = ""
  public var says: String = ""
  public var question: String = ""
  public var person: String = ""
  public var personId: String = ""
  public var unknownFields = UnknownFields()

  public init() {}

  public init(flag: String = "", says: String = "", question: String = "", person: String = "", personId: String = "") {
    self.flag = flag
    self.says = says
    self.question = question
    self.person = person
    self.personId = personId
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.flag = try reader.string()
      case 18: self.says = try reader.string()
      case 26: self.question = try reader.string()
      case 34: self.person = try reader.string()
      case 42: self.personId = try reader.string()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.flag)
    writer.string(2, self.says)
    writer.string(3, self.question)
    writer.string(4, self.person)
    writer.string(5, self.personId)
    writer.unknown(unknownFields)
  }
}

public struct NetworkReply: KithValue {
  public var people: [NetworkPerson] = []
  /// eased: asked now and then
  public var valued: [NetworkPerson] = []
  public var measures: [Measure] = []
  /// one, neighbours when between, or none
  public var types: [String] = []
  public var typeWhy: String = ""
  public var oneBasket: Bool = false
  public var basketWhy: String = ""
  public var suggestions: [Suggestion] = []
  public var nextStep: String = ""
  public var nextStepWhy: String = ""
  /// the network in sentences
  public var says: [String] = []
  /// it ended, or the person died: in no measure and no list of whom to ask
  public var past: [NetworkPerson] = []
  public var care: [CareWord] = []
  /// what is missing for the measures, in one line; empty: nothing
  public var notEnough: String = ""
  public var unknownFields = UnknownFields()

  public init() {}

  public init(people: [NetworkPerson] = [], valued: [NetworkPerson] = [], measures: [Measure] = [], types: [String] = [], typeWhy: String = "", oneBasket: Bool = false, basketWhy: String = "", suggestions: [Suggestion] = [], nextStep: String = "", nextStepWhy: String = "", says: [String] = [], past: [NetworkPerson] = [], care: [CareWord] = [], notEnough: String = "") {
    self.people = people
    self.valued = valued
    self.measures = measures
    self.types = types
    self.typeWhy = typeWhy
    self.oneBasket = oneBasket
    self.basketWhy = basketWhy
    self.suggestions = suggestions
    self.nextStep = nextStep
    self.nextStepWhy = nextStepWhy
    self.says = says
    self.past = past
    self.care = care
    self.notEnough = notEnough
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.people.append(try reader.message())
      case 18: self.valued.append(try reader.message())
      case 26: self.measures.append(try reader.message())
      case 34: self.types.append(try reader.string())
      case 42: self.typeWhy = try reader.string()
      case 48: self.oneBasket = try reader.bool()
      case 58: self.basketWhy = try reader.string()
      case 66: self.suggestions.append(try reader.message())
      case 74: self.nextStep = try reader.string()
      case 82: self.nextStepWhy = try reader.string()
      case 90: self.says.append(try reader.string())
      case 98: self.past.append(try reader.message())
      case 106: self.care.append(try reader.message())
      case 114: self.notEnough = try reader.string()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.messages(1, self.people)
    writer.messages(2, self.valued)
    writer.messages(3, self.measures)
    writer.strings(4, self.types)
    writer.string(5, self.typeWhy)
    writer.bool(6, self.oneBasket)
    writer.string(7, self.basketWhy)
    writer.messages(8, self.suggestions)
    writer.string(9, self.nextStep)
    writer.string(10, self.nextStepWhy)
    writer.strings(11, self.says)
    writer.messages(12, self.past)
    writer.messages(13, self.care)
    writer.string(14, self.notEnough)
    writer.unknown(unknownFields)
  }
}

/// Somebody of the network who could give it, and why this person.
public struct Asked: KithValue {
  public var person: String = ""
  public var personId: String = ""
  public var why: String = ""
  public var unknownFields = UnknownFields()

  public init() {}

  public init(person: String = "", personId: String = "", why: String = "") {
    self.person = person
    self.personId = personId
    self.why = why
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.person = try reader.string()
      case 18: self.personId = try reader.string()
      case 26: self.why = try reader.string()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.person)
    writer.string(2, self.personId)
    writer.string(3, self.why)
    writer.unknown(unknownFields)
  }
}

public struct CandidateRow: KithValue {
  public var id: String = ""
  public var who: String = ""
  public var personId: String = ""
  public var state: String = ""
  public var unknownFields = UnknownFields()

  public init() {}

  public init(id: String = "", who: String = "", personId: String = "", state: String = "") {
    self.id = id
    self.who = who
    self.personId = personId
    self.state = state
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.id = try reader.string()
      case 18: self.who = try reader.string()
      case 26: self.personId = try reader.string()
      case 34: self.state = try reader.string()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.id)
    writer.string(2, self.who)
    writer.string(3, self.personId)
    writer.string(4, self.state)
    writer.unknown(unknownFields)
  }
}

public struct Suggestion: KithValue {
  public var function: String = ""
  public var gap: String = ""
  public var ask: [String] = []
  public var lookAmong: [String] = []
  public var why: String = ""
  /// the same people as `ask`, each with a reason
  public var asked: [Asked] = []
  /// who is not named, and why; empty: nobody
  public var leftOut: String = ""
  /// noted for this function
  public var candidates: [CandidateRow] = []
  /// of the function
  public var meaning: String = ""
  public var unknownFields = UnknownFields()

  public init() {}

  public init(function: String = "", gap: String = "", ask: [String] = [], lookAmong: [String] = [], why: String = "", asked: [Asked] = [], leftOut: String = "", candidates: [CandidateRow] = [], meaning: String = "") {
    self.function = function
    self.gap = gap
    self.ask = ask
    self.lookAmong = lookAmong
    self.why = why
    self.asked = asked
    self.leftOut = leftOut
    self.candidates = candidates
    self.meaning = meaning
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.function = try reader.string()
      case 18: self.gap = try reader.string()
      case 26: self.ask.append(try reader.string())
      case 34: self.lookAmong.append(try reader.string())
      case 42: self.why = try reader.string()
      case 50: self.asked.append(try reader.message())
      case 58: self.leftOut = try reader.string()
      case 66: self.candidates.append(try reader.message())
      case 74: self.meaning = try reader.string()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.function)
    writer.string(2, self.gap)
    writer.strings(3, self.ask)
    writer.strings(4, self.lookAmong)
    writer.string(5, self.why)
    writer.messages(6, self.asked)
    writer.string(7, self.leftOut)
    writer.messages(8, self.candidates)
    writer.string(9, self.meaning)
    writer.unknown(unknownFields)
  }
}

public struct FunctionRow: KithValue {
  public var code: String = ""
  public var term: String = ""
  public var family: String = ""
  public var need: UInt32 = 0
  public var best: UInt32 = 0
  public var from: [String] = []
  public var gap: Bool = false
  public var singlePoint: Bool = false
  public var meaning: String = ""
  /// the strongest that I give
  public var given: UInt32 = 0
  /// to whom I give it
  public var to: [String] = []
  public var unknownFields = UnknownFields()

  public init() {}

  public init(code: String = "", term: String = "", family: String = "", need: UInt32 = 0, best: UInt32 = 0, from: [String] = [], gap: Bool = false, singlePoint: Bool = false, meaning: String = "", given: UInt32 = 0, to: [String] = []) {
    self.code = code
    self.term = term
    self.family = family
    self.need = need
    self.best = best
    self.from = from
    self.gap = gap
    self.singlePoint = singlePoint
    self.meaning = meaning
    self.given = given
    self.to = to
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.code = try reader.string()
      case 18: self.term = try reader.string()
      case 26: self.family = try reader.string()
      case 32: self.need = try reader.uint32()
      case 40: self.best = try reader.uint32()
      case 50: self.from.append(try reader.string())
      case 56: self.gap = try reader.bool()
      case 64: self.singlePoint = try reader.bool()
      case 74: self.meaning = try reader.string()
      case 80: self.given = try reader.uint32()
      case 90: self.to.append(try reader.string())
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.code)
    writer.string(2, self.term)
    writer.string(3, self.family)
    writer.uint32(4, self.need)
    writer.uint32(5, self.best)
    writer.strings(6, self.from)
    writer.bool(7, self.gap)
    writer.bool(8, self.singlePoint)
    writer.string(9, self.meaning)
    writer.uint32(10, self.given)
    writer.strings(11, self.to)
    writer.unknown(unknownFields)
  }
}

/// What relationships bring beside functions.
public struct BenefitRow: KithValue {
  public var code: String = ""
  public var term: String = ""
  public var meaning: String = ""
  public var mine: Bool = false
  public var from: [String] = []
  public var unknownFields = UnknownFields()

  public init() {}

  public init(code: String = "", term: String = "", meaning: String = "", mine: Bool = false, from: [String] = []) {
    self.code = code
    self.term = term
    self.meaning = meaning
    self.mine = mine
    self.from = from
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.code = try reader.string()
      case 18: self.term = try reader.string()
      case 26: self.meaning = try reader.string()
      case 32: self.mine = try reader.bool()
      case 42: self.from.append(try reader.string())
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.code)
    writer.string(2, self.term)
    writer.string(3, self.meaning)
    writer.bool(4, self.mine)
    writer.strings(5, self.from)
    writer.unknown(unknownFields)
  }
}

public struct FunctionsReply: KithValue {
  public var items: [FunctionRow] = []
  public var suggestions: [Suggestion] = []
  public var benefits: [BenefitRow] = []
  public var says: [String] = []
  public var care: [CareWord] = []
  public var unknownFields = UnknownFields()

  public init() {}

  public init(items: [FunctionRow] = [], suggestions: [Suggestion] = [], benefits: [BenefitRow] = [], says: [String] = [], care: [CareWord] = []) {
    self.items = items
    self.suggestions = suggestions
    self.benefits = benefits
    self.says = says
    self.care = care
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.items.append(try reader.message())
      case 18: self.suggestions.append(try reader.message())
      case 26: self.benefits.append(try reader.message())
      case 34: self.says.append(try reader.string())
      case 42: self.care.append(try reader.message())
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.messages(1, self.items)
    writer.messages(2, self.suggestions)
    writer.messages(3, self.benefits)
    writer.strings(4, self.says)
    writer.messages(5, self.care)
    writer.unknown(unknownFields)
  }
}

public struct PhaseReply: KithValue {
  public var person: String = ""
  public var personId: String = ""
  /// empty: not enough to say
  public var phase: String = ""
  public var orElse: String = ""
  /// none, weak, fair, strong, time_only, stated
  public var strength: String = ""
  public var cycle: UInt32 = 0
  /// in the phase, as a range
  public var months: String = ""
  public var evidence: [String] = []
  public var outcome: String = ""
  /// of a separation: timely, premature, late
  public var timing: [String] = []
  public var timingWhy: String = ""
  public var notes: [String] = []
  public var reasons: [String] = []
  public var wouldChange: [String] = []
  public var questions: [String] = []
  public var offeredFlags: [String] = []
  public var offeredMarks: [String] = []
  public var hint: String = ""
  /// phases as the person declared them
  public var declared: [String] = []
  public var care: [CareWord] = []
  /// junior, senior, equal, neither: where I stand in it
  public var side: String = ""
  /// of the phase
  public var meaning: String = ""
  /// what usually happens in it
  public var expect: String = ""
  /// how long it took in the pairs that were studied
  public var range: String = ""
  /// prompts about my own side of it
  public var forYou: [String] = []
  public var unknownFields = UnknownFields()

  public init() {}

  public init(person: String = "", personId: String = "", phase: String = "", orElse: String = "", strength: String = "", cycle: UInt32 = 0, months: String = "", evidence: [String] = [], outcome: String = "", timing: [String] = [], timingWhy: String = "", notes: [String] = [], reasons: [String] = [], wouldChange: [String] = [], questions: [String] = [], offeredFlags: [String] = [], offeredMarks: [String] = [], hint: String = "", declared: [String] = [], care: [CareWord] = [], side: String = "", meaning: String = "", expect: String = "", range: String = "", forYou: [String] = []) {
    self.person = person
    self.personId = personId
    self.phase = phase
    self.orElse = orElse
    self.strength = strength
    self.cycle = cycle
    self.months = months
    self.evidence = evidence
    self.outcome = outcome
    self.timing = timing
    self.timingWhy = timingWhy
    self.notes = notes
    self.reasons = reasons
    self.wouldChange = wouldChange
    self.questions = questions
    self.offeredFlags = offeredFlags
    self.offeredMarks = offeredMarks
    self.hint = hint
    self.declared = declared
    self.care = care
    self.side = side
    self.meaning = meaning
    self.expect = expect
    self.range = range
    self.forYou = forYou
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.person = try reader.string()
      case 18: self.personId = try reader.string()
      case 26: self.phase = try reader.string()
      case 34: self.orElse = try reader.string()
      case 42: self.strength = try reader.string()
      case 48: self.cycle = try reader.uint32()
      case 58: self.months = try reader.string()
      case 66: self.evidence.append(try reader.string())
      case 74: self.outcome = try reader.string()
      case 82: self.timing.append(try reader.string())
      case 90: self.timingWhy = try reader.string()
      case 98: self.notes.append(try reader.string())
      case 106: self.reasons.append(try reader.string())
      case 114: self.wouldChange.append(try reader.string())
      case 122: self.questions.append(try reader.string())
      case 130: self.offeredFlags.append(try reader.string())
      case 138: self.offeredMarks.append(try reader.string())
      case 146: self.hint = try reader.string()
      case 154: self.declared.append(try reader.string())
      case 162: self.care.append(try reader.message())
      case 170: self.side = try reader.string()
      case 178: self.meaning = try reader.string()
      case 186: self.expect = try reader.string()
      case 194: self.range = try reader.string()
      case 202: self.forYou.append(try reader.string())
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.person)
    writer.string(2, self.personId)
    writer.string(3, self.phase)
    writer.string(4, self.orElse)
    writer.string(5, self.strength)
    writer.uint32(6, self.cycle)
    writer.string(7, self.months)
    writer.strings(8, self.evidence)
    writer.string(9, self.outcome)
    writer.strings(10, self.timing)
    writer.string(11, self.timingWhy)
    writer.strings(12, self.notes)
    writer.strings(13, self.reasons)
    writer.strings(14, self.wouldChange)
    writer.strings(15, self.questions)
    writer.strings(16, self.offeredFlags)
    writer.strings(17, self.offeredMarks)
    writer.string(18, self.hint)
    writer.strings(19, self.declared)
    writer.messages(20, self.care)
    writer.string(21, self.side)
    writer.string(22, self.meaning)
    writer.string(23, self.expect)
    writer.string(24, self.range)
    writer.strings(25, self.forYou)
    writer.unknown(unknownFields)
  }
}

public struct Theme: KithValue {
  public var text: String = ""
  public var touched: Bool = false
  public var meaning: String = ""
  public var unknownFields = UnknownFields()

  public init() {}

  public init(text: String = "", touched: Bool = false, meaning: String = "") {
    self.text = text
    self.touched = touched
    self.meaning = meaning
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.text = try reader.string()
      case 16: self.touched = try reader.bool()
      case 26: self.meaning = try reader.string()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.text)
    writer.bool(2, self.touched)
    writer.string(3, self.meaning)
    writer.unknown(unknownFields)
  }
}

public struct ThemesReply: KithValue {
  public var person: String = ""
  public var personId: String = ""
  public var score: Double? = nil
  public var types: [String] = []
  public var byFunctions: [String] = []
  public var ask: Bool = false
  public var why: String = ""
  public var stage: String = ""
  /// how that stage looks at peers
  public var process: String = ""
  public var themes: [Theme] = []
  /// what the votes are about
  public var criteria: [String] = []
  /// how far the themes carry
  public var caveat: String = ""
  /// of `types`
  public var meanings: [String] = []
  public var care: [CareWord] = []
  public var unknownFields = UnknownFields()

  public init() {}

  public init(person: String = "", personId: String = "", score: Double? = nil, types: [String] = [], byFunctions: [String] = [], ask: Bool = false, why: String = "", stage: String = "", process: String = "", themes: [Theme] = [], criteria: [String] = [], caveat: String = "", meanings: [String] = [], care: [CareWord] = []) {
    self.person = person
    self.personId = personId
    self.score = score
    self.types = types
    self.byFunctions = byFunctions
    self.ask = ask
    self.why = why
    self.stage = stage
    self.process = process
    self.themes = themes
    self.criteria = criteria
    self.caveat = caveat
    self.meanings = meanings
    self.care = care
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.person = try reader.string()
      case 18: self.personId = try reader.string()
      case 25: self.score = try reader.double()
      case 34: self.types.append(try reader.string())
      case 42: self.byFunctions.append(try reader.string())
      case 48: self.ask = try reader.bool()
      case 58: self.why = try reader.string()
      case 66: self.stage = try reader.string()
      case 74: self.process = try reader.string()
      case 82: self.themes.append(try reader.message())
      case 90: self.criteria.append(try reader.string())
      case 98: self.caveat = try reader.string()
      case 106: self.meanings.append(try reader.string())
      case 114: self.care.append(try reader.message())
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.person)
    writer.string(2, self.personId)
    writer.double(3, self.score)
    writer.strings(4, self.types)
    writer.strings(5, self.byFunctions)
    writer.bool(6, self.ask)
    writer.string(7, self.why)
    writer.string(8, self.stage)
    writer.string(9, self.process)
    writer.messages(10, self.themes)
    writer.strings(11, self.criteria)
    writer.string(12, self.caveat)
    writer.strings(13, self.meanings)
    writer.messages(14, self.care)
    writer.unknown(unknownFields)
  }
}

public struct DueItem: KithValue {
  /// alarm, contact, birthday, action, meeting, circle, offer, event, compare, move, review
  public var what: String = ""
  /// of the action item, entry, alarm, circle, offer or event
  public var id: String = ""
  public var person: String = ""
  public var personId: String = ""
  public var text: String = ""
  /// of an offer, when the talk is
  public var due: String = ""
  /// today, amber, red, overdue, soon, past, open, no_contact_yet
  public var state: String = ""
  public var why: String = ""
  public var next: [Next] = []
  public var whySentence: Sentence? = nil
  public var unknownFields = UnknownFields()

  public init() {}

  public init(what: String = "", id: String = "", person: String = "", personId: String = "", text: String = "", due: String = "", state: String = "", why: String = "", next: [Next] = [], whySentence: Sentence? = nil) {
    self.what = what
    self.id = id
    self.person = person
    self.personId = personId
    self.text = text
    self.due = due
    self.state = state
    self.why = why
    self.next = next
    self.whySentence = whySentence
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.what = try reader.string()
      case 18: self.id = try reader.string()
      case 26: self.person = try reader.string()
      case 34: self.personId = try reader.string()
      case 42: self.text = try reader.string()
      case 50: self.due = try reader.string()
      case 58: self.state = try reader.string()
      case 66: self.why = try reader.string()
      case 74: self.next.append(try reader.message())
      case 82: try reader.merge(&self.whySentence)
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.what)
    writer.string(2, self.id)
    writer.string(3, self.person)
    writer.string(4, self.personId)
    writer.string(5, self.text)
    writer.string(6, self.due)
    writer.string(7, self.state)
    writer.string(8, self.why)
    writer.messages(9, self.next)
    writer.message(10, self.whySentence)
    writer.unknown(unknownFields)
  }
}

public struct TodayReply: KithValue {
  public var day: String = ""
  public var items: [DueItem] = []
  public var unknownFields = UnknownFields()

  public init() {}

  public init(day: String = "", items: [DueItem] = []) {
    self.day = day
    self.items = items
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.day = try reader.string()
      case 18: self.items.append(try reader.message())
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.day)
    writer.messages(2, self.items)
    writer.unknown(unknownFields)
  }
}

public struct ReviewRequest: KithValue {
  public var step: String = ""
  public var answer: String = ""
  public var question: UInt32 = 0
  /// What the answer is made into at once: goal, need, candidate or note; empty: nothing.
  public var make: String = ""
  /// of what is made
  public var fields: [FactField] = []
  public var unknownFields = UnknownFields()

  public init() {}

  public init(step: String = "", answer: String = "", question: UInt32 = 0, make: String = "", fields: [FactField] = []) {
    self.step = step
    self.answer = answer
    self.question = question
    self.make = make
    self.fields = fields
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.step = try reader.string()
      case 18: self.answer = try reader.string()
      case 24: self.question = try reader.uint32()
      case 34: self.make = try reader.string()
      case 42: self.fields.append(try reader.message())
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.step)
    writer.string(2, self.answer)
    writer.uint32(3, self.question)
    writer.string(4, self.make)
    writer.messages(5, self.fields)
    writer.unknown(unknownFields)
  }
}

public struct ReviewQuestion: KithValue {
  public var number: UInt32 = 0
  public var question: String = ""
  public var answer: String = ""
  public var unknownFields = UnknownFields()

  public init() {}

  public init(number: UInt32 = 0, question: String = "", answer: String = "") {
    self.number = number
    self.question = question
    self.answer = answer
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 8: self.number = try reader.uint32()
      case 18: self.question = try reader.string()
      case 26: self.answer = try reader.string()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.uint32(1, self.number)
    writer.string(2, self.question)
    writer.string(3, self.answer)
    writer.unknown(unknownFields)
  }
}

public struct ReviewReply: KithValue {
  public var id: String = ""
  public var step: String = ""
  public var name: String = ""
  /// open, done
  public var state: String = ""
  public var questions: [ReviewQuestion] = []
  /// the number of the first question without an answer; 0: none is left
  public var next: UInt32 = 0
  public var createdMs: Double = 0
  /// what the answer was made into
  public var made: String = ""
  public var madeId: String = ""
  public var unknownFields = UnknownFields()

  public init() {}

  public init(id: String = "", step: String = "", name: String = "", state: String = "", questions: [ReviewQuestion] = [], next: UInt32 = 0, createdMs: Double = 0, made: String = "", madeId: String = "") {
    self.id = id
    self.step = step
    self.name = name
    self.state = state
    self.questions = questions
    self.next = next
    self.createdMs = createdMs
    self.made = made
    self.madeId = madeId
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.id = try reader.string()
      case 18: self.step = try reader.string()
      case 26: self.name = try reader.string()
      case 34: self.state = try reader.string()
      case 42: self.questions.append(try reader.message())
      case 48: self.next = try reader.uint32()
      case 57: self.createdMs = try reader.double()
      case 66: self.made = try reader.string()
      case 74: self.madeId = try reader.string()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.id)
    writer.string(2, self.step)
    writer.string(3, self.name)
    writer.string(4, self.state)
    writer.messages(5, self.questions)
    writer.uint32(6, self.next)
    writer.double(7, self.createdMs)
    writer.string(8, self.made)
    writer.string(9, self.madeId)
    writer.unknown(unknownFields)
  }
}

public struct ReviewList: KithValue {
  public var items: [ReviewReply] = []
  public var suggested: String = ""
  public var why: String = ""
  public var unknownFields = UnknownFields()

  public init() {}

  public init(items: [ReviewReply] = [], suggested: String = "", why: String = "") {
    self.items = items
    self.suggested = suggested
    self.why = why
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.items.append(try reader.message())
      case 18: self.suggested = try reader.string()
      case 26: self.why = try reader.string()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.messages(1, self.items)
    writer.string(2, self.suggested)
    writer.string(3, self.why)
    writer.unknown(unknownFields)
  }
}

public struct PersonDecision: KithValue {
  public var person: String = ""
  public var decision: String = ""
  public var personId: String = ""
  public var unknownFields = UnknownFields()

  public init() {}

  public init(person: String = "", decision: String = "", personId: String = "") {
    self.person = person
    self.decision = decision
    self.personId = personId
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.person = try reader.string()
      case 18: self.decision = try reader.string()
      case 26: self.personId = try reader.string()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.person)
    writer.string(2, self.decision)
    writer.string(3, self.personId)
    writer.unknown(unknownFields)
  }
}

public struct SnapshotRequest: KithValue {
  public var when: String = ""
  public var decisions: [PersonDecision] = []
  public var unknownFields = UnknownFields()

  public init() {}

  public init(when: String = "", decisions: [PersonDecision] = []) {
    self.when = when
    self.decisions = decisions
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.when = try reader.string()
      case 18: self.decisions.append(try reader.message())
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.when)
    writer.messages(2, self.decisions)
    writer.unknown(unknownFields)
  }
}

/// Of a day that is past: what was true then, and what could not be said of it.
public struct SnapshotSaved: KithValue {
  public var id: String = ""
  public var when: String = ""
  public var people: UInt32 = 0
  public var leftOut: [String] = []
  public var unknownFields = UnknownFields()

  public init() {}

  public init(id: String = "", when: String = "", people: UInt32 = 0, leftOut: [String] = []) {
    self.id = id
    self.when = when
    self.people = people
    self.leftOut = leftOut
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.id = try reader.string()
      case 18: self.when = try reader.string()
      case 24: self.people = try reader.uint32()
      case 34: self.leftOut.append(try reader.string())
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.id)
    writer.string(2, self.when)
    writer.uint32(3, self.people)
    writer.strings(4, self.leftOut)
    writer.unknown(unknownFields)
  }
}

public struct Snapshot: KithValue {
  public var id: String = ""
  public var when: String = ""
  public var people: UInt32 = 0
  public var decisions: [PersonDecision] = []
  public var unknownFields = UnknownFields()

  public init() {}

  public init(id: String = "", when: String = "", people: UInt32 = 0, decisions: [PersonDecision] = []) {
    self.id = id
    self.when = when
    self.people = people
    self.decisions = decisions
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.id = try reader.string()
      case 18: self.when = try reader.string()
      case 24: self.people = try reader.uint32()
      case 34: self.decisions.append(try reader.message())
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.id)
    writer.string(2, self.when)
    writer.uint32(3, self.people)
    writer.messages(4, self.decisions)
    writer.unknown(unknownFields)
  }
}

public struct SnapshotList: KithValue {
  public var items: [Snapshot] = []
  public var unknownFields = UnknownFields()

  public init() {}

  public init(items: [Snapshot] = []) {
    self.items = items
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.items.append(try reader.message())
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.messages(1, self.items)
    writer.unknown(unknownFields)
  }
}

public struct SnapshotCompareRequest: KithValue {
  public var before: String = ""
  public var after: String = ""
  public var unknownFields = UnknownFields()

  public init() {}

  public init(before: String = "", after: String = "") {
    self.before = before
    self.after = after
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.before = try reader.string()
      case 18: self.after = try reader.string()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.before)
    writer.string(2, self.after)
    writer.unknown(unknownFields)
  }
}

public struct MeasureChange: KithValue {
  public var term: String = ""
  public var before: Double? = nil
  public var after: Double? = nil
  public var unknownFields = UnknownFields()

  public init() {}

  public init(term: String = "", before: Double? = nil, after: Double? = nil) {
    self.term = term
    self.before = before
    self.after = after
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.term = try reader.string()
      case 17: self.before = try reader.double()
      case 25: self.after = try reader.double()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.term)
    writer.double(2, self.before)
    writer.double(3, self.after)
    writer.unknown(unknownFields)
  }
}

public struct SnapshotComparison: KithValue {
  public var measures: [MeasureChange] = []
  public var stability: Double? = nil
  public var supportGrowth: Double? = nil
  public var newSystems: [String] = []
  public var came: [String] = []
  public var gone: [String] = []
  public var valued: [String] = []
  public var ended: [String] = []
  public var unknownFields = UnknownFields()

  public init() {}

  public init(measures: [MeasureChange] = [], stability: Double? = nil, supportGrowth: Double? = nil, newSystems: [String] = [], came: [String] = [], gone: [String] = [], valued: [String] = [], ended: [String] = []) {
    self.measures = measures
    self.stability = stability
    self.supportGrowth = supportGrowth
    self.newSystems = newSystems
    self.came = came
    self.gone = gone
    self.valued = valued
    self.ended = ended
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.measures.append(try reader.message())
      case 17: self.stability = try reader.double()
      case 25: self.supportGrowth = try reader.double()
      case 34: self.newSystems.append(try reader.string())
      case 42: self.came.append(try reader.string())
      case 50: self.gone.append(try reader.string())
      case 58: self.valued.append(try reader.string())
      case 66: self.ended.append(try reader.string())
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.messages(1, self.measures)
    writer.double(2, self.stability)
    writer.double(3, self.supportGrowth)
    writer.strings(4, self.newSystems)
    writer.strings(5, self.came)
    writer.strings(6, self.gone)
    writer.strings(7, self.valued)
    writer.strings(8, self.ended)
    writer.unknown(unknownFields)
  }
}

public struct StoryRequest: KithValue {
  public var person: String = ""
  public var part: UInt32 = 0
  public var answer: String = ""
  public var feelingsThen: [String] = []
  public var feelingsNow: [String] = []
  public var setFeelings: Bool = false
  public var unknownFields = UnknownFields()

  public init() {}

  public init(person: String = "", part: UInt32 = 0, answer: String = "", feelingsThen: [String] = [], feelingsNow: [String] = [], setFeelings: Bool = false) {
    self.person = person
    self.part = part
    self.answer = answer
    self.feelingsThen = feelingsThen
    self.feelingsNow = feelingsNow
    self.setFeelings = setFeelings
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.person = try reader.string()
      case 16: self.part = try reader.uint32()
      case 26: self.answer = try reader.string()
      case 34: self.feelingsThen.append(try reader.string())
      case 42: self.feelingsNow.append(try reader.string())
      case 48: self.setFeelings = try reader.bool()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.person)
    writer.uint32(2, self.part)
    writer.string(3, self.answer)
    writer.strings(4, self.feelingsThen)
    writer.strings(5, self.feelingsNow)
    writer.bool(6, self.setFeelings)
    writer.unknown(unknownFields)
  }
}

public struct StoryPart: KithValue {
  public var number: UInt32 = 0
  public var title: String = ""
  public var question: String = ""
  public var answer: String = ""
  public var unknownFields = UnknownFields()

  public init() {}

  public init(number: UInt32 = 0, title: String = "", question: String = "", answer: String = "") {
    self.number = number
    self.title = title
    self.question = question
    self.answer = answer
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 8: self.number = try reader.uint32()
      case 18: self.title = try reader.string()
      case 26: self.question = try reader.string()
      case 34: self.answer = try reader.string()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.uint32(1, self.number)
    writer.string(2, self.title)
    writer.string(3, self.question)
    writer.string(4, self.answer)
    writer.unknown(unknownFields)
  }
}

public struct StoryReply: KithValue {
  /// empty: nothing is told yet
  public var id: String = ""
  public var person: String = ""
  public var personId: String = ""
  /// open, done
  public var state: String = ""
  public var parts: [StoryPart] = []
  /// the first part without an answer; 0: none is left
  public var next: UInt32 = 0
  public var feelingsThen: [String] = []
  public var feelingsNow: [String] = []
  public var createdMs: Double = 0
  public var unknownFields = UnknownFields()

  public init() {}

  public init(id: String = "", person: String = "", personId: String = "", state: String = "", parts: [StoryPart] = [], next: UInt32 = 0, feelingsThen: [String] = [], feelingsNow: [String] = [], createdMs: Double = 0) {
    self.id = id
    self.person = person
    self.personId = personId
    self.state = state
    self.parts = parts
    self.next = next
    self.feelingsThen = feelingsThen
    self.feelingsNow = feelingsNow
    self.createdMs = createdMs
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.id = try reader.string()
      case 18: self.person = try reader.string()
      case 26: self.personId = try reader.string()
      case 34: self.state = try reader.string()
      case 42: self.parts.append(try reader.message())
      case 48: self.next = try reader.uint32()
      case 58: self.feelingsThen.append(try reader.string())
      case 66: self.feelingsNow.append(try reader.string())
      case 73: self.createdMs = try reader.double()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.id)
    writer.string(2, self.person)
    writer.string(3, self.personId)
    writer.string(4, self.state)
    writer.messages(5, self.parts)
    writer.uint32(6, self.next)
    writer.strings(7, self.feelingsThen)
    writer.strings(8, self.feelingsNow)
    writer.double(9, self.createdMs)
    writer.unknown(unknownFields)
  }
}

public struct StoryList: KithValue {
  public var items: [StoryReply] = []
  public var unknownFields = UnknownFields()

  public init() {}

  public init(items: [StoryReply] = []) {
    self.items = items
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.items.append(try reader.message())
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.messages(1, self.items)
    writer.unknown(unknownFields)
  }
}

public struct AgreementRequest: KithValue {
  public var with: String = ""
  public var fields: [FactField] = []
  public var anyway: Bool = false
  public var unknownFields = UnknownFields()

  public init() {}

  public init(with: String = "", fields: [FactField] = [], anyway: Bool = false) {
    self.with = with
    self.fields = fields
    self.anyway = anyway
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.with = try reader.string()
      case 18: self.fields.append(try reader.message())
      case 24: self.anyway = try reader.bool()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.with)
    writer.messages(2, self.fields)
    writer.bool(3, self.anyway)
    writer.unknown(unknownFields)
  }
}

public struct Agreement: KithValue {
  public var id: String = ""
  public var person: String = ""
  public var personId: String = ""
  public var fields: [FactField] = []
  public var unknownFields = UnknownFields()

  public init() {}

  public init(id: String = "", person: String = "", personId: String = "", fields: [FactField] = []) {
    self.id = id
    self.person = person
    self.personId = personId
    self.fields = fields
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.id = try reader.string()
      case 18: self.person = try reader.string()
      case 26: self.personId = try reader.string()
      case 34: self.fields.append(try reader.message())
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.id)
    writer.string(2, self.person)
    writer.string(3, self.personId)
    writer.messages(4, self.fields)
    writer.unknown(unknownFields)
  }
}

/// One answer: a phase, marks of functions, how useful it is, or one passage of the story.
public struct CompareSealRequest: KithValue {
  public var with: String = ""
  /// initiation, cultivation, separation, redefinition
  public var phase: String = ""
  /// "COAC:received:2"; one "none" where nothing is felt
  public var functions: [String] = []
  /// 0 not at all to 3 very
  public var useful: UInt32? = nil
  /// the other one may be told that I am ready
  public var announce: Bool = false
  /// one passage of the story as I tell it
  public var passage: String = ""
  /// the passage may leave although it names somebody else
  public var anyway: Bool = false
  public var unknownFields = UnknownFields()

  public init() {}

  public init(with: String = "", phase: String = "", functions: [String] = [], useful: UInt32? = nil, announce: Bool = false, passage: String = "", anyway: Bool = false) {
    self.with = with
    self.phase = phase
    self.functions = functions
    self.useful = useful
    self.announce = announce
    self.passage = passage
    self.anyway = anyway
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.with = try reader.string()
      case 18: self.phase = try reader.string()
      case 26: self.functions.append(try reader.string())
      case 32: self.useful = try reader.uint32()
      case 40: self.announce = try reader.bool()
      case 50: self.passage = try reader.string()
      case 56: self.anyway = try reader.bool()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.with)
    writer.string(2, self.phase)
    writer.strings(3, self.functions)
    writer.uint32(4, self.useful)
    writer.bool(5, self.announce)
    writer.string(6, self.passage)
    writer.bool(7, self.anyway)
    writer.unknown(unknownFields)
  }
}

public struct ComparedRow: KithValue {
  public var what: String = ""
  public var mine: String = ""
  public var theirs: String = ""
  public var gap: UInt32 = 0
  public var unknownFields = UnknownFields()

  public init() {}

  public init(what: String = "", mine: String = "", theirs: String = "", gap: UInt32 = 0) {
    self.what = what
    self.mine = mine
    self.theirs = theirs
    self.gap = gap
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.what = try reader.string()
      case 18: self.mine = try reader.string()
      case 26: self.theirs = try reader.string()
      case 32: self.gap = try reader.uint32()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.what)
    writer.string(2, self.mine)
    writer.string(3, self.theirs)
    writer.uint32(4, self.gap)
    writer.unknown(unknownFields)
  }
}

/// state: theirs_ready, waiting, opened (theirs is on its way), open, broken.
public struct Compared: KithValue {
  public var person: String = ""
  public var personId: String = ""
  /// phase, functions, useful, story
  public var question: String = ""
  public var round: UInt32 = 0
  public var state: String = ""
  /// the state in a sentence
  public var says: String = ""
  public var mine: String = ""
  /// in the state open only, as what follows
  public var theirs: String = ""
  public var gap: UInt32 = 0
  public var gapSays: String = ""
  /// the widest gap first
  public var rows: [ComparedRow] = []
  /// three to talk about
  public var questions: [String] = []
  public var unknownFields = UnknownFields()

  public init() {}

  public init(person: String = "", personId: String = "", question: String = "", round: UInt32 = 0, state: String = "", says: String = "", mine: String = "", theirs: String = "", gap: UInt32 = 0, gapSays: String = "", rows: [ComparedRow] = [], questions: [String] = []) {
    self.person = person
    self.personId = personId
    self.question = question
    self.round = round
    self.state = state
    self.says = says
    self.mine = mine
    self.theirs = theirs
    self.gap = gap
    self.gapSays = gapSays
    self.rows = rows
    self.questions = questions
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.person = try reader.string()
      case 18: self.personId = try reader.string()
      case 26: self.question = try reader.string()
      case 32: self.round = try reader.uint32()
      case 42: self.state = try reader.string()
      case 50: self.says = try reader.string()
      case 58: self.mine = try reader.string()
      case 66: self.theirs = try reader.string()
      case 72: self.gap = try reader.uint32()
      case 82: self.gapSays = try reader.string()
      case 90: self.rows.append(try reader.message())
      case 98: self.questions.append(try reader.string())
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.person)
    writer.string(2, self.personId)
    writer.string(3, self.question)
    writer.uint32(4, self.round)
    writer.string(5, self.state)
    writer.string(6, self.says)
    writer.string(7, self.mine)
    writer.string(8, self.theirs)
    writer.uint32(9, self.gap)
    writer.string(10, self.gapSays)
    writer.messages(11, self.rows)
    writer.strings(12, self.questions)
    writer.unknown(unknownFields)
  }
}

public struct ComparedList: KithValue {
  public var items: [Compared] = []
  public var unknownFields = UnknownFields()

  public init() {}

  public init(items: [Compared] = []) {
    self.items = items
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.items.append(try reader.message())
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.messages(1, self.items)
    writer.unknown(unknownFields)
  }
}

public struct RelayMoveRequest: KithValue {
  /// HOST:PORT
  public var address: String = ""
  /// PEM; empty: the system's
  public var certificate: String = ""
  /// nobody can be told through it any more
  public var oldIsGone: Bool = false
  /// the token that whoever hosts the relay gave, where it wants one; remembered once it was used
  public var admission: String = ""
  public var unknownFields = UnknownFields()

  public init() {}

  public init(address: String = "", certificate: String = "", oldIsGone: Bool = false, admission: String = "") {
    self.address = address
    self.certificate = certificate
    self.oldIsGone = oldIsGone
    self.admission = admission
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.address = try reader.string()
      case 18: self.certificate = try reader.string()
      case 24: self.oldIsGone = try reader.bool()
      case 34: self.admission = try reader.string()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.address)
    writer.string(2, self.certificate)
    writer.bool(3, self.oldIsGone)
    writer.string(4, self.admission)
    writer.unknown(unknownFields)
  }
}

public struct RelayFollowRequest: KithValue {
  public var person: String = ""
  public var oldIsGone: Bool = false
  public var unknownFields = UnknownFields()

  public init() {}

  public init(person: String = "", oldIsGone: Bool = false) {
    self.person = person
    self.oldIsGone = oldIsGone
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.person = try reader.string()
      case 16: self.oldIsGone = try reader.bool()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.person)
    writer.bool(2, self.oldIsGone)
    writer.unknown(unknownFields)
  }
}

/// Of a pair whose other one is at another relay than this vault.
public struct RelayPartner: KithValue {
  public var person: String = ""
  public var personId: String = ""
  /// where he goes on; empty: he has not said
  public var address: String = ""
  /// what is written to this pair waits until he has moved too
  public var waits: Bool = false
  public var unknownFields = UnknownFields()

  public init() {}

  public init(person: String = "", personId: String = "", address: String = "", waits: Bool = false) {
    self.person = person
    self.personId = personId
    self.address = address
    self.waits = waits
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.person = try reader.string()
      case 18: self.personId = try reader.string()
      case 26: self.address = try reader.string()
      case 32: self.waits = try reader.bool()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.person)
    writer.string(2, self.personId)
    writer.string(3, self.address)
    writer.bool(4, self.waits)
    writer.unknown(unknownFields)
  }
}

public struct RelayInfo: KithValue {
  public var address: String = ""
  public var key: String = ""
  public var movingTo: String = ""
  public var partners: [RelayPartner] = []
  public var unknownFields = UnknownFields()

  public init() {}

  public init(address: String = "", key: String = "", movingTo: String = "", partners: [RelayPartner] = []) {
    self.address = address
    self.key = key
    self.movingTo = movingTo
    self.partners = partners
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.address = try reader.string()
      case 18: self.key = try reader.string()
      case 26: self.movingTo = try reader.string()
      case 34: self.partners.append(try reader.message())
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.address)
    writer.string(2, self.key)
    writer.string(3, self.movingTo)
    writer.messages(4, self.partners)
    writer.unknown(unknownFields)
  }
}

public struct ShareCheckRequest: KithValue {
  public var text: String = ""
  public var with: String = ""
  public var unknownFields = UnknownFields()

  public init() {}

  public init(text: String = "", with: String = "") {
    self.text = text
    self.with = with
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.text = try reader.string()
      case 18: self.with = try reader.string()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.text)
    writer.string(2, self.with)
    writer.unknown(unknownFields)
  }
}

public struct Mention: KithValue {
  public var how: String = ""
  public var what: String = ""
  public var begin: Double = 0
  public var end: Double = 0
  public var unknownFields = UnknownFields()

  public init() {}

  public init(how: String = "", what: String = "", begin: Double = 0, end: Double = 0) {
    self.how = how
    self.what = what
    self.begin = begin
    self.end = end
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.how = try reader.string()
      case 18: self.what = try reader.string()
      case 25: self.begin = try reader.double()
      case 33: self.end = try reader.double()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.how)
    writer.string(2, self.what)
    writer.double(3, self.begin)
    writer.double(4, self.end)
    writer.unknown(unknownFields)
  }
}

public struct ShareCheckReply: KithValue {
  public var items: [Mention] = []
  public var warning: String = ""
  public var warningSentence: Sentence? = nil
  public var unknownFields = UnknownFields()

  public init() {}

  public init(items: [Mention] = [], warning: String = "", warningSentence: Sentence? = nil) {
    self.items = items
    self.warning = warning
    self.warningSentence = warningSentence
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.items.append(try reader.message())
      case 18: self.warning = try reader.string()
      case 26: try reader.merge(&self.warningSentence)
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.messages(1, self.items)
    writer.string(2, self.warning)
    writer.message(3, self.warningSentence)
    writer.unknown(unknownFields)
  }
}

public struct SampleRequest: KithValue {
  public var `set`: String = ""
  public var unknownFields = UnknownFields()

  public init() {}

  public init(`set`: String = "") {
    self.`set` = `set`
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.`set` = try reader.string()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.`set`)
    writer.unknown(unknownFields)
  }
}

public struct SampleRow: KithValue {
  public var row: UInt32 = 0
  public var cells: [String] = []
  public var says: String = ""
  public var unknownFields = UnknownFields()

  public init() {}

  public init(row: UInt32 = 0, cells: [String] = [], says: String = "") {
    self.row = row
    self.cells = cells
    self.says = says
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 8: self.row = try reader.uint32()
      case 18: self.cells.append(try reader.string())
      case 26: self.says = try reader.string()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.uint32(1, self.row)
    writer.strings(2, self.cells)
    writer.string(3, self.says)
    writer.unknown(unknownFields)
  }
}

public struct SampleReply: KithValue {
  public var `set`: String = ""
  public var loaded: Bool = false
  public var columns: [String] = []
  public var rows: [SampleRow] = []
  public var unknownFields = UnknownFields()

  public init() {}

  public init(`set`: String = "", loaded: Bool = false, columns: [String] = [], rows: [SampleRow] = []) {
    self.`set` = `set`
    self.loaded = loaded
    self.columns = columns
    self.rows = rows
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.`set` = try reader.string()
      case 16: self.loaded = try reader.bool()
      case 26: self.columns.append(try reader.string())
      case 34: self.rows.append(try reader.message())
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.`set`)
    writer.bool(2, self.loaded)
    writer.strings(3, self.columns)
    writer.messages(4, self.rows)
    writer.unknown(unknownFields)
  }
}

public struct SampleCheck: KithValue {
  public var what: String = ""
  public var expected: String = ""
  public var found: String = ""
  public var holds: Bool = false
  public var unknownFields = UnknownFields()

  public init() {}

  public init(what: String = "", expected: String = "", found: String = "", holds: Bool = false) {
    self.what = what
    self.expected = expected
    self.found = found
    self.holds = holds
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.what = try reader.string()
      case 18: self.expected = try reader.string()
      case 26: self.found = try reader.string()
      case 32: self.holds = try reader.bool()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.what)
    writer.string(2, self.expected)
    writer.string(3, self.found)
    writer.bool(4, self.holds)
    writer.unknown(unknownFields)
  }
}

public struct SampleCheckReply: KithValue {
  public var `set`: String = ""
  public var items: [SampleCheck] = []
  public var holds: Bool = false
  public var unknownFields = UnknownFields()

  public init() {}

  public init(`set`: String = "", items: [SampleCheck] = [], holds: Bool = false) {
    self.`set` = `set`
    self.items = items
    self.holds = holds
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.`set` = try reader.string()
      case 18: self.items.append(try reader.message())
      case 24: self.holds = try reader.bool()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.`set`)
    writer.messages(2, self.items)
    writer.bool(3, self.holds)
    writer.unknown(unknownFields)
  }
}

public struct Removed: KithValue {
  public var id: String = ""
  public var kind: String = ""
  public var text: String = ""
  public var removedMs: Double = 0
  public var untilMs: Double = 0
  public var unknownFields = UnknownFields()

  public init() {}

  public init(id: String = "", kind: String = "", text: String = "", removedMs: Double = 0, untilMs: Double = 0) {
    self.id = id
    self.kind = kind
    self.text = text
    self.removedMs = removedMs
    self.untilMs = untilMs
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.id = try reader.string()
      case 18: self.kind = try reader.string()
      case 26: self.text = try reader.string()
      case 33: self.removedMs = try reader.double()
      case 41: self.untilMs = try reader.double()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.id)
    writer.string(2, self.kind)
    writer.string(3, self.text)
    writer.double(4, self.removedMs)
    writer.double(5, self.untilMs)
    writer.unknown(unknownFields)
  }
}

public struct RemovedList: KithValue {
  public var items: [Removed] = []
  public var unknownFields = UnknownFields()

  public init() {}

  public init(items: [Removed] = []) {
    self.items = items
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.items.append(try reader.message())
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.messages(1, self.items)
    writer.unknown(unknownFields)
  }
}

public struct Duplicate: KithValue {
  public var person: String = ""
  public var personId: String = ""
  public var other: String = ""
  public var otherId: String = ""
  public var why: String = ""
  public var unknownFields = UnknownFields()

  public init() {}

  public init(person: String = "", personId: String = "", other: String = "", otherId: String = "", why: String = "") {
    self.person = person
    self.personId = personId
    self.other = other
    self.otherId = otherId
    self.why = why
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.person = try reader.string()
      case 18: self.personId = try reader.string()
      case 26: self.other = try reader.string()
      case 34: self.otherId = try reader.string()
      case 42: self.why = try reader.string()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.person)
    writer.string(2, self.personId)
    writer.string(3, self.other)
    writer.string(4, self.otherId)
    writer.string(5, self.why)
    writer.unknown(unknownFields)
  }
}

public struct DuplicateList: KithValue {
  public var items: [Duplicate] = []
  public var unknownFields = UnknownFields()

  public init() {}

  public init(items: [Duplicate] = []) {
    self.items = items
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.items.append(try reader.message())
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.messages(1, self.items)
    writer.unknown(unknownFields)
  }
}

public struct MergeRequest: KithValue {
  public var keep: String = ""
  public var other: String = ""
  public var unknownFields = UnknownFields()

  public init() {}

  public init(keep: String = "", other: String = "") {
    self.keep = keep
    self.other = other
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.keep = try reader.string()
      case 18: self.other = try reader.string()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.keep)
    writer.string(2, self.other)
    writer.unknown(unknownFields)
  }
}

public struct Merged: KithValue {
  public var id: String = ""
  public var kept: String = ""
  public var keptId: String = ""
  public var gone: String = ""
  public var mergedMs: Double = 0
  public var unknownFields = UnknownFields()

  public init() {}

  public init(id: String = "", kept: String = "", keptId: String = "", gone: String = "", mergedMs: Double = 0) {
    self.id = id
    self.kept = kept
    self.keptId = keptId
    self.gone = gone
    self.mergedMs = mergedMs
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.id = try reader.string()
      case 18: self.kept = try reader.string()
      case 26: self.keptId = try reader.string()
      case 34: self.gone = try reader.string()
      case 41: self.mergedMs = try reader.double()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.id)
    writer.string(2, self.kept)
    writer.string(3, self.keptId)
    writer.string(4, self.gone)
    writer.double(5, self.mergedMs)
    writer.unknown(unknownFields)
  }
}

public struct MergedList: KithValue {
  public var items: [Merged] = []
  public var unknownFields = UnknownFields()

  public init() {}

  public init(items: [Merged] = []) {
    self.items = items
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.items.append(try reader.message())
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.messages(1, self.items)
    writer.unknown(unknownFields)
  }
}

public struct ImportRequest: KithValue {
  public var content: Data = Data()
  /// of a table: "name=Full Name"
  public var mapping: [String] = []
  /// names; "*" takes them all
  public var pick: [String] = []
  /// of a table: day-first, month-first; empty: as its other dates tell
  public var dates: String = ""
  public var unknownFields = UnknownFields()

  public init() {}

  public init(content: Data = Data(), mapping: [String] = [], pick: [String] = [], dates: String = "") {
    self.content = content
    self.mapping = mapping
    self.pick = pick
    self.dates = dates
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.content = try reader.data()
      case 18: self.mapping.append(try reader.string())
      case 26: self.pick.append(try reader.string())
      case 34: self.dates = try reader.string()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.data(1, self.content)
    writer.strings(2, self.mapping)
    writer.strings(3, self.pick)
    writer.string(4, self.dates)
    writer.unknown(unknownFields)
  }
}

public struct ImportCount: KithValue {
  public var what: String = ""
  public var fate: String = ""
  public var count: UInt32 = 0
  public var unknownFields = UnknownFields()

  public init() {}

  public init(what: String = "", fate: String = "", count: UInt32 = 0) {
    self.what = what
    self.fate = fate
    self.count = count
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.what = try reader.string()
      case 18: self.fate = try reader.string()
      case 24: self.count = try reader.uint32()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.what)
    writer.string(2, self.fate)
    writer.uint32(3, self.count)
    writer.unknown(unknownFields)
  }
}

public struct ImportReply: KithValue {
  /// who was added
  public var items: [Person] = []
  /// what was left out, or something to say of it
  public var skipped: [SkippedCard] = []
  public var report: [ImportCount] = []
  /// added, and somebody else of that name was there: the person decides
  public var sameName: [String] = []
  public var unknownFields = UnknownFields()

  public init() {}

  public init(items: [Person] = [], skipped: [SkippedCard] = [], report: [ImportCount] = [], sameName: [String] = []) {
    self.items = items
    self.skipped = skipped
    self.report = report
    self.sameName = sameName
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.items.append(try reader.message())
      case 18: self.skipped.append(try reader.message())
      case 26: self.report.append(try reader.message())
      case 34: self.sameName.append(try reader.string())
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.messages(1, self.items)
    writer.messages(2, self.skipped)
    writer.messages(3, self.report)
    writer.strings(4, self.sameName)
    writer.unknown(unknownFields)
  }
}

public struct TextOut: KithValue {
  public var content: String = ""
  public var leftOut: UInt32 = 0
  public var unknownFields = UnknownFields()

  public init() {}

  public init(content: String = "", leftOut: UInt32 = 0) {
    self.content = content
    self.leftOut = leftOut
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.content = try reader.string()
      case 16: self.leftOut = try reader.uint32()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.content)
    writer.uint32(2, self.leftOut)
    writer.unknown(unknownFields)
  }
}

public struct CardsRequest: KithValue {
  public var version: String = ""
  public var pick: [String] = []
  public var withNotes: Bool = false
  public var unknownFields = UnknownFields()

  public init() {}

  public init(version: String = "", pick: [String] = [], withNotes: Bool = false) {
    self.version = version
    self.pick = pick
    self.withNotes = withNotes
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.version = try reader.string()
      case 18: self.pick.append(try reader.string())
      case 24: self.withNotes = try reader.bool()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.version)
    writer.strings(2, self.pick)
    writer.bool(3, self.withNotes)
    writer.unknown(unknownFields)
  }
}

public struct CalendarRequest: KithValue {
  public var withNames: Bool = false
  public var unknownFields = UnknownFields()

  public init() {}

  public init(withNames: Bool = false) {
    self.withNames = withNames
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 8: self.withNames = try reader.bool()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.bool(1, self.withNames)
    writer.unknown(unknownFields)
  }
}

public struct ImportVaultReply: KithValue {
  public var records: UInt32 = 0
  public var leftOut: UInt32 = 0
  public var unknownFields = UnknownFields()

  public init() {}

  public init(records: UInt32 = 0, leftOut: UInt32 = 0) {
    self.records = records
    self.leftOut = leftOut
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 8: self.records = try reader.uint32()
      case 16: self.leftOut = try reader.uint32()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.uint32(1, self.records)
    writer.uint32(2, self.leftOut)
    writer.unknown(unknownFields)
  }
}

/// A record in full, for an import that makes it again.
public struct ExportedValue: KithValue {
  /// text, integer, date (year/month/day/minute), id, bytes (hexadecimal)
  public var type: String = ""
  public var value: String = ""
  public var unknownFields = UnknownFields()

  public init() {}

  public init(type: String = "", value: String = "") {
    self.type = type
    self.value = value
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.type = try reader.string()
      case 18: self.value = try reader.string()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.type)
    writer.string(2, self.value)
    writer.unknown(unknownFields)
  }
}

public struct ExportedField: KithValue {
  public var number: UInt32 = 0
  /// for people
  public var name: String = ""
  public var list: Bool = false
  public var values: [ExportedValue] = []
  public var unknownFields = UnknownFields()

  public init() {}

  public init(number: UInt32 = 0, name: String = "", list: Bool = false, values: [ExportedValue] = []) {
    self.number = number
    self.name = name
    self.list = list
    self.values = values
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 8: self.number = try reader.uint32()
      case 18: self.name = try reader.string()
      case 24: self.list = try reader.bool()
      case 34: self.values.append(try reader.message())
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.uint32(1, self.number)
    writer.string(2, self.name)
    writer.bool(3, self.list)
    writer.messages(4, self.values)
    writer.unknown(unknownFields)
  }
}

public struct ExportedRecord: KithValue {
  public var id: String = ""
  public var kind: UInt32 = 0
  /// for people
  public var kindName: String = ""
  public var createdMs: Double = 0
  public var fields: [ExportedField] = []
  public var unknownFields = UnknownFields()

  public init() {}

  public init(id: String = "", kind: UInt32 = 0, kindName: String = "", createdMs: Double = 0, fields: [ExportedField] = []) {
    self.id = id
    self.kind = kind
    self.kindName = kindName
    self.createdMs = createdMs
    self.fields = fields
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.id = try reader.string()
      case 16: self.kind = try reader.uint32()
      case 26: self.kindName = try reader.string()
      case 33: self.createdMs = try reader.double()
      case 42: self.fields.append(try reader.message())
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.id)
    writer.uint32(2, self.kind)
    writer.string(3, self.kindName)
    writer.double(4, self.createdMs)
    writer.messages(5, self.fields)
    writer.unknown(unknownFields)
  }
}

public struct PictureRequest: KithValue {
  /// map, timeline, functions, reciprocity, cadence, type, then-and-now, themes, compare
  public var picture: String = ""
  public var person: String = ""
  public var snapshot: String = ""
  /// in points; 0: 360
  public var width: Double = 0
  public var dark: Bool = false
  public var rightToLeft: Bool = false
  public var initials: Bool = false
  public var acquaintances: Bool = false
  /// the display list, for a face that paints itself, in place of svg and text
  public var shapes: Bool = false
  public var unknownFields = UnknownFields()

  public init() {}

  public init(picture: String = "", person: String = "", snapshot: String = "", width: Double = 0, dark: Bool = false, rightToLeft: Bool = false, initials: Bool = false, acquaintances: Bool = false, shapes: Bool = false) {
    self.picture = picture
    self.person = person
    self.snapshot = snapshot
    self.width = width
    self.dark = dark
    self.rightToLeft = rightToLeft
    self.initials = initials
    self.acquaintances = acquaintances
    self.shapes = shapes
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.picture = try reader.string()
      case 18: self.person = try reader.string()
      case 26: self.snapshot = try reader.string()
      case 33: self.width = try reader.double()
      case 40: self.dark = try reader.bool()
      case 48: self.rightToLeft = try reader.bool()
      case 56: self.initials = try reader.bool()
      case 64: self.acquaintances = try reader.bool()
      case 72: self.shapes = try reader.bool()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.picture)
    writer.string(2, self.person)
    writer.string(3, self.snapshot)
    writer.double(4, self.width)
    writer.bool(5, self.dark)
    writer.bool(6, self.rightToLeft)
    writer.bool(7, self.initials)
    writer.bool(8, self.acquaintances)
    writer.bool(9, self.shapes)
    writer.unknown(unknownFields)
  }
}

/// One thing to paint, in a role and no colour. Points are x to the right and y down, in the picture's own measure;
/// angles are degrees, clockwise from the top.
public struct PictureShape: KithValue {
  public var form: PictureShape.Form = PictureShape.Form(rawValue: 0)
  /// x, y, x, y: a centre; of a line its two ends; of a bow its begin, where it is drawn to, its end; of a box the
  /// corner at the top left; of a polygon its corners; of a text where it stands on the base line.
  public var points: [Double] = []
  /// of a circle, of a slice its outer one
  public var radius: Double = 0
  /// of a slice: 0 is a slice of a pie, more is one of a ring
  public var inner: Double = 0
  /// of a slice
  public var from: Double = 0
  public var to: Double = 0
  /// of a box
  public var width: Double = 0
  public var height: Double = 0
  public var corner: Double = 0
  /// of a text
  public var words: String = ""
  public var size: Double = 0
  /// left, middle, right: where the point stands in the text
  public var anchor: String = ""
  public var bold: Bool = false
  /// a role; empty: not filled
  public var fill: String = ""
  /// plain, stripes, dots, cross, bars, sparse
  public var pattern: String = ""
  /// a role; empty: no outline
  public var stroke: String = ""
  public var strokeWidth: Double = 0
  /// none, dashed, dotted
  public var dash: String = ""
  public var unknownFields = UnknownFields()

  public init() {}

  public init(form: PictureShape.Form = PictureShape.Form(rawValue: 0), points: [Double] = [], radius: Double = 0, inner: Double = 0, from: Double = 0, to: Double = 0, width: Double = 0, height: Double = 0, corner: Double = 0, words: String = "", size: Double = 0, anchor: String = "", bold: Bool = false, fill: String = "", pattern: String = "", stroke: String = "", strokeWidth: Double = 0, dash: String = "") {
    self.form = form
    self.points = points
    self.radius = radius
    self.inner = inner
    self.from = from
    self.to = to
    self.width = width
    self.height = height
    self.corner = corner
    self.words = words
    self.size = size
    self.anchor = anchor
    self.bold = bold
    self.fill = fill
    self.pattern = pattern
    self.stroke = stroke
    self.strokeWidth = strokeWidth
    self.dash = dash
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 8: self.form = try reader.number()
      case 17: self.points.append(try reader.double())
      case 18: try reader.packed(&self.points) { try $0.double() }
      case 25: self.radius = try reader.double()
      case 33: self.inner = try reader.double()
      case 41: self.from = try reader.double()
      case 49: self.to = try reader.double()
      case 57: self.width = try reader.double()
      case 65: self.height = try reader.double()
      case 73: self.corner = try reader.double()
      case 82: self.words = try reader.string()
      case 89: self.size = try reader.double()
      case 98: self.anchor = try reader.string()
      case 104: self.bold = try reader.bool()
      case 114: self.fill = try reader.string()
      case 122: self.pattern = try reader.string()
      case 130: self.stroke = try reader.string()
      case 137: self.strokeWidth = try reader.double()
      case 146: self.dash = try reader.string()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.number(1, self.form)
    writer.doubles(2, self.points)
    writer.double(3, self.radius)
    writer.double(4, self.inner)
    writer.double(5, self.from)
    writer.double(6, self.to)
    writer.double(7, self.width)
    writer.double(8, self.height)
    writer.double(9, self.corner)
    writer.string(10, self.words)
    writer.double(11, self.size)
    writer.string(12, self.anchor)
    writer.bool(13, self.bold)
    writer.string(14, self.fill)
    writer.string(15, self.pattern)
    writer.string(16, self.stroke)
    writer.double(17, self.strokeWidth)
    writer.string(18, self.dash)
    writer.unknown(unknownFields)
  }

  public struct Form: OpenEnum, CustomStringConvertible {
    public var rawValue: Int32
    public init(rawValue: Int32) { self.rawValue = rawValue }

    public static var unspecified: Self { Self(rawValue: 0) }
    public static var circle: Self { Self(rawValue: 1) }
    public static var slice: Self { Self(rawValue: 2) }
    public static var line: Self { Self(rawValue: 3) }
    public static var bow: Self { Self(rawValue: 4) }
    public static var box: Self { Self(rawValue: 5) }
    public static var polygon: Self { Self(rawValue: 6) }
    public static var text: Self { Self(rawValue: 7) }

    public var description: String {
      switch rawValue {
      case 0: "UNSPECIFIED"
      case 1: "CIRCLE"
      case 2: "SLICE"
      case 3: "LINE"
      case 4: "BOW"
      case 5: "BOX"
      case 6: "POLYGON"
      case 7: "TEXT"
      default: "\(rawValue)"
      }
    }
  }
}

/// Where a finger may land, and who is meant. Where two overlap, the nearer centre is meant.
public struct PictureTarget: KithValue {
  public var person: String = ""
  public var personId: String = ""
  public var x: Double = 0
  public var y: Double = 0
  public var radius: Double = 0
  public var unknownFields = UnknownFields()

  public init() {}

  public init(person: String = "", personId: String = "", x: Double = 0, y: Double = 0, radius: Double = 0) {
    self.person = person
    self.personId = personId
    self.x = x
    self.y = y
    self.radius = radius
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.person = try reader.string()
      case 18: self.personId = try reader.string()
      case 25: self.x = try reader.double()
      case 33: self.y = try reader.double()
      case 41: self.radius = try reader.double()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.person)
    writer.string(2, self.personId)
    writer.double(3, self.x)
    writer.double(4, self.y)
    writer.double(5, self.radius)
    writer.unknown(unknownFields)
  }
}

/// What stands out on a light or a dark ground, for every role: 0xRRGGBB.
public struct PictureColor: KithValue {
  public var role: String = ""
  public var rgb: UInt32 = 0
  public var unknownFields = UnknownFields()

  public init() {}

  public init(role: String = "", rgb: UInt32 = 0) {
    self.role = role
    self.rgb = rgb
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.role = try reader.string()
      case 16: self.rgb = try reader.uint32()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.role)
    writer.uint32(2, self.rgb)
    writer.unknown(unknownFields)
  }
}

public struct Picture: KithValue {
  public var svg: String = ""
  public var text: String = ""
  /// the same content for a screen reader, in reading order
  public var lines: [String] = []
  public var width: Double = 0
  public var height: Double = 0
  /// in the order in which they are painted; these three where they were asked for
  public var shapes: [PictureShape] = []
  public var targets: [PictureTarget] = []
  public var colors: [PictureColor] = []
  public var unknownFields = UnknownFields()

  public init() {}

  public init(svg: String = "", text: String = "", lines: [String] = [], width: Double = 0, height: Double = 0, shapes: [PictureShape] = [], targets: [PictureTarget] = [], colors: [PictureColor] = []) {
    self.svg = svg
    self.text = text
    self.lines = lines
    self.width = width
    self.height = height
    self.shapes = shapes
    self.targets = targets
    self.colors = colors
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.svg = try reader.string()
      case 18: self.text = try reader.string()
      case 26: self.lines.append(try reader.string())
      case 33: self.width = try reader.double()
      case 41: self.height = try reader.double()
      case 50: self.shapes.append(try reader.message())
      case 58: self.targets.append(try reader.message())
      case 66: self.colors.append(try reader.message())
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.svg)
    writer.string(2, self.text)
    writer.strings(3, self.lines)
    writer.double(4, self.width)
    writer.double(5, self.height)
    writer.messages(6, self.shapes)
    writer.messages(7, self.targets)
    writer.messages(8, self.colors)
    writer.unknown(unknownFields)
  }
}

public struct StatisticRow: KithValue {
  public var what: String = ""
  public var number: Double = 0
  public var why: String = ""
  public var unknownFields = UnknownFields()

  public init() {}

  public init(what: String = "", number: Double = 0, why: String = "") {
    self.what = what
    self.number = number
    self.why = why
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 10: self.what = try reader.string()
      case 17: self.number = try reader.double()
      case 26: self.why = try reader.string()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.string(1, self.what)
    writer.double(2, self.number)
    writer.string(3, self.why)
    writer.unknown(unknownFields)
  }
}

public struct StatisticsPreview: KithValue {
  public var optedIn: Bool = false
  public var items: [StatisticRow] = []
  public var rules: String = ""
  public var unknownFields = UnknownFields()

  public init() {}

  public init(optedIn: Bool = false, items: [StatisticRow] = [], rules: String = "") {
    self.optedIn = optedIn
    self.items = items
    self.rules = rules
  }

  public mutating func read(_ reader: inout WireReader) throws {
    while let key = try reader.key() {
      switch key {
      case 8: self.optedIn = try reader.bool()
      case 18: self.items.append(try reader.message())
      case 26: self.rules = try reader.string()
      default: try reader.keep(key, &unknownFields)
      }
    }
  }

  public func write(_ writer: inout WireWriter) {
    writer.bool(1, self.optedIn)
    writer.messages(2, self.items)
    writer.string(3, self.rules)
    writer.unknown(unknownFields)
  }
}
