/**
 * The scoreboard of the bureau's work plan (工作要点): every number with its value so far, where the
 * value comes from, and whether it will be reached. Sees the tables of the domains and nothing else
 * of them.
 */
package org.dawen.plan;
