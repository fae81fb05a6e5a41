// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Door

/** People who may be one. */
class DuplicatesMethods internal constructor(private val door: Door) {
    suspend fun list(): DuplicateList = door.call(661, Empty(), DuplicateList.Type)
}
