package org.dawen.publish;

import java.nio.file.Path;

/**
 * What was written of a site.
 *
 * @param index the page to open
 * @param written files whose content is new or changed
 * @param unchanged files that were as they are
 * @param removed data files that no longer belong to it
 * @param bytes length of all its files
 */
public record SiteReport(Path index, int written, int unchanged, int removed, long bytes) {}
