// A stub: what kith-android uses of the class of this name, so that it compiles without an SDK.
package androidx.work;

public final class PeriodicWorkRequest {
    public static final class Builder {
        public Builder(Class<? extends ListenableWorker> worker, long interval, java.util.concurrent.TimeUnit unit) {}
        public native Builder setConstraints(Constraints constraints);
        public native PeriodicWorkRequest build();
    }
}
