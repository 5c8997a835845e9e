import type { AccountTexts } from "./account-texts.js";
import { plural } from "./english-plural.js";

/** What is said about an account, in English. */
export const ENGLISH_ACCOUNT: AccountTexts = {
  levels: { good: "good", fair: "fair", serious: "serious", severe: "severe", critical: "very severe" },
  warnings: { yellow: "yellow warning", orange: "orange warning", red: "red warning" },
  standings: {
    original: "original",
    "own-duplicate": "duplicate of its own",
    "carried-over": "carried over",
    repeat: "repeat",
  },
  exemptions: { customer: "one customer", accounts: "named accounts", takedown: "up again after a takedown" },
  headings: {
    accounts: "Accounts",
    similar: "Similar creatives",
    firstPublishes: "First published here, repeated later",
    exempt: "Exempt",
    poorDesign: "Design that may count as low quality",
    next: "What to do",
  },
  columns: {
    account: "Account",
    level: "Level",
    recent: "New and similar",
    library: "Original",
    shares: "Shares",
    creative: "Creative",
    standing: "Why",
    shown: "Ad list shows",
    repeatedByOwn: "By itself",
    repeatedByOthers: "By others",
    exemption: "Exempt",
    design: "Design",
    reason: "Reason",
    since: "Since",
    state: "State",
  },
  account: (name) => `Account ${name}`,
  noLevel: "nothing new",
  heldBack: "held back",
  countHeldBack: (count) => `${plural(count, "creative")} held back`,
  recentShare: (similar, all, percent, days) =>
    `${similar} of ${plural(all, "new creative")} in ${plural(days, "day")} similar (${percent})`,
  nothingRecent: (days) => `Nothing new in ${plural(days, "day")}`,
  originalShare: (original, all, percent, days) =>
    `${original} of ${plural(all, "creative")} in ${plural(days, "day")} original (${percent})`,
  repeats: (id, account, percent) =>
    `${percent} as ${id}${account === undefined ? "" : ` of account ${account}`}`,
  exemptUnder: (earlier, exemption, reason) => `as ${earlier}; ${exemption}: ${reason}`,
  asOf: (date) => `Seen from ${date}`,
  withoutAccount: (count) => `${plural(count, "creative")} without an account`,
  noAccounts: () =>
    "No account is known. A manifest with a column account tells whose creatives are: samecut library add --manifest.",
  more: (count) => `${count} more: see --verbose, --json or --csv.`,

  lowerShare: (replace, orAdd, below) =>
    `Replace ${plural(replace, "new similar creative")} by original ones${
      orAdd > 0 ? `, or deliver ${plural(orAdd, "more original one")}` : ""
    }: below ${below} nothing is held back.`,
  keepRoom: (moreSimilar) =>
    `Nothing is held back yet; ${plural(moreSimilar, "more similar creative")} would change that.`,
  ownDuplicates: (creatives) =>
    `${plural(creatives, "new creative repeats", "new creatives repeat")} one delivered before: deliver the earlier one on, or shoot another opening. samecut compare tells what would have to change.`,
  carriedOver: (creatives) =>
    `${plural(creatives, "new creative shows", "new creatives show")} what another account delivered first: use footage of your own. If both accounts are one customer's, say so with samecut exempt.`,
  raiseOriginalShare: (percent, target) =>
    `${percent} of the creatives are original; contracts are renewed far more often above ${target}.`,
  poorDesign: (creatives) =>
    `${plural(creatives, "new creative is", "new creatives are")} blurred, stretched, text only or still pictures only: platforms may mark that as low quality, similar or not.`,
  nothingNew: () => "Nothing is new, so there is no level; deliver as usual.",
  nothingToDo: () => "Nothing has to be done.",

  inForce: "in force",
  takenBack: (date) => `taken back ${date}`,
  noExemptions: () => "There are no exemptions.",
};
