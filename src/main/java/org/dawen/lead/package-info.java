/**
 * Leads (异常问题线索): what several sources say about one enterprise and one matter, joined. Sees the
 * tables of the domains and nothing else of them.
 */
package org.dawen.lead;
