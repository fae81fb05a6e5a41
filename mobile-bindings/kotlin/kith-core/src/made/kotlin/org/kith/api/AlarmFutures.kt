// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import java.util.concurrent.CompletableFuture
import org.kith.internal.Door

/** What does not hold together, and what can be done. */
class AlarmFutures internal constructor(private val door: Door) {
    fun list(): CompletableFuture<AlarmList> = door.future(261, Empty(), AlarmList.Type)

    fun show(request: IdRequest): CompletableFuture<Alarm> = door.future(262, request, Alarm.Type)

    fun dismiss(request: IdRequest): CompletableFuture<AlarmChanged> = door.future(263, request, AlarmChanged.Type)

    fun heal(request: HealRequest): CompletableFuture<AlarmChanged> = door.future(264, request, AlarmChanged.Type)
}
