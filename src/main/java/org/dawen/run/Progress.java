package org.dawen.run;

import org.dawen.lake.Message;

/** Says on standard error what is being done while it is done. */
public interface Progress {
  Progress SILENT =
      new Progress() {
        @Override
        public void step(Message sentence) {}

        @Override
        public void warn(Message sentence) {}
      };

  /** A step has begun or ended. */
  void step(Message sentence);

  /** Something the operator should read even if all goes well. */
  void warn(Message sentence);
}
