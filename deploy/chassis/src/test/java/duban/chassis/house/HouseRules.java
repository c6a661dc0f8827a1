package duban.chassis.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;

/** How the code of a service is built, checked on its classes. */
public final class HouseRules {

  private static final String JUNK = ".*(Util|Utils|Helper|Manager|Impl)";

  private HouseRules() {}

  /** Throws an AssertionError that lists what breaks a rule in {@code basePackage} and below. */
  public static void check(String basePackage) {
    var classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(basePackage);
    if (classes.isEmpty()) {
      throw new AssertionError("No classes in " + basePackage);
    }
    rules(basePackage).forEach(rule -> check(rule, classes));
  }

  private static void check(ArchRule rule, JavaClasses classes) {
    rule.allowEmptyShould(true).check(classes);
  }

  private static List<ArchRule> rules(String basePackage) {
    var resources = annotated("jakarta.ws.rs.Path");
    return List.of(
        slices().matching(basePackage + ".(*)..").should().beFreeOfCycles(),
        methods()
            .that()
            .areMetaAnnotatedWith("jakarta.ws.rs.HttpMethod")
            .should(
                state(
                    "who may call it",
                    "jakarta.annotation.security.PermitAll",
                    "jakarta.annotation.security.RolesAllowed"))
            .andShould()
            .bePublic(),
        // Else whoever asks for text or HTML gets what toString() makes of a list.
        methods()
            .that()
            .areMetaAnnotatedWith("jakarta.ws.rs.HttpMethod")
            .and()
            .doNotHaveRawReturnType("jakarta.ws.rs.core.Response")
            .should(state("in which form it answers", "jakarta.ws.rs.Produces")),
        noMethods()
            .that()
            .areMetaAnnotatedWith("jakarta.ws.rs.HttpMethod")
            .should(answerEntities()),
        noFields().should().beAnnotatedWith("jakarta.inject.Inject"),
        noClasses().should().haveNameMatching(JUNK),
        noClasses()
            .should()
            .resideInAnyPackage("..service..", "..dto..", "..util..", "..impl..", "..common.."),
        noMethods()
            .that()
            .areAnnotatedWith("org.eclipse.microprofile.faulttolerance.Retry")
            .should()
            .beAnnotatedWith("jakarta.transaction.Transactional"),
        noClasses()
            .that()
            .resideOutsideOfPackage("duban.chassis.outbox")
            .should()
            .dependOnClassesThat(are(resideInAPackage("org.apache.kafka.clients.producer.."))),
        tellTimeOnlyByTheClock(),
        fetchNothing(),
        classes().that(resources).should().haveSimpleNameEndingWith("Resource"));
  }

  private static com.tngtech.archunit.base.DescribedPredicate<
          com.tngtech.archunit.core.domain.JavaClass>
      annotated(String annotation) {
    return com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith(
            annotation)
        .forSubtype();
  }

  private static ArchRule tellTimeOnlyByTheClock() {
    return noClasses()
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(LocalDateTime.class, "now")
        .orShould()
        .callMethod(OffsetDateTime.class, "now")
        .orShould()
        .callMethod(ZonedDateTime.class, "now")
        .orShould()
        .callMethod(Clock.class, "systemDefaultZone")
        .orShould()
        .callMethod(java.time.ZoneId.class, "systemDefault")
        .because("business time is the database's, through BusinessClock");
  }

  private static ArchRule fetchNothing() {
    return noClasses()
        .that()
        .resideOutsideOfPackage("duban.local..") // which asks the parts that it started
        .should()
        .dependOnClassesThat(
            are(
                resideInAPackage("java.net.http..")
                    .or(assignableTo(java.net.URLConnection.class))
                    .or(assignableTo(java.net.Socket.class))))
        .orShould()
        .callMethod(java.net.URL.class, "openConnection")
        .because("an address that a caller names must not be asked by us");
  }

  private static ArchCondition<JavaMethod> state(String what, String... annotations) {
    return new ArchCondition<>("state " + what) {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        var stated =
            List.of(annotations).stream()
                .anyMatch(
                    it -> method.isAnnotatedWith(it) || method.getOwner().isAnnotatedWith(it));
        events.add(
            new SimpleConditionEvent(
                method, stated, method.getFullName() + " does not say " + what));
      }
    };
  }

  private static ArchCondition<JavaMethod> answerEntities() {
    return new ArchCondition<>("have entities in their signatures") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        var named =
            method.getAllInvolvedRawTypes().stream()
                .anyMatch(it -> it.isAnnotatedWith("jakarta.persistence.Entity"));
        events.add(
            new SimpleConditionEvent(method, named, method.getFullName() + " shows an entity"));
      }
    };
  }
}
