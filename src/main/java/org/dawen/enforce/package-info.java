/** Enforcement: draws that anyone can repeat, and letters of residents until none is open. */
package org.dawen.enforce;
