// A stub: what kith-android uses of the class of this name, so that it compiles without an SDK.
package androidx.work;

public final class Constraints {
    public static final class Builder {
        public native Builder setRequiredNetworkType(NetworkType networkType);
        public native Constraints build();
    }
}
