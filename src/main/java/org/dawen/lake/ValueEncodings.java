package org.dawen.lake;

import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.values.ValuesWriter;
import org.apache.parquet.column.values.dictionary.DictionaryValuesWriter.PlainBinaryDictionaryValuesWriter;
import org.apache.parquet.column.values.factory.DefaultValuesWriterFactory;
import org.apache.parquet.column.values.fallback.FallbackValuesWriter;
import org.apache.parquet.column.values.plain.PlainValuesWriter;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/**
 * What encodes the values of a column: numbers without a dictionary by {@link PlainNumbers}, texts
 * with one that is not asked again for the text of the row before, others as Parquet does.
 */
final class ValueEncodings extends DefaultValuesWriterFactory {
  private ParquetProperties properties;

  @Override
  public void initialize(ParquetProperties given) {
    super.initialize(given);
    properties = given;
  }

  @Override
  public ValuesWriter newValuesWriter(ColumnDescriptor column) {
    ValuesWriter usual = super.newValuesWriter(column);
    PrimitiveTypeName type = column.getPrimitiveType().getPrimitiveTypeName();
    boolean hasDictionary = usual instanceof FallbackValuesWriter;
    return switch (type) {
      case INT32, INT64 -> hasDictionary ? usual : new PlainNumbers();
      case BINARY -> hasDictionary ? texts() : usual;
      default -> usual;
    };
  }

  private ValuesWriter texts() {
    return FallbackValuesWriter.of(
        new TextDictionary(properties),
        new PlainValuesWriter(
            properties.getInitialSlabSize(),
            properties.getPageSizeThreshold(),
            properties.getAllocator()));
  }

  private static final class TextDictionary extends PlainBinaryDictionaryValuesWriter {
    private Binary last;
    private int lastNo;

    TextDictionary(ParquetProperties properties) {
      super(
          properties.getDictionaryPageSizeThreshold(),
          Encoding.PLAIN_DICTIONARY,
          Encoding.PLAIN_DICTIONARY,
          properties.getAllocator());
    }

    @Override
    public void writeBytes(Binary text) {
      if (text != last) {
        lastNo = binaryDictionaryContent.getInt(text);
        if (lastNo < 0) {
          lastNo = getDictionarySize();
          binaryDictionaryContent.put(text.copy(), lastNo);
          dictionaryByteSize += Integer.BYTES + text.length();
        }
        last = text;
      }
      encodedValues.add(lastNo);
    }

    @Override
    protected void clearDictionaryContent() {
      super.clearDictionaryContent();
      last = null;
    }
  }
}
