import type { DeliveredCreative, SimilarPair } from "../../src/account/delivered.js";
import type { Exemption, ExemptionRule } from "../../src/account/exemption.js";

/** The moment the tests look from. */
export const AS_OF = new Date("2026-11-22T00:00:00Z");

/** A creative published so many days before {@link AS_OF}. */
export function delivered(
  id: string,
  account: string | undefined,
  daysAgo: number,
  customer?: string,
): DeliveredCreative {
  return {
    id,
    ...(account === undefined ? {} : { account }),
    ...(customer === undefined ? {} : { customer }),
    publishedAt: new Date(AS_OF.getTime() - daysAgo * 86_400_000).toISOString(),
  };
}

/** Two creatives that are alike. */
export function alike(a: string, b: string, grade: SimilarPair["grade"] = "duplicate"): SimilarPair {
  return { a, b, grade, similarity: 0.9 };
}

/** An exemption in force. */
export function exempting(rule: ExemptionRule, undoneAt?: string): Exemption {
  const remembered = { id: "e1", reason: "agreed by mail", createdAt: "2026-11-01T00:00:00.000Z" };
  return { ...remembered, ...rule, ...(undoneAt === undefined ? {} : { undoneAt }) } as Exemption;
}
