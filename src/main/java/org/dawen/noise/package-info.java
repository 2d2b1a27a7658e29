/**
 * Functional-zone noise (功能区噪声): hours and days of points, exceedances, compliance of zones. Pure
 * rules on records; what is received comes from {@code intake}.
 */
package org.dawen.noise;
