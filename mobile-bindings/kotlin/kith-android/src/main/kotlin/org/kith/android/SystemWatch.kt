package org.kith.android

import android.content.ComponentCallbacks2
import android.content.Context
import android.content.res.Configuration
import android.net.ConnectivityManager
import android.net.Network
import java.io.Closeable
import org.kith.Kith
import org.kith.KithException

/**
 * Tells the engine what the system knows: that there is a network, another one or none, and that memory is short. Make
 * one beside the Kith and close it before. Wants the permission ACCESS_NETWORK_STATE.
 *
 * Threads: those of the system. Unproven: it compiles against stubs.
 */
class SystemWatch(private val context: Context, private val kith: Kith) : Closeable {
    private val connectivity = context.getSystemService(ConnectivityManager::class.java)

    // What the engine believes: at its beginning that there is one. The system tells of the network that there is once
    // more when it is asked to tell, and that is no change; of none it tells nothing at all.
    @Volatile
    private var known: Network? = connectivity.activeNetwork

    private val network = object : ConnectivityManager.NetworkCallback() {
        override fun onAvailable(network: Network) {
            if (network == known) return
            known = network
            tell { it.networkChanged(Kith.Network.CHANGED) }
        }

        override fun onLost(network: Network) {
            known = null
            tell { it.networkChanged(Kith.Network.NONE) }
        }
    }

    private val memory = object : ComponentCallbacks2 {
        override fun onTrimMemory(level: Int) = tell { it.memoryPressure() }
        override fun onLowMemory() = tell { it.memoryPressure() }
        override fun onConfigurationChanged(newConfig: Configuration) = Unit
    }

    init {
        if (known == null) tell { it.networkChanged(Kith.Network.NONE) }
        connectivity.registerDefaultNetworkCallback(network)
        context.registerComponentCallbacks(memory)
    }

    override fun close() {
        connectivity.unregisterNetworkCallback(network)
        context.unregisterComponentCallbacks(memory)
    }

    private fun tell(what: (Kith) -> Unit) {
        try {
            what(kith)
        } catch (late: KithException.Closed) {
            // The system told it while the app was closing.
        }
    }
}
