import type { Exemption } from "../../account/exemption.js";
import { printable } from "./printable.js";
import { drawTable } from "./table.js";
import type { Terminal } from "./terminal.js";

/** Exemptions as a table in the order given. Ends in a newline. */
export function renderExemptionPage(exemptions: readonly Exemption[], terminal: Terminal): string {
  const { account: words, colon } = terminal.texts;
  if (exemptions.length === 0) return `${words.noExemptions()}\n`;
  const rows = exemptions.map((exemption) => [
    exemption.id,
    words.exemptions[exemption.kind] + colon + printable(subjectOf(exemption)),
    printable(exemption.reason),
    exemption.createdAt.slice(0, 10),
    exemption.undoneAt === undefined ? words.inForce : words.takenBack(exemption.undoneAt.slice(0, 10)),
  ]);
  const columns = [
    { title: "", width: { fixed: 4 } },
    { title: words.columns.exemption, width: { share: 0.4 } },
    { title: words.columns.reason, width: { share: 0.35 } },
    { title: words.columns.since, width: { fixed: 10 } },
    { title: words.columns.state, width: { share: 0.25 } },
  ];
  return `${drawTable(columns, rows, terminal)}\n`;
}

function subjectOf(exemption: Exemption): string {
  switch (exemption.kind) {
    case "customer":
      return exemption.customer;
    case "accounts":
      return exemption.accounts.join(", ");
    case "takedown":
      return exemption.creative;
  }
}
