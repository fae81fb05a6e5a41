#!/usr/bin/env python3
"""What a phone's compiler and system would not take, in all that a phone has: core, sync without the relay,
mobile-bindings.

  dialect_test.py dialect ROOT   C++20 that the three standard libraries do not share (libstdc++ 12; libc++ 19, which is
                                 Android's; libc++ as iOS 16 has it)
  dialect_test.py system ROOT    calls that one system alone has, outside the files that are for one system; and each
                                 such file has its fellows for the others
  dialect_test.py chosen ROOT CMAKE   which of them a build takes, on each system
  dialect_test.py itself         each is found in a small tree made for it, and what is innocent is not
"""
import os
import re
import subprocess
import sys
import tempfile

TOPS = ("core", "sync", "mobile-bindings")
NOT_ON_A_PHONE = ("sync/relay/",)
ENDINGS = (".h", ".cc", ".c", ".def")

# what -> the pattern, and why it may not stand. Read without comments and without strings.
DIALECT = {
    "jthread": (r"\bjthread\b|\bstop_(?:token|source|callback)\b|<stop_token>", "libc++ 19 has it not"),
    "atomic<shared_ptr>": (r"\batomic<\s*(?:std::)?(?:shared|weak)_ptr\b", "libc++ has it not"),
    "execution": (r"\bstd::execution\b|<execution>", "libc++ has no parallel algorithms"),
    "osyncstream": (r"\bo?syncstream\b|\bsyncbuf\b", "libc++ 19 has it not"),
    "format": (r"\bstd::v?format(?:_to(?:_n)?|ted_size)?\b|<format>", "libstdc++ 12 has it not; doubles: iOS 16.5"),
    "time zones": (r"\b(?:zoned_time|current_zone|locate_zone|get_tzdb(?:_list)?|reload_tzdb)\b|"
                   r"\bchrono::(?:time_zone|tzdb|leap_second|utc_clock|tai_clock|gps_clock)\b", "nobody has them"),
    "chrono::parse": (r"\bchrono::(?:parse|from_stream)\b", "nobody has it"),
    "pmr": (r"\bstd::pmr\b|<memory_resource>", "iOS 17"),
}
# Of an integer both are shared. The one that is turned is the third argument of the one and the first behind the
# place of the other: its type is looked for in the same file.
OF_DOUBLES = {
    "from_chars of a double": (r"\bfrom_chars\(", "libc++ 19 has it not"),
    "to_chars of a double": (r"\bto_chars\(", "iOS 16.5"),
}
# path -> what it may hold all the same. The place of a wrapper, with the reason beside it; there is none yet.
ALLOWED = {}

SYSTEM_FILE = re.compile(r"_(linux|android|apple)\.cc$")
SYSTEM = {
    "memory": r"\bexplicit_bzero\b|\bmemset_s\b|\bMADV_\w+|\bmemfd_create\b|\bMAP_(?:LOCKED|POPULATE)\b",
    "heap": r"\bmalloc_(?:usable_size|size|trim)\b|\bmallinfo2?\b|\baligned_alloc\b|<malloc(?:/malloc)?\.h>",
    "process": r"\bprctl\b|\bptrace\b|\bgettid\b|\bclose_range\b|/proc/|\bsyscall\(",
    "files": r"\brename(?:at2|x_np|atx_np)\b|\bRENAME_\w+|\bf(?:data)?sync\(|\bsyncfs\b|\bF_FULLFSYNC\b|"
             r"\b(?:posix_)?fallocate\(|\bO_(?:TMPFILE|PATH|DIRECT)\b|\bst_[amc]tim(?:espec)?\b|\bstatx?fs\b|\bsendfile\b|"
             r"\bcopy_file_range\b",
    "connections": r"\bSOCK_(?:CLOEXEC|NONBLOCK)\b|\bMSG_NOSIGNAL\b|\bSO_NOSIGPIPE\b|\baccept4\b|\bpipe2\b",
    "waiting": r"\bepoll_\w+|\beventfd\b|\binotify_\w+|\bsignalfd\b|\btimerfd_\w+|\bkqueue\b",
    "random": r"\bgetrandom\b|\bgetentropy\b|\barc4random\w*",
    "headers": r"<(?:linux|mach|asm)/|<TargetConditionals\.h>|<Availability\.h>|<android/",
    "which system": r"\b__(?:linux__|APPLE__|ANDROID__|BIONIC__|GLIBC__)|\bTARGET_OS_\w+|\b__ANDROID_API__",
}

# A letter in quotes may be the quote of a text, and is passed over.
COMMENT_OR_TEXT = re.compile(r"""//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])'""", re.DOTALL)


def sources(root, endings=ENDINGS):
    for top in TOPS:
        for folder, folders, files in os.walk(os.path.join(root, top)):
            folders.sort()
            for name in sorted(files):
                path = os.path.relpath(os.path.join(folder, name), root)
                if name.endswith(endings) and not path.startswith(NOT_ON_A_PHONE):
                    yield path, open(os.path.join(root, path), encoding="utf-8").read()


