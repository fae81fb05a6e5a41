// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class LogEditRequest(
    val id: String = "",
    /** empty: stays */
    val with: List<String> = emptyList(),
    val `when`: String? = null,
    val medium: String? = null,
    val setFunctions: Boolean = false,
    val functions: List<String> = emptyList(),
    val note: String? = null,
    val next: String? = null,
    val fields: List<FactField> = emptyList(),
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withId(id: String): LogEditRequest = copy(id = id)
    fun withWith(with: List<String>): LogEditRequest = copy(with = with)
    fun withWhen(`when`: String?): LogEditRequest = copy(`when` = `when`)
    fun withMedium(medium: String?): LogEditRequest = copy(medium = medium)
    fun withSetFunctions(setFunctions: Boolean): LogEditRequest = copy(setFunctions = setFunctions)
    fun withFunctions(functions: List<String>): LogEditRequest = copy(functions = functions)
    fun withNote(note: String?): LogEditRequest = copy(note = note)
    fun withNext(next: String?): LogEditRequest = copy(next = next)
    fun withFields(fields: List<FactField>): LogEditRequest = copy(fields = fields)

    internal override fun write(output: Output) {
        output.string(1, id)
        output.strings(2, with)
        output.stringOrNull(3, `when`)
        output.stringOrNull(4, medium)
        output.bool(5, setFunctions)
        output.strings(6, functions)
        output.stringOrNull(7, note)
        output.stringOrNull(8, next)
        output.messages(9, fields)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<LogEditRequest>() {
        internal override fun read(input: Input): LogEditRequest {
            var id: String = ""
            var with: List<String> = emptyList()
            var `when`: String? = null
            var medium: String? = null
            var setFunctions: Boolean = false
            var functions: List<String> = emptyList()
            var note: String? = null
            var next: String? = null
            var fields: List<FactField> = emptyList()
            while (true) when (input.next()) {
                0 -> return LogEditRequest(
                    id, with, `when`, medium, setFunctions, functions, note, next, fields, input.unknown())
                10 -> id = input.string()
                18 -> with = input.added(with, input.string())
                26 -> `when` = input.string()
                34 -> medium = input.string()
                40 -> setFunctions = input.bool()
                50 -> functions = input.added(functions, input.string())
                58 -> note = input.string()
                66 -> next = input.string()
                74 -> fields = input.added(fields, input.message(null, FactField.Type))
                else -> input.keep()
            }
        }
    }
}
