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
import org.kith.Vault

/** What an Application is that has a vault for the SyncWorker: the one that the app has open, or null. */
interface HasVault {
    val vault: Vault?
}

/**
 * Syncs in the background, when the system finds it convenient and there is a network. With the vault locked there is
 * nothing to do: a key that could read it would have to lie where a thief finds it.
 *
 * Ends well before the ten minutes after which the system ends it. Unproven: it compiles against stubs.
 */
class SyncWorker(context: Context, parameters: WorkerParameters) : CoroutineWorker(context, parameters) {
    override suspend fun doWork(): Result {
        val vault = (applicationContext as HasVault).vault ?: return Result.success()
        return try {
            if (vault.sync.once(deadlineMs = DEADLINE_MS).more) Result.retry() else Result.success()
        } catch (error: KithException) {
            when {
                error is KithException.VaultLocked || error is KithException.Closed -> Result.success()
                error.isRetryable -> Result.retry()
                else -> Result.failure()
            }
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
