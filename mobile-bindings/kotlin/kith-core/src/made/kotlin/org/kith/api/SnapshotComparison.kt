// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class SnapshotComparison(
    val measures: List<MeasureChange> = emptyList(),
    val stability: Double? = null,
    val supportGrowth: Double? = null,
    val newSystems: List<String> = emptyList(),
    val came: List<String> = emptyList(),
    val gone: List<String> = emptyList(),
    val valued: List<String> = emptyList(),
    val ended: List<String> = emptyList(),
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withMeasures(measures: List<MeasureChange>): SnapshotComparison = copy(measures = measures)
    fun withStability(stability: Double?): SnapshotComparison = copy(stability = stability)
    fun withSupportGrowth(supportGrowth: Double?): SnapshotComparison = copy(supportGrowth = supportGrowth)
    fun withNewSystems(newSystems: List<String>): SnapshotComparison = copy(newSystems = newSystems)
    fun withCame(came: List<String>): SnapshotComparison = copy(came = came)
    fun withGone(gone: List<String>): SnapshotComparison = copy(gone = gone)
    fun withValued(valued: List<String>): SnapshotComparison = copy(valued = valued)
    fun withEnded(ended: List<String>): SnapshotComparison = copy(ended = ended)

    internal override fun write(output: Output) {
        output.messages(1, measures)
        output.doubleOrNull(2, stability)
        output.doubleOrNull(3, supportGrowth)
        output.strings(4, newSystems)
        output.strings(5, came)
        output.strings(6, gone)
        output.strings(7, valued)
        output.strings(8, ended)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<SnapshotComparison>() {
        internal override fun read(input: Input): SnapshotComparison {
            var measures: List<MeasureChange> = emptyList()
            var stability: Double? = null
            var supportGrowth: Double? = null
            var newSystems: List<String> = emptyList()
            var came: List<String> = emptyList()
            var gone: List<String> = emptyList()
            var valued: List<String> = emptyList()
            var ended: List<String> = emptyList()
            while (true) when (input.next()) {
                0 -> return SnapshotComparison(
                    measures, stability, supportGrowth, newSystems, came, gone, valued, ended, input.unknown())
                10 -> measures = input.added(measures, input.message(null, MeasureChange.Type))
                17 -> stability = input.double()
                25 -> supportGrowth = input.double()
                34 -> newSystems = input.added(newSystems, input.string())
                42 -> came = input.added(came, input.string())
                50 -> gone = input.added(gone, input.string())
                58 -> valued = input.added(valued, input.string())
                66 -> ended = input.added(ended, input.string())
                else -> input.keep()
            }
        }
    }
}
