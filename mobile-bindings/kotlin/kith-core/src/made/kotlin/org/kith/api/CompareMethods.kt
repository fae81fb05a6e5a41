// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Door

/** Answers that both sides seal before they see them. */
class CompareMethods internal constructor(private val door: Door) {
    suspend fun seal(request: CompareSealRequest): Changed = door.call(561, request, Changed.Type)
    /**
     * One answer: a phase, marks of functions, how useful it is, or one passage of the story.
     * @param phase initiation, cultivation, separation, redefinition
     * @param functions "COAC:received:2"; one "none" where nothing is felt
     * @param useful 0 not at all to 3 very
     * @param announce the other one may be told that I am ready
     * @param passage one passage of the story as I tell it
     * @param anyway the passage may leave although it names somebody else
     */
    suspend fun seal(
        with: String = "", phase: String = "", functions: List<String> = emptyList(), useful: Long? = null,
        announce: Boolean = false, passage: String = "", anyway: Boolean = false
    ): Changed =
        door.call(561, CompareSealRequest(with, phase, functions, useful, announce, passage, anyway), Changed.Type)

    suspend fun list(request: ListRequest): ComparedList = door.call(562, request, ComparedList.Type)
    /** `with` empty: everybody. `limit` 0: all; only lists of notes and conversations look at it. */
    suspend fun list(with: String = "", limit: Long = 0): ComparedList =
        door.call(562, ListRequest(with, limit), ComparedList.Type)
}
