// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Door

/** What an organization would be told, shown before anything leaves. */
class StatisticsMethods internal constructor(private val door: Door) {
    suspend fun preview(): StatisticsPreview = door.call(461, Empty(), StatisticsPreview.Type)
}
