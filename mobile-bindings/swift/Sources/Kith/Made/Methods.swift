// Made by proto/generator/swift_values.py of proto/kith/api/v1; not to be changed by hand.
// Every method of the core.

import Foundation

extension Vault {
  private var vault: Vault { self }

  /// The method `vault.me`.
  @discardableResult
  public func me() async throws -> Changed {
    try await vault.call(1)
  }

  /// The method `vault.status`.
  public func status() async throws -> StatusResult {
    try await vault.call(2)
  }

  /// The method `vault.renew`.
  public func renew(_ request: RenewRequest) async throws -> RenewResult {
    try await vault.call(3, request)
  }

  /// The method `vault.renew`.
  public func renew(passphrase: Data = Data()) async throws -> RenewResult {
    try await vault.call(3, RenewRequest(passphrase: passphrase))
  }

  /// The method `vault.verify`.
  public func verify(_ request: VerifyRequest) async throws -> VerifyResult {
    try await vault.call(4, request)
  }

  /// The method `vault.verify`.
  public func verify(rebuildIndex: Bool = false) async throws -> VerifyResult {
    try await vault.call(4, VerifyRequest(rebuildIndex: rebuildIndex))
  }

  /// The method `vault.backup`.
  public func backup(_ request: BackupRequest) async throws -> BackupResult {
    try await vault.call(5, request)
  }

  /// The method `vault.backup`.
  /// - `path`: a new file
  /// - `passphrase`: of the backup itself; with or instead of it a code is made:
  public func backup(path: String = "", vaultPassphrase: Data = Data(), passphrase: Data = Data(), recoveryCode: Bool = false) async throws -> BackupResult {
    try await vault.call(5, BackupRequest(path: path, vaultPassphrase: vaultPassphrase, passphrase: passphrase, recoveryCode: recoveryCode))
  }

  /// The method `vault.compact`.
  public func compact() async throws {
    try await vault.call(7)
  }

  /// The method `vault.next`.
  public func next() async throws -> NextStep {
    try await vault.call(8)
  }

  /// The method `vault.export`.
  public func export() async throws -> Export {
    try await vault.call(11)
  }

  /// The method `vault.import`.
  public func `import`(_ request: Export) async throws -> ImportVaultReply {
    try await vault.call(12, request)
  }

  /// The method `vault.changes`.
  /// How far this vault has come, at once and each time something in it was written.
  public func changes() -> EventStream<ChangeMark> {
    EventStream(vault, 13)
  }
}

/// What opens the vault.
public struct KeysMethods: Sendable {
  let vault: Vault

  /// The method `keys.list`.
  public func list() async throws -> KeyList {
    try await vault.call(21)
  }

  /// The method `keys.add`.
  public func add(_ request: KeyAddRequest) async throws -> KeyAdded {
    try await vault.call(22, request)
  }

  /// The method `keys.add`.
  public func add(authority: KeyAuthority? = nil, kind: String = "") async throws -> KeyAdded {
    try await vault.call(22, KeyAddRequest(authority: authority, kind: kind))
  }

  /// The method `keys.remove`.
  public func remove(_ request: KeyRemoveRequest) async throws {
    try await vault.call(23, request)
  }

  /// The method `keys.remove`.
  public func remove(authority: KeyAuthority? = nil, number: UInt32 = 0) async throws {
    try await vault.call(23, KeyRemoveRequest(authority: authority, number: number))
  }

  /// The method `keys.change`.
  public func change(_ request: KeyChangeRequest) async throws {
    try await vault.call(24, request)
  }

  /// The method `keys.change`.
  /// The passphrase that opens it; with a recovery code for authority, the first passphrase.
  public func change(authority: KeyAuthority? = nil, newPassphrase: Data = Data()) async throws {
    try await vault.call(24, KeyChangeRequest(authority: authority, newPassphrase: newPassphrase))
  }
}

extension Vault {
  /// What opens the vault.
  public var keys: KeysMethods { KeysMethods(vault: self) }
}

/// The people of a network.
public struct PersonMethods: Sendable {
  let vault: Vault

  /// The method `person.add`.
  @discardableResult
  public func add(_ request: PersonAddRequest) async throws -> Changed {
    try await vault.call(41, request)
  }

  /// The method `person.add`.
  @discardableResult
  public func add(name: String = "") async throws -> Changed {
    try await vault.call(41, PersonAddRequest(name: name))
  }

  /// The method `person.import`.
  public func `import`(_ request: PersonImportRequest) async throws -> ImportReply {
    try await vault.call(42, request)
  }

  /// The method `person.import`.
  /// - `pick`: names on the cards; "*" takes them all
  public func `import`(content: Data = Data(), pick: [String] = []) async throws -> ImportReply {
    try await vault.call(42, PersonImportRequest(content: content, pick: pick))
  }

  /// The method `person.list`.
  public func list() async throws -> PersonList {
    try await vault.call(43)
  }

  /// The method `person.show`.
  public func show(_ request: PersonRequest) async throws -> Person {
    try await vault.call(44, request)
  }

  /// The method `person.show`.
  /// A name, a unique beginning of one, or an id.
  public func show(person: String = "") async throws -> Person {
    try await vault.call(44, PersonRequest(person: person))
  }

  /// The method `person.edit`.
  @discardableResult
  public func edit(_ request: PersonEditRequest) async throws -> Changed {
    try await vault.call(45, request)
  }

  /// The method `person.edit`.
  /// What is absent stays; an empty text or list clears.
  @discardableResult
  public func edit(person: String = "", name: String? = nil, setEmails: Bool = false, emails: [String] = [], setPhones: Bool = false, phones: [String] = [], organization: String? = nil, note: String? = nil, birthday: String? = nil, fields: [FactField] = []) async throws -> Changed {
    try await vault.call(45, PersonEditRequest(person: person, name: name, setEmails: setEmails, emails: emails, setPhones: setPhones, phones: phones, organization: organization, note: note, birthday: birthday, fields: fields))
  }

  /// The method `person.remove`.
  @discardableResult
  public func remove(_ request: PersonRequest) async throws -> Changed {
    try await vault.call(46, request)
  }

  /// The method `person.remove`.
  /// A name, a unique beginning of one, or an id.
  @discardableResult
  public func remove(person: String = "") async throws -> Changed {
    try await vault.call(46, PersonRequest(person: person))
  }

  /// The method `person.merge`.
  public func merge(_ request: MergeRequest) async throws -> Merged {
    try await vault.call(47, request)
  }

  /// The method `person.merge`.
  public func merge(keep: String = "", other: String = "") async throws -> Merged {
    try await vault.call(47, MergeRequest(keep: keep, other: other))
  }

  /// The method `person.merges`.
  public func merges() async throws -> MergedList {
    try await vault.call(48)
  }

