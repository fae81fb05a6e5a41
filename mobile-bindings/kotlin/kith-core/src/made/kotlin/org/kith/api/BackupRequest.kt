// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class BackupRequest(
    /** a new file */
    val path: String = "",
    val vaultPassphrase: ByteArray = ByteArray(0),
    /** of the backup itself; with or instead of it a code is made: */
    val passphrase: ByteArray = ByteArray(0),
    val recoveryCode: Boolean = false,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withPath(path: String): BackupRequest = copy(path = path)
    fun withVaultPassphrase(vaultPassphrase: ByteArray): BackupRequest = copy(vaultPassphrase = vaultPassphrase)
    fun withPassphrase(passphrase: ByteArray): BackupRequest = copy(passphrase = passphrase)
    fun withRecoveryCode(recoveryCode: Boolean): BackupRequest = copy(recoveryCode = recoveryCode)

    internal override fun write(output: Output) {
        output.string(1, path)
        output.bytes(2, vaultPassphrase)
        output.bytes(3, passphrase)
        output.bool(4, recoveryCode)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<BackupRequest>() {
        internal override fun read(input: Input): BackupRequest {
            var path: String = ""
            var vaultPassphrase: ByteArray = ByteArray(0)
            var passphrase: ByteArray = ByteArray(0)
            var recoveryCode: Boolean = false
            while (true) when (input.next()) {
                0 -> return BackupRequest(
                    path, vaultPassphrase, passphrase, recoveryCode, input.unknown())
                10 -> path = input.string()
                18 -> vaultPassphrase = input.bytes()
                26 -> passphrase = input.bytes()
                32 -> recoveryCode = input.bool()
                else -> input.keep()
            }
        }
    }
}
