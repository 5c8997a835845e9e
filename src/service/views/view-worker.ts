import { move } from "piscina";
import { type ErrorCode, type Library, openLibrary, SamecutError } from "../../index.js";
import { accountPageView, accountsView } from "./accounts-view.js";
import { groupsView } from "./groups-view.js";
import type { ViewQuestion, ViewTask } from "./view-question.js";

/** What is sent as bytes, or why there is none; errors lose their class between threads. */
export type ViewAnswer =
  | ArrayBuffer
  | { readonly error: { readonly code: ErrorCode; readonly detail?: string } };

/** Opened by the first question; closed with the thread. */
let library: Library | undefined;

/** Answers one question in the thread of `LibraryViews`. */
export async function answerView({ folder, question }: ViewTask): Promise<ViewAnswer> {
  try {
    library ??= await openLibrary(folder, { readOnly: true });
    const text = JSON.stringify(await answerTo(question, library));
    // Handed over, not copied: it may be tens of megabytes.
    return move(new TextEncoder().encode(text).buffer) as ArrayBuffer;
  } catch (error) {
    if (!(error instanceof SamecutError)) throw error;
    const { code, detail } = error;
    return { error: { code, ...(detail === undefined ? {} : { detail }) } };
  }
}

function answerTo(question: ViewQuestion, opened: Library): Promise<object> {
  switch (question.view) {
    case "accounts":
      return accountsView(question, opened);
    case "account-page":
      return accountPageView(question, opened);
    case "groups":
      return groupsView(question, opened);
  }
}
