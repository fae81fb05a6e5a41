// A stub: what kith-android uses of the class of this name, so that it compiles without an SDK.
package android.content;

public interface ComponentCallbacks2 extends ComponentCallbacks {
    void onTrimMemory(int level);
}
