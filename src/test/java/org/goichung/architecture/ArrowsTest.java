package org.goichung.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Singleton;
import jakarta.persistence.AttributeConverter;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.HttpMethod;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

/** Which class may know which: the arrows of docs/architecture.md. */
class ArrowsTest {
    private static final Set<String> OUTSIDE = Set.of("dashboard", "partner", "demo");

    /** What a piece of furniture may use in its own room; the empty word is the door. */
    private static final Map<String, Set<String>> WITHIN = Map.of(
            "rest", Set.of("rest", ""),
            "", Set.of("", "model", "store"),
            "store", Set.of("store", "model", ""),
            "model", Set.of("model", ""));

    /** A page is made of words, and its model is where they stand. */
    private static final Set<String> WORDS_OF_PAGES = Set.of(
            "org.goichung.dashboard.model.Words",
            "org.goichung.dashboard.model.PageWords",
            "org.goichung.dashboard.model.Said",
            "org.goichung.dashboard.model.WorkerAnswer",
            "org.goichung.dashboard.model.WorkerAnswer$Card");

    @Test
    void another_room_is_entered_by_its_door_only() {
        features()
                .should(use(
                        "another room's model, store or rest",
                        (from, to) -> !Rooms.of(to).isEmpty()
                                && !Rooms.of(to).equals("platform")
                                && !Rooms.of(to).equals(Rooms.of(from))
                                && !Rooms.furniture(to).isEmpty()))
                .check(Rooms.CLASSES);
    }

    @Test
    void within_a_room_rest_knows_the_door_alone_and_the_model_knows_neither_store_nor_rest() {
        features()
                .should(use(
                        "furniture of its room that it may not",
                        (from, to) -> Rooms.of(to).equals(Rooms.of(from))
                                && !WORDS_OF_PAGES.contains(to.getName())
                                && !WITHIN.getOrDefault(Rooms.furniture(from), Set.of(Rooms.furniture(from)))
                                        .contains(Rooms.furniture(to))))
                .check(Rooms.CLASSES);
    }

    @Test
    void of_another_rooms_door_only_services_work_and_all_else_is_values() {
        features()
                .should(use(
                        "a bean of another room that is no service",
                        (from, to) -> !Rooms.of(to).isEmpty()
                                && !Rooms.of(to).equals("platform")
                                && !Rooms.of(to).equals(Rooms.of(from))
                                && isBean(to)
                                && !to.getSimpleName().endsWith("Service")))
                .check(Rooms.CLASSES);
    }

    @Test
    void store_and_model_know_of_their_door_its_values_alone() {
        features()
                .should(use(
                        "its door's beans",
                        (from, to) -> Rooms.of(to).equals(Rooms.of(from))
                                && Set.of("store", "model").contains(Rooms.furniture(from))
                                && Rooms.furniture(to).isEmpty()
                                && isBean(to)))
                .check(Rooms.CLASSES);
    }

    @Test
    void resources_translate_and_ask_no_database() {
        noClasses()
                .that()
                .resideInAPackage("org.goichung.*.rest..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.goichung.platform.database..",
                        "org.hibernate..",
                        "jakarta.persistence..",
                        "io.vertx.sqlclient..",
                        "io.vertx.mutiny.sqlclient..",
                        "java.sql..")
                .check(Rooms.CLASSES);
    }

    @Test
    void a_model_is_plain_java() {
        noClasses()
                .that()
                .resideInAPackage("org.goichung.*.model..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.smallrye.mutiny..",
                        "io.vertx..",
                        "io.quarkus..",
                        "jakarta.enterprise..",
                        "jakarta.inject..",
                        "jakarta.ws.rs..",
                        "org.hibernate.reactive..",
                        "org.eclipse.microprofile..",
                        "org.jboss.logging..",
                        "org.goichung.platform.database..",
                        "java.net..",
                        "java.nio.file..",
                        "java.sql..")
                .check(Rooms.CLASSES);
    }

    @Test
    void of_persistence_a_model_knows_the_annotations_alone() {
        classes()
                .that()
                .resideInAPackage("org.goichung.*.model..")
                .should(use(
                        "more of persistence than annotations",
                        (from, to) -> (to.getPackageName().startsWith("jakarta.persistence")
                                        || to.getPackageName().startsWith("org.hibernate"))
                                && !to.isAnnotation()
                                && !to.isEnum()
                                // what @Convert names
                                && !to.isAssignableTo(AttributeConverter.class)))
                .check(Rooms.CLASSES);
    }

