import { z } from "zod";
import type { DeliveredCreative } from "./delivered.js";

/**
 * What is exempt: two similar creatives do not count as a repeat and its original.
 *
 * - `customer`: creatives of this customer in different accounts, such as at several agencies;
 * - `accounts`: creatives in different ones of these accounts, where customers are not recorded;
 * - `takedown`: uploads, by the same account, of what was taken down by risk control; `creative` is the id of what was taken down.
 *
 * Repeats inside one account stay repeats under the first two.
 */
export type ExemptionRule =
  | { readonly kind: "customer"; readonly customer: string }
  | { readonly kind: "accounts"; readonly accounts: readonly string[] }
  | { readonly kind: "takedown"; readonly creative: string };

/** A rule that somebody has made, with when and why. */
export type Exemption = ExemptionRule & {
  /** Unique in its list, such as `e3`; never given twice. */
  readonly id: string;
  /** Why, in the user's words. */
  readonly reason: string;
  /** ISO 8601 in UTC. */
  readonly createdAt: string;
  /** When it was taken back; from then on it holds for nothing. ISO 8601 in UTC. */
  readonly undoneAt?: string | undefined;
};

const name = z.string().trim().min(1).max(500);
const remembered = {
  id: z.string().regex(/^e[1-9]\d*$/),
  reason: name,
  createdAt: z.iso.datetime(),
  undoneAt: z.iso.datetime().optional(),
};

/** An exemption as it is stored. */
export const EXEMPTION_SCHEMA = z.discriminatedUnion("kind", [
  z.strictObject({ ...remembered, kind: z.literal("customer"), customer: name }),
  z.strictObject({ ...remembered, kind: z.literal("accounts"), accounts: z.array(name).min(2).max(1000) }),
  z.strictObject({ ...remembered, kind: z.literal("takedown"), creative: name }),
]) satisfies z.ZodType<Exemption>;

/** True when two rules exempt the same. */
export function isSameRule(one: ExemptionRule, other: ExemptionRule): boolean {
  const keyOf = (rule: ExemptionRule): string => {
    switch (rule.kind) {
      case "customer":
        return rule.customer;
      case "accounts":
        return JSON.stringify([...rule.accounts].sort());
      case "takedown":
        return rule.creative;
    }
  };
  return one.kind === other.kind && keyOf(one) === keyOf(other);
}

/** The first exemption in force under which `later` does not count as a repeat of `earlier`. */
export function exemptionFor(
  earlier: DeliveredCreative,
  later: DeliveredCreative,
  exemptions: readonly Exemption[],
): Exemption | undefined {
  return exemptions.find(
    (exemption) => exemption.undoneAt === undefined && covers(exemption, earlier, later),
  );
}

function covers(rule: ExemptionRule, earlier: DeliveredCreative, later: DeliveredCreative): boolean {
  const { account: from } = earlier;
  const { account: to } = later;
  switch (rule.kind) {
    case "customer":
      return from !== to && earlier.customer === rule.customer && later.customer === rule.customer;
    case "accounts":
      return (
        from !== to &&
        from !== undefined &&
        to !== undefined &&
        rule.accounts.includes(from) &&
        rule.accounts.includes(to)
      );
    case "takedown":
      return from === to && earlier.id === rule.creative;
  }
}
