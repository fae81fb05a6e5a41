// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class RelayEntry(
    val position: Double = 0.0,
    val receivedMs: Double = 0.0,
    val bytes: Long = 0,
    /** data, membership */
    val kind: String = "",
    /** header, membership and signature, in their order */
    val visible: List<VisibleField> = emptyList(),
    /** "512 sealed bytes" */
    val sealed: String = "",
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withPosition(position: Double): RelayEntry = copy(position = position)
    fun withReceivedMs(receivedMs: Double): RelayEntry = copy(receivedMs = receivedMs)
    fun withBytes(bytes: Long): RelayEntry = copy(bytes = bytes)
    fun withKind(kind: String): RelayEntry = copy(kind = kind)
    fun withVisible(visible: List<VisibleField>): RelayEntry = copy(visible = visible)
    fun withSealed(sealed: String): RelayEntry = copy(sealed = sealed)

    internal override fun write(output: Output) {
        output.double(1, position)
        output.double(2, receivedMs)
        output.uint32(3, bytes)
        output.string(4, kind)
        output.messages(5, visible)
        output.string(6, sealed)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<RelayEntry>() {
        internal override fun read(input: Input): RelayEntry {
            var position: Double = 0.0
            var receivedMs: Double = 0.0
            var bytes: Long = 0L
            var kind: String = ""
            var visible: List<VisibleField> = emptyList()
            var sealed: String = ""
            while (true) when (input.next()) {
                0 -> return RelayEntry(
                    position, receivedMs, bytes, kind, visible, sealed, input.unknown())
                9 -> position = input.double()
                17 -> receivedMs = input.double()
                24 -> bytes = input.uint32()
                34 -> kind = input.string()
                42 -> visible = input.added(visible, input.message(null, VisibleField.Type))
                50 -> sealed = input.string()
                else -> input.keep()
            }
        }
    }
}
