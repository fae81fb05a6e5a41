// A stub: what kith-android uses of the class of this name, so that it compiles without an SDK.
package androidx.work;

public abstract class ListenableWorker {
    public abstract static class Result {
        public static native Result success();
        public static native Result retry();
        public static native Result failure();
    }
    public final native android.content.Context getApplicationContext();
}