  /// The method `person.unmerge`.
  @discardableResult
  public func unmerge(_ request: IdRequest) async throws -> Changed {
    try await vault.call(49, request)
  }

  /// The method `person.unmerge`.
  @discardableResult
  public func unmerge(id: String = "") async throws -> Changed {
    try await vault.call(49, IdRequest(id: id))
  }
}

extension Vault {
  /// The people of a network.
  public var person: PersonMethods { PersonMethods(vault: self) }
}

/// What somebody is to me.
public struct RelationshipMethods: Sendable {
  let vault: Vault

  /// The method `relationship.set`.
  @discardableResult
  public func `set`(_ request: RelationshipSetRequest) async throws -> Changed {
    try await vault.call(61, request)
  }

  /// The method `relationship.set`.
  @discardableResult
  public func `set`(person: String = "", kind: String = "", since: String? = nil, fields: [FactField] = []) async throws -> Changed {
    try await vault.call(61, RelationshipSetRequest(person: person, kind: kind, since: since, fields: fields))
  }

  /// The method `relationship.show`.
  public func show(_ request: PersonRequest) async throws -> Relationship {
    try await vault.call(62, request)
  }

  /// The method `relationship.show`.
  /// A name, a unique beginning of one, or an id.
  public func show(person: String = "") async throws -> Relationship {
    try await vault.call(62, PersonRequest(person: person))
  }
}

extension Vault {
  /// What somebody is to me.
  public var relationship: RelationshipMethods { RelationshipMethods(vault: self) }
}

/// Conversations.
public struct LogMethods: Sendable {
  let vault: Vault

  /// The method `log.add`.
  @discardableResult
  public func add(_ request: LogAddRequest) async throws -> Changed {
    try await vault.call(81, request)
  }

  /// The method `log.add`.
  /// - `functions`: "COAC:received:2"
  @discardableResult
  public func add(with: [String] = [], when: String = "", medium: String = "", functions: [String] = [], note: String = "", next: String = "", fields: [FactField] = []) async throws -> Changed {
    try await vault.call(81, LogAddRequest(with: with, when: when, medium: medium, functions: functions, note: note, next: next, fields: fields))
  }

  /// The method `log.list`.
  public func list(_ request: ListRequest) async throws -> LogList {
    try await vault.call(82, request)
  }

  /// The method `log.list`.
  /// `with` empty: everybody. `limit` 0: all; only lists of notes and conversations look at it.
  public func list(with: String = "", limit: UInt32 = 0) async throws -> LogList {
    try await vault.call(82, ListRequest(with: with, limit: limit))
  }

  /// The method `log.show`.
  public func show(_ request: IdRequest) async throws -> LogEntry {
    try await vault.call(83, request)
  }

  /// The method `log.show`.
  public func show(id: String = "") async throws -> LogEntry {
    try await vault.call(83, IdRequest(id: id))
  }

  /// The method `log.edit`.
  @discardableResult
  public func edit(_ request: LogEditRequest) async throws -> Changed {
    try await vault.call(84, request)
  }

  /// The method `log.edit`.
  /// - `with`: empty: stays
  @discardableResult
  public func edit(id: String = "", with: [String] = [], when: String? = nil, medium: String? = nil, setFunctions: Bool = false, functions: [String] = [], note: String? = nil, next: String? = nil, fields: [FactField] = []) async throws -> Changed {
    try await vault.call(84, LogEditRequest(id: id, with: with, when: when, medium: medium, setFunctions: setFunctions, functions: functions, note: note, next: next, fields: fields))
  }

  /// The method `log.remove`.
  @discardableResult
  public func remove(_ request: IdRequest) async throws -> Changed {
    try await vault.call(85, request)
  }

  /// The method `log.remove`.
  @discardableResult
  public func remove(id: String = "") async throws -> Changed {
    try await vault.call(85, IdRequest(id: id))
  }
}

extension Vault {
  /// Conversations.
  public var log: LogMethods { LogMethods(vault: self) }
}

/// Notes, private or about a pair.
public struct NoteMethods: Sendable {
  let vault: Vault

  /// The method `note.add`.
  @discardableResult
  public func add(_ request: NoteAddRequest) async throws -> Changed {
    try await vault.call(101, request)
  }

  /// The method `note.add`.
  @discardableResult
  public func add(text: String = "", about: String = "") async throws -> Changed {
    try await vault.call(101, NoteAddRequest(text: text, about: about))
  }

  /// The method `note.list`.
  public func list(_ request: ListRequest) async throws -> NoteList {
    try await vault.call(102, request)
  }

  /// The method `note.list`.
  /// `with` empty: everybody. `limit` 0: all; only lists of notes and conversations look at it.
  public func list(with: String = "", limit: UInt32 = 0) async throws -> NoteList {
    try await vault.call(102, ListRequest(with: with, limit: limit))
  }

  /// The method `note.show`.
  public func show(_ request: IdRequest) async throws -> Note {
    try await vault.call(103, request)
  }

  /// The method `note.show`.
  public func show(id: String = "") async throws -> Note {
    try await vault.call(103, IdRequest(id: id))
  }

  /// The method `note.edit`.
  @discardableResult
  public func edit(_ request: NoteEditRequest) async throws -> Changed {
    try await vault.call(104, request)
  }

  /// The method `note.edit`.
  @discardableResult
  public func edit(id: String = "", text: String? = nil, about: String? = nil) async throws -> Changed {
    try await vault.call(104, NoteEditRequest(id: id, text: text, about: about))
  }

  /// The method `note.remove`.
  @discardableResult
  public func remove(_ request: IdRequest) async throws -> Changed {
    try await vault.call(105, request)
  }

  /// The method `note.remove`.
  @discardableResult
  public func remove(id: String = "") async throws -> Changed {
    try await vault.call(105, IdRequest(id: id))
  }
}

extension Vault {
  /// Notes, private or about a pair.
  public var note: NoteMethods { NoteMethods(vault: self) }
}

/// Goals.
public struct GoalMethods: Sendable {
  let vault: Vault

  /// The method `goal.add`.
  @discardableResult
  public func add(_ request: GoalAddRequest) async throws -> Changed {
    try await vault.call(121, request)
  }

  /// The method `goal.add`.
  @discardableResult
  public func add(text: String = "", with: String = "", fields: [FactField] = [], anyway: Bool = false) async throws -> Changed {
    try await vault.call(121, GoalAddRequest(text: text, with: with, fields: fields, anyway: anyway))
  }

  /// The method `goal.list`.
  public func list(_ request: ListRequest) async throws -> GoalList {
    try await vault.call(122, request)
  }

  /// The method `goal.list`.
  /// `with` empty: everybody. `limit` 0: all; only lists of notes and conversations look at it.
  public func list(with: String = "", limit: UInt32 = 0) async throws -> GoalList {
    try await vault.call(122, ListRequest(with: with, limit: limit))
  }