def without(text, texts_too):
    """The code, in the same lines: comments are gone, and what stands in quotes if `texts_too`."""
    def blank(found):
        piece = found[0]
        return piece if piece[0] == "'" or (piece[0] == '"' and not texts_too) else "\n" * piece.count("\n")
    return COMMENT_OR_TEXT.sub(blank, text)


def lines_with(pattern, text):
    return [text.count("\n", 0, found.start()) + 1 for found in re.finditer(pattern, text)]


def lines_with_double(call, text):
    """Lines where `call` turns a variable that is declared as a double or a float, or a number with a point."""
    out = []
    for found in re.finditer(call + r"([^;]*)", text):
        said = found[1]
        names = set(re.findall(r"\b[A-Za-z_]\w*\b", said))
        declared = any(re.search(r"\b(?:double|float)\s*&?\s+" + name + r"\b", text) for name in names)
        if declared or re.search(r"\bchars_format\b|\b\d+\.\d|\b(?:double|float)\b", said):
            out.append(text.count("\n", 0, found.start()) + 1)
    return out


def check_dialect(root):
    found, seen = [], 0
    for path, text in sources(root):
        seen += 1
        code = without(text, texts_too=True)
        hits = [(line, what, why) for what, (pattern, why) in DIALECT.items() for line in lines_with(pattern, code)]
        hits += [(line, what, why) for what, (call, why) in OF_DOUBLES.items() for line in lines_with_double(call, code)]
        found += [f"{path}:{line}: {what}: {why}" for line, what, why in sorted(set(hits)) if what not in ALLOWED.get(path, ())]
    print(seen, "files read")
    return found if seen else ["nothing to read"]


def problems_of_system_file(root, path, text):
    name = SYSTEM_FILE.search(path)[1]
    stem = SYSTEM_FILE.sub("", path)
    fellows = {"linux": ["apple"], "apple": ["linux"], "android": ["linux", "apple"]}[name]
    found = [f"{path}: there is no {os.path.basename(stem)}_{other}.cc" for other in fellows
             if not os.path.exists(os.path.join(root, f"{stem}_{other}.cc"))]
    if name != "linux" and not text.startswith("// Not compiled here"):
        found.append(f"{path}: does not say in its first line that no build of ours compiles it")
    module, inside = stem.split("/src/")
    lists = os.path.join(root, module, "CMakeLists.txt")
    if not os.path.exists(lists) or not re.search(r"(?<![\w/])src/" + inside + r"(?![\w.])", open(lists).read()):
        found.append(f"{path}: {module}/CMakeLists.txt does not name src/{inside}")
    return found


def check_system(root):
    found, seen = [], 0
    for path, text in sources(root):
        seen += 1
        if SYSTEM_FILE.search(path):
            found += problems_of_system_file(root, path, text)
            continue
        code = without(text, texts_too=False)
        found += [f"{path}:{line}: {what}: not on every system" for what, pattern in SYSTEM.items()
                  for line in lines_with(pattern, code)]
    print(seen, "files read")
    return found if seen else ["nothing to read"]


# what is found -> a line that has it
WRONG_DIALECT = {
    "jthread": ["std::jthread watch(work);", "void work(std::stop_token stop);", "#include <stop_token>"],
    "atomic<shared_ptr>": ["std::atomic<std::shared_ptr<int>> held;"],
    "execution": ["std::sort(std::execution::par, a.begin(), a.end());", "#include <execution>"],
    "osyncstream": ["std::osyncstream(out) << 1;", "#include <syncstream>"],
    "format": ['auto a = std::format("{}", 1);', "std::format_to(out, text);", "#include <format>"],
    "time zones": ["auto zone = std::chrono::current_zone();", "std::chrono::zoned_time at(zone, now);",
                   "using clock = std::chrono::utc_clock;"],
    "chrono::parse": ["in >> std::chrono::parse(text, day);"],
    "pmr": ["std::pmr::vector<int> a;", "#include <memory_resource>"],
    "from_chars of a double": ["double out = 0;\nstd::from_chars(begin, end, out);"],
    "to_chars of a double": ["std::string text(double value) {\n  return std::to_chars(begin, end, value).ptr;\n}",
                             "std::to_chars(begin, end, 1.5);"],
}
WRONG_SYSTEM = {
    "memory": ["explicit_bzero(at, 3);", "madvise(at, size, MADV_DONTDUMP);", "int fd = memfd_create(name, 0);"],
    "heap": ["auto size = malloc_usable_size(at);", "std::aligned_alloc(16, 32);", "#include <malloc.h>",
             "if (c == '\"') a = malloc_size(at); else if (c == '\"') b();"],
    "process": ["prctl(PR_SET_DUMPABLE, 0);", 'std::ifstream in("/proc/self/status");'],
    "files": ["::fsync(fd);", "fdatasync(fd);", "renameat2(a, b, c, d, 1);", "fcntl(fd, F_FULLFSYNC);", "info.st_mtim.tv_sec;"],
    "connections": ["socket(family, SOCK_STREAM | SOCK_CLOEXEC, 0);", "send(fd, at, size, MSG_NOSIGNAL);"],
    "waiting": ["int fd = epoll_create1(0);"],
    "random": ["getrandom(at, size, 0);"],
    "headers": ["#include <linux/fs.h>"],
    "which system": ["#if defined(__linux__)", "#ifdef __APPLE__", "#if TARGET_OS_IPHONE"],
}
INNOCENT = """// std::format and fsync( stand in a comment, and std::jthread too
/* #include <execution>
   explicit_bzero */
const char* text = "std::format is a word here";
int number = 0;
std::from_chars(begin, end, number);
std::printf("%d", number);
folder->Fsync(options);
make_durable(fd);
Format format_of(double value);
"""


