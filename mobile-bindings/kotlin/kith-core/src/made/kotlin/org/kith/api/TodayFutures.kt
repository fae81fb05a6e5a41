// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import java.util.concurrent.CompletableFuture
import org.kith.internal.Door

/** What is due. */
class TodayFutures internal constructor(private val door: Door) {
    fun show(): CompletableFuture<TodayReply> = door.future(441, Empty(), TodayReply.Type)
}