  /// The method `goal.edit`.
  @discardableResult
  public func edit(_ request: GoalEditRequest) async throws -> Changed {
    try await vault.call(123, request)
  }

  /// The method `goal.edit`.
  /// - `text`: empty: stays
  @discardableResult
  public func edit(id: String = "", text: String = "", fields: [FactField] = [], anyway: Bool = false) async throws -> Changed {
    try await vault.call(123, GoalEditRequest(id: id, text: text, fields: fields, anyway: anyway))
  }

  /// The method `goal.done`.
  @discardableResult
  public func done(_ request: IdRequest) async throws -> Changed {
    try await vault.call(124, request)
  }

  /// The method `goal.done`.
  @discardableResult
  public func done(id: String = "") async throws -> Changed {
    try await vault.call(124, IdRequest(id: id))
  }

  /// The method `goal.remove`.
  @discardableResult
  public func remove(_ request: IdRequest) async throws -> Changed {
    try await vault.call(125, request)
  }

  /// The method `goal.remove`.
  @discardableResult
  public func remove(id: String = "") async throws -> Changed {
    try await vault.call(125, IdRequest(id: id))
  }
}

extension Vault {
  /// Goals.
  public var goal: GoalMethods { GoalMethods(vault: self) }
}

/// What to speak about the next time; shared by a pair.
public struct AgendaMethods: Sendable {
  let vault: Vault

  /// The method `agenda.add`.
  @discardableResult
  public func add(_ request: AgendaAddRequest) async throws -> Changed {
    try await vault.call(141, request)
  }

  /// The method `agenda.add`.
  @discardableResult
  public func add(text: String = "", with: String = "", anyway: Bool = false) async throws -> Changed {
    try await vault.call(141, AgendaAddRequest(text: text, with: with, anyway: anyway))
  }

  /// The method `agenda.list`.
  public func list(_ request: ListRequest) async throws -> AgendaList {
    try await vault.call(142, request)
  }

  /// The method `agenda.list`.
  /// `with` empty: everybody. `limit` 0: all; only lists of notes and conversations look at it.
  public func list(with: String = "", limit: UInt32 = 0) async throws -> AgendaList {
    try await vault.call(142, ListRequest(with: with, limit: limit))
  }

  /// The method `agenda.edit`.
  @discardableResult
  public func edit(_ request: TextEditRequest) async throws -> Changed {
    try await vault.call(143, request)
  }

  /// The method `agenda.edit`.
  /// `anyway`: although the text names somebody of my network, or a private tag, and leaves this device.
  @discardableResult
  public func edit(id: String = "", text: String = "", anyway: Bool = false) async throws -> Changed {
    try await vault.call(143, TextEditRequest(id: id, text: text, anyway: anyway))
  }

  /// The method `agenda.done`.
  @discardableResult
  public func done(_ request: IdRequest) async throws -> Changed {
    try await vault.call(144, request)
  }

  /// The method `agenda.done`.
  @discardableResult
  public func done(id: String = "") async throws -> Changed {
    try await vault.call(144, IdRequest(id: id))
  }

  /// The method `agenda.remove`.
  @discardableResult
  public func remove(_ request: IdRequest) async throws -> Changed {
    try await vault.call(145, request)
  }

  /// The method `agenda.remove`.
  @discardableResult
  public func remove(id: String = "") async throws -> Changed {
    try await vault.call(145, IdRequest(id: id))
  }
}

extension Vault {
  /// What to speak about the next time; shared by a pair.
  public var agenda: AgendaMethods { AgendaMethods(vault: self) }
}

/// Who of a pair does what until when.
public struct ActionMethods: Sendable {
  let vault: Vault

  /// The method `action.add`.
  @discardableResult
  public func add(_ request: ActionAddRequest) async throws -> Changed {
    try await vault.call(161, request)
  }

  /// The method `action.add`.
  @discardableResult
  public func add(text: String = "", with: String = "", owner: String = "", due: String = "", anyway: Bool = false) async throws -> Changed {
    try await vault.call(161, ActionAddRequest(text: text, with: with, owner: owner, due: due, anyway: anyway))
  }

  /// The method `action.list`.
  public func list(_ request: ListRequest) async throws -> ActionList {
    try await vault.call(162, request)
  }

  /// The method `action.list`.
  /// `with` empty: everybody. `limit` 0: all; only lists of notes and conversations look at it.
  public func list(with: String = "", limit: UInt32 = 0) async throws -> ActionList {
    try await vault.call(162, ListRequest(with: with, limit: limit))
  }

  /// The method `action.edit`.
  @discardableResult
  public func edit(_ request: ActionEditRequest) async throws -> Changed {
    try await vault.call(163, request)
  }

  /// The method `action.edit`.
  @discardableResult
  public func edit(id: String = "", text: String? = nil, owner: String? = nil, due: String? = nil, anyway: Bool = false) async throws -> Changed {
    try await vault.call(163, ActionEditRequest(id: id, text: text, owner: owner, due: due, anyway: anyway))
  }

  /// The method `action.done`.
  @discardableResult
  public func done(_ request: IdRequest) async throws -> Changed {
    try await vault.call(164, request)
  }

  /// The method `action.done`.
  @discardableResult
  public func done(id: String = "") async throws -> Changed {
    try await vault.call(164, IdRequest(id: id))
  }

  /// The method `action.remove`.
  @discardableResult
  public func remove(_ request: IdRequest) async throws -> Changed {
    try await vault.call(165, request)
  }

  /// The method `action.remove`.
  @discardableResult
  public func remove(id: String = "") async throws -> Changed {
    try await vault.call(165, IdRequest(id: id))
  }
}

extension Vault {
  /// Who of a pair does what until when.
  public var action: ActionMethods { ActionMethods(vault: self) }
}

/// From an invitation to two people who share a space, and its end.
public struct PairMethods: Sendable {
  let vault: Vault

  /// The method `pair.invite`.
  public func invite(_ request: PairInviteRequest) async throws -> PairInvitation {
    try await vault.call(181, request)
  }

  /// The method `pair.invite`.
  public func invite(person: String = "") async throws -> PairInvitation {
    try await vault.call(181, PairInviteRequest(person: person))
  }

  /// The method `pair.accept`.
  public func accept(_ request: PairAcceptRequest) async throws -> Pair {
    try await vault.call(182, request)
  }

  /// The method `pair.accept`.
  public func accept(code: String = "", person: String = "") async throws -> Pair {
    try await vault.call(182, PairAcceptRequest(code: code, person: person))
  }

  /// The method `pair.confirm`.
  public func confirm(_ request: PairConfirmRequest) async throws -> Pair {
    try await vault.call(183, request)
  }

  /// The method `pair.confirm`.
  public func confirm(id: String = "", code: String = "", passphrase: Data = Data()) async throws -> Pair {
    try await vault.call(183, PairConfirmRequest(id: id, code: code, passphrase: passphrase))
  }

