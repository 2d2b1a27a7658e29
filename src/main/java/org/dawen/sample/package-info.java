/** Generated cities for demonstrations and load, deterministic by seed, with an answer key. */
package org.dawen.sample;
