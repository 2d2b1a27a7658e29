package org.dawen.lake;

import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;

/**
 * Computations on rows in the form Spark keeps them in. Turning each into an object and back costs
 * more than the computation where there are millions of them (docs/decisions/0032).
 */
public final class BareRows {
  private BareRows() {}

  /** Rows made elsewhere, which must be of this type. */
  public static Dataset<Row> of(SparkSession spark, JavaRDD<InternalRow> rows, StructType type) {
    return ((org.apache.spark.sql.classic.SparkSession) spark)
        .internalCreateDataFrame(rows.rdd(), type, false);
  }
}
