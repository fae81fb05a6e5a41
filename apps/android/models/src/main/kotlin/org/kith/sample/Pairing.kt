package org.kith.sample

import org.kith.Secret
import org.kith.Vault
import org.kith.api.Pair
import org.kith.api.PairConfirmRequest

/**
 * From an invitation to two people who share a space. The invitation is a text; as a QR it is the same text, so whoever
 * has no camera types it.
 */
class Pairing(vault: Vault) : VaultScreen<List<Pair>>(vault, emptyList()) {
    override suspend fun read(): List<Pair> = vault.pair.list().items

    /** The text of the QR that the other one scans, until somebody has accepted it. */
    fun codeOf(pair: Pair): String? = pair.code.takeIf { it.isNotEmpty() && pair.digits.isEmpty() }

    suspend fun invite(person: String): Boolean = change { vault.pair.invite(person = person) }

    /** What a camera saw, or what somebody typed. */
    suspend fun accept(scanned: String, person: String): Boolean =
        change { vault.pair.accept(code = scanned.trim(), person = person) }

    /** Asks the relay whether somebody has accepted: then there are digits to compare. */
    suspend fun refresh(): Boolean = run { show(vault.pair.refresh().items) }

    /** The digits as the other one read them out. Wrong ones are trouble: somebody may stand between the two. */
    suspend fun confirm(pair: Pair, heard: String, passphrase: Secret): Boolean = change {
        passphrase.lent { bytes ->
            vault.pair.confirm(PairConfirmRequest(pair.id, heard, bytes))
        }
    }

    suspend fun cancel(pair: Pair): Boolean = change { vault.pair.cancel(pair.id) }
}

/** A copy for one request, which is wiped afterwards. */
internal suspend fun <R> Secret.lent(use: suspend (ByteArray) -> R): R {
    val bytes = copy()
    try {
        return use(bytes)
    } finally {
        bytes.fill(0)
    }
}
