package org.atomicvalue.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What this build has found out so far keeps the schema, whatever the checks have put into their records. */
class ReportIT {

  @Test
  void theRecordsOfThisBuildKeepTheSchema() throws Exception {
    ReportData data = ReportData.gather();
    assertFalse(data.links().stream().allMatch(link -> link.checks().isEmpty()), "nothing has been recorded");
    JsonNode json = new ObjectMapper().valueToTree(data);
    assertEquals(Set.of(), ReportSchema.violations(json));
    Report.render(json);
  }
}
