package org.goichung.negotiation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Gives notices to the spool, but for those of the RFQs that it is told to refuse. */
@ApplicationScoped
public class StubbornSender implements NoticeSender {
    private final NoticeSpoolService spool;
    private final Set<UUID> refused = ConcurrentHashMap.newKeySet();

    public StubbornSender(NoticeSpoolService spool) {
        this.spool = spool;
    }

    @Override
    public Uni<Void> send(VoteNotice notice) {
        return refused.contains(notice.rfqId())
                ? Uni.createFrom().failure(new IllegalStateException("no line to the mail server"))
                : spool.send(notice);
    }

    void refuse(String rfq) {
        refused.add(UUID.fromString(rfq));
    }

    void giveIn(String rfq) {
        refused.remove(UUID.fromString(rfq));
    }
}
