// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import java.util.concurrent.CompletableFuture
import org.kith.internal.Door

/** How far a mentor relationship may be. */
class PhaseFutures internal constructor(private val door: Door) {
    fun assess(request: PersonRequest): CompletableFuture<PhaseReply> = door.future(401, request, PhaseReply.Type)
}
