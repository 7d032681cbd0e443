package org.goichung.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** The arrows of the house. What fails here is a picture that is no longer true. */
@AnalyzeClasses(packages = "org.goichung", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {
    private static final String BASE = "org.goichung.";
    private static final Set<String> FURNITURE = Set.of("model", "store", "rest");

    @ArchTest
    static final ArchRule rooms_form_no_circle =
            slices().matching("org.goichung.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_platform_knows_no_feature = noClasses()
            .that()
            .resideInAPackage("org.goichung.platform..")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("org.goichung..").and(DescribedPredicate.not(resideInAPackage("..platform.."))));

    @ArchTest
    static final ArchRule a_model_is_plain_java = noClasses()
            .that()
            .resideInAPackage("org.goichung.(*).model..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.smallrye.mutiny..",
                    "io.vertx..",
                    "jakarta.enterprise..",
                    "jakarta.ws.rs..",
                    "..store..",
                    "..rest..");

    @ArchTest
    static final ArchRule a_store_knows_no_resource = noClasses()
            .that()
            .resideInAPackage("..store..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..rest..");

    @ArchTest
    static final ArchRule a_resource_translates_and_reads_no_store = noClasses()
            .that()
            .resideInAPackage("..rest..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..store..");

    @ArchTest
    static final ArchRule a_room_is_entered_by_its_door = classes()
            .that()
            .resideInAPackage("org.goichung..")
            .should(new ArchCondition<>("use of other features only what stands beside their services") {
                @Override
                public void check(JavaClass origin, ConditionEvents events) {
                    for (var dependency : origin.getDirectDependenciesFromSelf()) {
                        String target = dependency.getTargetClass().getPackageName();
                        if (!target.startsWith(BASE) || roomOf(target).equals("platform")) continue;
                        if (roomOf(target).equals(roomOf(origin.getPackageName()))) continue;
                        if (FURNITURE.stream().anyMatch(part -> target.contains("." + part)))
                            events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                    }
                }
            });

    @ArchTest
    static final ArchRule nothing_blocks = noClasses()
            .should()
            .callMethod(Uni.class, "await")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("jakarta.transaction.Transactional");

    @ArchTest
    static final ArchRule there_is_one_clock = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.goichung.platform.time.DatabaseClock")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now");

    @ArchTest
    static final ArchRule every_operation_says_who_may = methods()
            .that(new DescribedPredicate<JavaMethod>("serve HTTP") {
                @Override
                public boolean test(JavaMethod method) {
                    return List.of(GET.class, POST.class, PUT.class, PATCH.class, DELETE.class).stream()
                            .anyMatch(method::isAnnotatedWith);
                }
            })
            .should(new ArchCondition<>("carry @RolesAllowed or @PermitAll, themselves or by their class") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    boolean said = List.of(RolesAllowed.class, PermitAll.class).stream()
                            .anyMatch(annotation -> method.isAnnotatedWith(annotation)
                                    || method.getOwner().isAnnotatedWith(annotation));
                    if (!said) events.add(SimpleConditionEvent.violated(method, method.getFullName()));
                }
            });

    private static String roomOf(String packageName) {
        String inside = packageName.length() <= BASE.length() ? "" : packageName.substring(BASE.length());
        int dot = inside.indexOf('.');
        return dot < 0 ? inside : inside.substring(0, dot);
    }
}
