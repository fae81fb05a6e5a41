#!/usr/bin/env python3
"""An AAR, which is a zip: looked into, and made without Gradle for the tests.

  aar_file.py check AAR ABI ...                               says what is wrong with it; exit 1 then
  aar_file.py pack AAR MANIFEST CLASSES RULES ABI=LIBRARY ... makes one: CLASSES is a jar

What is looked at: the manifest, the classes of kith-android, the rules for an app that is shrunk, and of each ABI one
library for that processor that shows JNI_OnLoad alone and lies on pages of 16 KB.
"""
import io
import os
import re
import subprocess
import sys
import tempfile
import zipfile

CLASSES = ("KeystoreKeyStore", "LockedKeyStore", "BiometricRefused", "SyncWorker", "SystemWatch", "HasVault")
PROCESSOR = {"arm64-v8a": "AArch64", "x86_64": "X86-64"}
LIBRARY = "libkith_jni.so"
PAGE = 0x4000


def readelf(path, *options):
    return subprocess.run(["readelf", "-W", *options, path], capture_output=True, text=True, check=True).stdout


def wrong_library(path, abi):
    """What is wrong with the library of that ABI."""
    if PROCESSOR[abi] not in re.search(r"Machine:(.*)", readelf(path, "-h"))[1]:
        yield "is for another processor"
    loads = [int(line.split()[-1], 16) for line in readelf(path, "-l").splitlines() if line.split()[:1] == ["LOAD"]]
    if not loads or min(loads) < PAGE:
        yield "does not lie on pages of 16 KB"
    shown = set()
    for line in readelf(path, "--dyn-syms").splitlines():
        cells = line.split()
        if len(cells) == 8 and cells[4] in ("GLOBAL", "WEAK") and cells[6] not in ("UND", "Ndx", "ABS"):
            shown.add(cells[7].split("@")[0])
    if shown != {"JNI_OnLoad"}:
        yield f"shows {', '.join(sorted(shown)) or 'nothing'}, not JNI_OnLoad alone"


def wrong_libraries(aar, abis):
    names = [name for name in aar.namelist() if name.startswith("jni/") and not name.endswith("/")]
    wanted = {f"jni/{abi}/{LIBRARY}" for abi in abis}
    yield from (f"{name} is missing" for name in sorted(wanted - set(names)))
    yield from (f"{name} is too much" for name in sorted(set(names) - wanted))
    for abi in abis:
        name = f"jni/{abi}/{LIBRARY}"
        if name not in names:
            continue
        with tempfile.NamedTemporaryFile() as file:
            file.write(aar.read(name))
            file.flush()
            try:
                yield from (f"{name} {wrong}" for wrong in wrong_library(file.name, abi))
            except (subprocess.CalledProcessError, TypeError):
                yield f"{name} is no library"


def wrong_aar(path, abis):
    """Each thing that is wrong with the AAR, in a line."""
    with zipfile.ZipFile(path) as aar:
        names = aar.namelist()
        for name in ("AndroidManifest.xml", "classes.jar", "proguard.txt"):
            if name not in names:
                yield f"{name} is missing"
        if "AndroidManifest.xml" in names:
            manifest = aar.read("AndroidManifest.xml").decode("utf-8", "replace")
            for permission in ("INTERNET", "ACCESS_NETWORK_STATE", "USE_BIOMETRIC"):
                if "android.permission." + permission not in manifest:
                    yield f"AndroidManifest.xml: not the permission {permission}"
        if "classes.jar" in names:
            with zipfile.ZipFile(io.BytesIO(aar.read("classes.jar"))) as classes:
                for name in CLASSES:
                    if f"org/kith/android/{name}.class" not in classes.namelist():
                        yield f"classes.jar: no org.kith.android.{name}"
        if "proguard.txt" in names and b"org.kith.android.SyncWorker" not in aar.read("proguard.txt"):
            yield "proguard.txt: SyncWorker, which the system makes by its name, is not kept"
        yield from wrong_libraries(aar, abis)


def pack(path, manifest, classes, rules, libraries):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as aar:
        aar.write(manifest, "AndroidManifest.xml")
        aar.write(classes, "classes.jar")
        aar.write(rules, "proguard.txt")
        for one in libraries:
            abi, _, library = one.partition("=")
            aar.write(library, f"jni/{abi}/{os.path.basename(library)}")


def main():
    what, path = sys.argv[1:3]
    if what == "pack":
        pack(path, *sys.argv[3:6], sys.argv[6:])
        return 0
    wrong = list(wrong_aar(path, sys.argv[3:]))
    for line in wrong:
        print(line)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
