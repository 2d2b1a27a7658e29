package org.dawen.cli;

import java.nio.file.Path;
import org.dawen.lake.Trouble;
import picocli.CommandLine.Option;

/** Where the brief and the branch workbooks go. */
class BriefOptions {
  @Option(names = "--briefs", paramLabel = "DIR")
  Path briefs;

  Path folder(LakeOptions options) {
    if (briefs != null) {
      return briefs;
    }
    if (!hasFolder(options)) {
      throw Trouble.usage("brief.no-folder", options.lake);
    }
    return Path.of(options.lake.replaceFirst("^file:(//)?", ""))
        .toAbsolutePath()
        .normalize()
        .resolveSibling("briefs");
  }

  /** False for a lake elsewhere and no folder named: then a night writes no brief. */
  boolean hasFolder(LakeOptions options) {
    return briefs != null || !options.lake.contains("://") || options.lake.startsWith("file:");
  }
}
