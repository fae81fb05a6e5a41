// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class NetworkPerson(
    val id: String = "",
    val name: String = "",
    val kind: String = "",
    val seniority: String = "",
    val closeness: String = "",
    val system: String = "",
    /** "coaching 2" */
    val received: List<String> = emptyList(),
    val given: List<String> = emptyList(),
    /** 0 one way, 1 both ways alike */
    val balance: Double? = null,
    val strength: Double? = null,
    val multiplexity: Long = 0,
    /** what the shape and the help say about the kind */
    val hint: String = "",
    /** what was flagged */
    val care: List<CareWord> = emptyList(),
    val benefits: List<String> = emptyList(),
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withId(id: String): NetworkPerson = copy(id = id)
    fun withName(name: String): NetworkPerson = copy(name = name)
    fun withKind(kind: String): NetworkPerson = copy(kind = kind)
    fun withSeniority(seniority: String): NetworkPerson = copy(seniority = seniority)
    fun withCloseness(closeness: String): NetworkPerson = copy(closeness = closeness)
    fun withSystem(system: String): NetworkPerson = copy(system = system)
    fun withReceived(received: List<String>): NetworkPerson = copy(received = received)
    fun withGiven(given: List<String>): NetworkPerson = copy(given = given)
    fun withBalance(balance: Double?): NetworkPerson = copy(balance = balance)
    fun withStrength(strength: Double?): NetworkPerson = copy(strength = strength)
    fun withMultiplexity(multiplexity: Long): NetworkPerson = copy(multiplexity = multiplexity)
    fun withHint(hint: String): NetworkPerson = copy(hint = hint)
    fun withCare(care: List<CareWord>): NetworkPerson = copy(care = care)
    fun withBenefits(benefits: List<String>): NetworkPerson = copy(benefits = benefits)

    internal override fun write(output: Output) {
        output.string(1, id)
        output.string(2, name)
        output.string(3, kind)
        output.string(4, seniority)
        output.string(5, closeness)
        output.string(6, system)
        output.strings(7, received)
        output.strings(8, given)
        output.doubleOrNull(9, balance)
        output.doubleOrNull(10, strength)
        output.uint32(11, multiplexity)
        output.string(12, hint)
        output.messages(13, care)
        output.strings(14, benefits)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<NetworkPerson>() {
        internal override fun read(input: Input): NetworkPerson {
            var id: String = ""
            var name: String = ""
            var kind: String = ""
            var seniority: String = ""
            var closeness: String = ""
            var system: String = ""
            var received: List<String> = emptyList()
            var given: List<String> = emptyList()
            var balance: Double? = null
            var strength: Double? = null
            var multiplexity: Long = 0L
            var hint: String = ""
            var care: List<CareWord> = emptyList()
            var benefits: List<String> = emptyList()
            while (true) when (input.next()) {
                0 -> return NetworkPerson(
                    id, name, kind, seniority, closeness, system, received, given, balance, strength, multiplexity,
                    hint, care, benefits, input.unknown())
                10 -> id = input.string()
                18 -> name = input.string()
                26 -> kind = input.string()
                34 -> seniority = input.string()
                42 -> closeness = input.string()
                50 -> system = input.string()
                58 -> received = input.added(received, input.string())
                66 -> given = input.added(given, input.string())
                73 -> balance = input.double()
                81 -> strength = input.double()
                88 -> multiplexity = input.uint32()
                98 -> hint = input.string()
                106 -> care = input.added(care, input.message(null, CareWord.Type))
                114 -> benefits = input.added(benefits, input.string())
                else -> input.keep()
            }
        }
    }
}
