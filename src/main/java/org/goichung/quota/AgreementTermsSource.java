package org.goichung.quota;

import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Where this room learns what an agreement in force gives to whom. */
public interface AgreementTermsSource {

    Uni<GrantTerms> terms(UUID agreementId);
}
