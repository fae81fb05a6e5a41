package org.kith.sample

import org.kith.Vault
import org.kith.api.Conflict

/** What two people wrote at the same time. One wording shows and the other is kept; a person chooses. */
class Choices(vault: Vault) : VaultScreen<List<Conflict>>(vault, emptyList()) {
    override suspend fun read(): List<Conflict> = vault.conflict.list().items

    /** The kept wording takes the place of the one that shows. */
    suspend fun keep(conflict: Conflict): Boolean = change { vault.conflict.keep(conflict.id) }

    /** The one that shows stays, and the kept one goes. */
    suspend fun dismiss(conflict: Conflict): Boolean = change { vault.conflict.dismiss(conflict.id) }
}
