#!/usr/bin/env python3
"""Who may include whom. The table is the law; the compiler cannot see all of it.

  layers_test.py includes ROOT   every #include in the tree against the table
  layers_test.py imports ROOT    every import of Swift and Kotlin against its table
  layers_test.py tests ROOT      every *_test.cc is named in the CMakeLists.txt of its folder
  layers_test.py itself          the check finds a wrong include in a small tree made for it
"""
import os
import re
import sys
import tempfile

# folder -> (header folder under kith/, modules of ours, third parties). Longest folder wins.
# A third party marked "!" may stand in src/ only, never in a public header.
LAYERS = {
    "core/base": ("base", "", ""),
    "core/crypto/verify": ("verify", "base", "sodium!"),
    "core/crypto": ("crypto", "base verify", "sodium!"),
    "core/model": ("model", "base", "utf8proc!"),
    "core/interchange": ("interchange", "base model", "json!"),
    "core/network": ("network", "base model", ""),
    "core/facts": ("facts", "base model network", ""),
    "core/picture": ("picture", "base model network", "utf8proc!"),
    "core/search": ("search", "base", "utf8proc!"),
    "core/tray": ("tray", "base verify crypto model", ""),
    "core/vault/changelog": ("changelog", "base", ""),
    "core/vault": ("vault", "base verify crypto model changelog", "rocksdb! store_proto! utf8proc!"),
    "sync/envelope": ("envelope", "base verify", ""),
    "sync/protocol": ("protocol", "base verify crypto model envelope", "sync_proto!"),
    "sync/client": ("client", "base verify crypto model search changelog envelope protocol", "store_proto! sync_proto!"),
    "sync/grpc": ("grpc", "base verify envelope client", "grpc! relay_proto! openssl!"),
    "sync/relay": ("relay", "base verify envelope", "grpc! rocksdb! relay_proto! openssl! toml! cli11! json! prometheus! httplib!"),
    "mobile-bindings/c": ("c", "base engine", "api_proto!"),
    "mobile-bindings/extension": ("extension", "base verify tray", ""),
    "mobile-bindings/jni": ("jni", "", ""),  # kith.h alone
    "mobile-bindings/swift": ("swift", "", ""),  # the same
    "mobile-bindings/engine": ("engine", "base verify crypto model network facts interchange picture search tray vault changelog envelope protocol client grpc",
                               "api_proto"),
    "apps/cli": ("cli", "base engine", "api_proto! cli11! json! qrencode! utf8proc!"),
}

# Folders inside a module, and which of the others each may include. "" is what lies in none. Where every public
# header has a source of its name (HEADERS_TOO), it counts as lying in that folder.
ROOMS = {
    "core/vault/src": {"system": "", "sealed": "system", "keys": "system sealed", "backup": "system keys",
                       "database": "system sealed", "": "system sealed keys backup database"},
    "sync/client/src": {"rows": "", "index": "rows", "replica": "rows index", "marks": "rows replica",
                        "exchange": "rows replica marks", "pairing": "rows replica marks exchange",
                        "renewal": "rows replica marks exchange pairing", "moving": "rows replica marks exchange",
                        "compare": "rows replica", "locked": "rows marks exchange"},
    "sync/relay/src": {"work": "", "rows": "", "door": "", "rules": "door", "embedded": "rows", "network": "work",
                       "status": "", "control": "", "program": "embedded network status control work"},
    "core/network/src": {"terms": "", "words": "", "people": "terms", "phases": "terms people",
                         "measures": "terms people", "review": "terms phases measures",
                         "papers": "terms people phases"},
    "core/picture/src": {"drawing": "", "map": "drawing", "charts": "drawing map"},
    "apps/cli/src": {
        "output": "", "agent": "", "description": "output", "frame": "output agent", "terminal": "output agent frame",
        "shapes": "output description frame terminal", "vault": "output agent description frame shapes terminal",
        "network": "output description frame shapes terminal", "people": "output description frame shapes terminal network",
        "pair": "output frame shapes", "sync": "output description frame shapes", "":
        "output agent description frame"},
    "mobile-bindings/engine/src": {
        "session": "", "notes": "session", "network": "session notes", "people": "session notes",
        "pair": "session notes network", "locked": "session", "tray": "session", "sync": "session notes locked",
        "vault": "session sync locked",
        "review": "session notes network", "today": "session network sync", "files": "session people notes",
        "": "session vault locked tray"},
}

