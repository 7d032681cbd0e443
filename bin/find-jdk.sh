# Sourced by ./mvnw and ./goichung: sets and exports JAVA_HOME to a JDK of version 21 or newer.
# Looks at JAVA_HOME, then at the javac on the PATH, then at the newest in the usual places.

java_major() { # prints the feature version of the java at $1, or 0
    "$1" -version 2>&1 | sed -n 's/.*version "\([0-9]*\)[^"]*".*/\1/p' | head -n 1 | grep . || echo 0
}

jdk_candidates() {
    echo "${JAVA_HOME:-}"
    if command -v javac >/dev/null 2>&1; then dirname "$(dirname "$(readlink -f "$(command -v javac)")")"; fi
    ls -d /usr/lib/jvm/*/ /Library/Java/JavaVirtualMachines/*/Contents/Home/ 2>/dev/null | sort -rV
}

find_jdk() {
    jdk_candidates | while IFS= read -r candidate; do
        candidate=${candidate%/}
        [ -n "$candidate" ] && [ -x "$candidate/bin/javac" ] || continue
        if [ "$(java_major "$candidate/bin/java")" -ge 21 ]; then
            echo "$candidate"
            break
        fi
    done
}

jdk=$(find_jdk)
[ -n "$jdk" ] || { echo "goichung needs a JDK of version 21 or newer: set JAVA_HOME to one." >&2; exit 1; }
export JAVA_HOME="$jdk"
