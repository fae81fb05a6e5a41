// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class RenewResult(
    /** whose vault: the id of "me" */
    val id: String = "",
    /** spaces that go on under new keys since this call: my own, and one a pair */
    val renewed: Long = 0,
    /** spaces that have not got there; again, when it works */
    val left: Long = 0,
    val sync: SyncResult? = null,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withId(id: String): RenewResult = copy(id = id)
    fun withRenewed(renewed: Long): RenewResult = copy(renewed = renewed)
    fun withLeft(left: Long): RenewResult = copy(left = left)
    fun withSync(sync: SyncResult?): RenewResult = copy(sync = sync)

    internal override fun write(output: Output) {
        output.string(1, id)
        output.uint32(2, renewed)
        output.uint32(3, left)
        output.messageOrNull(4, sync)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<RenewResult>() {
        internal override fun read(input: Input): RenewResult {
            var id: String = ""
            var renewed: Long = 0L
            var left: Long = 0L
            var sync: SyncResult? = null
            while (true) when (input.next()) {
                0 -> return RenewResult(
                    id, renewed, left, sync, input.unknown())
                10 -> id = input.string()
                16 -> renewed = input.uint32()
                24 -> left = input.uint32()
                34 -> sync = input.message(sync, SyncResult.Type)
                else -> input.keep()
            }
        }
    }
}
