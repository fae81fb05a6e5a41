// A next step of the core as a button: what it says, and which screen of this app it opens. The core says what can be
// done as a number with values; the words are the app's.

import Kith

/// A button that leads to where the next step is taken.
public struct StepButton: Hashable, Sendable, Identifiable {
  /// The screens of this app.
  public enum Place: Sendable { case people, log, pair, conflicts, sync }

  public let title: String
  public let place: Place
  /// A name or an id, where the step means somebody or something.
  public let value: String

  public var id: Self { self }
}

extension Next {
  /// Nil for what this app has no screen for, and for steps that are newer than it is.
  public var button: StepButton? {
    let value = values.first ?? ""
    let whom = value.isEmpty ? "somebody" : value
    func to(_ place: StepButton.Place, _ title: String) -> StepButton {
      StepButton(title: title, place: place, value: value)
    }
    return switch step {
    case .personAdd: to(.people, "Add a person")
    case .relationshipSet: to(.people, "Say who \(whom) is to you")
    case .outcomeClear: to(.people, "Change what became of it")
    case .sinceSet: to(.people, "Say since when")
    case .logAdd: to(.log, "Note a conversation")
    case .logList: to(.log, "See your conversations")
    case .sharedList: to(.log, "See what is shared")
    case .pairInvite: to(.pair, "Invite \(whom)")
    case .pairList: to(.pair, "See your pairs")
    case .pairConfirm: to(.pair, "Compare the digits")
    case .pairEnd: to(.pair, "End it with \(whom)")
    case .conflictList: to(.conflicts, "See what was written twice")
    case .sync: to(.sync, "Sync now")
    case .relayName, .relayMove: to(.sync, "Name your relay")
    case .relayFollow: to(.sync, "Go where \(whom) went")
    case .alarmList, .alarmShow: to(.sync, "See what was noticed")
    case .alarmHeal: to(.sync, "Set it right")
    case .vaultRenew: to(.sync, "Go on under new keys")
    default: nil
    }
  }
}
