import { stringify } from "csv-stringify/sync";
import type { AccountFigures, SimilarCreative } from "../account/account-figures.js";
import type { AccountView } from "../account/account-view.js";
import type { CsvOptions } from "./csv.js";
import { explainNext } from "./explain/account.js";
import type { Texts } from "./texts/texts.js";

/** The name of the format of account reports; a change of meaning needs a new one, new fields do not. */
export const ACCOUNT_SCHEMA = "samecut.account/1";

/** An account view as JSON, indented by two spaces, ending in a newline. */
export function renderAccountJson(view: AccountView, version: string): string {
  return `${JSON.stringify({ schema: ACCOUNT_SCHEMA, tool: { version }, ...view }, undefined, 2)}\n`;
}

/** The columns of the CSV; the names are the same in every language. */
const ACCOUNT_COLUMNS = [
  "account",
  "level",
  "warning",
  "similar_share",
  "new_creatives",
  "original_share",
  "advice",
  "creative",
  "published_at",
  "standing",
  "repeats",
  "repeats_account",
  "similarity",
  "grade",
  "new",
  "held_back",
  "ad_list_shows",
] as const;

type Row = Readonly<Partial<Record<(typeof ACCOUNT_COLUMNS)[number], string | number | boolean | undefined>>>;

/**
 * An account view as CSV (RFC 4180, CRLF): a row for each similar creative, with the figures of its account; an account without one has
 * a single row. Cells that a spreadsheet would run as formulas are defused.
 */
export function renderAccountCsv(view: AccountView, texts: Texts, options: CsvOptions): string {
  return stringify(
    view.accounts.flatMap((account) => rowsOf(account, texts)),
    {
      header: true,
      columns: [...ACCOUNT_COLUMNS],
      bom: options.byteOrderMark,
      record_delimiter: "windows",
      escape_formulas: true,
      cast: { boolean: String },
    },
  );
}

function rowsOf(figures: AccountFigures, texts: Texts): Row[] {
  const { account, level, warning, recent, library, similar, next } = figures;
  const shared: Row = {
    account,
    level: level === undefined ? undefined : texts.account.levels[level],
    warning: warning === undefined ? undefined : texts.account.warnings[warning],
    similar_share: recent.similarShare,
    new_creatives: recent.creatives,
    original_share: library.originalShare,
    advice: next.map((step) => explainNext(step, texts.account)).join(texts.sentenceGap),
  };
  return similar.length === 0
    ? [shared]
    : similar.map((creative) => ({ ...shared, ...rowOf(creative, texts) }));
}

function rowOf(creative: SimilarCreative, texts: Texts): Row {
  const { id, publishedAt, standing, repeats, recent, heldBack, shown } = creative;
  return {
    creative: id,
    published_at: publishedAt,
    standing: texts.account.standings[standing],
    repeats: repeats.id,
    repeats_account: repeats.account,
    similarity: repeats.similarity,
    grade: repeats.grade,
    new: recent,
    held_back: heldBack,
    ad_list_shows: shown.join(" "),
  };
}
