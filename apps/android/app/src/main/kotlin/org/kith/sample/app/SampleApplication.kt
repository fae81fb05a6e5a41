package org.kith.sample.app

import android.app.Application
import java.io.File
import org.kith.Kith
import org.kith.Place
import org.kith.Vault
import org.kith.android.HasVault
import org.kith.android.SyncWorker
import org.kith.android.SystemWatch
import org.kith.sample.Door

/**
 * What lives as long as the app: one engine, one vault, what only the system tells, and a sync in the background.
 * Unproven: it was compiled against stand-ins and has never run.
 */
class SampleApplication : Application(), HasVault {
    lateinit var door: Door
        private set
    private lateinit var watch: SystemWatch

    /** For the SyncWorker: what the app has open. A vault that is locked is left alone. */
    override val vault: Vault? get() = door.vault.value

    override fun onCreate() {
        super.onCreate()
        val kith = Kith.create()
        watch = SystemWatch(this, kith)
        // The counters must not come back with a backup: by them a vault that was put back is noticed.
        door = Door(kith, Place(File(filesDir, "vault"), File(noBackupFilesDir, "counters"), smallMemory = true))
        SyncWorker.schedule(this)
    }
}
