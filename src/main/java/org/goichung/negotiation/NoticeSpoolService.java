package org.goichung.negotiation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.file.CopyOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where no sender of the operator's own is built in: each notice becomes a file {@code <id>.json} in a folder, whole from the moment it
 * is there, readable by the service's own user, for a sender outside to deliver and remove. A folder that is full takes no more, so the
 * notice is tried again later.
 */
@DefaultBean
@ApplicationScoped
public class NoticeSpoolService implements NoticeSender {
    private static final int MOST_FILES = 10_000;
    private static final String NOTICE = "[0-9a-f-]{36}\\.json";

    private final Vertx vertx;
    private final ObjectMapper json;
    private final String folder;

    NoticeSpoolService(
            Vertx vertx,
            ObjectMapper json,
            @ConfigProperty(name = "goichung.data-dir") String dataDirectory,
            @ConfigProperty(name = "goichung.notices.folder") Optional<String> folder) {
        this.vertx = vertx;
        this.json = json;
        this.folder = folder.orElse(dataDirectory + "/notices");
    }

    @Override
    public Uni<Void> send(VoteNotice notice) {
        var files = vertx.fileSystem();
        String waiting = folder + "/." + notice.id();
        String whole = folder + "/" + notice.id() + ".json";
        return files.mkdirs(folder, "rwx------")
                .chain(() -> files.readDir(folder, NOTICE))
                .invoke(there -> {
                    if (there.size() >= MOST_FILES) throw new IllegalStateException("the folder of notices is full");
                })
                .chain(() -> files.delete(waiting).onFailure().recoverWithNull())
                .chain(() -> files.createFile(waiting, "rw-------"))
                .chain(() -> files.writeFile(waiting, Buffer.buffer(written(notice))))
                .chain(() -> files.move(waiting, whole, new CopyOptions().setReplaceExisting(true)));
    }

    /** Those that nobody has removed yet, the newest first. */
    public Uni<List<VoteNotice>> waiting(int most) {
        var files = vertx.fileSystem();
        return files.exists(folder)
                .chain(there -> there ? files.readDir(folder, NOTICE) : nothing())
                .map(names -> names.stream()
                        .sorted(Comparator.reverseOrder())
                        .limit(most)
                        .toList())
                .onItem()
                .transformToMulti(names -> Multi.createFrom().iterable(names))
                .onItem()
                .transformToUniAndConcatenate(files::readFile)
                .map(this::read)
                .collect()
                .asList();
    }

    private static Uni<List<String>> nothing() {
        return Uni.createFrom().item(List.<String>of());
    }

    private byte[] written(VoteNotice notice) {
        try {
            return json.writeValueAsBytes(notice);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private VoteNotice read(Buffer file) {
        try {
            return json.readValue(file.toString(), VoteNotice.class);
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
