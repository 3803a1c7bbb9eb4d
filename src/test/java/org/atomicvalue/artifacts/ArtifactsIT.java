package org.atomicvalue.artifacts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires.Modifier;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.atomicvalue.checkers.evidence.BehaviourEvidence;
import org.atomicvalue.checkers.evidence.Link;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** The jars, the bill of materials and the POM say what they should, and contain what they should and nothing else. */
class ArtifactsIT {

  private static final String VERSION = System.getProperty("artifact.version");
  private static final String POM = "META-INF/maven/org.atomicvalue/atomic-value/pom.xml";
  private static final Set<String> API = Set.of("AtomicValue", "WaitFreeAtomicValue");

  @RegisterExtension static final BehaviourEvidence EVIDENCE = new BehaviourEvidence(Link.ARTIFACTS);

  @Test
  void mainJarContainsTheLibraryAlone() throws Exception {
    Set<String> expected = new TreeSet<>(Set.of(
        JarFile.MANIFEST_NAME,
        "META-INF/LICENSE",
        "META-INF/NOTICE",
        "META-INF/proguard/atomic-value.pro",
        POM,
        "META-INF/maven/org.atomicvalue/atomic-value/pom.properties",
        "module-info.class",
        "org/atomicvalue/package-info.class"));
    API.forEach(type -> expected.add("org/atomicvalue/" + type + ".class"));
    assertEquals(expected, Artifact.MAIN.content().keySet());
  }

  @Test
  void classesAreForJava17() throws Exception {
    Map<String, byte[]> content = Artifact.MAIN.content();
    content.keySet().removeIf(name -> !name.endsWith(".class"));
    content.forEach((name, bytes) -> assertEquals(61, bytes[7], () -> "class file version of " + name));
  }

  @Test
  void manifestNamesTheVersion() throws Exception {
    Manifest manifest = new Manifest(new ByteArrayInputStream(Artifact.MAIN.content().get(JarFile.MANIFEST_NAME)));
    Attributes attributes = manifest.getMainAttributes();
    assertEquals("atomic-value", attributes.getValue(Attributes.Name.IMPLEMENTATION_TITLE));
    assertEquals(VERSION, attributes.getValue(Attributes.Name.IMPLEMENTATION_VERSION));
    assertEquals("The atomic-value authors", attributes.getValue(Attributes.Name.IMPLEMENTATION_VENDOR));
    assertFalse(attributes.containsKey(new Attributes.Name("Automatic-Module-Name")), "there is a module-info");
  }

  @Test
  void moduleExportsItsPackageAndNeedsNothing() {
    ModuleDescriptor module =
        ModuleFinder.of(Artifact.MAIN.file()).find("org.atomicvalue").orElseThrow().descriptor();
    assertEquals(VERSION, module.rawVersion().orElse("none"));
    assertEquals(Set.of("org.atomicvalue"), module.packages());
    assertEquals(
        Set.of("org.atomicvalue"),
        module.exports().stream().map(ModuleDescriptor.Exports::source).collect(Collectors.toSet()));
    assertEquals(
        Set.of("java.base"),
        module.requires().stream()
            .filter(required -> !required.modifiers().contains(Modifier.STATIC))
            .map(ModuleDescriptor.Requires::name)
            .collect(Collectors.toSet()));
    assertFalse(module.isOpen());
  }

  @ParameterizedTest
  @EnumSource
  void everyJarCarriesTheLicence(Artifact jar) throws Exception {
    Map<String, byte[]> content = jar.content();
    for (String name : List.of("LICENSE", "NOTICE")) {
      assertArrayEquals(Files.readAllBytes(Path.of(name)), content.get("META-INF/" + name), name);
    }
  }

  @Test
  void sourcesJarHoldsTheSources() throws Exception {
    Map<String, byte[]> content = Artifact.SOURCES.content();
    List<String> names = new ArrayList<>(List.of("module-info.java", "org/atomicvalue/package-info.java"));
    API.forEach(type -> names.add("org/atomicvalue/" + type + ".java"));
    for (String name : names) {
      assertArrayEquals(Files.readAllBytes(Path.of("src/main/java").resolve(name)), content.get(name), name);
    }
  }

  @Test
  void javadocJarDescribesTheLibrary() throws Exception {
    Set<String> pages = Artifact.JAVADOC.content().keySet();
    API.forEach(type -> assertTrue(
        pages.contains("org.atomicvalue/org/atomicvalue/" + type + ".html"), () -> type + " is not in " + pages));
  }

  @Test
  void billOfMaterialsListsNoDependency() throws Exception {
    JsonNode bom = new ObjectMapper().readTree(Artifact.billOfMaterials().toFile());
    assertEquals("CycloneDX", bom.path("bomFormat").asText());
    String self = "pkg:maven/org.atomicvalue/atomic-value@" + VERSION + "?type=jar";
    assertEquals(self, bom.path("metadata").path("component").path("purl").asText());
    assertTrue(bom.path("components").isEmpty(), () -> "components: " + bom.path("components"));
    assertEquals(List.of(self), bom.path("dependencies").findValuesAsText("ref"));
    assertTrue(bom.path("dependencies").path(0).path("dependsOn").isEmpty(), "dependsOn");
  }

  /** What Maven Central refuses a POM without. */
  @ParameterizedTest
  @ValueSource(strings = {
    "name", "description", "url", "licenses/license/name", "licenses/license/url", "developers/developer/name",
    "scm/connection", "scm/developerConnection", "scm/url"
  })
  void pomHas(String element) throws Exception {
    assertFalse(xpath().evaluate("/project/" + element, pom()).isBlank(), element);
  }

  @Test
  void pomPassesNoDependencyOn() throws Exception {
    NodeList passedOn = (NodeList) xpath().evaluate(
        "/project/dependencies/dependency[not(scope = 'test' or scope = 'provided')]/artifactId",
        pom(),
        XPathConstants.NODESET);
    assertEquals(0, passedOn.getLength(), () -> passedOn.item(0).getTextContent());
  }

  /** Neither how it is built and tested, nor with what. */
  @Test
  void pomIsForUsers() throws Exception {
    NodeList ofTheBuild = (NodeList) xpath().evaluate(
        "/project/build | /project/profiles | /project/dependencies/dependency[scope = 'test']",
        pom(),
        XPathConstants.NODESET);
    assertEquals(0, ofTheBuild.getLength(), () -> ofTheBuild.item(0).getNodeName() + " in the published POM");
  }

  private static Document pom() throws Exception {
    byte[] text = Artifact.MAIN.content().get(POM);
    assertNotNull(text, POM);
    return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(text));
  }

  private static XPath xpath() {
    return XPathFactory.newInstance().newXPath();
  }
}
