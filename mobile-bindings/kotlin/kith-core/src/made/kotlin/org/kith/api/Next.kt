// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

/**
 * What a person can do next: every face says it in its own words. The values are a name or an id, as the list in
 * core/base/include/kith/base/steps.def says; the same numbers and names, a test compares the two.
 */
data class Next(
    val step: Next.Step = Next.Step.UNSPECIFIED,
    val values: List<String> = emptyList(),
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withStep(step: Next.Step): Next = copy(step = step)
    fun withValues(values: List<String>): Next = copy(values = values)

    internal override fun write(output: Output) {
        output.enum(1, step)
        output.strings(2, values)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<Next>() {
        internal override fun read(input: Input): Next {
            var step: Next.Step = Next.Step.UNSPECIFIED
            var values: List<String> = emptyList()
            while (true) when (input.next()) {
                0 -> return Next(
                    step, values, input.unknown())
                8 -> step = Next.Step.of(input.enum())
                18 -> values = input.added(values, input.string())
                else -> input.keep()
            }
        }
    }

    class Step private constructor(number: Int, name: String) : OpenEnum(number, name) {
        companion object {
            @JvmField val UNSPECIFIED: Step = Step(0, "UNSPECIFIED")
            @JvmField val VAULT_MAKE: Step = Step(1, "VAULT_MAKE")
            @JvmField val VAULT_RENEW: Step = Step(2, "VAULT_RENEW")
            @JvmField val VAULT_EXPORT: Step = Step(3, "VAULT_EXPORT")
            @JvmField val INDEX_REBUILD: Step = Step(4, "INDEX_REBUILD")
            @JvmField val PERSON_ADD: Step = Step(10, "PERSON_ADD")
            @JvmField val RELATIONSHIP_SET: Step = Step(11, "RELATIONSHIP_SET")
            @JvmField val OUTCOME_CLEAR: Step = Step(12, "OUTCOME_CLEAR")
            @JvmField val SINCE_SET: Step = Step(13, "SINCE_SET")
            @JvmField val LOG_ADD: Step = Step(14, "LOG_ADD")
            @JvmField val LOG_LIST: Step = Step(15, "LOG_LIST")
            @JvmField val REVIEW_BEGIN: Step = Step(16, "REVIEW_BEGIN")
            @JvmField val SNAPSHOT_SAVE: Step = Step(17, "SNAPSHOT_SAVE")
            @JvmField val SNAPSHOT_LIST: Step = Step(18, "SNAPSHOT_LIST")
            @JvmField val SAMPLE_LOAD: Step = Step(19, "SAMPLE_LOAD")
            @JvmField val IMPORT_PICK: Step = Step(20, "IMPORT_PICK")
            @JvmField val FACT_EDIT: Step = Step(21, "FACT_EDIT")
            @JvmField val PAIR_INVITE: Step = Step(30, "PAIR_INVITE")
            @JvmField val PAIR_LIST: Step = Step(31, "PAIR_LIST")
            @JvmField val PAIR_CONFIRM: Step = Step(32, "PAIR_CONFIRM")
            @JvmField val PAIR_END: Step = Step(33, "PAIR_END")
            @JvmField val AGREEMENT_SET: Step = Step(34, "AGREEMENT_SET")
            @JvmField val COMPARE_SEAL: Step = Step(35, "COMPARE_SEAL")
            @JvmField val SHARED_LIST: Step = Step(36, "SHARED_LIST")
            @JvmField val AGENDA_LIST: Step = Step(37, "AGENDA_LIST")
            @JvmField val CONFLICT_LIST: Step = Step(38, "CONFLICT_LIST")
            @JvmField val SYNC: Step = Step(50, "SYNC")
            @JvmField val RELAY_NAME: Step = Step(51, "RELAY_NAME")
            @JvmField val RELAY_MOVE: Step = Step(52, "RELAY_MOVE")
            @JvmField val RELAY_FOLLOW: Step = Step(53, "RELAY_FOLLOW")
            @JvmField val ALARM_LIST: Step = Step(60, "ALARM_LIST")
            @JvmField val ALARM_SHOW: Step = Step(61, "ALARM_SHOW")
            @JvmField val ALARM_HEAL: Step = Step(62, "ALARM_HEAL")

            /** All that this version has a name for. */
            @JvmField val KNOWN: List<Step> = listOf(
                UNSPECIFIED, VAULT_MAKE, VAULT_RENEW, VAULT_EXPORT, INDEX_REBUILD, PERSON_ADD, RELATIONSHIP_SET,
                OUTCOME_CLEAR, SINCE_SET, LOG_ADD, LOG_LIST, REVIEW_BEGIN, SNAPSHOT_SAVE, SNAPSHOT_LIST,
                SAMPLE_LOAD, IMPORT_PICK, FACT_EDIT, PAIR_INVITE, PAIR_LIST, PAIR_CONFIRM, PAIR_END, AGREEMENT_SET,
                COMPARE_SEAL, SHARED_LIST, AGENDA_LIST, CONFLICT_LIST, SYNC, RELAY_NAME, RELAY_MOVE, RELAY_FOLLOW,
                ALARM_LIST, ALARM_SHOW, ALARM_HEAL)

            private val byNumber = KNOWN.associateBy { it.number }

            /** The one of that number, also where this version has no name for it. */
            @JvmStatic fun of(number: Int): Step = byNumber[number] ?: Step(number, "")
        }
    }
}
