// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Door

/** What a pair has agreed upon. */
class AgreementMethods internal constructor(private val door: Door) {
    suspend fun set(request: AgreementRequest): Changed = door.call(541, request, Changed.Type)
    suspend fun set(with: String = "", fields: List<FactField> = emptyList(), anyway: Boolean = false): Changed =
        door.call(541, AgreementRequest(with, fields, anyway), Changed.Type)

    suspend fun show(request: ListRequest): Agreement = door.call(542, request, Agreement.Type)
    /** `with` empty: everybody. `limit` 0: all; only lists of notes and conversations look at it. */
    suspend fun show(with: String = "", limit: Long = 0): Agreement =
        door.call(542, ListRequest(with, limit), Agreement.Type)
}