    @Test
    void the_platform_knows_no_feature() {
        classes()
                .that()
                .resideInAPackage("org.goichung.platform..")
                .should(use(
                        "a feature",
                        (from, to) -> !Rooms.of(to).isEmpty() && !Rooms.of(to).equals("platform")))
                .check(Rooms.CLASSES);
    }

    @Test
    void no_feature_knows_the_pages_the_partners_or_the_demo() {
        features()
                .should(use(
                        "a room outside the features",
                        (from, to) -> OUTSIDE.contains(Rooms.of(to)) && !OUTSIDE.contains(Rooms.of(from))))
                .check(Rooms.CLASSES);
    }

    @Test
    void rooms_have_no_cycles() {
        slices().matching("org.goichung.(*)..").should().beFreeOfCycles().check(Rooms.CLASSES);
    }

    @Test
    void nothing_waits_and_time_comes_from_the_clock() {
        // the start works before the event loops run; the clock needs a first value until it has seen the database's
        noClasses()
                .that()
                .resideOutsideOfPackage("org.goichung.platform.start..")
                .and()
                .doNotHaveFullyQualifiedName("org.goichung.platform.time.DatabaseClock")
                .should()
                .callMethodWhere(waitsOrLooksAtTheMachine())
                .check(Rooms.CLASSES);
    }

    @Test
    void nothing_is_printed_past_the_log() {
        // the start's one sentence is for the person at the terminal
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.goichung.Goichung")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(Rooms.CLASSES);
    }

    @Test
    void every_operation_says_who_may() {
        methods()
                .that()
                .areMetaAnnotatedWith(HttpMethod.class)
                .should(sayWhoMay())
                .check(Rooms.CLASSES);
    }

    @Test
    void the_blocking_transaction_annotation_is_nowhere() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Transactional.class)
                .check(Rooms.CLASSES);
    }

    private static boolean isBean(JavaClass type) {
        return type.isAnnotatedWith(ApplicationScoped.class)
                || type.isAnnotatedWith(RequestScoped.class)
                || type.isAnnotatedWith(Singleton.class);
    }

    private static com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction features() {
        return classes()
                .that()
                .resideInAPackage("org.goichung.*..")
                .and()
                .resideOutsideOfPackage("org.goichung.platform..");
    }

    private static DescribedPredicate<JavaMethodCall> waitsOrLooksAtTheMachine() {
        return DescribedPredicate.describe("it waits or reads the machine's time", call -> {
            String owner = call.getTargetOwner().getName();
            String method = call.getTarget().getName();
            return switch (method) {
                case "sleep" ->
                    // the demo's loader is a client of our API on a thread of its own
                    owner.equals("java.lang.Thread")
                            && !call.getOriginOwner().getPackageName().equals("org.goichung.demo");
                case "await" -> owner.startsWith("io.smallrye.mutiny.");
                case "now" -> owner.startsWith("java.time.");
                case "currentTimeMillis" -> owner.equals("java.lang.System");
                default -> false;
            };
        });
    }

    private static ArchCondition<JavaClass> use(String what, BiPredicate<JavaClass, JavaClass> wrong) {
        return new ArchCondition<>("not use " + what) {
            @Override
            public void check(JavaClass from, ConditionEvents events) {
                for (Dependency dependency : from.getDirectDependenciesFromSelf())
                    if (wrong.test(from, dependency.getTargetClass()))
                        events.add(SimpleConditionEvent.violated(from, dependency.getDescription()));
            }
        };
    }

    private static ArchCondition<JavaMethod> sayWhoMay() {
        return new ArchCondition<>("carry @RolesAllowed, @PermitAll or @DenyAll, itself or by its class") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean says = Set.of(RolesAllowed.class, PermitAll.class, DenyAll.class).stream()
                        .anyMatch(who ->
                                method.isAnnotatedWith(who) || method.getOwner().isAnnotatedWith(who));
                if (!says)
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " says not who may"));
            }
        };
    }
}
