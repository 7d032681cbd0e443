package org.goichung.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The rooms as the bytecode has them, and where in a room a class stands. */
final class Rooms {
    static final String BASE = "org.goichung.";
    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.goichung");

    private Rooms() {}

    /** The room, or nothing for a class outside of them. */
    static String of(JavaClass type) {
        return part(type, 0);
    }

    /** {@code model}, {@code store}, {@code rest}, or nothing at the room's door. */
    static String furniture(JavaClass type) {
        return part(type, 1);
    }

    static boolean isRoom(JavaClass type) {
        return !of(type).isEmpty();
    }

    /** From each room the rooms its classes use; {@code platform} is used by all and left out. */
    static SortedMap<String, SortedSet<String>> arrows() {
        var arrows = new TreeMap<String, SortedSet<String>>();
        for (JavaClass from : CLASSES) {
            if (!isRoom(from) || of(from).equals("platform")) continue;
            SortedSet<String> to = arrows.computeIfAbsent(of(from), room -> new TreeSet<>());
            from.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> of(dependency.getTargetClass()))
                    .filter(room -> !room.isEmpty() && !room.equals("platform") && !room.equals(of(from)))
                    .forEach(to::add);
        }
        return arrows;
    }

    private static String part(JavaClass type, int index) {
        String name = type.getPackageName();
        if (!name.startsWith(BASE)) return "";
        String[] parts = name.substring(BASE.length()).split("\\.");
        return index < parts.length ? parts[index] : "";
    }
}
