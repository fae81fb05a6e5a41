// A stub: what the sample app uses of the class of this name, so that it compiles without an SDK.
package android.app;

public class Application extends android.content.Context {
    public void onCreate() {}
}
