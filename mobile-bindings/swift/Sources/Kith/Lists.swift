// What comes in lists and has an id of its own there, for lists on a screen.

extension Action: Identifiable {}
extension AgendaLine: Identifiable {}
extension Alarm: Identifiable {}
extension Conflict: Identifiable {}
extension Fact: Identifiable {}
extension Goal: Identifiable {}
extension LogEntry: Identifiable {}
extension Note: Identifiable {}
extension Pair: Identifiable {}
extension Person: Identifiable {}
extension Removed: Identifiable {}
extension SearchHit: Identifiable {}
extension Shared: Identifiable {}
extension Snapshot: Identifiable {}
