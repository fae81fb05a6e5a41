// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import java.util.concurrent.CompletableFuture
import org.kith.internal.Door

/** People who may be one. */
class DuplicatesFutures internal constructor(private val door: Door) {
    fun list(): CompletableFuture<DuplicateList> = door.future(661, Empty(), DuplicateList.Type)
}
