package org.kith.android

import android.content.Context
import androidx.work.Constraints
import androidx.work.CoroutineWorker
import androidx.work.ExistingPeriodicWorkPolicy
import androidx.work.NetworkType
import androidx.work.PeriodicWorkRequest
import androidx.work.WorkManager
import androidx.work.WorkerParameters
import java.util.concurrent.TimeUnit
import org.kith.KithException
import org.kith.Secret
import org.kith.Vault

/** What an Application is that has a vault for the SyncWorker: its handle, whatever state that is in, or null. */
interface HasVault {
    val vault: Vault?

    /**
     * The key of locked.allow, from a LockedKeyStore, or null: then a locked vault is left alone. The worker closes it.
     */
    suspend fun lockedKey(): Secret? = null
}

/**
 * Syncs in the background, when the system finds it convenient and there is a network. A vault that is locked stays so:
 * with the key of locked.allow, which opens nothing, sealed entries are fetched and sent.
 *
 * Ends well before the ten minutes after which the system ends it. Unproven: it compiles against stubs.
 */
class SyncWorker(context: Context, parameters: WorkerParameters) : CoroutineWorker(context, parameters) {
    override suspend fun doWork(): Result {
        val vault = (applicationContext as HasVault).vault ?: return Result.success()
        return try {
            if (more(vault)) Result.retry() else Result.success()
        } catch (error: KithException) {
            when {
                error is KithException.VaultLocked || error is KithException.Closed -> Result.success()
                error.isRetryable -> Result.retry()
                else -> Result.failure()
            }
        }
    }

    private suspend fun more(vault: Vault): Boolean = try {
        vault.sync.once(deadlineMs = DEADLINE_MS).more
    } catch (locked: KithException.VaultLocked) {
        val key = (applicationContext as HasVault).lockedKey() ?: throw locked
        val bytes = key.use { it.copy() }
        try {
            vault.locked.sync(key = bytes, deadlineMs = DEADLINE_MS).more
        } finally {
            bytes.fill(0)
        }
    }

    companion object {
        private const val DEADLINE_MS = 8 * 60_000.0
        private const val NAME = "org.kith.sync"

        /** Once an hour from now on, however often it is called. */
        @JvmStatic
        fun schedule(context: Context) {
            val whenConnected = Constraints.Builder().setRequiredNetworkType(NetworkType.CONNECTED).build()
            val work = PeriodicWorkRequest.Builder(SyncWorker::class.java, 1, TimeUnit.HOURS)
                .setConstraints(whenConnected)
                .build()
            WorkManager.getInstance(context).enqueueUniquePeriodicWork(NAME, ExistingPeriodicWorkPolicy.KEEP, work)
        }
    }
}
