package org.goichung.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

class DemoInboxTest {
    private static final String OWN = "+84912345678";
    private static final String SOMEBODYS = "+84987654321";

    @Test
    void the_demo_shows_the_latest_code_of_its_own_numbers_and_of_no_other() {
        var inbox = inbox(true);
        inbox.keep(OWN, "111111").await().indefinitely();
        inbox.keep(OWN, "222222").await().indefinitely();
        inbox.keep(SOMEBODYS, "333333").await().indefinitely();
        assertThat(inbox.lastCodeFor(OWN)).hasValue("222222");
        assertThat(inbox.lastCodeFor(SOMEBODYS)).isEmpty();
    }

    @Test
    void outside_the_demo_no_code_is_kept() {
        var inbox = inbox(false);
        inbox.keep(OWN, "111111").await().indefinitely();
        assertThat(inbox.lastCodeFor(OWN)).isEmpty();
    }

    private static DemoInbox inbox(boolean demoMode) {
        DemoNumbers numbers = msisdn -> Uni.createFrom().item(OWN.equals(msisdn));
        return new DemoInbox(demoMode, only(numbers));
    }

    @SuppressWarnings("unchecked")
    private static Instance<DemoNumbers> only(DemoNumbers numbers) {
        return (Instance<DemoNumbers>) Proxy.newProxyInstance(
                DemoInboxTest.class.getClassLoader(),
                new Class<?>[] {Instance.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "get" -> numbers;
                    case "isUnsatisfied" -> false;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
