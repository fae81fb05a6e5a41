#!/usr/bin/env python3
"""The scripts that make an XCFramework and an AAR, as far as a machine without Xcode and an Android SDK can look.

  packaging_test.py syntax ROOT         they are shell, and what they name is there: presets, sources, export lists
  packaging_test.py xcframework ROOT    the script with stand-ins of Apple's tools: what is called in which order, and
                                        that a framework which shows too much, or lacks something, is refused
  packaging_test.py aar ROOT            the same with stand-ins of CMake and Gradle
  packaging_test.py file ROOT           each thing that can be wrong with an AAR is found, and a right one is right
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

XCFRAMEWORK = "mobile-bindings/swift/xcframework"
AAR = "mobile-bindings/kotlin/aar"
# Of each framework: the file of what it exports, beside its module map, and what stands in it.
FRAMEWORKS = {
    "CKith": ("mobile-bindings/c/apple/kith.exp", "_kith_*"),
    "CKithExtension": ("mobile-bindings/extension/apple/kith_extension.exp", "_kith_extension_* _kith_tray_*"),
}
HEADERS = "mobile-bindings/c/include"

# Each writes down what it was called with. A build makes what the script takes from it.
FAKES = {
    "uname": "echo Darwin",
    "cmake": """case $1 in
--build)
  if [ "$4 ${5:-}" = "kith_c kith_extension" ]; then
    for name in CKith CKithExtension; do
      f=$2/lib/$name.framework; mkdir -p "$f/Headers" "$f/Modules"
      header=kith.h; [ $name = CKith ] || header=kith_extension.h
      for part in $name Info.plist Headers/$header Headers/kith_numbers.h Modules/module.modulemap PrivacyInfo.xcprivacy; do
        [ "$part" = "${LACKS:-}" ] || touch "$f/$part"
      done
    done
  else
    mkdir -p "$2/lib"; cp "$LIBRARY" "$2/lib/libkith_jni.so"
  fi ;;
esac""",
    "nm": "echo _kith_call; [ -z \"${SHOWS:-}\" ] || echo \"$SHOWS\"",
    "lipo": "touch \"$5\"",
    "xcodebuild": "mkdir -p \"${@: -1}\"",
    "codesign": ":",
    "ditto": "touch \"${@: -1}\"",
    "swift": "echo 0123abcd",
    "gradle": """mkdir -p kith-core/build/libs kith-android/build/outputs/aar
