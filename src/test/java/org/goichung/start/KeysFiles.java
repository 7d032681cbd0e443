package org.goichung.start;

import java.nio.file.Path;
import org.goichung.platform.keys.KeysFile;

/** Keys files for services that bring their own. */
final class KeysFiles {
    private KeysFiles() {}

    static Path make(Path folder) {
        Path file = folder.resolve("own-keys.json");
        KeysFile.readOrMake(file, true);
        return file;
    }
}
