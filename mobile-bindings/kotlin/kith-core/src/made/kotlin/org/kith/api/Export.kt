// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

/** Everything that this person may read, in the order of the lists. docs/EXPORT.md describes the file. */
data class Export(
    /** "kith-export" */
    val format: String = "",
    /** 1 */
    val version: Long = 0,
    /** of whose vault it is */
    val id: String = "",
    val name: String = "",
    val persons: List<Person> = emptyList(),
    val conversations: List<LogEntry> = emptyList(),
    val notes: List<Note> = emptyList(),
    val goals: List<Goal> = emptyList(),
    val actions: List<Action> = emptyList(),
    val agenda: List<AgendaLine> = emptyList(),
    val shared: List<Shared> = emptyList(),
    /** all of the own space, exactly; an import reads these */
    val records: List<ExportedRecord> = emptyList(),
    val compared: List<Compared> = emptyList(),
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withFormat(format: String): Export = copy(format = format)
    fun withVersion(version: Long): Export = copy(version = version)
    fun withId(id: String): Export = copy(id = id)
    fun withName(name: String): Export = copy(name = name)
    fun withPersons(persons: List<Person>): Export = copy(persons = persons)
    fun withConversations(conversations: List<LogEntry>): Export = copy(conversations = conversations)
    fun withNotes(notes: List<Note>): Export = copy(notes = notes)
    fun withGoals(goals: List<Goal>): Export = copy(goals = goals)
    fun withActions(actions: List<Action>): Export = copy(actions = actions)
    fun withAgenda(agenda: List<AgendaLine>): Export = copy(agenda = agenda)
    fun withShared(shared: List<Shared>): Export = copy(shared = shared)
    fun withRecords(records: List<ExportedRecord>): Export = copy(records = records)
    fun withCompared(compared: List<Compared>): Export = copy(compared = compared)

    internal override fun write(output: Output) {
        output.string(1, format)
        output.uint32(2, version)
        output.string(3, id)
        output.string(4, name)
        output.messages(5, persons)
        output.messages(6, conversations)
        output.messages(7, notes)
        output.messages(8, goals)
        output.messages(9, actions)
        output.messages(10, agenda)
        output.messages(11, shared)
        output.messages(12, records)
        output.messages(13, compared)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<Export>() {
        internal override fun read(input: Input): Export {
            var format: String = ""
            var version: Long = 0L
            var id: String = ""
            var name: String = ""
            var persons: List<Person> = emptyList()
            var conversations: List<LogEntry> = emptyList()
            var notes: List<Note> = emptyList()
            var goals: List<Goal> = emptyList()
            var actions: List<Action> = emptyList()
            var agenda: List<AgendaLine> = emptyList()
            var shared: List<Shared> = emptyList()
            var records: List<ExportedRecord> = emptyList()
            var compared: List<Compared> = emptyList()
            while (true) when (input.next()) {
                0 -> return Export(
                    format, version, id, name, persons, conversations, notes, goals, actions, agenda, shared,
                    records, compared, input.unknown())
                10 -> format = input.string()
                16 -> version = input.uint32()
                26 -> id = input.string()
                34 -> name = input.string()
                42 -> persons = input.added(persons, input.message(null, Person.Type))
                50 -> conversations = input.added(conversations, input.message(null, LogEntry.Type))
                58 -> notes = input.added(notes, input.message(null, Note.Type))
                66 -> goals = input.added(goals, input.message(null, Goal.Type))
                74 -> actions = input.added(actions, input.message(null, Action.Type))
                82 -> agenda = input.added(agenda, input.message(null, AgendaLine.Type))
                90 -> shared = input.added(shared, input.message(null, Shared.Type))
                98 -> records = input.added(records, input.message(null, ExportedRecord.Type))
                106 -> compared = input.added(compared, input.message(null, Compared.Type))
                else -> input.keep()
            }
        }
    }
}
