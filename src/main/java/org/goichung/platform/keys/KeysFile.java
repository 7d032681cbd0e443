package org.goichung.platform.keys;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import org.goichung.platform.start.StartRefused;

/**
 * The secrets outside the database: encryption, blind index, RFQ wrapping, idempotency hash, JWT. Made once with mode 0600; every
 * instance on one database has to have the same file.
 *
 * @param encryption Tink keyset for personal data and stored answers
 * @param rfqWrapping Tink keyset that wraps each RFQ's own key
 * @param secret 32 bytes from which the keys of the named HMACs are derived
 * @param jwtPrivate PKCS#8, base64
 * @param jwtPublic X.509, base64
 */
public record KeysFile(
        KeysetHandle encryption, KeysetHandle rfqWrapping, byte[] secret, String jwtPrivate, String jwtPublic) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads the file; makes it where that is allowed and there is none. */
    public static KeysFile readOrMake(Path file, boolean mayMake) {
        try {
            AeadConfig.register();
            if (Files.notExists(file)) {
                if (!mayMake)
                    throw new StartRefused(
                            "The keys file " + file + " does not exist: without it the database cannot be read.");
                make(file);
            }
            var json = JSON.readTree(Files.readString(file));
            return new KeysFile(
                    keyset(json.path("encryption").toString()),
                    keyset(json.path("rfqWrapping").toString()),
                    Base64.getDecoder().decode(json.path("secret").textValue()),
                    json.path("jwtPrivate").textValue(),
                    json.path("jwtPublic").textValue());
        } catch (IOException | GeneralSecurityException | RuntimeException failure) {
            if (failure instanceof StartRefused refused) throw refused;
            throw new StartRefused("The keys file cannot be read: it is not a goichung keys file, or not readable.");
        }
    }

    /** An HMAC-SHA-256 key of its own for each purpose. */
    public byte[] derive(String purpose) {
        return new Hmac(secret).of(purpose.getBytes(StandardCharsets.UTF_8));
    }

    /** What the database remembers, to refuse a start with other keys. Reveals nothing of them. */
    public String fingerprint() {
        return HexFormat.of().formatHex(derive("fingerprint:" + jwtPublic)).substring(0, 32);
    }

    private static KeysetHandle keyset(String json) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get());
    }

    private static void make(Path file) throws IOException, GeneralSecurityException {
        var random = new SecureRandom();
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        var rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(2048, random);
        var pair = rsa.generateKeyPair();
        ObjectNode json = JSON.createObjectNode();
        json.set("encryption", JSON.readTree(newKeyset()));
        json.set("rfqWrapping", JSON.readTree(newKeyset()));
        json.put("secret", Base64.getEncoder().encodeToString(secret));
        json.put(
                "jwtPrivate",
                Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
        json.put(
                "jwtPublic", Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) Files.createDirectories(folder);
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix"))
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        else Files.createFile(fresh);
        Files.writeString(
                fresh, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json), StandardOpenOption.WRITE);
        Files.move(fresh, file);
    }

    private static String newKeyset() throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(
                KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM), InsecureSecretKeyAccess.get());
    }
}
