// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class RelayView(
    val space: String = "",
    val kind: String = "",
    val createdMs: Double = 0.0,
    val storedBytes: Double = 0.0,
    val position: Double = 0.0,
    val epoch: Long = 0,
    val liveStreams: Long = 0,
    val admission: String = "",
    val members: List<RelayMember> = emptyList(),
    val entries: List<RelayEntry> = emptyList(),
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withSpace(space: String): RelayView = copy(space = space)
    fun withKind(kind: String): RelayView = copy(kind = kind)
    fun withCreatedMs(createdMs: Double): RelayView = copy(createdMs = createdMs)
    fun withStoredBytes(storedBytes: Double): RelayView = copy(storedBytes = storedBytes)
    fun withPosition(position: Double): RelayView = copy(position = position)
    fun withEpoch(epoch: Long): RelayView = copy(epoch = epoch)
    fun withLiveStreams(liveStreams: Long): RelayView = copy(liveStreams = liveStreams)
    fun withAdmission(admission: String): RelayView = copy(admission = admission)
    fun withMembers(members: List<RelayMember>): RelayView = copy(members = members)
    fun withEntries(entries: List<RelayEntry>): RelayView = copy(entries = entries)

    internal override fun write(output: Output) {
        output.string(1, space)
        output.string(2, kind)
        output.double(3, createdMs)
        output.double(4, storedBytes)
        output.double(5, position)
        output.uint32(6, epoch)
        output.uint32(7, liveStreams)
        output.string(8, admission)
        output.messages(9, members)
        output.messages(10, entries)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<RelayView>() {
        internal override fun read(input: Input): RelayView {
            var space: String = ""
            var kind: String = ""
            var createdMs: Double = 0.0
            var storedBytes: Double = 0.0
            var position: Double = 0.0
            var epoch: Long = 0L
            var liveStreams: Long = 0L
            var admission: String = ""
            var members: List<RelayMember> = emptyList()
            var entries: List<RelayEntry> = emptyList()
            while (true) when (input.next()) {
                0 -> return RelayView(
                    space, kind, createdMs, storedBytes, position, epoch, liveStreams, admission, members, entries,
                    input.unknown())
                10 -> space = input.string()
                18 -> kind = input.string()
                25 -> createdMs = input.double()
                33 -> storedBytes = input.double()
                41 -> position = input.double()
                48 -> epoch = input.uint32()
                56 -> liveStreams = input.uint32()
                66 -> admission = input.string()
                74 -> members = input.added(members, input.message(null, RelayMember.Type))
                82 -> entries = input.added(entries, input.message(null, RelayEntry.Type))
                else -> input.keep()
            }
        }
    }
}
