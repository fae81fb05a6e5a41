// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Door

/** How far a mentor relationship may be. */
class PhaseMethods internal constructor(private val door: Door) {
    suspend fun assess(request: PersonRequest): PhaseReply = door.call(401, request, PhaseReply.Type)
    /** A name, a unique beginning of one, or an id. */
    suspend fun assess(person: String = ""): PhaseReply = door.call(401, PersonRequest(person), PhaseReply.Type)
}
