package org.dawen.run;

import com.google.common.collect.AbstractIterator;
import com.google.common.collect.Iterators;
import com.google.common.collect.PeekingIterator;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.util.LongAccumulator;
import org.dawen.lake.RecordBytes;
import scala.Tuple2;

/** The entities of rows that come sorted by key, one after another. */
final class EntitiesOfTask extends AbstractIterator<Entity> {
  private final List<PassSpec.Followed<?>> follows;
  private final List<? extends RecordBytes<?>> bytes;
  private final PeekingIterator<Tuple2<String, byte[]>> sorted;
  private final LongAccumulator read;

  EntitiesOfTask(Pass pass, Iterator<Tuple2<String, byte[]>> sorted, LongAccumulator read) {
    this.follows = pass.spec().follows();
    this.bytes = follows.stream().map(f -> new RecordBytes<>(f.type())).toList();
    this.sorted = Iterators.peekingIterator(sorted);
    this.read = read;
  }

  @Override
  protected Entity computeNext() {
    if (!sorted.hasNext()) {
      return endOfData();
    }
    Entity entity = new Entity(sorted.peek()._1(), follows);
    while (sorted.hasNext() && sorted.peek()._1().equals(entity.key())) {
      byte[] rows = sorted.next()._2();
      int place = RecordBytes.place(rows);
      for (Iterator<? extends Record> all = bytes.get(place).behindPlace(rows); all.hasNext(); ) {
        entity.add(place, all.next());
        read.add(1);
      }
    }
    return entity;
  }
}
