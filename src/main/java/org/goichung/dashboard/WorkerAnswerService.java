package org.goichung.dashboard;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.goichung.dashboard.model.WorkerAnswer;
import org.goichung.platform.identity.WorkerId;

@ApplicationScoped
public class WorkerAnswerService {
    public Uni<WorkerAnswer> answer(WorkerId worker) {
        return Uni.createFrom().item(new WorkerAnswer("x", List.of(), List.of(), "y"));
    }
}
