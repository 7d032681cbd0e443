package org.goichung.dashboard;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.goichung.dashboard.model.OneTimeCode;
import org.goichung.dashboard.store.WorkerCodeStore;
import org.goichung.platform.database.Statements;
import org.goichung.platform.database.Transactions;
import org.goichung.platform.http.RateLimit;
import org.goichung.platform.identity.Sessions;
import org.goichung.platform.identity.WorkerId;
import org.goichung.platform.problem.ProblemType;
import org.goichung.platform.problem.Refusal;
import org.goichung.workforce.Msisdn;
import org.goichung.workforce.WorkforceService;
import org.jboss.logging.Logger;

/**
 * Lets a worker in by a code sent to their number. Whether anybody has the number shows in nothing: not in the answer, not in what is
 * written, not in the time it takes, not in the limits.
 */
@ApplicationScoped
public class WorkerAccessService {
    public static final Duration CODE_LIFETIME = Duration.ofMinutes(5);

    private static final Logger LOG = Logger.getLogger(WorkerAccessService.class);
    private static final int TRIES = 5;
    private static final int CODES_PER_NUMBER = 5;
    private static final Duration NUMBER_WINDOW = Duration.ofHours(1);
    private static final int ADDRESS_WINDOW_SECONDS = 600;

    private final Transactions transactions;
    private final WorkerCodeStore codes;
    private final WorkforceService workforce;
    private final Sessions sessions;
    private final SmsOut sms;
    private final RateLimit perAddress;

    public WorkerAccessService(
            Transactions transactions,
            WorkerCodeStore codes,
            WorkforceService workforce,
            Sessions sessions,
            SmsOut sms,
            @ConfigProperty(name = "goichung.worker-codes.per-address", defaultValue = "60") int triesPerAddress) {
        this.transactions = transactions;
        this.codes = codes;
        this.workforce = workforce;
        this.sessions = sessions;
        this.sms = sms;
        this.perAddress = new RateLimit(triesPerAddress, ADDRESS_WINDOW_SECONDS);
    }

    /**
     * Sends a code to the number, if somebody on a roster has it.
     *
     * @param address of the client, for the limit
     */
    public Uni<Void> sendCode(Msisdn number, String address) {
        perAddress.take(address);
        var code = OneTimeCode.random();
        return transactions
                .write(session -> codes.renew(
                        Statements.of(session),
                        number,
                        code.digits(),
                        CODE_LIFETIME,
                        TRIES,
                        CODES_PER_NUMBER,
                        NUMBER_WINDOW))
                .invoke(renewed -> {
                    if (!renewed)
                        throw Refusal.of(ProblemType.TOO_MANY_REQUESTS).retryAfter(NUMBER_WINDOW);
                })
                .chain(() -> workforce.byMsisdn(number.e164()))
                .chain(found -> found.isPresent()
                        ? sms.send(number, code, CODE_LIFETIME)
                        : Uni.createFrom().voidItem());
    }

    /** Who it is that typed the right code; {@link ProblemType#WRONG_CODE} otherwise, whatever the reason. */
    public Uni<WorkerId> prove(Msisdn number, String code, String address) {
        perAddress.take(address);
        return transactions
                .write(session -> codes.redeem(Statements.of(session), number, code))
                .chain(right -> right
                        ? workforce.byMsisdn(number.e164())
                        : Uni.createFrom().item(Optional.<WorkerId>empty()))
                .map(found -> found.orElseThrow(() -> Refusal.of(ProblemType.WRONG_CODE)));
    }

    /** A token of the role {@code worker}. */
    public Uni<String> openSession(Msisdn number, String code, String address) {
        return prove(number, code, address).map(sessions::issueWorker);
    }

    @Scheduled(every = "1h", delayed = "10m")
    Uni<Void> forget() {
        return transactions
                .write(session -> codes.forgetOlderThan(Statements.of(session), NUMBER_WINDOW))
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "old codes could not be removed: %s", failure.getClass().getName()))
                .onFailure()
                .recoverWithItem(0)
                .replaceWithVoid();
    }
}
