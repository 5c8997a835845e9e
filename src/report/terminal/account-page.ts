import type { AccountFigures, SimilarCreative } from "../../account/account-figures.js";
import type { AccountView } from "../../account/account-view.js";
import { explainLevel, explainNext, explainShares } from "../explain/account.js";
import { percent } from "../numbers.js";
import { paintLevel } from "./level-colour.js";
import { printable } from "./printable.js";
import { drawTable } from "./table.js";
import { type Terminal, wrapLines } from "./terminal.js";

/** What the page of accounts shows. */
export interface AccountPageOptions {
  /** Every similar creative, first publish and exemption, not only the latest. */
  readonly everything: boolean;
}

/** Most rows of one table; more would push the advice out of sight. */
const MOST_ROWS = 20;

/** The accounts for reading on a terminal: of each its shares, its similar creatives and what to do. Ends in a newline. */
export function renderAccountPage(
  view: AccountView,
  terminal: Terminal,
  { everything }: AccountPageOptions,
): string {
  const { colors, texts } = terminal;
  const most = everything ? Number.POSITIVE_INFINITY : MOST_ROWS;
  const sections = view.accounts.map((account) => drawAccount(account, view, most, terminal));
  if (sections.length === 0) sections.push(`${texts.account.noAccounts()}\n`);
  const foot = [
    ...(view.asOf === undefined ? [] : [texts.account.asOf(view.asOf.slice(0, 16).replace("T", " "))]),
    ...(view.withoutAccount > 0 ? [texts.account.withoutAccount(view.withoutAccount)] : []),
  ];
  return wrapLines(`${sections.join("\n")}\n${colors.dim(foot.join(" · "))}\n`, terminal);
}

function drawAccount(account: AccountFigures, view: AccountView, most: number, terminal: Terminal): string {
  const { colors, texts } = terminal;
  const words = texts.account;
  const level = explainLevel(account, words, texts.comma);
  return [
    `${colors.bold(words.account(printable(account.account)))} · ${paintLevel(account.level, level, terminal)}`,
    ...explainShares(account, view, words).map((line) => `  ${line}`),
    ...section(words.headings.similar, drawSimilar(account.similar, most, terminal), terminal),
    ...section(words.headings.firstPublishes, drawFirst(account, most, terminal), terminal),
    ...section(words.headings.exempt, drawExempt(account, most, terminal), terminal),
    ...section(words.headings.poorDesign, drawDesign(account, most, terminal), terminal),
    ...section(words.headings.next, [drawNext(account, terminal)], terminal),
    "",
  ].join("\n");
}

function drawNext({ next }: AccountFigures, terminal: Terminal): string {
  const columns = [
    { title: "", width: { fixed: 2 } },
    { title: "", width: { share: 1 } },
  ];
  const rows = next.map((step, index) => [`${index + 1}.`, explainNext(step, terminal.texts.account)]);
  return drawTable(columns, rows, terminal);
}

function section(heading: string, lines: readonly string[], { colors }: Terminal): string[] {
  return lines.length === 0 ? [] : ["", `  ${colors.bold(heading)}`, ...lines];
}

function drawSimilar(similar: readonly SimilarCreative[], most: number, terminal: Terminal): string[] {
  const { texts, colors } = terminal;
  const { columns, standings, repeats, heldBack } = texts.account;
  const rows = similar
    .slice(0, most)
    .map((creative) => [
      creative.publishedAt?.slice(0, 10) ?? "",
      printable(creative.id),
      [
        standings[creative.standing],
        repeats(
          printable(creative.repeats.id),
          creative.standing === "carried-over" ? printable(creative.repeats.account ?? "") : undefined,
          percent(creative.repeats.similarity),
        ),
      ].join(texts.colon),
      [...(creative.heldBack ? [colors.red(heldBack)] : []), ...creative.shown].join("\n"),
    ]);
  const table = drawTable(
    [
      { title: texts.listing.uploaded, width: { fixed: 10 } },
      { title: columns.creative, width: { share: 0.45 }, holds: "names" },
      { title: columns.standing, width: { share: 0.55 } },
      { title: columns.shown, width: { fixed: 16 } },
    ],
    rows,
    terminal,
  );
  return withRest(table, similar.length - rows.length, terminal);
}

function drawFirst({ firstPublishes }: AccountFigures, most: number, terminal: Terminal): string[] {
  const { columns } = terminal.texts.account;
  const rows = firstPublishes
    .slice(0, most)
    .map(({ id, repeatedByOwn, repeatedByOthers }) => [
      printable(id),
      String(repeatedByOwn),
      String(repeatedByOthers),
    ]);
  const table = drawTable(
    [
      { title: columns.creative, width: { share: 1 }, holds: "names" },
      { title: columns.repeatedByOwn, width: { fixed: 10 } },
      { title: columns.repeatedByOthers, width: { fixed: 10 } },
    ],
    rows,
    terminal,
  );
  return withRest(table, firstPublishes.length - rows.length, terminal);
}

function drawExempt({ exempt }: AccountFigures, most: number, terminal: Terminal): string[] {
  const { account: words } = terminal.texts;
  const rows = exempt
    .slice(0, most)
    .map(({ id, earlier, exemption }) => [
      printable(id),
      words.exemptUnder(
        printable(earlier),
        words.exemptions[exemption.kind],
        `${printable(exemption.reason)} (${exemption.id}, ${exemption.createdAt.slice(0, 10)})`,
      ),
    ]);
  const table = drawTable(
    [
      { title: words.columns.creative, width: { share: 0.4 }, holds: "names" },
      { title: words.columns.exemption, width: { share: 0.6 } },
    ],
    rows,
    terminal,
  );
  return withRest(table, exempt.length - rows.length, terminal);
}

function drawDesign({ poorDesign }: AccountFigures, most: number, terminal: Terminal): string[] {
  const { columns } = terminal.texts.account;
  const { designNotes, comma, listing } = terminal.texts;
  const rows = poorDesign
    .slice(0, most)
    .map(({ id, publishedAt, notes }) => [
      publishedAt?.slice(0, 10) ?? "",
      printable(id),
      notes.map((note) => designNotes[note]).join(comma),
    ]);
  const table = drawTable(
    [
      { title: listing.uploaded, width: { fixed: 10 } },
      { title: columns.creative, width: { share: 0.45 }, holds: "names" },
      { title: columns.design, width: { share: 0.55 } },
    ],
    rows,
    terminal,
  );
  return withRest(table, poorDesign.length - rows.length, terminal);
}

function withRest(table: string, rest: number, { texts }: Terminal): string[] {
  if (table === "") return [];
  return rest > 0 ? [table, `  ${texts.account.more(rest)}`] : [table];
}
