// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class LogEntry(
    val id: String = "",
    val with: List<String> = emptyList(),
    val withIds: List<String> = emptyList(),
    val `when`: String = "",
    val medium: String = "",
    val functions: List<String> = emptyList(),
    val note: String = "",
    val next: String = "",
    val createdMs: Double = 0.0,
    val fields: List<FactField> = emptyList(),
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withId(id: String): LogEntry = copy(id = id)
    fun withWith(with: List<String>): LogEntry = copy(with = with)
    fun withWithIds(withIds: List<String>): LogEntry = copy(withIds = withIds)
    fun withWhen(`when`: String): LogEntry = copy(`when` = `when`)
    fun withMedium(medium: String): LogEntry = copy(medium = medium)
    fun withFunctions(functions: List<String>): LogEntry = copy(functions = functions)
    fun withNote(note: String): LogEntry = copy(note = note)
    fun withNext(next: String): LogEntry = copy(next = next)
    fun withCreatedMs(createdMs: Double): LogEntry = copy(createdMs = createdMs)
    fun withFields(fields: List<FactField>): LogEntry = copy(fields = fields)

    internal override fun write(output: Output) {
        output.string(1, id)
        output.strings(2, with)
        output.strings(3, withIds)
        output.string(4, `when`)
        output.string(5, medium)
        output.strings(6, functions)
        output.string(7, note)
        output.string(8, next)
        output.double(9, createdMs)
        output.messages(10, fields)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<LogEntry>() {
        internal override fun read(input: Input): LogEntry {
            var id: String = ""
            var with: List<String> = emptyList()
            var withIds: List<String> = emptyList()
            var `when`: String = ""
            var medium: String = ""
            var functions: List<String> = emptyList()
            var note: String = ""
            var next: String = ""
            var createdMs: Double = 0.0
            var fields: List<FactField> = emptyList()
            while (true) when (input.next()) {
                0 -> return LogEntry(
                    id, with, withIds, `when`, medium, functions, note, next, createdMs, fields, input.unknown())
                10 -> id = input.string()
                18 -> with = input.added(with, input.string())
                26 -> withIds = input.added(withIds, input.string())
                34 -> `when` = input.string()
                42 -> medium = input.string()
                50 -> functions = input.added(functions, input.string())
                58 -> note = input.string()
                66 -> next = input.string()
                73 -> createdMs = input.double()
                82 -> fields = input.added(fields, input.message(null, FactField.Type))
                else -> input.keep()
            }
        }
    }
}
