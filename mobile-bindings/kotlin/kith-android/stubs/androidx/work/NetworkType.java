// A stub: what kith-android uses of the class of this name, so that it compiles without an SDK.
package androidx.work;

public enum NetworkType { CONNECTED }
