// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Door

/** What does not hold together, and what can be done. */
class AlarmMethods internal constructor(private val door: Door) {
    suspend fun list(): AlarmList = door.call(261, Empty(), AlarmList.Type)

    suspend fun show(request: IdRequest): Alarm = door.call(262, request, Alarm.Type)
    suspend fun show(id: String = ""): Alarm = door.call(262, IdRequest(id), Alarm.Type)

    suspend fun dismiss(request: IdRequest): AlarmChanged = door.call(263, request, AlarmChanged.Type)
    suspend fun dismiss(id: String = ""): AlarmChanged = door.call(263, IdRequest(id), AlarmChanged.Type)

    suspend fun heal(request: HealRequest): AlarmChanged = door.call(264, request, AlarmChanged.Type)
    suspend fun heal(id: String = "", passphrase: ByteArray = ByteArray(0)): AlarmChanged =
        door.call(264, HealRequest(id, passphrase), AlarmChanged.Type)
}
