package org.goichung.platform.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Folders that nobody else on the machine may enter: what lies in them is run, or is secret. */
final class Folders {
    private static final String OWNER_ONLY = "rwx------";

    private Folders() {}

    /** Makes the folder where it is missing; one of ours that others may enter is closed to them. */
    static void makeOwn(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix"))
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(OWNER_ONLY));
    }
}
