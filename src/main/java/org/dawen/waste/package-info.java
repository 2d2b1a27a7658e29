/**
 * Hazardous waste (危险废物): stock by batch from the ledgers of units, manifests, findings, classes of
 * management. What is in a store follows from the moves alone, whatever the order of the files.
 */
package org.dawen.waste;
