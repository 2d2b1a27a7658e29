package org.dawen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./dawen registry check} says of treatment links, retirement targets and entries. */
class TreatmentRegistryTest {
  @TempDir private Path folder;

  private Map<String, List<String>> checked(Map<String, String> files) throws IOException {
    Path registry = Files.createDirectories(folder.resolve("landing/registry"));
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(registry.resolve(file.getKey()), file.getValue());
    }
    return CheckedRegistry.offenders(CheckedRegistry.json(folder.resolve("landing")));
  }

  @Test
  void linksThatCannotWorkAreNamedWithTheirLine() throws IOException {
    Map<String, List<String>> found =
        checked(
            Map.of(
                "outlets.csv",
                "outlet_code,mn,name,medium,source_type\n"
                    + "O1,M1,一,gas,coal_boiler_new\nI1,M2,进口,gas,coal_boiler_new\nI2,M3,进口,gas,\n",
                "meters.csv",
                "meter_code,enterprise_code,role,facility_code\nME1,E1,treatment,F1\n",
                "treatment_links.csv",
                "outlet_code,pollutant_code,inlet_codes,inlet_device_no,facility_code,"
                    + "treatment_process,design_removal_percent,removal_basis\n"
                    + "O1,a21026,I1; I2,,F1,fgd,95,mass\n"
                    + "O1,a21002,I3,,ME1,scr,0.8,mass\n"
                    + "O1,a34013,I2,01,F9,,950,concentration\n"
                    + "O9,a21026,,,,,95,mass\n"
                    + "O1,a21005,,,,scr,,mass\n"
                    + "O1,a21001,I1；O1,,,scr,,mass\n",
                "retirement_targets.csv",
                "area_code,subject_kind,year,most_stage,target_count\n"
                    + "370900,machine,2024,国一,1147\n"
                    + "370902,machine,2024,国Ⅲ及以下,12\n"
                    + "370902,truck,2024,China III,12\n"
                    + "370902,machine,2023,一般,12\n",
                "counties.csv",
                "county_code,name,city_code\n370902,泰山区,370901\n"));

    assertThat(found.get("treatment_of_unknown_outlets"))
        .containsExactly(
            "registry/treatment_links.csv line 3: I3, registered 0",
            "registry/treatment_links.csv line 5: O9");
    assertThat(found.get("inlets_judged_as_outlets"))
        .containsExactly("registry/outlets.csv line 3: I1");
    assertThat(found.get("treatment_inlet_not_clear"))
        .containsExactly(
            "registry/treatment_links.csv line 4: O1 a34013",
            "registry/treatment_links.csv line 5: O9 a21026",
            "registry/treatment_links.csv line 7: O1 a21001");
    assertThat(found.get("treatment_design_not_a_share"))
        .containsExactly(
            "registry/treatment_links.csv line 3: O1 a21002 0.8000",
            "registry/treatment_links.csv line 4: O1 a34013 950.0000");
    assertThat(found.get("treatment_without_meter"))
        .containsExactly("registry/treatment_links.csv line 4: F9");
    assertThat(found.get("outlets_without_limits")).containsExactly("O1 一");
    assertThat(found.get("retirement_targets_of_nobody"))
        .containsExactly(
            "registry/retirement_targets.csv line 2: 370900 国一",
            "registry/retirement_targets.csv line 5: 370902 一般");
  }

  @Test
  void entriesThatCountNowhereAreNamedWithTheirDay() throws IOException {
    Map<String, List<String>> found =
        checked(
            Map.of(
                "plan_targets.csv",
                "target_id,measure_no,title_zh,title_en,project_zh,project_en,strength,comparator,"
                    + "target_value,unit,course,judged_each,due_day,due_from,source_kind,valid_from,"
                    + "valid_to\n"
                    + "T1,1,一,one,专项,part,must,>=,3,个,rises,year,2024-12-31,implied,entry,"
                    + "2024-01-01,2024-12-31\n"
                    + "T2,1,二,two,专项,part,must,>=,,个,rises,year,2024-12-31,implied,not_in_plan,"
                    + "2024-01-01,2024-12-31\n",
                "plan_entries.csv",
                "target_id,entry_day,entered_value,document_no,reporter\n"
                    + "T1,2024-01-01,1,D1,科\nT1,2024-12-31,1,D1,科\nT1,2025-01-01,1,D1,科\n"
                    + "T1,2023-12-31,1,D1,科\nT2,2024-03-01,1,D1,科\nT9,2024-03-01,1,D1,科\n"));

    assertThat(found.get("plan_entries_of_nobody"))
        .containsExactly(
            "registry/plan_entries.csv line 4: T1 2025-01-01",
            "registry/plan_entries.csv line 5: T1 2023-12-31",
            "registry/plan_entries.csv line 6: T2 2024-03-01",
            "registry/plan_entries.csv line 7: T9 2024-03-01");
  }
}
