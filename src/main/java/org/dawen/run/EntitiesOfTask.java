package org.dawen.run;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.util.LongAccumulator;
import org.dawen.lake.RecordBytes;
import scala.Tuple2;

/** The entities of rows that come sorted by key, one after another. */
final class EntitiesOfTask implements Iterator<Entity> {
  private final List<PassSpec.Followed<?>> follows;
  private final List<? extends RecordBytes<?>> bytes;
  private final Iterator<Tuple2<String, byte[]>> sorted;
  private final LongAccumulator read;
  private Tuple2<String, byte[]> next;

  EntitiesOfTask(Pass pass, Iterator<Tuple2<String, byte[]>> sorted, LongAccumulator read) {
    this.follows = pass.spec().follows();
    this.bytes = follows.stream().map(f -> new RecordBytes<>(f.type())).toList();
    this.sorted = sorted;
    this.read = read;
    advance();
  }

  private void advance() {
    next = sorted.hasNext() ? sorted.next() : null;
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public Entity next() {
    if (next == null) {
      throw new NoSuchElementException();
    }
    Entity entity = new Entity(next._1(), follows);
    while (next != null && next._1().equals(entity.key())) {
      int place = RecordBytes.place(next._2());
      entity.add(place, bytes.get(place).read(next._2()));
      read.add(1);
      advance();
    }
    return entity;
  }
}
