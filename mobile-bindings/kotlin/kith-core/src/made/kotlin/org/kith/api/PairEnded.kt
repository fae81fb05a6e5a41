// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class PairEnded(
    val id: String = "",
    /** that go with the end */
    val withdrawals: Long = 0,
    /** changes that the other one will not see; they are kept here */
    val unsent: Long = 0,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withId(id: String): PairEnded = copy(id = id)
    fun withWithdrawals(withdrawals: Long): PairEnded = copy(withdrawals = withdrawals)
    fun withUnsent(unsent: Long): PairEnded = copy(unsent = unsent)

    internal override fun write(output: Output) {
        output.string(1, id)
        output.uint32(2, withdrawals)
        output.uint32(3, unsent)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<PairEnded>() {
        internal override fun read(input: Input): PairEnded {
            var id: String = ""
            var withdrawals: Long = 0L
            var unsent: Long = 0L
            while (true) when (input.next()) {
                0 -> return PairEnded(
                    id, withdrawals, unsent, input.unknown())
                10 -> id = input.string()
                16 -> withdrawals = input.uint32()
                24 -> unsent = input.uint32()
                else -> input.keep()
            }
        }
    }
}
