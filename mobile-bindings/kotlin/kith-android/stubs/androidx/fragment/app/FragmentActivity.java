// A stub: what kith-android and the sample app use of the class of this name, so that it compiles without an SDK.
package androidx.fragment.app;

public class FragmentActivity extends androidx.activity.ComponentActivity {}
