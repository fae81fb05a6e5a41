// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class LogAddRequest(
    val with: List<String> = emptyList(),
    val `when`: String = "",
    val medium: String = "",
    /** "COAC:received:2" */
    val functions: List<String> = emptyList(),
    val note: String = "",
    val next: String = "",
    val fields: List<FactField> = emptyList(),
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withWith(with: List<String>): LogAddRequest = copy(with = with)
    fun withWhen(`when`: String): LogAddRequest = copy(`when` = `when`)
    fun withMedium(medium: String): LogAddRequest = copy(medium = medium)
    fun withFunctions(functions: List<String>): LogAddRequest = copy(functions = functions)
    fun withNote(note: String): LogAddRequest = copy(note = note)
    fun withNext(next: String): LogAddRequest = copy(next = next)
    fun withFields(fields: List<FactField>): LogAddRequest = copy(fields = fields)

    internal override fun write(output: Output) {
        output.strings(1, with)
        output.string(2, `when`)
        output.string(3, medium)
        output.strings(4, functions)
        output.string(5, note)
        output.string(6, next)
        output.messages(7, fields)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<LogAddRequest>() {
        internal override fun read(input: Input): LogAddRequest {
            var with: List<String> = emptyList()
            var `when`: String = ""
            var medium: String = ""
            var functions: List<String> = emptyList()
            var note: String = ""
            var next: String = ""
            var fields: List<FactField> = emptyList()
            while (true) when (input.next()) {
                0 -> return LogAddRequest(
                    with, `when`, medium, functions, note, next, fields, input.unknown())
                10 -> with = input.added(with, input.string())
                18 -> `when` = input.string()
                26 -> medium = input.string()
                34 -> functions = input.added(functions, input.string())
                42 -> note = input.string()
                50 -> next = input.string()
                58 -> fields = input.added(fields, input.message(null, FactField.Type))
                else -> input.keep()
            }
        }
    }
}
