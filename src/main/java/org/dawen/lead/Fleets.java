package org.dawen.lead;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.commons.codec.digest.DigestUtils;
import org.dawen.lake.TextOrder;
import org.dawen.lead.Enterprises.OutletEnterprise;
import org.dawen.lead.Enterprises.OwnedVehicle;
import org.dawen.registry.Period;
import org.dawen.run.Owners;

/**
 * Fleets (车队): the vehicles that one owner has in the registry. An owner that an outlet names as
 * its enterprise has that enterprise's code; any other company is named itself, a person by a code
 * that does not tell the name. Ours.
 */
final class Fleets {
  private static final int HASH_DIGITS = 8;

  private final Map<String, String> named = new HashMap<>();
  private final List<Member> members = new ArrayList<>();
  private final Map<String, List<Member>> byVin = new HashMap<>();
  private final Map<String, List<Member>> byEnterprise = new HashMap<>();
  private final Map<Fleet, Integer> sizes = new HashMap<>();

  /** A vehicle in its fleet over one period. */
  record Member(String vin, String owner, String enterprise, String county, Period period) {}

  private record Fleet(String enterprise, LocalDate day) {}

  Fleets(List<OwnedVehicle> vehicles, List<OutletEnterprise> outlets) {
    for (OutletEnterprise o : outlets) {
      if (o.enterpriseName() != null && o.enterpriseCode() != null) {
        named.merge(
            o.enterpriseName(), o.enterpriseCode(), (a, b) -> TextOrder.compare(a, b) <= 0 ? a : b);
      }
    }
    for (OwnedVehicle v : vehicles) {
      if (v.owner() != null) {
        Member member =
            new Member(v.vin(), v.owner(), enterpriseOf(v.owner()), v.countyCode(), v.period());
        members.add(member);
        byVin.computeIfAbsent(v.vin(), c -> new ArrayList<>(1)).add(member);
        byEnterprise.computeIfAbsent(member.enterprise(), c -> new ArrayList<>()).add(member);
      }
    }
  }

  /**
   * A company by its name; a person by the family name and eight digits of the name's SHA-256:
   * codes and ids of leads are quoted in work orders and reports, which must not show the name.
   */
  static String codeOf(String owner) {
    String name = owner.replaceAll("^ +| +$", "");
    if (Owners.isCompany(name)) {
      return owner;
    }
    String familyName = name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1));
    return familyName + "-" + DigestUtils.sha256Hex(owner).substring(0, HASH_DIGITS);
  }

  /** The code of an owner: of an enterprise that the outlets name, or {@link #codeOf}. */
  String enterpriseOf(String owner) {
    String known = named.get(owner);
    return known == null ? codeOf(owner) : known;
  }

  /** Every vehicle that has an owner, in each of its periods. */
  List<Member> members() {
    return members;
  }

  /** The enterprises to whose fleets a vehicle belongs on a day: one, unless periods overlap. */
  TreeSet<String> enterprisesOf(String vin, LocalDate day) {
    TreeSet<String> enterprises = new TreeSet<>(TextOrder::compare);
    for (Member m : byVin.getOrDefault(vin, List.of())) {
      if (m.period().holdsOn(day)) {
        enterprises.add(m.enterprise());
      }
    }
    return enterprises;
  }

  /** How many vehicles a fleet has on a day. */
  int size(String enterprise, LocalDate day) {
    return sizes.computeIfAbsent(
        new Fleet(enterprise, day),
        f ->
            (int)
                byEnterprise.getOrDefault(enterprise, List.of()).stream()
                    .filter(m -> m.period().holdsOn(day))
                    .map(Member::vin)
                    .distinct()
                    .count());
  }
}
