package org.dawen.intake;

import java.io.Serializable;

/**
 * Rows of one table from one file or slice of a file, packed: what a feed that is read once hands
 * on while the file is counted, so that it need not be read again.
 *
 * @param slice number of the slice; {@link FileSlice#WHOLE} for a file that was read in one piece
 * @param table name of the table
 */
record KeptRows(String fileId, int slice, String table, byte[] bytes) implements Serializable {}
