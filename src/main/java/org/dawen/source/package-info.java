/**
 * Pollution sources (污染源): the hours of their outlets with the limit in force, and the hours above
 * it. What the device reported, the enterprise's mark and our judgement are in separate columns.
 */
package org.dawen.source;
