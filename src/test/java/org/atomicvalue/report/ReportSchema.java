package org.atomicvalue.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/** What {@code docs/report.schema.json} says of the data of a report. */
final class ReportSchema {

  private static final Path FILE = Path.of("docs", "report.schema.json");

  private ReportSchema() {}

  /** Where the data does not keep the schema; empty if it does. */
  static Set<String> violations(JsonNode data) throws IOException {
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(Files.readString(FILE));
    return schema.validate(data).stream().map(ValidationMessage::getMessage).collect(Collectors.toSet());
  }
}