HEADERS_TOO = ("core/network/src", "core/picture/src")

THIRD_PARTIES = [
    ("sodium", r"sodium(\.h|/)"),
    ("rocksdb", r"rocksdb/"),
    ("grpc", r"(grpc|grpcpp|grpc\+\+)/|.*\.grpc\.pb\.h$"),
    ("store_proto", r"kith/store/v1/.*\.pb\.h$"),
    ("sync_proto", r"kith/sync/v1/.*\.pb\.h$"),
    ("relay_proto", r"kith/relay/(control/)?v1/.*\.pb\.h$"),
    ("api_proto", r"kith/api/v1/.*\.pb\.h$"),
    ("protobuf", r"google/protobuf/"),
    ("openssl", r"openssl/"),
    ("toml", r"toml"),
    ("cli11", r"CLI/"),
    ("json", r"nlohmann/"),
    ("utf8proc", r"utf8proc"),
    ("qrencode", r"qrencode"),
    ("prometheus", r"prometheus/"),
    ("httplib", r"httplib\.h"),
]

# Locks of the standard library say nothing to clang: kith/base/mutex.h has those that do. Where the
# others may still stand.
PLAIN_LOCKS = ("core/base/include/kith/base/mutex.h", "sync/client/")
PLAIN_LOCK = re.compile(r"std::(?:(?:recursive_|shared_)?(?:timed_)?mutex|(?:lock_guard|unique_lock|scoped_lock|shared_lock)"
                        r"|condition_variable(?:_any)?)\b")

# What Swift and Kotlin may import, by the beginning of its name; "!": not that, although it begins so. A view model
# knows no screen, and a screen nothing of the core but by its package. Longest folder wins.
IMPORTS = {
    "mobile-bindings/swift/Sources": "CKith Foundation Darwin Glibc",
    "mobile-bindings/swift/Sources/KithExtension": "CKithExtension Foundation",
    "mobile-bindings/swift/Sources/KithTesting": "Kith",
    "mobile-bindings/swift/Sources/KithApple":
        "Kith Foundation BackgroundTasks UIKit Network LocalAuthentication Security",
    "mobile-bindings/kotlin/kith-core/src/main": "java. kotlin. kotlinx.coroutines. org.kith. !org.kith.android",
    "mobile-bindings/kotlin/kith-core/src/made": "org.kith. java. kotlinx.coroutines. !org.kith.android",
    "mobile-bindings/kotlin/kith-android/src":
        "android. androidx. java. javax. kotlin. kotlinx.coroutines. org.kith. !org.kith.internal",
    "apps/ios/Models": "Foundation Observation Kith !KithApple !KithTesting",
    "apps/ios/App": "Foundation SwiftUI CoreImage VisionKit Kith !KithTesting",
    "apps/android/models/src/main": "java. kotlin. kotlinx.coroutines. org.kith. !org.kith.internal !org.kith.android",
    "apps/android/app/src": "android. androidx. java. kotlin. kotlinx.coroutines. com.google.zxing. com.journeyapps. "
                            "org.kith. !org.kith.internal",
}
IMPORT = re.compile(r"^(?:@\w+ )?import ([\w.]+)", re.MULTILINE)

# The C headers, as the modules of Swift see them.
SHIMS = ("../../../c/include/kith.h", "../../../c/include/kith_extension.h")

INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^">]+)[">]', re.MULTILINE)


def sources(root, tops, endings):
    for top in tops:
        for folder, folders, files in os.walk(os.path.join(root, top)):
            folders.sort()
            for name in sorted(files):
                if name.endswith(endings):
                    path = os.path.join(folder, name)
                    yield os.path.relpath(path, root), open(path, encoding="utf-8").read()


def third_party(include):
    for name, pattern in THIRD_PARTIES:
        if re.match(pattern, include):
            return name
    return None


def room_of(root, place, rooms, include):
    """The folder of `place` that an include of its own module is in; None for other includes."""
    if os.path.isfile(os.path.join(root, place, include)):
        return os.path.dirname(include)
    if place not in HEADERS_TOO:
        return None
    own = LAYERS[os.path.dirname(place)][0]
    if not include.startswith(f"kith/{own}/"):
        return None
    source = os.path.basename(include)[:-len(".h")] + ".cc"
    return next((room for room in rooms if os.path.exists(os.path.join(root, place, room, source))), None)