  /// The method `pair.cancel`.
  @discardableResult
  public func cancel(_ request: IdRequest) async throws -> Changed {
    try await vault.call(184, request)
  }

  /// The method `pair.cancel`.
  @discardableResult
  public func cancel(id: String = "") async throws -> Changed {
    try await vault.call(184, IdRequest(id: id))
  }

  /// The method `pair.list`.
  public func list() async throws -> PairList {
    try await vault.call(185)
  }

  /// The method `pair.end`.
  public func end(_ request: PairEndRequest) async throws -> PairEnded {
    try await vault.call(186, request)
  }

  /// The method `pair.end`.
  public func end(person: String = "", passphrase: Data = Data()) async throws -> PairEnded {
    try await vault.call(186, PairEndRequest(person: person, passphrase: passphrase))
  }

  /// The method `pair.refresh`.
  /// As list, once the relay was asked whether somebody has accepted.
  public func refresh() async throws -> PairList {
    try await vault.call(187)
  }
}

extension Vault {
  /// From an invitation to two people who share a space, and its end.
  public var pair: PairMethods { PairMethods(vault: self) }
}

/// Passages that the partner may read.
public struct ShareMethods: Sendable {
  let vault: Vault

  /// The method `share.add`.
  @discardableResult
  public func add(_ request: ShareRequest) async throws -> Changed {
    try await vault.call(201, request)
  }

  /// The method `share.add`.
  @discardableResult
  public func add(id: String = "", with: String = "", passage: String = "", anyway: Bool = false) async throws -> Changed {
    try await vault.call(201, ShareRequest(id: id, with: with, passage: passage, anyway: anyway))
  }

  /// The method `share.withdraw`.
  @discardableResult
  public func withdraw(_ request: IdRequest) async throws -> Changed {
    try await vault.call(202, request)
  }

  /// The method `share.withdraw`.
  @discardableResult
  public func withdraw(id: String = "") async throws -> Changed {
    try await vault.call(202, IdRequest(id: id))
  }

  /// The method `share.list`.
  public func list(_ request: ListRequest) async throws -> SharedList {
    try await vault.call(203, request)
  }

  /// The method `share.list`.
  /// `with` empty: everybody. `limit` 0: all; only lists of notes and conversations look at it.
  public func list(with: String = "", limit: UInt32 = 0) async throws -> SharedList {
    try await vault.call(203, ListRequest(with: with, limit: limit))
  }

  /// The method `share.check`.
  public func check(_ request: ShareCheckRequest) async throws -> ShareCheckReply {
    try await vault.call(204, request)
  }

  /// The method `share.check`.
  public func check(text: String = "", with: String = "") async throws -> ShareCheckReply {
    try await vault.call(204, ShareCheckRequest(text: text, with: with))
  }
}

extension Vault {
  /// Passages that the partner may read.
  public var share: ShareMethods { ShareMethods(vault: self) }
}

/// Values that were written at the same time.
public struct ConflictMethods: Sendable {
  let vault: Vault

  /// The method `conflict.list`.
  public func list() async throws -> ConflictList {
    try await vault.call(221)
  }

  /// The method `conflict.keep`.
  @discardableResult
  public func keep(_ request: IdRequest) async throws -> Changed {
    try await vault.call(222, request)
  }

  /// The method `conflict.keep`.
  @discardableResult
  public func keep(id: String = "") async throws -> Changed {
    try await vault.call(222, IdRequest(id: id))
  }

  /// The method `conflict.dismiss`.
  @discardableResult
  public func dismiss(_ request: IdRequest) async throws -> Changed {
    try await vault.call(223, request)
  }

  /// The method `conflict.dismiss`.
  @discardableResult
  public func dismiss(id: String = "") async throws -> Changed {
    try await vault.call(223, IdRequest(id: id))
  }
}

extension Vault {
  /// Values that were written at the same time.
  public var conflict: ConflictMethods { ConflictMethods(vault: self) }
}

/// Everything that goes to a relay and comes from there.
public struct SyncMethods: Sendable {
  let vault: Vault

  /// The method `sync.once`.
  public func once(_ request: SyncRequest) async throws -> SyncResult {
    try await vault.call(241, request)
  }

  /// The method `sync.once`.
  /// 0: until all is done. After that many milliseconds it stops between two calls, or in the middle of one.
  public func once(deadlineMs: Double = 0) async throws -> SyncResult {
    try await vault.call(241, SyncRequest(deadlineMs: deadlineMs))
  }

  /// The method `sync.watch`.
  public func watch() -> EventStream<SyncResult> {
    EventStream(vault, 242)
  }
}

extension Vault {
  /// Everything that goes to a relay and comes from there.
  public var sync: SyncMethods { SyncMethods(vault: self) }
}

/// What does not hold together, and what can be done.
public struct AlarmMethods: Sendable {
  let vault: Vault

  /// The method `alarm.list`.
  public func list() async throws -> AlarmList {
    try await vault.call(261)
  }

  /// The method `alarm.show`.
  public func show(_ request: IdRequest) async throws -> Alarm {
    try await vault.call(262, request)
  }

  /// The method `alarm.show`.
  public func show(id: String = "") async throws -> Alarm {
    try await vault.call(262, IdRequest(id: id))
  }

  /// The method `alarm.dismiss`.
  public func dismiss(_ request: IdRequest) async throws -> AlarmChanged {
    try await vault.call(263, request)
  }

  /// The method `alarm.dismiss`.
  public func dismiss(id: String = "") async throws -> AlarmChanged {
    try await vault.call(263, IdRequest(id: id))
  }

  /// The method `alarm.heal`.
  public func heal(_ request: HealRequest) async throws -> AlarmChanged {
    try await vault.call(264, request)
  }

  /// The method `alarm.heal`.
  public func heal(id: String = "", passphrase: Data = Data()) async throws -> AlarmChanged {
    try await vault.call(264, HealRequest(id: id, passphrase: passphrase))
  }
}

extension Vault {
  /// What does not hold together, and what can be done.
  public var alarm: AlarmMethods { AlarmMethods(vault: self) }
}

/// Every text of the vault.
public struct SearchMethods: Sendable {
  let vault: Vault

  /// The method `search.find`.
  public func find(_ request: SearchRequest) async throws -> SearchResult {
    try await vault.call(281, request)
  }

  /// The method `search.find`.
  /// Of `kind`: person, relationship, conversation, note, goal, action, agenda, shared.
  /// - `words`: each must occur, as a word or the beginning of one; #word is a tag
  /// - `person`: only what is about, or held with, this person
  /// - `tags`: with or without #
  /// - `kinds`: none: all
  /// - `since`: a date, as far as it is known
  /// - `limit`: 0: 20; at most 1,000
  /// - `from`: so many are passed over
  public func find(words: String = "", person: String = "", tags: [String] = [], kinds: [String] = [], since: String = "", until: String = "", limit: UInt32 = 0, from: UInt32 = 0) async throws -> SearchResult {
    try await vault.call(281, SearchRequest(words: words, person: person, tags: tags, kinds: kinds, since: since, until: until, limit: limit, from: from))
  }
}

