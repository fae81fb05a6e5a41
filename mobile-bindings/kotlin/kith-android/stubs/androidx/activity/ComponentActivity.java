// A stub: what the sample app uses of the class of this name, so that it compiles without an SDK.
package androidx.activity;

public class ComponentActivity extends android.content.Context {
    protected void onCreate(android.os.Bundle state) {}
    public final native android.app.Application getApplication();
}