def write(root, path, text):
    os.makedirs(os.path.dirname(os.path.join(root, path)), exist_ok=True)
    with open(os.path.join(root, path), "w", encoding="utf-8") as out:
        out.write(text)


def missed_lines(check, table):
    """Which lines of the table `check` says nothing of, each alone in a file; and what else it says."""
    with tempfile.TemporaryDirectory() as root:
        wanted = set()
        for what, pieces in table.items():
            for number, piece in enumerate(pieces):
                path = f"core/base/src/{len(wanted)}.cc"
                write(root, path, "int before;\n" + piece + "\n")
                wanted.add((path, what, piece))
        write(root, "mobile-bindings/engine/src/innocent.cc", INNOCENT)
        write(root, "sync/relay/src/a.cc", "\n".join(piece for pieces in table.values() for piece in pieces))
        said = [line.split(": ") for line in check(root)]
    found = {(place.split(":")[0], what) for place, what, *_ in said}
    return ([f"{what}: went unseen: {piece}" for path, what, piece in sorted(wanted) if (path, what) not in found] +
            [f"{place}: {what}: is innocent" for place, what in sorted(found)
             if place not in {path for path, _, _ in wanted}])


def missed_files():
    """Whether files of one system that are wrong are found, each for its own fault."""
    stranger = "// Not compiled here\n::fsync(1);\n"
    files = {"alone_linux.cc": "::fsync(1);\n", "both_linux.cc": "::fsync(1);\n", "both_apple.cc": stranger,
             "silent_linux.cc": "", "silent_apple.cc": "int a;\n", "lost_linux.cc": "", "lost_apple.cc": stranger,
             "third_android.cc": stranger}
    with tempfile.TemporaryDirectory() as root:
        for name, text in files.items():
            write(root, "core/base/src/system/" + name, text)
        write(root, "core/base/CMakeLists.txt", "SYSTEM src/system/alone src/system/both src/system/silent src/system/third)")
        said = " ".join(check_system(root))
    wanted = {"alone_linux.cc: there is no alone_apple.cc": True, "silent_apple.cc: does not say": True,
              "lost_linux.cc: core/base/CMakeLists.txt does not name": True, "there is no third_linux.cc": True,
              "both_": False}
    return [f"{words}: {'went unseen' if there else 'is innocent'}" for words, there in wanted.items() if (words in said) != there]


def check_itself():
    return missed_lines(check_dialect, WRONG_DIALECT) + missed_lines(check_system, WRONG_SYSTEM) + missed_files()


# What a build takes of a brick with two files, of one with three, and of one that is lost.
CHOSEN = {"": ["two_linux.cc", "three_linux.cc", "lost_linux.cc"],
          "ANDROID": ["two_linux.cc", "three_android.cc", "lost_linux.cc"],
          "APPLE": ["two_apple.cc", "three_apple.cc", None]}


def taken(root, cmake, system, stem):
    """What kith_system_sources says for `stem`, or None where it refuses."""
    with tempfile.TemporaryDirectory() as work:
        for name in ("two_linux", "two_apple", "three_linux", "three_android", "three_apple", "lost_linux"):
            write(work, name + ".cc", "")
        write(work, "CMakeLists.txt",
              "cmake_minimum_required(VERSION 3.25)\nproject(chosen LANGUAGES NONE)\n" +
              (f"set({system} TRUE)\n" if system else "") +
              f"include({os.path.abspath(root)}/cmake/KithModule.cmake)\n" +
              f"kith_system_sources(taken {stem})\nmessage(STATUS \"taken: ${{taken}};\")\n")
        done = subprocess.run([cmake, "-G", "Ninja", "-S", work, "-B", os.path.join(work, "build")], capture_output=True, text=True)
    said = re.search(r"taken: (.*);", done.stdout)
    return said[1] if done.returncode == 0 and said else None


def check_chosen(root, cmake):
    return [f"{system or 'LINUX'}: {stem}: {out} is taken, and not {wanted}" for system, files in CHOSEN.items()
            for stem, wanted in zip(("two", "three", "lost"), files)
            if (out := taken(root, cmake, system, stem)) != wanted]


def main():
    what = sys.argv[1]
    found = {"dialect": lambda: check_dialect(sys.argv[2]), "system": lambda: check_system(sys.argv[2]),
             "chosen": lambda: check_chosen(*sys.argv[2:4]), "itself": check_itself}[what]()
    for line in found:
        print(line)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