extension Vault {
  /// Every text of the vault.
  public var search: SearchMethods { SearchMethods(vault: self) }
}

/// What happened, by its day.
public struct TimelineMethods: Sendable {
  let vault: Vault

  /// The method `timeline.list`.
  public func list(_ request: TimelineRequest) async throws -> SearchResult {
    try await vault.call(301, request)
  }

  /// The method `timeline.list`.
  /// The same without words: everything, newest first.
  public func list(person: String = "", tags: [String] = [], kinds: [String] = [], since: String = "", until: String = "", limit: UInt32 = 0, from: UInt32 = 0) async throws -> SearchResult {
    try await vault.call(301, TimelineRequest(person: person, tags: tags, kinds: kinds, since: since, until: until, limit: limit, from: from))
  }
}

extension Vault {
  /// What happened, by its day.
  public var timeline: TimelineMethods { TimelineMethods(vault: self) }
}

/// The relay of this vault, and another one.
public struct RelayMethods: Sendable {
  let vault: Vault

  /// The method `relay.view`.
  public func view(_ request: RelayViewRequest) async throws -> RelayView {
    try await vault.call(321, request)
  }

  /// The method `relay.view`.
  public func view(with: String = "") async throws -> RelayView {
    try await vault.call(321, RelayViewRequest(with: with))
  }

  /// The method `relay.show`.
  public func show() async throws -> RelayInfo {
    try await vault.call(322)
  }

  /// The method `relay.move`.
  public func move(_ request: RelayMoveRequest) async throws -> SyncResult {
    try await vault.call(323, request)
  }

  /// The method `relay.move`.
  /// - `address`: HOST:PORT
  /// - `certificate`: PEM; empty: the system's
  /// - `oldIsGone`: nobody can be told through it any more
  /// - `admission`: the token that whoever hosts the relay gave, where it wants one; remembered once it was used
  public func move(address: String = "", certificate: String = "", oldIsGone: Bool = false, admission: String = "") async throws -> SyncResult {
    try await vault.call(323, RelayMoveRequest(address: address, certificate: certificate, oldIsGone: oldIsGone, admission: admission))
  }

  /// The method `relay.follow`.
  public func follow(_ request: RelayFollowRequest) async throws -> SyncResult {
    try await vault.call(324, request)
  }

  /// The method `relay.follow`.
  public func follow(person: String = "", oldIsGone: Bool = false) async throws -> SyncResult {
    try await vault.call(324, RelayFollowRequest(person: person, oldIsGone: oldIsGone))
  }
}

extension Vault {
  /// The relay of this vault, and another one.
  public var relay: RelayMethods { RelayMethods(vault: self) }
}

/// What is noted of relationships by kinds: structure, turning points, marks, needs and others.
public struct FactMethods: Sendable {
  let vault: Vault

  /// The method `fact.add`.
  @discardableResult
  public func add(_ request: FactAddRequest) async throws -> Changed {
    try await vault.call(341, request)
  }

  /// The method `fact.add`.
  @discardableResult
  public func add(kind: String = "", fields: [FactField] = []) async throws -> Changed {
    try await vault.call(341, FactAddRequest(kind: kind, fields: fields))
  }

  /// The method `fact.edit`.
  @discardableResult
  public func edit(_ request: FactEditRequest) async throws -> Changed {
    try await vault.call(342, request)
  }

  /// The method `fact.edit`.
  @discardableResult
  public func edit(kind: String = "", id: String = "", fields: [FactField] = []) async throws -> Changed {
    try await vault.call(342, FactEditRequest(kind: kind, id: id, fields: fields))
  }

  /// The method `fact.list`.
  public func list(_ request: FactListRequest) async throws -> FactList {
    try await vault.call(343, request)
  }

  /// The method `fact.list`.
  public func list(kind: String = "", person: String = "") async throws -> FactList {
    try await vault.call(343, FactListRequest(kind: kind, person: person))
  }

  /// The method `fact.show`.
  public func show(_ request: FactIdRequest) async throws -> Fact {
    try await vault.call(344, request)
  }

  /// The method `fact.show`.
  public func show(kind: String = "", id: String = "") async throws -> Fact {
    try await vault.call(344, FactIdRequest(kind: kind, id: id))
  }

  /// The method `fact.remove`.
  @discardableResult
  public func remove(_ request: FactIdRequest) async throws -> Changed {
    try await vault.call(345, request)
  }

  /// The method `fact.remove`.
  @discardableResult
  public func remove(kind: String = "", id: String = "") async throws -> Changed {
    try await vault.call(345, FactIdRequest(kind: kind, id: id))
  }
}

extension Vault {
  /// What is noted of relationships by kinds: structure, turning points, marks, needs and others.
  public var fact: FactMethods { FactMethods(vault: self) }
}

/// Myself.
public struct ProfileMethods: Sendable {
  let vault: Vault

  /// The method `profile.show`.
  public func show() async throws -> Profile {
    try await vault.call(361)
  }

  /// The method `profile.edit`.
  @discardableResult
  public func edit(_ request: ProfileEditRequest) async throws -> Changed {
    try await vault.call(362, request)
  }

  /// The method `profile.edit`.
  @discardableResult
  public func edit(fields: [FactField] = []) async throws -> Changed {
    try await vault.call(362, ProfileEditRequest(fields: fields))
  }
}

extension Vault {
  /// Myself.
  public var profile: ProfileMethods { ProfileMethods(vault: self) }
}

/// The developmental network as a whole.
public struct NetworkMethods: Sendable {
  let vault: Vault

  /// The method `network.show`.
  public func show(_ request: NetworkRequest) async throws -> NetworkReply {
    try await vault.call(381, request)
  }

  /// The method `network.show`.
  public func show(cuts: Cuts? = nil) async throws -> NetworkReply {
    try await vault.call(381, NetworkRequest(cuts: cuts))
  }

  /// The method `network.functions`.
  public func functions() async throws -> FunctionsReply {
    try await vault.call(382)
  }
}

extension Vault {
  /// The developmental network as a whole.
  public var network: NetworkMethods { NetworkMethods(vault: self) }
}

/// How far a mentor relationship may be.
public struct PhaseMethods: Sendable {
  let vault: Vault

  /// The method `phase.assess`.
  public func assess(_ request: PersonRequest) async throws -> PhaseReply {
    try await vault.call(401, request)
  }

  /// The method `phase.assess`.
  /// A name, a unique beginning of one, or an id.
  public func assess(person: String = "") async throws -> PhaseReply {
    try await vault.call(401, PersonRequest(person: person))
  }
}

