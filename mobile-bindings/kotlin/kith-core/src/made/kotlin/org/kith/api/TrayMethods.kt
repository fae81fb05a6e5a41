// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import org.kith.internal.Door

/**
 * What a person hands to Kith from other apps waits in a tray, sealed, until the vault is open: a folder that an app and
 * its extensions share.
 */
class TrayMethods internal constructor(private val door: Door) {
    /**
     * Makes the folder, unless it is there, and lays the key that items are sealed to. An app does so each time it begins.
     */
    suspend fun lay(request: TrayRequest): Empty = door.call(721, request, Empty.Type)
    /**
     * Makes the folder, unless it is there, and lays the key that items are sealed to. An app does so each time it begins.
     */
    suspend fun lay(folder: String = ""): Empty = door.call(721, TrayRequest(folder), Empty.Type)

    suspend fun show(request: TrayRequest): TrayState = door.call(722, request, TrayState.Type)
    suspend fun show(folder: String = ""): TrayState = door.call(722, TrayRequest(folder), TrayState.Type)

    /** Each item becomes a private note, once. */
    suspend fun take(request: TrayRequest): TrayTaken = door.call(723, request, TrayTaken.Type)
    /** Each item becomes a private note, once. */
    suspend fun take(folder: String = ""): TrayTaken = door.call(723, TrayRequest(folder), TrayTaken.Type)

    /** Wants no vault; an extension has kith_tray_put() of kith_extension.h. */
    suspend fun put(request: TrayPutRequest): Empty = door.call(724, request, Empty.Type)
    /**
     * Wants no vault; an extension has kith_tray_put() of kith_extension.h.
     * @param text may be empty where there is a source
     * @param source an address or a title
     * @param sharedMs 0: now
     */
    suspend fun put(folder: String = "", text: String = "", source: String = "", sharedMs: Double = 0.0): Empty =
        door.call(724, TrayPutRequest(folder, text, source, sharedMs), Empty.Type)

    /**
     * Removes for good what this vault cannot open: another vault's, or damaged. What a newer version put in stays.
     */
    suspend fun clear(request: TrayRequest): TrayCleared = door.call(725, request, TrayCleared.Type)
    /**
     * Removes for good what this vault cannot open: another vault's, or damaged. What a newer version put in stays.
     */
    suspend fun clear(folder: String = ""): TrayCleared = door.call(725, TrayRequest(folder), TrayCleared.Type)
}
