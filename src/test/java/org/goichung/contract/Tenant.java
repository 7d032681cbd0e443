package org.goichung.contract;

import java.util.List;

/** A tenant whose story has been told: what it has, and who comes to the door for it. */
record Tenant(String name, Belongings has, List<Caller> callers) {

    /**
     * @param role as the access matrix calls it
     * @param name who of that role
     * @param header what carries the credential
     */
    record Caller(String role, String name, String header, String credential) {
        static Caller of(String role, String token) {
            return of(role, role, token);
        }

        static Caller of(String role, String name, String token) {
            return new Caller(role, name, "Authorization", "Bearer " + token);
        }
    }
}
