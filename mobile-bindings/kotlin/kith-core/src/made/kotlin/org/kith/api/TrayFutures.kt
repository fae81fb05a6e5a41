// Made by proto/generator/kotlin_values.py of kith/api/v1/methods.proto; not to be changed by hand.
package org.kith.api

import java.util.concurrent.CompletableFuture
import org.kith.internal.Door

/**
 * What a person hands to Kith from other apps waits in a tray, sealed, until the vault is open: a folder that an app and
 * its extensions share.
 */
class TrayFutures internal constructor(private val door: Door) {
    /**
     * Makes the folder, unless it is there, and lays the key that items are sealed to. An app does so each time it begins.
     */
    fun lay(request: TrayRequest): CompletableFuture<Empty> = door.future(721, request, Empty.Type)

    fun show(request: TrayRequest): CompletableFuture<TrayState> = door.future(722, request, TrayState.Type)

    /** Each item becomes a private note, once. */
    fun take(request: TrayRequest): CompletableFuture<TrayTaken> = door.future(723, request, TrayTaken.Type)

    /** Wants no vault; an extension has kith_tray_put() of kith_extension.h. */
    fun put(request: TrayPutRequest): CompletableFuture<Empty> = door.future(724, request, Empty.Type)

    /**
     * Removes for good what this vault cannot open: another vault's, or damaged. What a newer version put in stays.
     */
    fun clear(request: TrayRequest): CompletableFuture<TrayCleared> = door.future(725, request, TrayCleared.Type)
}
