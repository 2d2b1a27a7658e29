/** Remote on-board diagnostics of diesel vehicles (柴油货车远程排放监控): minutes, days, anomalies. */
package org.dawen.diesel;
