/**
 * Ground water and soil (地下水与土壤): samples and their classes, years of points, plots of land. What a
 * class allows comes from {@code org.dawen.standard} by the data day.
 */
package org.dawen.ground;
