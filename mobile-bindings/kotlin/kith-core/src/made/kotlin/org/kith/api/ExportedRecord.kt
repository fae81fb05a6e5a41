// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class ExportedRecord(
    val id: String = "",
    val kind: Long = 0,
    /** for people */
    val kindName: String = "",
    val createdMs: Double = 0.0,
    val fields: List<ExportedField> = emptyList(),
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withId(id: String): ExportedRecord = copy(id = id)
    fun withKind(kind: Long): ExportedRecord = copy(kind = kind)
    fun withKindName(kindName: String): ExportedRecord = copy(kindName = kindName)
    fun withCreatedMs(createdMs: Double): ExportedRecord = copy(createdMs = createdMs)
    fun withFields(fields: List<ExportedField>): ExportedRecord = copy(fields = fields)

    internal override fun write(output: Output) {
        output.string(1, id)
        output.uint32(2, kind)
        output.string(3, kindName)
        output.double(4, createdMs)
        output.messages(5, fields)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<ExportedRecord>() {
        internal override fun read(input: Input): ExportedRecord {
            var id: String = ""
            var kind: Long = 0L
            var kindName: String = ""
            var createdMs: Double = 0.0
            var fields: List<ExportedField> = emptyList()
            while (true) when (input.next()) {
                0 -> return ExportedRecord(
                    id, kind, kindName, createdMs, fields, input.unknown())
                10 -> id = input.string()
                16 -> kind = input.uint32()
                26 -> kindName = input.string()
                33 -> createdMs = input.double()
                42 -> fields = input.added(fields, input.message(null, ExportedField.Type))
                else -> input.keep()
            }
        }
    }
}
