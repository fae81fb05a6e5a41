// A stub: what kith-android and the sample app use of the class of this name, so that it compiles without an SDK.
package android.content;

public class Context {
    public native <T> T getSystemService(Class<T> service);
    public native void registerComponentCallbacks(ComponentCallbacks callbacks);
    public native void unregisterComponentCallbacks(ComponentCallbacks callbacks);
    public native java.io.File getFilesDir();
    public native java.io.File getNoBackupFilesDir();
    public native java.util.concurrent.Executor getMainExecutor();
    public native Context getApplicationContext();
}
