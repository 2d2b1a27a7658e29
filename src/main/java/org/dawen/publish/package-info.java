/**
 * What people see: the morning brief, the sheets of the county branches, the monthly feed, the data
 * dictionary as a page, the pages to explore. Reads result tables by the names the catalogue
 * declares and writes files; computes nothing that is not in a table, but counts.
 */
package org.dawen.publish;
