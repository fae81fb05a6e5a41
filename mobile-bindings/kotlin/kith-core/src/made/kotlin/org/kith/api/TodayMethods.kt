// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Door

/** What is due. */
class TodayMethods internal constructor(private val door: Door) {
    suspend fun show(): TodayReply = door.call(441, Empty(), TodayReply.Type)
}
