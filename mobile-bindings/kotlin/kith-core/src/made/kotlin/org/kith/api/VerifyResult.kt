// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class VerifyResult(
    val files: Double = 0.0,
    val bytes: Double = 0.0,
    val rows: Double = 0.0,
    val indexed: Double = 0.0,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withFiles(files: Double): VerifyResult = copy(files = files)
    fun withBytes(bytes: Double): VerifyResult = copy(bytes = bytes)
    fun withRows(rows: Double): VerifyResult = copy(rows = rows)
    fun withIndexed(indexed: Double): VerifyResult = copy(indexed = indexed)

    internal override fun write(output: Output) {
        output.double(1, files)
        output.double(2, bytes)
        output.double(3, rows)
        output.double(4, indexed)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<VerifyResult>() {
        internal override fun read(input: Input): VerifyResult {
            var files: Double = 0.0
            var bytes: Double = 0.0
            var rows: Double = 0.0
            var indexed: Double = 0.0
            while (true) when (input.next()) {
                0 -> return VerifyResult(
                    files, bytes, rows, indexed, input.unknown())
                9 -> files = input.double()
                17 -> bytes = input.double()
                25 -> rows = input.double()
                33 -> indexed = input.double()
                else -> input.keep()
            }
        }
    }
}