extension Vault {
  /// How far a mentor relationship may be.
  public var phase: PhaseMethods { PhaseMethods(vault: self) }
}

/// What peers speak about in a stage of the career.
public struct ThemesMethods: Sendable {
  let vault: Vault

  /// The method `themes.show`.
  public func show(_ request: PersonRequest) async throws -> ThemesReply {
    try await vault.call(421, request)
  }

  /// The method `themes.show`.
  /// A name, a unique beginning of one, or an id.
  public func show(person: String = "") async throws -> ThemesReply {
    try await vault.call(421, PersonRequest(person: person))
  }
}

extension Vault {
  /// What peers speak about in a stage of the career.
  public var themes: ThemesMethods { ThemesMethods(vault: self) }
}

/// What is due.
public struct TodayMethods: Sendable {
  let vault: Vault

  /// The method `today.show`.
  public func show() async throws -> TodayReply {
    try await vault.call(441)
  }
}

extension Vault {
  /// What is due.
  public var today: TodayMethods { TodayMethods(vault: self) }
}

/// What an organization would be told, shown before anything leaves.
public struct StatisticsMethods: Sendable {
  let vault: Vault

  /// The method `statistics.preview`.
  public func preview() async throws -> StatisticsPreview {
    try await vault.call(461)
  }
}

extension Vault {
  /// What an organization would be told, shown before anything leaves.
  public var statistics: StatisticsMethods { StatisticsMethods(vault: self) }
}

/// The five steps, a question at a time.
public struct ReviewMethods: Sendable {
  let vault: Vault

  /// The method `review.list`.
  public func list() async throws -> ReviewList {
    try await vault.call(481)
  }

  /// The method `review.show`.
  public func show(_ request: ReviewRequest) async throws -> ReviewReply {
    try await vault.call(482, request)
  }

  /// The method `review.show`.
  /// - `make`: What the answer is made into at once: goal, need, candidate or note; empty: nothing.
  /// - `fields`: of what is made
  public func show(step: String = "", answer: String = "", question: UInt32 = 0, make: String = "", fields: [FactField] = []) async throws -> ReviewReply {
    try await vault.call(482, ReviewRequest(step: step, answer: answer, question: question, make: make, fields: fields))
  }

  /// The method `review.answer`.
  public func answer(_ request: ReviewRequest) async throws -> ReviewReply {
    try await vault.call(483, request)
  }

  /// The method `review.answer`.
  /// - `make`: What the answer is made into at once: goal, need, candidate or note; empty: nothing.
  /// - `fields`: of what is made
  public func answer(step: String = "", answer: String = "", question: UInt32 = 0, make: String = "", fields: [FactField] = []) async throws -> ReviewReply {
    try await vault.call(483, ReviewRequest(step: step, answer: answer, question: question, make: make, fields: fields))
  }

  /// The method `review.finish`.
  @discardableResult
  public func finish(_ request: ReviewRequest) async throws -> Changed {
    try await vault.call(484, request)
  }

  /// The method `review.finish`.
  /// - `make`: What the answer is made into at once: goal, need, candidate or note; empty: nothing.
  /// - `fields`: of what is made
  @discardableResult
  public func finish(step: String = "", answer: String = "", question: UInt32 = 0, make: String = "", fields: [FactField] = []) async throws -> Changed {
    try await vault.call(484, ReviewRequest(step: step, answer: answer, question: question, make: make, fields: fields))
  }
}

extension Vault {
  /// The five steps, a question at a time.
  public var review: ReviewMethods { ReviewMethods(vault: self) }
}

/// A relationship as I tell it.
public struct StoryMethods: Sendable {
  let vault: Vault

  /// The method `story.show`.
  public func show(_ request: StoryRequest) async throws -> StoryReply {
    try await vault.call(501, request)
  }

  /// The method `story.show`.
  public func show(person: String = "", part: UInt32 = 0, answer: String = "", feelingsThen: [String] = [], feelingsNow: [String] = [], setFeelings: Bool = false) async throws -> StoryReply {
    try await vault.call(501, StoryRequest(person: person, part: part, answer: answer, feelingsThen: feelingsThen, feelingsNow: feelingsNow, setFeelings: setFeelings))
  }

  /// The method `story.answer`.
  public func answer(_ request: StoryRequest) async throws -> StoryReply {
    try await vault.call(502, request)
  }

  /// The method `story.answer`.
  public func answer(person: String = "", part: UInt32 = 0, answer: String = "", feelingsThen: [String] = [], feelingsNow: [String] = [], setFeelings: Bool = false) async throws -> StoryReply {
    try await vault.call(502, StoryRequest(person: person, part: part, answer: answer, feelingsThen: feelingsThen, feelingsNow: feelingsNow, setFeelings: setFeelings))
  }

  /// The method `story.finish`.
  @discardableResult
  public func finish(_ request: StoryRequest) async throws -> Changed {
    try await vault.call(503, request)
  }

  /// The method `story.finish`.
  @discardableResult
  public func finish(person: String = "", part: UInt32 = 0, answer: String = "", feelingsThen: [String] = [], feelingsNow: [String] = [], setFeelings: Bool = false) async throws -> Changed {
    try await vault.call(503, StoryRequest(person: person, part: part, answer: answer, feelingsThen: feelingsThen, feelingsNow: feelingsNow, setFeelings: setFeelings))
  }

  /// The method `story.list`.
  public func list() async throws -> StoryList {
    try await vault.call(504)
  }

  /// The method `story.remove`.
  @discardableResult
  public func remove(_ request: IdRequest) async throws -> Changed {
    try await vault.call(505, request)
  }

  /// The method `story.remove`.
  @discardableResult
  public func remove(id: String = "") async throws -> Changed {
    try await vault.call(505, IdRequest(id: id))
  }
}

extension Vault {
  /// A relationship as I tell it.
  public var story: StoryMethods { StoryMethods(vault: self) }
}

/// Snapshots of the network and what is decided.
public struct ReassessMethods: Sendable {
  let vault: Vault

  /// The method `reassess.save`.
  public func save(_ request: SnapshotRequest) async throws -> SnapshotSaved {
    try await vault.call(521, request)
  }

  /// The method `reassess.save`.
  public func save(when: String = "", decisions: [PersonDecision] = []) async throws -> SnapshotSaved {
    try await vault.call(521, SnapshotRequest(when: when, decisions: decisions))
  }

  /// The method `reassess.list`.
  public func list() async throws -> SnapshotList {
    try await vault.call(522)
  }

  /// The method `reassess.compare`.
  public func compare(_ request: SnapshotCompareRequest) async throws -> SnapshotComparison {
    try await vault.call(523, request)
  }

  /// The method `reassess.compare`.
  public func compare(before: String = "", after: String = "") async throws -> SnapshotComparison {
    try await vault.call(523, SnapshotCompareRequest(before: before, after: after))
  }

