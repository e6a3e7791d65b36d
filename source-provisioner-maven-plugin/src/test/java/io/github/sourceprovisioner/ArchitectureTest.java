package io.github.sourceprovisioner;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.File;
import java.util.stream.Stream;

/** The arrows of the house, as the design draws them. There are no exclusions. */
@AnalyzeClasses(
    packages = "io.github.sourceprovisioner",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String BASE = "io.github.sourceprovisioner.";

  @ArchTest
  static final ArchRule failureSeesOnlyTheJdk = sees("failure", "java..", "org.jspecify..");

  @ArchTest
  static final ArchRule modelSeesOnlyFailure =
      sees("model", "java..", "org.jspecify..", BASE + "failure..");

  @ArchTest
  static final ArchRule spiSeesOnlyModel =
      sees("spi", "java..", "org.jspecify..", BASE + "failure..", BASE + "model..");

  @ArchTest static final ArchRule stackIsOneRoom = room("stack");
  @ArchTest static final ArchRule locateIsOneRoom = room("locate");
  @ArchTest static final ArchRule cacheIsOneRoom = room("cache");
  @ArchTest static final ArchRule archiveIsOneRoom = room("archive");
  @ArchTest static final ArchRule workdirIsOneRoom = room("workdir");
  @ArchTest static final ArchRule lockIsOneRoom = room("lock");
  @ArchTest static final ArchRule hookIsOneRoom = room("hook");
  @ArchTest static final ArchRule reportIsOneRoom = room("report");
  @ArchTest static final ArchRule webIsOneRoom = room("web");
  @ArchTest static final ArchRule fetchersSeeOnlyTheSpiAndTheWeb = room("fetch", "web");
  @ArchTest static final ArchRule builtinsSeeOnlyTheSpi = room("builtin");

  @ArchTest
  static final ArchRule nobodySeesFetchersAndBuiltins =
      noClasses()
          .that()
          .resideOutsideOfPackages(BASE + "fetch..", BASE + "builtin..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(BASE + "fetch..", BASE + "builtin..")
          .because("they are found by ServiceLoader");

  @ArchTest
  static final ArchRule onlyFetchersUseTheWeb =
      noClasses()
          .that()
          .resideOutsideOfPackages(BASE + "fetch..", BASE + "web..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(BASE + "web..");

  @ArchTest
  static final ArchRule fetchersDoNotSeeEachOther =
      slices()
          .matching(BASE + "fetch.(*)..")
          .should()
          .notDependOnEachOther()
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule engineDoesNotSeeTheMojos =
      noClasses()
          .that()
          .resideInAPackage(BASE + "engine..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(BASE + "mojo..", BASE + "report..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule onlyMojosKnowMaven =
      noClasses()
          .that()
          .resideOutsideOfPackage(BASE + "mojo..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.maven..", "org.eclipse.aether..", "org.codehaus..");

  @ArchTest
  static final ArchRule jgitStaysInItsFetcher = onlyIn("fetch.git..", "org.eclipse.jgit..");

  @ArchTest
  static final ArchRule yamlStaysInTheStackAndTheReport =
      noClasses()
          .that()
          .resideOutsideOfPackages(BASE + "stack..", BASE + "report..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.yaml..");

  @ArchTest
  static final ArchRule noCycles = slices().matching(BASE + "(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule noStaticMutableState =
      noFields().that().areStatic().should().notBeFinal().because("a daemon and -T share one JVM");

  @ArchTest
  static final ArchRule namesSayTheConcept =
      noClasses()
          .should()
          .haveNameMatching(".*(Utils?|Helper|Manager)")
          .orShould()
          .haveSimpleNameStartingWith("Abstract");

  @ArchTest
  static final ArchRule pathsAreNotFiles =
      noClasses()
          .that()
          .resideOutsideOfPackages(BASE + "mojo..", BASE + "fetch.git..")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(File.class)
          .because("Path, not File; Maven and JGit ask for File at the edge");

  private static ArchRule sees(String room, String... allowed) {
    return classes()
        .that()
        .resideInAPackage(BASE + room + "..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(with(BASE + room + "..", allowed))
        .allowEmptyShould(true);
  }

  /** A room between the engine and the SPI: it sees no other room but those that are named. */
  private static ArchRule room(String name, String... others) {
    return noClasses()
        .that()
        .resideInAPackage(BASE + name + "..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.github.sourceprovisioner..")
                .and(
                    not(
                        resideInAnyPackage(
                            with(
                                BASE + name + "..",
                                Stream.concat(
                                        Stream.of("spi", "model", "failure"), Stream.of(others))
                                    .map(room -> BASE + room + "..")
                                    .toArray(String[]::new))))))
        .allowEmptyShould(true)
        .because("rooms are put together by the engine alone");
  }

  private static ArchRule onlyIn(String room, String library) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(BASE + room)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library);
  }

  private static String[] with(String first, String... rest) {
    String[] all = new String[rest.length + 1];
    all[0] = first;
    System.arraycopy(rest, 0, all, 1, rest.length);
    return all;
  }
}
