package org.goichung.workforce.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Rosters on disk between their arrival and their end, for the service's own eyes only. Named by their import, so that one that was cut
 * short is found again. Blocking: for worker threads.
 */
@ApplicationScoped
public class RosterSpool {

    /** A file that is all there. */
    public record Spooled(Path file, byte[] sha256, long size) {}

    private final Path folder;

    public RosterSpool(@ConfigProperty(name = "goichung.data-dir") String dataDirectory) {
        this.folder = Path.of(dataDirectory, "rosters");
    }

    /** An empty file for what is about to arrive. */
    public Path arrival() throws IOException {
        Files.createDirectories(folder, only("rwx------"));
        return Files.createTempFile(folder, "arriving-", ".csv", only("rw-------"));
    }

    /** Where an import's file is, or would be. */
    public Path of(UUID importId) {
        return folder.resolve(importId + ".csv");
    }

    public void keep(Path arrived, UUID importId) throws IOException {
        Files.move(arrived, of(importId), StandardCopyOption.ATOMIC_MOVE);
    }

    /** A file of ours, read through for its hash. */
    public static Spooled measure(Path file) throws IOException {
        MessageDigest sha = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha)) {
            long size = in.transferTo(java.io.OutputStream.nullOutputStream());
            return new Spooled(file, sha.digest(), size);
        }
    }

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static FileAttribute<?>[] only(String permissions) {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