  /// The method `reassess.remove`.
  @discardableResult
  public func remove(_ request: IdRequest) async throws -> Changed {
    try await vault.call(524, request)
  }

  /// The method `reassess.remove`.
  @discardableResult
  public func remove(id: String = "") async throws -> Changed {
    try await vault.call(524, IdRequest(id: id))
  }
}

extension Vault {
  /// Snapshots of the network and what is decided.
  public var reassess: ReassessMethods { ReassessMethods(vault: self) }
}

/// What a pair has agreed upon.
public struct AgreementMethods: Sendable {
  let vault: Vault

  /// The method `agreement.set`.
  @discardableResult
  public func `set`(_ request: AgreementRequest) async throws -> Changed {
    try await vault.call(541, request)
  }

  /// The method `agreement.set`.
  @discardableResult
  public func `set`(with: String = "", fields: [FactField] = [], anyway: Bool = false) async throws -> Changed {
    try await vault.call(541, AgreementRequest(with: with, fields: fields, anyway: anyway))
  }

  /// The method `agreement.show`.
  public func show(_ request: ListRequest) async throws -> Agreement {
    try await vault.call(542, request)
  }

  /// The method `agreement.show`.
  /// `with` empty: everybody. `limit` 0: all; only lists of notes and conversations look at it.
  public func show(with: String = "", limit: UInt32 = 0) async throws -> Agreement {
    try await vault.call(542, ListRequest(with: with, limit: limit))
  }
}

extension Vault {
  /// What a pair has agreed upon.
  public var agreement: AgreementMethods { AgreementMethods(vault: self) }
}

/// Answers that both sides seal before they see them.
public struct CompareMethods: Sendable {
  let vault: Vault

  /// The method `compare.seal`.
  @discardableResult
  public func seal(_ request: CompareSealRequest) async throws -> Changed {
    try await vault.call(561, request)
  }

  /// The method `compare.seal`.
  /// One answer: a phase, marks of functions, how useful it is, or one passage of the story.
  /// - `phase`: initiation, cultivation, separation, redefinition
  /// - `functions`: "COAC:received:2"; one "none" where nothing is felt
  /// - `useful`: 0 not at all to 3 very
  /// - `announce`: the other one may be told that I am ready
  /// - `passage`: one passage of the story as I tell it
  /// - `anyway`: the passage may leave although it names somebody else
  @discardableResult
  public func seal(with: String = "", phase: String = "", functions: [String] = [], useful: UInt32? = nil, announce: Bool = false, passage: String = "", anyway: Bool = false) async throws -> Changed {
    try await vault.call(561, CompareSealRequest(with: with, phase: phase, functions: functions, useful: useful, announce: announce, passage: passage, anyway: anyway))
  }

  /// The method `compare.list`.
  public func list(_ request: ListRequest) async throws -> ComparedList {
    try await vault.call(562, request)
  }

  /// The method `compare.list`.
  /// `with` empty: everybody. `limit` 0: all; only lists of notes and conversations look at it.
  public func list(with: String = "", limit: UInt32 = 0) async throws -> ComparedList {
    try await vault.call(562, ListRequest(with: with, limit: limit))
  }
}

extension Vault {
  /// Answers that both sides seal before they see them.
  public var compare: CompareMethods { CompareMethods(vault: self) }
}

/// Demonstration data.
public struct SampleMethods: Sendable {
  let vault: Vault

  /// The method `sample.load`.
  public func load(_ request: SampleRequest) async throws -> SampleReply {
    try await vault.call(581, request)
  }

  /// The method `sample.load`.
  public func load(`set`: String = "") async throws -> SampleReply {
    try await vault.call(581, SampleRequest(set: `set`))
  }

  /// The method `sample.show`.
  public func show(_ request: SampleRequest) async throws -> SampleReply {
    try await vault.call(582, request)
  }

  /// The method `sample.show`.
  public func show(`set`: String = "") async throws -> SampleReply {
    try await vault.call(582, SampleRequest(set: `set`))
  }

  /// The method `sample.check`.
  public func check(_ request: SampleRequest) async throws -> SampleCheckReply {
    try await vault.call(583, request)
  }

  /// The method `sample.check`.
  public func check(`set`: String = "") async throws -> SampleCheckReply {
    try await vault.call(583, SampleRequest(set: `set`))
  }

  /// The method `sample.remove`.
  public func remove(_ request: SampleRequest) async throws {
    try await vault.call(584, request)
  }

  /// The method `sample.remove`.
  public func remove(`set`: String = "") async throws {
    try await vault.call(584, SampleRequest(set: `set`))
  }
}

extension Vault {
  /// Demonstration data.
  public var sample: SampleMethods { SampleMethods(vault: self) }
}

/// What was removed in the last thirty days.
public struct BinMethods: Sendable {
  let vault: Vault

  /// The method `bin.list`.
  public func list() async throws -> RemovedList {
    try await vault.call(601)
  }

  /// The method `bin.restore`.
  @discardableResult
  public func restore(_ request: IdRequest) async throws -> Changed {
    try await vault.call(602, request)
  }

  /// The method `bin.restore`.
  @discardableResult
  public func restore(id: String = "") async throws -> Changed {
    try await vault.call(602, IdRequest(id: id))
  }

  /// The method `bin.empty`.
  public func empty() async throws {
    try await vault.call(603)
  }
}

extension Vault {
  /// What was removed in the last thirty days.
  public var bin: BinMethods { BinMethods(vault: self) }
}

/// Files of other programs.
public struct ImportMethods: Sendable {
  let vault: Vault

  /// The method `import.table`.
  public func table(_ request: ImportRequest) async throws -> ImportReply {
    try await vault.call(621, request)
  }

  /// The method `import.table`.
  /// - `mapping`: of a table: "name=Full Name"
  /// - `pick`: names; "*" takes them all
  /// - `dates`: of a table: day-first, month-first; empty: as its other dates tell
  public func table(content: Data = Data(), mapping: [String] = [], pick: [String] = [], dates: String = "") async throws -> ImportReply {
    try await vault.call(621, ImportRequest(content: content, mapping: mapping, pick: pick, dates: dates))
  }

  /// The method `import.monica`.
  public func monica(_ request: ImportRequest) async throws -> ImportReply {
    try await vault.call(622, request)
  }

  /// The method `import.monica`.
  /// - `mapping`: of a table: "name=Full Name"
  /// - `pick`: names; "*" takes them all
  /// - `dates`: of a table: day-first, month-first; empty: as its other dates tell
  public func monica(content: Data = Data(), mapping: [String] = [], pick: [String] = [], dates: String = "") async throws -> ImportReply {
    try await vault.call(622, ImportRequest(content: content, mapping: mapping, pick: pick, dates: dates))
  }
}

extension Vault {
  /// Files of other programs.
  public var `import`: ImportMethods { ImportMethods(vault: self) }
}

