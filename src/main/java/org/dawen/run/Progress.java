package org.dawen.run;

/** Says on standard error what is being done while it is done. */
public interface Progress {
  Progress SILENT =
      new Progress() {
        @Override
        public void step(String sentence) {}

        @Override
        public void warn(String sentence) {}
      };

  /** A step has begun or ended. */
  void step(String sentence);

  /** Something the operator should read even if all goes well. */
  void warn(String sentence);
}
