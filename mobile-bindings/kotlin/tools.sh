# What the checks of Kotlin and Java have in common: sourced by the check of this folder and by that of apps/android.
# Wanted of whoever sources it: `skip REASON`, and the variables python, root, lib, relay and build.
jars=/usr/share/java

# ---- what the machine has ----
find_jdk() {
  local folder javac
  javac=$(command -v javac || true)
  for folder in "${JAVA_HOME:-}" "${javac:+$(dirname "$(dirname "$(readlink -f "$javac")")")}" /usr/lib/jvm/*; do
    if [ -x "$folder/bin/javac" ] && [ -e "$folder/include/jni.h" ]; then
      echo "$folder"
      return
    fi
  done
}

find_kotlin() {
  local one
  [ -z "${KITH_KOTLIN_JARS:-}" ] || { echo "$KITH_KOTLIN_JARS"; return; }
  for one in "$python" python3 /usr/bin/python3; do
    "$one" -c 'import importlib.util as u
print(u.find_spec("run_kotlin_kernel").submodule_search_locations[0] + "/jars")' 2>/dev/null && return
  done
}

# Those of the names that are there, as a class path.
class_path() {
  local found=() one
  for one in "$@"; do [ ! -e "$one" ] || found+=("$one"); done
  local IFS=:
  echo "${found[*]}"
}

find_tools() {
  jdk=$(find_jdk)
  [ -n "$jdk" ] || skip "there is no JDK (openjdk-17-jdk-headless)"
  export JAVA_HOME=$jdk
  kotlin=$(find_kotlin || true)
  [ -n "$kotlin" ] || skip "there is no Kotlin compiler with coroutines (pip: kotlin-jupyter-kernel)"
  compiler=$(class_path "$kotlin"/kotlin-*.jar "$kotlin"/kotlinx-coroutines-core*.jar "$kotlin"/annotations-*.jar)
  library=$(class_path "$kotlin"/kotlin-stdlib-[0-9]*.jar "$kotlin"/kotlinx-coroutines-core*.jar "$kotlin"/kotlin-jupyter-kernel-*-all.jar)
  [ -e $jars/junit-platform-console.jar ] || skip "there is no JUnit 5 (junit5)"
  junit=$(class_path $jars/junit-jupiter-{api,engine,params}.jar $jars/opentest4j.jar $jars/apiguardian-api.jar \
    $jars/junit-platform-{commons,engine,launcher,console,reporting}.jar $jars/opentest4j-reporting-{events,schema}.jar \
    $jars/picocli.jar $jars/univocity-parsers.jar)
  "$python" -c 'import google.protobuf' 2>/dev/null || skip "$python has no protobuf (python3-protobuf)"
  [ -e "$lib/libkith.so" ] || skip "there is no libkith.so in $lib"
}

# ---- building ----
# fresh OUT FOLDER ...: OUT is newer than all that stands in the folders, and than the scripts.
fresh() {
  local out=$1
  shift
  [ -e "$out" ] && [ -z "$(find "$@" "$0" "${BASH_SOURCE[0]}" -newer "$out" -print -quit)" ]
}

# The compiler lives for seconds: the quick one of the two compilers inside the JVM is the better one. A warning is an error.
kotlinc() {
  "$jdk/bin/java" -Xmx2g -XX:TieredStopAtLevel=1 -XX:+UseParallelGC -cp "$compiler" \
    org.jetbrains.kotlin.cli.jvm.K2JVMCompiler -no-stdlib -no-reflect -jvm-target 1.8 -Werror "$@"
}

# ---- running ----
# junit BRIDGE CLASSES OPTION ...: -Xcheck:jni only prints what it finds, so that is looked for.
junit() {
  local bridge=$1 classes=$2 log=$build/junit.log status=0
  shift 2
  "$jdk/bin/java" -Xcheck:jni -Djava.library.path="$bridge" -Dkith.root="$root" -Dkith.relay="$relay" \
    -Dkith.golden="$root/tests/bindings/golden.txt" -Dkith.vectors="$build/vectors.txt" -cp "$classes:$library:$junit" \
    org.junit.platform.console.ConsoleLauncher --disable-banner --disable-ansi-colors --details=tree "$@" \
    >"$log" 2>&1 || status=$?
  if grep -q 'WARNING in native method' "$log"; then
    echo "-Xcheck:jni has something to say."
    status=1
  fi
  if [ $status -ne 0 ]; then cat "$log"; else grep 'tests successful' "$log"; fi
  return $status
}
