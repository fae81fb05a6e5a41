// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class RelayMoveRequest(
    /** HOST:PORT */
    val address: String = "",
    /** PEM; empty: the system's */
    val certificate: String = "",
    /** nobody can be told through it any more */
    val oldIsGone: Boolean = false,
    /** the token that whoever hosts the relay gave, where it wants one; remembered once it was used */
    val admission: String = "",
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withAddress(address: String): RelayMoveRequest = copy(address = address)
    fun withCertificate(certificate: String): RelayMoveRequest = copy(certificate = certificate)
    fun withOldIsGone(oldIsGone: Boolean): RelayMoveRequest = copy(oldIsGone = oldIsGone)
    fun withAdmission(admission: String): RelayMoveRequest = copy(admission = admission)

    internal override fun write(output: Output) {
        output.string(1, address)
        output.string(2, certificate)
        output.bool(3, oldIsGone)
        output.string(4, admission)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<RelayMoveRequest>() {
        internal override fun read(input: Input): RelayMoveRequest {
            var address: String = ""
            var certificate: String = ""
            var oldIsGone: Boolean = false
            var admission: String = ""
            while (true) when (input.next()) {
                0 -> return RelayMoveRequest(
                    address, certificate, oldIsGone, admission, input.unknown())
                10 -> address = input.string()
                18 -> certificate = input.string()
                24 -> oldIsGone = input.bool()
                34 -> admission = input.string()
                else -> input.keep()
            }
        }
    }
}
