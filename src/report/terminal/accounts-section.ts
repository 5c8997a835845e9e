import type { AccountView } from "../../account/account-view.js";
import { explainLevel } from "../explain/account.js";
import { percent } from "../numbers.js";
import { paintLevel } from "./level-colour.js";
import { printable } from "./printable.js";
import { drawTable } from "./table.js";
import type { Terminal } from "./terminal.js";

/** The accounts of a scan, a row each: level, what is new and similar, what is original of all. Ends in a newline. */
export function drawAccounts({ accounts }: AccountView, terminal: Terminal): string {
  const { texts, colors } = terminal;
  const { columns, headings } = texts.account;
  const rows = accounts.map((figures) => {
    const { account, level, recent, library } = figures;
    return [
      printable(account),
      paintLevel(level, explainLevel(figures, texts.account, texts.comma), terminal),
      shareOf(recent.creatives - recent.original, recent.creatives, recent.similarShare),
      shareOf(library.original, library.creatives, library.originalShare),
    ];
  });
  const table = drawTable(
    [
      { title: columns.account, width: { share: 0.5 }, holds: "names" },
      { title: columns.level, width: { share: 0.5 } },
      { title: columns.recent, width: { fixed: 15 } },
      { title: columns.library, width: { fixed: 15 } },
    ],
    rows,
    terminal,
  );
  return `${colors.bold(headings.accounts)}\n${table}\n`;
}

function shareOf(part: number, all: number, share: number | undefined): string {
  return share === undefined ? "" : `${part}/${all} (${percent(share)})`;
}
