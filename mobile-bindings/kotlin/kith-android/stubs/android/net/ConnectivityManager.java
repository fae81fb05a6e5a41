// A stub: what kith-android uses of the class of this name, so that it compiles without an SDK.
package android.net;

public class ConnectivityManager {
    public static class NetworkCallback {
        public void onAvailable(Network network) {}
        public void onLost(Network network) {}
    }
    public native Network getActiveNetwork();
    public native void registerDefaultNetworkCallback(NetworkCallback callback);
    public native void unregisterNetworkCallback(NetworkCallback callback);
}
