// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Door

/** Myself. */
class ProfileMethods internal constructor(private val door: Door) {
    suspend fun show(): Profile = door.call(361, Empty(), Profile.Type)

    suspend fun edit(request: ProfileEditRequest): Changed = door.call(362, request, Changed.Type)
    suspend fun edit(fields: List<FactField> = emptyList()): Changed =
        door.call(362, ProfileEditRequest(fields), Changed.Type)
}
