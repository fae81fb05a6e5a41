// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import java.util.concurrent.CompletableFuture
import org.kith.internal.Door

/** What an organization would be told, shown before anything leaves. */
class StatisticsFutures internal constructor(private val door: Door) {
    fun preview(): CompletableFuture<StatisticsPreview> = door.future(461, Empty(), StatisticsPreview.Type)
}
