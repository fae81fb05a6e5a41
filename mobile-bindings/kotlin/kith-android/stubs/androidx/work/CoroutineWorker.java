// A stub: what kith-android uses of the class of this name, so that it compiles without an SDK.
package androidx.work;

public abstract class CoroutineWorker extends ListenableWorker {
    public CoroutineWorker(android.content.Context context, WorkerParameters parameters) {}
    public abstract Object doWork(kotlin.coroutines.Continuation<? super ListenableWorker.Result> continuation);
}
