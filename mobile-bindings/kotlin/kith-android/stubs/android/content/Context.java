// A stub: what kith-android uses of the class of this name, so that it compiles without an SDK.
package android.content;

public abstract class Context {
    public abstract <T> T getSystemService(Class<T> service);
    public abstract void registerComponentCallbacks(ComponentCallbacks callbacks);
    public abstract void unregisterComponentCallbacks(ComponentCallbacks callbacks);
}
