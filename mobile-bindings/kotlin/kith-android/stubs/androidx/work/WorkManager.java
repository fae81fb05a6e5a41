// A stub: what kith-android uses of the class of this name, so that it compiles without an SDK.
package androidx.work;

public abstract class WorkManager {
    public static native WorkManager getInstance(android.content.Context context);
    public abstract void enqueueUniquePeriodicWork(String name, ExistingPeriodicWorkPolicy policy, PeriodicWorkRequest work);
}
