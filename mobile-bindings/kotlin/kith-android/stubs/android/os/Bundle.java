// A stub: what the sample app uses of the class of this name, so that it compiles without an SDK.
package android.os;

public class Bundle {}
