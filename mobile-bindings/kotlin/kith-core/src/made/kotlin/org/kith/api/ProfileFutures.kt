// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import java.util.concurrent.CompletableFuture
import org.kith.internal.Door

/** Myself. */
class ProfileFutures internal constructor(private val door: Door) {
    fun show(): CompletableFuture<Profile> = door.future(361, Empty(), Profile.Type)

    fun edit(request: ProfileEditRequest): CompletableFuture<Changed> = door.future(362, request, Changed.Type)
}
