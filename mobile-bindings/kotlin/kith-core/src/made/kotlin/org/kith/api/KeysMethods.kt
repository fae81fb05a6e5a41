// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Door

/** What opens the vault. */
class KeysMethods internal constructor(private val door: Door) {
    suspend fun list(): KeyList = door.call(21, Empty(), KeyList.Type)

    suspend fun add(request: KeyAddRequest): KeyAdded = door.call(22, request, KeyAdded.Type)
    suspend fun add(authority: KeyAuthority? = null, kind: String = ""): KeyAdded =
        door.call(22, KeyAddRequest(authority, kind), KeyAdded.Type)

    suspend fun remove(request: KeyRemoveRequest): Empty = door.call(23, request, Empty.Type)
    suspend fun remove(authority: KeyAuthority? = null, number: Long = 0): Empty =
        door.call(23, KeyRemoveRequest(authority, number), Empty.Type)

    suspend fun change(request: KeyChangeRequest): Empty = door.call(24, request, Empty.Type)
    /** The passphrase that opens it; with a recovery code for authority, the first passphrase. */
    suspend fun change(authority: KeyAuthority? = null, newPassphrase: ByteArray = ByteArray(0)): Empty =
        door.call(24, KeyChangeRequest(authority, newPassphrase), Empty.Type)
}