def wrong_room(root, path, include):
    """What is wrong with this include between the folders of one module, or None."""
    for place, rooms in ROOMS.items():
        wanted = room_of(root, place, rooms, include) if path.startswith(place + "/") else None
        if wanted is not None:
            room = os.path.dirname(path[len(place) + 1:])
            if room not in rooms or wanted not in rooms:
                return f"{place} has a folder that is not in the table"
            if wanted != room and wanted not in rooms[room].split():
                return f"{place}/{room} may not include {wanted or 'what lies above it'}"
    return None


def problem(path, include, layer, headers):
    """What is wrong with this include, or None."""
    own, ours, others = LAYERS[layer]
    party = third_party(include)
    if party == "protobuf":
        # Whoever may use generated messages may use what they are made of.
        return None if "_proto" in others and "/include/" not in path else "protobuf itself is not for " + layer
    if party:
        if party in others.split():
            return None
        if party + "!" in others.split():
            return None if "/include/" not in path else party + " stands in a public header"
        return party + " is not for " + layer
    if include.startswith("kith/"):
        module = include.split("/")[1]
        if module not in headers:
            return "no module has headers under kith/" + module
        return None if module == own or module in ours.split() else f"{layer} may not include kith/{module}"
    if layer == "mobile-bindings/swift" and include in SHIMS:
        return None  # a module map of Swift has no include path of its own
    if "/src/" in include or include.startswith("../"):
        return "a private header of somebody else"
    return None


def check_includes(root):
    headers = {own for own, _, _ in LAYERS.values()}
    found, seen = [], 0
    for path, text in sources(root, ("core", "sync", "mobile-bindings", "apps"), (".h", ".cc", ".c", ".def")):
        layer = max((l for l in LAYERS if path.startswith(l + "/")), key=len, default=None)
        if layer is None:
            found.append(f"{path}: in no layer of the table")
            continue
        if not path.startswith(PLAIN_LOCKS):
            found += [f"{path}: {lock}: kith::Mutex is seen by the compiler" for lock in PLAIN_LOCK.findall(text)]
        for include in INCLUDE.findall(text):
            seen += 1
            why = problem(path, include, layer, headers) or wrong_room(root, path, include)
            if why:
                found.append(f"{path}: {include}: {why}")
    print(seen, "includes read")
    return found if seen else ["nothing to read"]


def check_imports(root):
    found, seen = [], 0
    for path, text in sources(root, ("mobile-bindings", "apps"), (".swift", ".kt")):
        folder = max((f for f in IMPORTS if path.startswith(f + "/")), key=len, default=None)
        if folder is None:
            continue  # tests, stand-ins and what a package says of itself
        words = IMPORTS[folder].split()
        never = tuple(word[1:] for word in words if word.startswith("!"))
        for name in IMPORT.findall(text):
            seen += 1
            if not name.startswith(tuple(words)) or name.startswith(never):
                found.append(f"{path}: {name}: not for {folder}")
    print(seen, "imports read")
    return found if seen else ["nothing to read"]


def check_tests(root):
    found, seen = [], 0
    for path, _ in sources(root, ("tests",), ("_test.cc", "_test.py")):
        seen += 1
        folder = os.path.dirname(path)
        while folder != "tests":
            lists = os.path.join(root, folder, "CMakeLists.txt")
            if os.path.exists(lists):
                if not re.search(r"(?<!\w)" + re.escape(os.path.relpath(path, folder)) + r"\b", open(lists).read()):
                    found.append(f"{path}: not in {folder}/CMakeLists.txt")
                break
            folder = os.path.dirname(folder)
        else:
            found.append(f"{path}: no CMakeLists.txt builds it")
        tests = os.path.join(root, "tests/CMakeLists.txt")
        if folder != "tests" and not re.search(r"(?<![\w/])" + re.escape(folder[len("tests/"):]) + r"(?![\w/])",
                                               open(tests).read()):
            found.append(f"{folder}: not in tests/CMakeLists.txt")
    print(seen, "test files found")
    return found if seen else ["nothing to read"]


