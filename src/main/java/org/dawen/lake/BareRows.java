package org.dawen.lake;

import java.io.Serializable;
import java.util.Iterator;
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

  /** From the rows of a part to other rows; each is valid until the next is asked for. */
  public interface Step extends Serializable {
    Iterator<InternalRow> over(Iterator<InternalRow> rows);
  }

  /**
   * The rows a step gives. What must be shuffled or sent around before it is computed at once, not
   * when the result is written.
   */
  public static Dataset<Row> through(Dataset<Row> rows, StructType type, Step step) {
    JavaRDD<InternalRow> bare =
        ((org.apache.spark.sql.classic.Dataset<Row>) rows).queryExecution().toRdd().toJavaRDD();
    return of(rows.sparkSession(), bare.mapPartitions(step::over), type);
  }

  /** Rows made elsewhere, which must be of this type. */
  public static Dataset<Row> of(SparkSession spark, JavaRDD<InternalRow> rows, StructType type) {
    return ((org.apache.spark.sql.classic.SparkSession) spark)
        .internalCreateDataFrame(rows.rdd(), type, false);
  }
}
