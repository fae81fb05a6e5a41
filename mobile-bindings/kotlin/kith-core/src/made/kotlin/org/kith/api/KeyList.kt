// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class KeyList(
    val items: List<Key> = emptyList(),
    /** a key store notices when the whole vault is put back */
    val rollbackWatch: Boolean = false,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withItems(items: List<Key>): KeyList = copy(items = items)
    fun withRollbackWatch(rollbackWatch: Boolean): KeyList = copy(rollbackWatch = rollbackWatch)

    internal override fun write(output: Output) {
        output.messages(1, items)
        output.bool(2, rollbackWatch)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<KeyList>() {
        internal override fun read(input: Input): KeyList {
            var items: List<Key> = emptyList()
            var rollbackWatch: Boolean = false
            while (true) when (input.next()) {
                0 -> return KeyList(
                    items, rollbackWatch, input.unknown())
                10 -> items = input.added(items, input.message(null, Key.Type))
                16 -> rollbackWatch = input.bool()
                else -> input.keep()
            }
        }
    }
}
