package org.dawen.source;

/** Why there is no removal efficiency, in the order in which the reasons are asked. */
public enum NoRemoval {
  /** No packet has the inlet's concentration. */
  INLET_NOT_RECEIVED,
  /** No packet has the outlet's concentration. */
  OUTLET_NOT_RECEIVED,
  /** Outlet or every inlet is shut down: flag F, a mark of a shutdown, or no flow. */
  NOT_RUNNING,
  /** A mark of the enterprise touches the hour of an inlet or of the outlet. */
  MARKED,
  /** The inlet's value cannot be judged. */
  INLET_NOT_JUDGEABLE,
  /** The outlet's value cannot be judged. */
  OUTLET_NOT_JUDGEABLE,
  /** By mass: the flow of an inlet or of the outlet is not known. */
  FLOW_MISSING,
  /** By concentration: several inlets run at once, so that only masses can be compared. */
  SEVERAL_INLETS,
  /** By concentration: no limit of the outlet has a reference oxygen. */
  NO_REFERENCE_OXYGEN,
  /** By concentration: no converted mean was sent, and no oxygen to convert by. */
  O2_MISSING,
  /** Concentrations or masses in units that cannot be compared, or no mean. */
  NOT_COMPARABLE,
  /** Less enters than leaves: one of the two is measured wrongly, or nothing is removed. */
  INLET_BELOW_OUTLET,
  /** Nothing enters and nothing leaves. */
  INLET_ZERO
}
