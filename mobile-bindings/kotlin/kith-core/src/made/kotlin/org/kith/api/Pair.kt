// Made by proto/generator/kotlin_values.py of kith/api/v1/api.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Input
import org.kith.internal.Output

data class Pair(
    val id: String = "",
    val person: String = "",
    val personId: String = "",
    /** as the partner calls himself */
    val partnerName: String = "",
    val digits: String = "",
    /** invited, accepted, paired, ended */
    val state: String = "",
    /** both confirmed the digits */
    val verified: Boolean = false,
    /** I did */
    val confirmed: Boolean = false,
    val inviter: Boolean = false,
    /** the inviter's, until it is accepted */
    val code: String = "",
    val expiresMs: Double = 0.0,
    /** how often the partner's vault went on under new keys */
    val partnerRenewals: Long = 0,
    /** entries there that count and that this device could not read */
    val unreadable: Long = 0,
    override val unknownFields: UnknownFields = UnknownFields.NONE
) : Message() {
    fun withId(id: String): Pair = copy(id = id)
    fun withPerson(person: String): Pair = copy(person = person)
    fun withPersonId(personId: String): Pair = copy(personId = personId)
    fun withPartnerName(partnerName: String): Pair = copy(partnerName = partnerName)
    fun withDigits(digits: String): Pair = copy(digits = digits)
    fun withState(state: String): Pair = copy(state = state)
    fun withVerified(verified: Boolean): Pair = copy(verified = verified)
    fun withConfirmed(confirmed: Boolean): Pair = copy(confirmed = confirmed)
    fun withInviter(inviter: Boolean): Pair = copy(inviter = inviter)
    fun withCode(code: String): Pair = copy(code = code)
    fun withExpiresMs(expiresMs: Double): Pair = copy(expiresMs = expiresMs)
    fun withPartnerRenewals(partnerRenewals: Long): Pair = copy(partnerRenewals = partnerRenewals)
    fun withUnreadable(unreadable: Long): Pair = copy(unreadable = unreadable)

    internal override fun write(output: Output) {
        output.string(1, id)
        output.string(2, person)
        output.string(3, personId)
        output.string(4, partnerName)
        output.string(5, digits)
        output.string(6, state)
        output.bool(7, verified)
        output.bool(8, confirmed)
        output.bool(9, inviter)
        output.string(10, code)
        output.double(11, expiresMs)
        output.uint32(12, partnerRenewals)
        output.uint32(13, unreadable)
        output.unknown(unknownFields)
    }

    companion object Type : MessageType<Pair>() {
        internal override fun read(input: Input): Pair {
            var id: String = ""
            var person: String = ""
            var personId: String = ""
            var partnerName: String = ""
            var digits: String = ""
            var state: String = ""
            var verified: Boolean = false
            var confirmed: Boolean = false
            var inviter: Boolean = false
            var code: String = ""
            var expiresMs: Double = 0.0
            var partnerRenewals: Long = 0L
            var unreadable: Long = 0L
            while (true) when (input.next()) {
                0 -> return Pair(
                    id, person, personId, partnerName, digits, state, verified, confirmed, inviter, code, expiresMs,
                    partnerRenewals, unreadable, input.unknown())
                10 -> id = input.string()
                18 -> person = input.string()
                26 -> personId = input.string()
                34 -> partnerName = input.string()
                42 -> digits = input.string()
                50 -> state = input.string()
                56 -> verified = input.bool()
                64 -> confirmed = input.bool()
                72 -> inviter = input.bool()
                82 -> code = input.string()
                89 -> expiresMs = input.double()
                96 -> partnerRenewals = input.uint32()
                104 -> unreadable = input.uint32()
                else -> input.keep()
            }
        }
    }
}
