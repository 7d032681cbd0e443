package org.goichung.dashboard;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Catches what would go out as SMS. */
@ApplicationScoped
public class TestPhones implements SmsSender {
    private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");

    private final Map<String, String> texts = new ConcurrentHashMap<>();

    @Override
    public Uni<Void> send(String msisdn, String text) {
        texts.put(msisdn, text);
        return Uni.createFrom().voidItem();
    }

    /** The code in the last SMS to a number written 0…; null where none was sent. */
    public String codeFor(String local) {
        String text = texts.get("+84" + local.substring(1));
        if (text == null) return null;
        var code = CODE.matcher(text);
        return code.find() ? code.group() : null;
    }
}
