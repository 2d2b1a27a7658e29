package org.dawen.lead;

import java.time.LocalDate;

/** A day with evidence, from {@code lead.evidence}. */
record EvidenceDay(LocalDate dataDay) {}
