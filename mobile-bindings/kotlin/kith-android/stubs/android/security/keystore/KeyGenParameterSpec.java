// A stub: what kith-android uses of the class of this name, so that it compiles without an SDK.
package android.security.keystore;

public final class KeyGenParameterSpec implements java.security.spec.AlgorithmParameterSpec {
    public static final class Builder {
        public Builder(String keystoreAlias, int purposes) {}
        public native Builder setBlockModes(String... blockModes);
        public native Builder setEncryptionPaddings(String... paddings);
        public native Builder setKeySize(int keySize);
        public native Builder setUserAuthenticationRequired(boolean required);
        public native Builder setInvalidatedByBiometricEnrollment(boolean invalidateKey);
        public native KeyGenParameterSpec build();
    }
}