def check_itself():
    wrong = {
        "core/base/src/a.cc": "kith/model/record.h",
        "core/model/src/a.cc": "sodium.h",
        "core/network/src/a.cc": "kith/vault/vault.h",
        "core/vault/include/kith/vault/a.h": "rocksdb/db.h",
        "core/vault/src/a.cc": "grpcpp/grpcpp.h",
        "sync/relay/src/a.cc": "kith/crypto/aead.h",
        "sync/relay/src/b.cc": "kith/client/replica.h",
        "sync/protocol/src/a.cc": "rocksdb/db.h",
        "sync/client/src/a.cc": "kith/relay/v1/relay.pb.h",
        "sync/client/src/b.cc": "kith/vault/vault.h",
        "apps/cli/src/a.cc": "kith/vault/vault.h",
        "apps/cli/src/b.cc": "../../../core/vault/src/rows.h",
        "apps/web/src/a.cc": "kith/base/code.h",
        "core/vault/src/system/a.cc": "sealed/raw_file.h",
        "core/vault/src/sealed/a.cc": "database/schema.h",
        "core/vault/src/keys/a.cc": "rollback_watch.h",
        "core/vault/src/attic/a.cc": "system/folder.h",
        "core/crypto/src/a.cc": "google/protobuf/message_lite.h",
        "core/network/src/people/a.cc": "kith/network/phase.h",
        "apps/cli/src/output/a.cc": "frame/context.h",
    }
    right = {"core/vault/src/" + name: "vector" for name in ("rollback_watch.h", "sealed/raw_file.h",
                                                             "database/schema.h", "system/folder.h")}
    right |= {"core/network/src/phases/phase.cc": "vector", "apps/cli/src/frame/context.h": "vector"}
    with tempfile.TemporaryDirectory() as root:
        for path, include in (wrong | right).items():
            os.makedirs(os.path.dirname(os.path.join(root, path)), exist_ok=True)
            with open(os.path.join(root, path), "w") as out:
                out.write(f"#include <{include}>\n#include <vector>\n")
        with open(os.path.join(root, "core/base/src/b.cc"), "w") as out:
            out.write("std::mutex mu;\n")
        wrong["core/base/src/b.cc"] = "std::mutex"
        missed = set(wrong) - {line.split(":")[0] for line in check_includes(root)}
        missed |= missed_imports(root)
    return [f"{path}: {(wrong | WRONG_IMPORTS).get(path, 'what is right')} went unseen, or was seen" for path in sorted(missed)]


WRONG_IMPORTS = {
    "apps/ios/Models/a.swift": "import SwiftUI",
    "apps/ios/Models/b.swift": "import KithApple",
    "apps/ios/App/a.swift": "import CKith",
    "apps/android/models/src/main/kotlin/a.kt": "import androidx.compose.runtime.State",
    "apps/android/models/src/main/kotlin/b.kt": "import org.kith.android.SyncWorker",
    "apps/android/app/src/main/kotlin/a.kt": "import org.kith.internal.Native",
    "mobile-bindings/swift/Sources/Kith/a.swift": "@_exported import UIKit",
    "mobile-bindings/kotlin/kith-core/src/main/kotlin/a.kt": "import android.content.Context",
}


def missed_imports(root):
    """Which of the wrong imports went unseen, and what was seen although it is right."""
    right = {"apps/ios/App/b.swift": "import KithApple", "apps/android/models/src/main/kotlin/c.kt": "import org.kith.Vault",
             "mobile-bindings/swift/Tests/KithTests/a.swift": "import Testing"}
    for path, line in (WRONG_IMPORTS | right).items():
        os.makedirs(os.path.dirname(os.path.join(root, path)), exist_ok=True)
        with open(os.path.join(root, path), "w") as out:
            out.write(f"// One.\n\n{line}\nimport java.io.File\n" if path.endswith(".kt") else f"{line}\nimport Kith\n")
    seen = {line.split(":")[0] for line in check_imports(root)}
    return (set(WRONG_IMPORTS) - seen) | (seen & set(right))


def main():
    what = sys.argv[1]
    found = {"includes": lambda: check_includes(sys.argv[2]), "imports": lambda: check_imports(sys.argv[2]),
             "tests": lambda: check_tests(sys.argv[2]),
             "itself": check_itself}[what]()
    for line in found:
        print(line)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
