# Sourced by ./mvnw and ./goichung: finds a JDK of version 21 or newer.

java_major() { # prints the feature version of the java at $1, or 0
    "$1" -version 2>&1 | sed -n 's/.*version "\([0-9]*\)[^"]*".*/\1/p' | head -n 1 | grep . || echo 0
}

find_jdk() { # JAVA_HOME, then PATH, then the newest installed; prints nothing where there is none
    on_path=$(command -v javac 2>/dev/null || true)
    [ -z "$on_path" ] || on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")")
    for candidate in "${JAVA_HOME:-}" "$on_path" \
        $(ls -d /usr/lib/jvm/*/ /Library/Java/JavaVirtualMachines/*/Contents/Home/ 2>/dev/null | sort -rV); do
        candidate=${candidate%/}
        [ -n "$candidate" ] && [ -x "$candidate/bin/javac" ] || continue
        if [ "$(java_major "$candidate/bin/java")" -ge 21 ]; then
            echo "$candidate"
            return
        fi
    done
}
