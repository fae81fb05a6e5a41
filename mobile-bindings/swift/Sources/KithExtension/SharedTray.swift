// What a share extension needs: the one package that it links. It has no vault and no key that opens anything.

import CKithExtension
import Foundation

/// The tray that an app and its extensions share: a folder in the container of an app group.
///
/// The app lays it out with `vault.tray.lay` each time the vault is open, and takes what lies there with
/// `vault.tray.take`. The extension puts in:
///
///     try SharedTray(folder: container.appendingPathComponent("tray")).put(text: passage, source: address)
public struct SharedTray: Sendable {
  private let folder: String

  public init(folder: URL) { self.folder = folder.path }

  /// Seals a passage and puts it in. It is on the disk when this returns; where it throws, nothing was put in (but for a
  /// disk that fails at the very end: then it may be there all the same).
  ///
  /// - Parameters:
  ///   - text: may have lines, and may be empty where there is a source.
  ///   - source: an address or a title.
  ///   - at: when it was shared.
  public func put(text: String, source: String = "", at: Date = Date()) throws(TrayError) {
    let isBlank: (String) -> Bool = { $0.allSatisfy(\.isWhitespace) }
    if isBlank(text) && isBlank(source) { throw .nothingToShare }
    var (text, source) = (text, source)
    let time = Int64((at.timeIntervalSince1970 * 1000).rounded())
    let status = text.withUTF8 { text in
      source.withUTF8 { source in
        kith_tray_put(folder, UnsafeRawPointer(text.baseAddress)?.assumingMemoryBound(to: CChar.self), text.count,
          UnsafeRawPointer(source.baseAddress)?.assumingMemoryBound(to: CChar.self), source.count, time)
      }
    }
    if let error = TrayError(status) { throw error }
  }
}

/// Why nothing was put in.
public enum TrayError: Error, Sendable, Hashable {
  /// No app has laid out this tray yet: the person opens the app once.
  case noTray
  case nothingToShare
  /// More than a note holds, 64 KiB.
  case tooMuch
  /// The tray is full: the person opens the app, which takes in what lies there.
  case full
  case noSpace
  /// The number of kith_numbers.h. INVALID_ARGUMENT: the folder is none that a tray may be, or the time cannot be.
  case other(Int32)

  init?(_ status: Int32) {
    switch status {
    case KITH_STATUS_OK: return nil
    case KITH_STATUS_NOT_FOUND: self = .noTray
    case KITH_STATUS_TOO_LARGE: self = .tooMuch
    case KITH_STATUS_QUOTA_EXCEEDED: self = .full
    case KITH_STATUS_NO_SPACE: self = .noSpace
    default: self = .other(status)
    }
  }
}