/// Files for other programs.
public struct ExportMethods: Sendable {
  let vault: Vault

  /// The method `export.markdown`.
  public func markdown() async throws -> TextOut {
    try await vault.call(641)
  }

  /// The method `export.cards`.
  public func cards(_ request: CardsRequest) async throws -> TextOut {
    try await vault.call(642, request)
  }

  /// The method `export.cards`.
  public func cards(version: String = "", pick: [String] = [], withNotes: Bool = false) async throws -> TextOut {
    try await vault.call(642, CardsRequest(version: version, pick: pick, withNotes: withNotes))
  }

  /// The method `export.calendar`.
  public func calendar(_ request: CalendarRequest) async throws -> TextOut {
    try await vault.call(643, request)
  }

  /// The method `export.calendar`.
  public func calendar(withNames: Bool = false) async throws -> TextOut {
    try await vault.call(643, CalendarRequest(withNames: withNames))
  }
}

extension Vault {
  /// Files for other programs.
  public var export: ExportMethods { ExportMethods(vault: self) }
}

/// People who may be one.
public struct DuplicatesMethods: Sendable {
  let vault: Vault

  /// The method `duplicates.list`.
  public func list() async throws -> DuplicateList {
    try await vault.call(661)
  }
}

extension Vault {
  /// People who may be one.
  public var duplicates: DuplicatesMethods { DuplicatesMethods(vault: self) }
}

/// Pictures as display lists and files.
public struct PictureMethods: Sendable {
  let vault: Vault

  /// The method `picture.draw`.
  public func draw(_ request: PictureRequest) async throws -> Picture {
    try await vault.call(681, request)
  }

  /// The method `picture.draw`.
  /// - `picture`: map, timeline, functions, reciprocity, cadence, type, then-and-now, themes, compare
  /// - `width`: in points; 0: 360
  /// - `shapes`: the display list, for a face that paints itself, in place of svg and text
  public func draw(picture: String = "", person: String = "", snapshot: String = "", width: Double = 0, dark: Bool = false, rightToLeft: Bool = false, initials: Bool = false, acquaintances: Bool = false, shapes: Bool = false) async throws -> Picture {
    try await vault.call(681, PictureRequest(picture: picture, person: person, snapshot: snapshot, width: width, dark: dark, rightToLeft: rightToLeft, initials: initials, acquaintances: acquaintances, shapes: shapes))
  }
}

extension Vault {
  /// Pictures as display lists and files.
  public var picture: PictureMethods { PictureMethods(vault: self) }
}

/// What may go on while the vault is locked: sealed entries come in and go out, and nobody can read them meanwhile.
public struct LockedMethods: Sendable {
  let vault: Vault

  /// The method `locked.allow`.
  /// From now on, under a new key; one that was given before opens nothing any more.
  public func allow() async throws -> LockedKey {
    try await vault.call(701)
  }

  /// The method `locked.forbid`.
  public func forbid() async throws {
    try await vault.call(702)
  }

  /// The method `locked.show`.
  public func show() async throws -> LockedState {
    try await vault.call(703)
  }

  /// The method `locked.sync`.
  /// For a vault that is locked or suspended. What it fetches is taken in when the vault opens.
  public func sync(_ request: LockedSyncRequest) async throws -> LockedSyncResult {
    try await vault.call(704, request)
  }

  /// The method `locked.sync`.
  /// For a vault that is locked or suspended. What it fetches is taken in when the vault opens.
  /// - `deadlineMs`: as of SyncRequest
  public func sync(key: Data = Data(), deadlineMs: Double = 0) async throws -> LockedSyncResult {
    try await vault.call(704, LockedSyncRequest(key: key, deadlineMs: deadlineMs))
  }

  /// The method `locked.prepare`.
  /// What waits now is sealed, and goes out too. It is done after each sync.once, and before a vault is locked or
  /// suspended.
  public func prepare() async throws -> LockedState {
    try await vault.call(705)
  }
}

extension Vault {
  /// What may go on while the vault is locked: sealed entries come in and go out, and nobody can read them meanwhile.
  public var locked: LockedMethods { LockedMethods(vault: self) }
}

/// What a person hands to Kith from other apps waits in a tray, sealed, until the vault is open: a folder that an app and
/// its extensions share.
public struct TrayMethods: Sendable {
  let vault: Vault

  /// The method `tray.lay`.
  /// Makes the folder, unless it is there, and lays the key that items are sealed to. An app does so each time it begins.
  public func lay(_ request: TrayRequest) async throws {
    try await vault.call(721, request)
  }

  /// The method `tray.lay`.
  /// Makes the folder, unless it is there, and lays the key that items are sealed to. An app does so each time it begins.
  public func lay(folder: String = "") async throws {
    try await vault.call(721, TrayRequest(folder: folder))
  }

  /// The method `tray.show`.
  public func show(_ request: TrayRequest) async throws -> TrayState {
    try await vault.call(722, request)
  }

  /// The method `tray.show`.
  public func show(folder: String = "") async throws -> TrayState {
    try await vault.call(722, TrayRequest(folder: folder))
  }

  /// The method `tray.take`.
  /// Each item becomes a private note, once.
  public func take(_ request: TrayRequest) async throws -> TrayTaken {
    try await vault.call(723, request)
  }

  /// The method `tray.take`.
  /// Each item becomes a private note, once.
  public func take(folder: String = "") async throws -> TrayTaken {
    try await vault.call(723, TrayRequest(folder: folder))
  }

  /// The method `tray.put`.
  /// Wants no vault; an extension has kith_tray_put() of kith_extension.h.
  public func put(_ request: TrayPutRequest) async throws {
    try await vault.call(724, request)
  }

  /// The method `tray.put`.
  /// Wants no vault; an extension has kith_tray_put() of kith_extension.h.
  /// - `text`: may be empty where there is a source
  /// - `source`: an address or a title
  /// - `sharedMs`: 0: now
  public func put(folder: String = "", text: String = "", source: String = "", sharedMs: Double = 0) async throws {
    try await vault.call(724, TrayPutRequest(folder: folder, text: text, source: source, sharedMs: sharedMs))
  }

  /// The method `tray.clear`.
  /// Removes for good what this vault cannot open: another vault's, or damaged. What a newer version put in stays.
  public func clear(_ request: TrayRequest) async throws -> TrayCleared {
    try await vault.call(725, request)
  }

  /// The method `tray.clear`.
  /// Removes for good what this vault cannot open: another vault's, or damaged. What a newer version put in stays.
  public func clear(folder: String = "") async throws -> TrayCleared {
    try await vault.call(725, TrayRequest(folder: folder))
  }
}

extension Vault {
  /// What a person hands to Kith from other apps waits in a tray, sealed, until the vault is open: a folder that an app and
  /// its extensions share.
  public var tray: TrayMethods { TrayMethods(vault: self) }
}
