import { type AccountView, type AccountViewOptions, viewAccounts } from "../account/account-view.js";
import type { DeliveredCreative } from "../account/delivered.js";
import type { ReadCreative, ReportedCreative, ReportedPair } from "../report/scan-report.js";

/** The accounts of a report's scanned creatives; undefined where none is known. A library's creatives only explain what they are like. */
export function viewReportedAccounts(
  creatives: readonly ReportedCreative[],
  pairs: readonly ReportedPair[],
  options: AccountViewOptions = {},
): AccountView | undefined {
  const read = creatives.filter((each): each is ReadCreative => each.status === "ok");
  if (!read.some(({ origin, account }) => origin === "scan" && account !== undefined)) return undefined;
  return viewAccounts(read.map(asDelivered), pairs, options);
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
