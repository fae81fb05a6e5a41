// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import java.util.concurrent.CompletableFuture
import org.kith.internal.Door

/** What opens the vault. */
class KeysFutures internal constructor(private val door: Door) {
    fun list(): CompletableFuture<KeyList> = door.future(21, Empty(), KeyList.Type)

    fun add(request: KeyAddRequest): CompletableFuture<KeyAdded> = door.future(22, request, KeyAdded.Type)

    fun remove(request: KeyRemoveRequest): CompletableFuture<Empty> = door.future(23, request, Empty.Type)

    fun change(request: KeyChangeRequest): CompletableFuture<Empty> = door.future(24, request, Empty.Type)
}
