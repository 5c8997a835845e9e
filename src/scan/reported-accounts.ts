import { type AccountView, type AccountViewOptions, tellAccounts } from "../account/account-view.js";
import type { DeliveredCreative } from "../account/delivered.js";
import type { ReadCreative, ReportedCreative, ReportedPair } from "../report/scan-report.js";
import type { Steps } from "../steps/steps.js";

/** The accounts of a report's scanned creatives; undefined where none is known. A library's creatives only explain what they are like. */
export function* tellReportedAccounts(
  creatives: readonly ReportedCreative[],
  pairs: readonly ReportedPair[],
  options: AccountViewOptions = {},
): Steps<AccountView | undefined> {
  const delivered: DeliveredCreative[] = [];
  let isAnyKnown = false;
  for (const creative of creatives) {
    if (creative.status === "ok") delivered.push(asDelivered(creative));
    isAnyKnown ||= creative.status === "ok" && creative.origin === "scan" && creative.account !== undefined;
    yield;
  }
  return isAnyKnown ? yield* tellAccounts(delivered, pairs, options) : undefined;
}

function asDelivered(creative: ReadCreative): DeliveredCreative {
  const { id, origin, account, customer, uploadedAt, designNotes } = creative;
  return {
    id,
    ...(designNotes === undefined ? {} : { designNotes }),
    counted: origin === "scan",
    ...(account === undefined ? {} : { account }),
    ...(customer === undefined ? {} : { customer }),
    ...(uploadedAt === undefined ? {} : { publishedAt: uploadedAt }),
  };
}
