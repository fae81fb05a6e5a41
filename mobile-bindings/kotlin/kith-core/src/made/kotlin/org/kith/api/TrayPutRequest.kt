// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class TrayPutRequest(
    val folder: String = "",
    /** may be empty where there is a source */
    val text: String = "",
    /** an address or a title */
    val source: String = "",
    /** 0: now */
    val sharedMs: Double = 0.0,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withFolder(folder: String): TrayPutRequest = copy(folder = folder)
    fun withText(text: String): TrayPutRequest = copy(text = text)
    fun withSource(source: String): TrayPutRequest = copy(source = source)
    fun withSharedMs(sharedMs: Double): TrayPutRequest = copy(sharedMs = sharedMs)

    internal override fun write(output: Output) {
        output.string(1, folder)
        output.string(2, text)
        output.string(3, source)
        output.double(4, sharedMs)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<TrayPutRequest>() {
        internal override fun read(input: Input): TrayPutRequest {
            var folder: String = ""
            var text: String = ""
            var source: String = ""
            var sharedMs: Double = 0.0
            while (true) when (input.next()) {
                0 -> return TrayPutRequest(
                    folder, text, source, sharedMs, input.unknown())
                10 -> folder = input.string()
                18 -> text = input.string()
                26 -> source = input.string()
                33 -> sharedMs = input.double()
                else -> input.keep()
            }
        }
    }
}
