package io.github.sourceprovisioner.stack.yaml;

import static io.github.sourceprovisioner.stack.yaml.Misread.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.stack.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlReaderTest {

  @Test
  void aKeyThatStandsTwiceIsRefused() {
    assertThat(refusal("a: 1", "b: 2", "a: 3"))
        .isEqualTo(
            new Refusal(
                "the key 'a' stands twice in one map",
                "dev.yaml:3:1",
                "remove one of the two; the first is in line 1"));
  }

  @Test
  void keysThatBecomeTheSameStringAreRefused() {
    assertThat(refusal("1: a", "'1': b").message())
        .isEqualTo("the key '1' stands twice in one map");
  }

  @Test
  void aTemplateWithoutQuotesIsRefusedAsAKey() {
    assertThat(refusal("stage: {{ .vars.stage }}"))
        .isEqualTo(
            new Refusal(
                "a key is a map, not a string",
                "dev.yaml:1:9",
                "put a template such as {{ .vars.stage }} into quotes;"
                    + " use a plain string as the key"));
  }

  @Test
  void severalDocumentsAreRefused() {
    assertThat(refusal("a: 1", "---", "b: 2"))
        .isEqualTo(
            new Refusal(
                "the file holds more than one document",
                "dev.yaml:2:1",
                "write one file for each document"));
  }

  @Test
  void aListIsNoManifest() {
    assertThat(refusal("- a"))
        .isEqualTo(
            new Refusal(
                "the file holds a list, not a map",
                "dev.yaml:1:1",
                "start it with a key such as components: or import:"));
  }

  @ParameterizedTest
  @CsvSource({
    "!!java.net.URL, !!java.net.URL",
    "!!javax.script.ScriptEngineManager, !!javax.script.ScriptEngineManager",
    "!!python/object:os.system, !!python/object:os.system",
    "!<tag:example.com:x>, tag:example.com:x"
  })
  void aTagThatNamesAClassIsRefused(String tag, String shown) {
    for (String value : new String[] {" x", " [x]", " {x: y}"}) {
      assertThat(refusal("a: " + tag + value))
          .isEqualTo(
              new Refusal(
                  "unsupported YAML tag " + shown,
                  "dev.yaml:1:4",
                  "remove the tag, or put the value into quotes if it is text"));
    }
  }

  @Test
  void aMistypedFunctionNamesTheNearest() {
    assertThat(refusal("a: !inclde b.yaml"))
        .isEqualTo(new Refusal("unsupported YAML tag !inclde", "dev.yaml:1:4", "use !include"));
  }

  @Test
  void appendIsForListsOnly() {
    assertThat(refusal("a: !append b"))
        .isEqualTo(
            new Refusal(
                "!append is for lists only",
                "dev.yaml:1:4",
                "write a list after !append, one item a line with a dash"));
    assertThat(refusal("a: !append {b: c}"))
        .isEqualTo(
            new Refusal(
                "!append cannot stand before a map",
                "dev.yaml:1:4",
                "use !append before a list; maps are merged anyway"));
  }

  @Test
  void aFunctionTakesOneString() {
    assertThat(refusal("a: !env [HOME]"))
        .isEqualTo(
            new Refusal(
                "!env cannot stand before a list",
                "dev.yaml:1:4",
                "write its arguments as one string after !env"));
  }

  @Test
  void aTabIsRefusedAsIndentation() {
    assertThat(refusal("a:", "\tb: c"))
        .isEqualTo(new Refusal("a tab cannot indent YAML", "dev.yaml:2:1", "indent with spaces"));
  }

  @Test
  void aSyntaxErrorShowsItsPlace() {
    assertThat(refusal("a: b: c"))
        .isEqualTo(
            new Refusal(
                "the file is not valid YAML: mapping values are not allowed here",
                "dev.yaml:1:5",
                "check the indentation and the quotes in this line and the one before"));
  }

  @Test
  void aControlCharacterShowsItsPlace() {
    assertThat(refusal("a: b", "c: d\0"))
        .isEqualTo(
            new Refusal(
                "the file holds the control character U+0000",
                "dev.yaml:2:5",
                "remove it, or write it as an escape in double quotes"));
  }

  @Test
  void aMergeKeyNeedsMaps() {
    assertThat(refusal("<<: text"))
        .isEqualTo(
            new Refusal(
                "the merge key << has a string",
                "dev.yaml:1:1",
                "give it an alias of a map, or a list of such aliases"));
  }
}
