// A stub: what kith-android uses of the class of this name, so that it compiles without an SDK.
package androidx.biometric;

public class BiometricPrompt {
    public static class PromptInfo {
        public static class Builder {
            public native Builder setTitle(CharSequence title);
            public native Builder setNegativeButtonText(CharSequence text);
            public native PromptInfo build();
        }
    }
    public static class CryptoObject {
        public CryptoObject(javax.crypto.Cipher cipher) {}
        public native javax.crypto.Cipher getCipher();
    }
    public static class AuthenticationResult {
        public native CryptoObject getCryptoObject();
    }
    public abstract static class AuthenticationCallback {
        public void onAuthenticationError(int errorCode, CharSequence errString) {}
        public void onAuthenticationSucceeded(AuthenticationResult result) {}
    }
    public BiometricPrompt(androidx.fragment.app.FragmentActivity activity, java.util.concurrent.Executor executor,
                           AuthenticationCallback callback) {}
    public native void authenticate(PromptInfo info, CryptoObject crypto);
    public native void cancelAuthentication();
}
