// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class BackupResult(
    val path: String = "",
    val rows: Double = 0.0,
    val bytes: Double = 0.0,
    /** shown once, kept nowhere */
    val recoveryCode: String = "",
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withPath(path: String): BackupResult = copy(path = path)
    fun withRows(rows: Double): BackupResult = copy(rows = rows)
    fun withBytes(bytes: Double): BackupResult = copy(bytes = bytes)
    fun withRecoveryCode(recoveryCode: String): BackupResult = copy(recoveryCode = recoveryCode)

    internal override fun write(output: Output) {
        output.string(1, path)
        output.double(2, rows)
        output.double(3, bytes)
        output.string(4, recoveryCode)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<BackupResult>() {
        internal override fun read(input: Input): BackupResult {
            var path: String = ""
            var rows: Double = 0.0
            var bytes: Double = 0.0
            var recoveryCode: String = ""
            while (true) when (input.next()) {
                0 -> return BackupResult(
                    path, rows, bytes, recoveryCode, input.unknown())
                10 -> path = input.string()
                17 -> rows = input.double()
                25 -> bytes = input.double()
                34 -> recoveryCode = input.string()
                else -> input.keep()
            }
        }
    }
}