touch kith-core/build/libs/kith-core-0.1.0.jar; cp "$MADE_AAR" kith-android/build/outputs/aar/kith-android-release.aar""",
}


def read(root, path):
    return open(os.path.join(root, path), encoding="utf-8").read()


def check_syntax(root):
    found = []
    for path in (XCFRAMEWORK, AAR, "mobile-bindings/swift/check", "mobile-bindings/swift/tools.sh",
                 "mobile-bindings/kotlin/check", "mobile-bindings/kotlin/tools.sh", "apps/ios/check", "apps/android/check"):
        done = subprocess.run(["bash", "-n", os.path.join(root, path)], capture_output=True, text=True)
        found += [done.stderr] if done.returncode else []
    presets = {one["name"] for one in json.loads(read(root, "CMakePresets.json"))["configurePresets"]}
    named = set(re.search(r"presets=\((.*?)\)", read(root, XCFRAMEWORK))[1].split())
    named |= set(re.findall(r"^build (\S+) ", read(root, AAR), re.MULTILINE))
    found += [f"there is no preset {name}" for name in sorted(named - presets)]
    found += [] if len(named) == 5 else [f"{len(named)} presets are named"]
    for framework, (exports, shown) in FRAMEWORKS.items():
        found += [] if read(root, exports).split() == shown.split() else [f"{exports}: more than {shown}"]
        path = os.path.join(os.path.dirname(exports), framework + ".modulemap")
        module_map = read(root, path)
        found += [] if f"module {framework} " in module_map else [f"{path}: not the module that Swift imports"]
        found += [f"{path}: no header {name}" for name in re.findall(r'header "(.*?)"', module_map)
                  if not os.path.exists(os.path.join(root, HEADERS, name))]
    for path in (XCFRAMEWORK, AAR):
        found += [] if "Unproven" in read(root, path) else [f"{path}: does not say that it is unproven"]
    return found


class Copy:
    """A small copy of the tree, where a script can be run, with stand-ins before every other program."""

    def __init__(self, root, work, script):
        self.root, self.log, self.script = os.path.join(work, "tree"), os.path.join(work, "log"), script
        folder = os.path.dirname(script)
        os.makedirs(os.path.join(self.root, folder))
        for name in os.listdir(os.path.join(root, folder)):
            path = os.path.join(root, folder, name)
            if os.path.isfile(path):
                shutil.copy(path, os.path.join(self.root, folder))
        for part in ("kith-core", "kith-android"):
            os.makedirs(os.path.join(self.root, folder, part), exist_ok=True)
        self.fakes = os.path.join(work, "fakes")
        os.makedirs(self.fakes)
        for name, body in FAKES.items():
            path = os.path.join(self.fakes, name)
            with open(path, "w", encoding="utf-8") as out:
                out.write(f'#!/bin/bash\necho "{name} $*" >>"{self.log}"\n{body}\n')
            os.chmod(path, 0o755)

    def run(self, *options, **variables):
        if os.path.exists(self.log):
            os.remove(self.log)
        env = dict(os.environ, PATH=self.fakes + os.pathsep + os.environ["PATH"], **variables)
        done = subprocess.run([os.path.join(self.root, self.script), *options], capture_output=True, text=True, env=env)
        calls = open(self.log, encoding="utf-8").read().splitlines() if os.path.exists(self.log) else []
        return done.returncode, done.stdout + done.stderr, calls


def check_xcframework(root):
    with tempfile.TemporaryDirectory() as work:
        copy = Copy(root, work, XCFRAMEWORK)
        out = os.path.join(work, "out")
        status, said, calls = copy.run(out, VCPKG_ROOT="/vcpkg", KITH_SIGN="Somebody")
        order = " ".join(call.split()[0] for call in calls)
        claims = {
            "it is made": status == 0 and all(
                os.path.exists(f"{out}/{name}.xcframework.zip") for name in FRAMEWORKS),
            "its checksum is told": said.count("checksum 0123abcd") == 2,
            "three presets, then one of two, then all of them, signed, packed": order ==
            ("uname " + "cmake cmake nm nm " * 3 + "lipo xcodebuild codesign ditto swift " * 2).strip(),
            "the two simulators in one": any(call.startswith("lipo -create") and call.count("simulator") >= 2 for call in calls),
            "two platforms each": [call.count(" -framework ") for call in calls if call.startswith("xcodebuild")] == [2, 2],
            "not signed where nobody is named": "codesign" not in " ".join(copy.run(out, VCPKG_ROOT="/vcpkg", KITH_SIGN="")[2]),
            "no vcpkg, no build": copy.run(out, VCPKG_ROOT="")[0] == 2,
            "a folder is wanted": copy.run(VCPKG_ROOT="/vcpkg")[0] == 2,
        }
        for lacks in ("PrivacyInfo.xcprivacy", "Modules/module.modulemap", "Headers/kith_numbers.h", "Headers/kith_extension.h",
                      "Info.plist"):
            shutil.rmtree(os.path.join(copy.root, "build"))
            status, said, calls = copy.run(out, VCPKG_ROOT="/vcpkg", LACKS=lacks)
            claims["without " + lacks] = status == 1 and lacks in said and "xcodebuild" not in " ".join(calls)
        status, said, _ = copy.run(out, VCPKG_ROOT="/vcpkg", SHOWS="_grpc_init")
        claims["what shows more"] = status == 1 and "_grpc_init" in said
        with open(os.path.join(copy.fakes, "uname"), "w", encoding="utf-8") as fake:
            fake.write("#!/bin/sh\necho Linux\n")
        claims["elsewhere than on a Mac"] = copy.run(out, VCPKG_ROOT="/vcpkg")[0] == 77
    return [what for what, held in claims.items() if not held]


def library(folder, name="libkith_jni.so", shows="JNI_OnLoad", page=0x4000):
    """A library of this machine."""
    os.makedirs(folder, exist_ok=True)
    source, out = os.path.join(folder, "one.c"), os.path.join(folder, name)
    with open(source, "w", encoding="utf-8") as file:
        file.write("".join(f"int {one}(void) {{ return 0; }}\n" for one in shows.split()))
    subprocess.run(["cc", "-shared", "-fPIC", "-nostdlib", f"-Wl,-z,max-page-size={page}", "-o", out, source], check=True)
    return out


def parts(root, work):
    """What a right AAR is made of."""
    sys.path.insert(0, os.path.join(root, "mobile-bindings/kotlin"))
    sys.dont_write_bytecode = True
    import aar_file
    android = os.path.join(root, "mobile-bindings/kotlin/kith-android")
    classes = os.path.join(work, "classes.jar")
    with zipfile.ZipFile(classes, "w") as jar:
        for name in aar_file.CLASSES:
            jar.writestr(f"org/kith/android/{name}.class", b"")
    return aar_file, os.path.join(android, "src/main/AndroidManifest.xml"), classes, os.path.join(android, "consumer-rules.pro")


def check_file(root):
    with tempfile.TemporaryDirectory() as work:
        aar_file, manifest, classes, rules = parts(root, work)
        path = os.path.join(work, "one.aar")

        right = library(work + "/right")

        def found(manifest=manifest, classes=classes, rules=rules, libraries=("x86_64=" + right,), abis=("x86_64",)):
            aar_file.pack(path, manifest, classes, rules, libraries)
            return list(aar_file.wrong_aar(path, abis))

        empty = os.path.join(work, "empty.jar")
        zipfile.ZipFile(empty, "w").close()
        bare = os.path.join(work, "bare")
        open(bare, "w", encoding="utf-8").close()
        claims = {
            "a right one": found() == [],
            "a manifest without permissions": len(found(manifest=bare)) == 3,
            "no classes": len(found(classes=empty)) == len(aar_file.CLASSES),
            "no rules": len(found(rules=bare)) == 1,
            "no library": found(libraries=[]) == ["jni/x86_64/libkith_jni.so is missing"],
            "a second library": found(libraries=["x86_64=" + right, "x86_64=" + library(work + "/two", "libkith.so")]) ==
            ["jni/x86_64/libkith.so is too much"],
            "an ABI that nobody asked for": len(found(libraries=["x86_64=" + right, "x86=" + right])) == 1,
            "another processor": found(libraries=["arm64-v8a=" + right], abis=("arm64-v8a",)) ==
            ["jni/arm64-v8a/libkith_jni.so is for another processor"],
            "small pages": found(libraries=["x86_64=" + library(work + "/small", page=0x1000)]) ==
            ["jni/x86_64/libkith_jni.so does not lie on pages of 16 KB"],
            "more than one symbol": found(libraries=["x86_64=" + library(work + "/more", shows="JNI_OnLoad grpc_init")]) ==
            ["jni/x86_64/libkith_jni.so shows JNI_OnLoad, grpc_init, not JNI_OnLoad alone"],
            "no symbol": len(found(libraries=["x86_64=" + library(work + "/none", shows="")])) == 1,
            "no library at all": found(libraries=["x86_64=" + shutil.copy(bare, os.path.join(work, aar_file.LIBRARY))]) ==
            ["jni/x86_64/libkith_jni.so is no library"],
        }
        with zipfile.ZipFile(path, "w") as aar:
            aar.writestr("R.txt", "")
        claims["nothing in it"] = len(list(aar_file.wrong_aar(path, ["x86_64"]))) == 4
    return [what for what, held in claims.items() if not held]


def check_aar(root):
    with tempfile.TemporaryDirectory() as work:
        copy = Copy(root, work, AAR)
        aar_file, manifest, classes, rules = parts(root, work)
        made, one = os.path.join(work, "made.aar"), library(work)
        aar_file.pack(made, manifest, classes, rules, ["x86_64=" + one])
        known = dict(ANDROID_NDK_HOME="/ndk", VCPKG_ROOT="/vcpkg", LIBRARY=one, MADE_AAR=made, PYTHON=sys.executable)
        out = os.path.join(work, "out")
        status, said, calls = copy.run(out, **known)
        folder = os.path.join(copy.root, "build/android-libraries")
        claims = {
            # The stand-in of Gradle gives one ABI where two are wanted: the last look sees it.
            "what Gradle left out is seen": status == 1 and "jni/arm64-v8a/libkith_jni.so is missing" in said,
            "two presets, then Gradle": [call.split()[0] for call in calls] == ["cmake"] * 4 + ["gradle"],
            "Gradle is told where they are": f"-PkithLibraries={folder}" in calls[-1],
            "a library of each ABI": all(os.path.exists(f"{folder}/{abi}/libkith_jni.so") for abi in ("arm64-v8a", "x86_64")),
            "both files are there": sorted(os.listdir(out)) == ["kith-android.aar", "kith-core.jar"],
            "no NDK, no build": copy.run(out, **dict(known, ANDROID_NDK_HOME=""))[0] == 2,
            "a folder is wanted": copy.run(**known)[0] == 2,
        }
    return [what for what, held in claims.items() if not held]


def main():
    what, root = sys.argv[1], os.path.abspath(sys.argv[2])
    checks = {"syntax": check_syntax, "xcframework": check_xcframework, "aar": check_aar, "file": check_file}
    wrong = checks[what](root)
    for line in wrong:
        print(line)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
