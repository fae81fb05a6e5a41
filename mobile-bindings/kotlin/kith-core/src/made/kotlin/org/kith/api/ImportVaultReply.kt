// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class ImportVaultReply(
    val records: Long = 0,
    val leftOut: Long = 0,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withRecords(records: Long): ImportVaultReply = copy(records = records)
    fun withLeftOut(leftOut: Long): ImportVaultReply = copy(leftOut = leftOut)

    internal override fun write(output: Output) {
        output.uint32(1, records)
        output.uint32(2, leftOut)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<ImportVaultReply>() {
        internal override fun read(input: Input): ImportVaultReply {
            var records: Long = 0L
            var leftOut: Long = 0L
            while (true) when (input.next()) {
                0 -> return ImportVaultReply(
                    records, leftOut, input.unknown())
                8 -> records = input.uint32()
                16 -> leftOut = input.uint32()
                else -> input.keep()
            }
        }
    }
}
