// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class SnapshotList(
    val items: List<Snapshot> = emptyList(),
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withItems(items: List<Snapshot>): SnapshotList = copy(items = items)

    internal override fun write(output: Output) {
        output.messages(1, items)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<SnapshotList>() {
        internal override fun read(input: Input): SnapshotList {
            var items: List<Snapshot> = emptyList()
            while (true) when (input.next()) {
                0 -> return SnapshotList(
                    items, input.unknown())
                10 -> items = input.added(items, input.message(null, Snapshot.Type))
                else -> input.keep()
            }
        }
    }
}
