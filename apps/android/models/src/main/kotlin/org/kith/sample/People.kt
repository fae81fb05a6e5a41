package org.kith.sample

import org.kith.Kith
import org.kith.Vault
import org.kith.api.Person
import org.kith.api.RelationshipSetRequest
import org.kith.api.Word
import org.kith.api.WordList

/** The people of the network, and the words that it is spoken of with. */
class People(vault: Vault) : VaultScreen<List<Person>>(vault, emptyList()) {
    /** Every word of the network with a sentence, list by list. */
    val terms: List<WordList> = Kith.words().lists

    /** What a person can be to me: mentor, protege, peer. */
    val kinds: List<Word> = terms.first { it.name == "kinds" }.items

    override suspend fun read(): List<Person> = vault.person.list().items

    suspend fun add(name: String, kind: Word? = null): Boolean = change {
        vault.person.add(name = name)
        if (kind != null) vault.relationship.set(RelationshipSetRequest(person = name, kind = kind.code))
    }
}
