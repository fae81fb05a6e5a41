// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import java.util.concurrent.CompletableFuture
import org.kith.internal.Door

/** What somebody is to me. */
class RelationshipFutures internal constructor(private val door: Door) {
    fun set(request: RelationshipSetRequest): CompletableFuture<Changed> = door.future(61, request, Changed.Type)

    fun show(request: PersonRequest): CompletableFuture<Relationship> = door.future(62, request, Relationship.Type)
}
