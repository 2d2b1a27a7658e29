/**
 * The indicator pool (总量指标池): certified reductions, the city's share of them, what projects were
 * allotted, and the proof that nothing was made or lost on the way. The ledger itself ({@link
 * org.dawen.pool.Ledger}) is plain Java and knows no Spark.
 */
package org.dawen.pool;
