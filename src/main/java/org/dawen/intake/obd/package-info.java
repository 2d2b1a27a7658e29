/**
 * Looks at the evidence of remote on-board diagnostics again: the only code besides the feeds that
 * opens landing files.
 */
package org.dawen.intake.obd;
