import { move } from "piscina";
import { type ErrorCode, type Library, openLibrary, SamecutError } from "../../index.js";
import { namingKeyOf } from "../review/naming-key.js";
import { VisibleLibraries } from "../review/visible-library.js";
import { accountPageView, accountsView } from "./accounts-view.js";
import { groupsView } from "./groups-view.js";
import {
  glanceView,
  reviewExportView,
  reviewGoneView,
  reviewGroupsView,
  reviewPairsView,
  reviewPairView,
} from "./review-view.js";
import { searchView } from "./search-view.js";
import type { ViewQuestion, ViewTask } from "./view-question.js";

/** What is sent as bytes, or why there is none; errors lose their class between threads. */
export type ViewAnswer =
  | ArrayBuffer
  | { readonly error: { readonly code: ErrorCode; readonly detail?: string } };

/** What the thread keeps from question to question; the library is closed with the thread. */
interface Opened {
  readonly library: Library;
  readonly visibleLibraries: VisibleLibraries;
}

/** By the first question, and the first one after a crash. */
let opened: Opened | undefined;

/** Answers one question in the thread of `LibraryViews`. */
export async function answerView({ folder, question }: ViewTask): Promise<ViewAnswer> {
  try {
    opened ??= await open(folder);
    const answer = await answerTo(question, opened);
    const text = typeof answer === "string" ? answer : JSON.stringify(answer);
    // Handed over, not copied: it may be tens of megabytes.
    return move(new TextEncoder().encode(text).buffer) as ArrayBuffer;
  } catch (error) {
    if (!(error instanceof SamecutError)) throw error;
    const { code, detail } = error;
    if (code === "STORE_CRASHED") await forgetOpened();
    return { error: { code, ...(detail === undefined ? {} : { detail }) } };
  }
}

async function open(folder: string): Promise<Opened> {
  const visibleLibraries = new VisibleLibraries(await namingKeyOf(folder));
  return { library: await openLibrary(folder, { readOnly: true }), visibleLibraries };
}

/** Its store answers nothing any more: the next question opens the library anew. */
async function forgetOpened(): Promise<void> {
  const crashed = opened;
  opened = undefined;
  await crashed?.library.close().catch(() => undefined);
}

async function answerTo(
  question: ViewQuestion,
  { library, visibleLibraries }: Opened,
): Promise<object | string> {
  if (question.view === "accounts") return accountsView(question, library);
  if (question.view === "account-page") return accountPageView(question, library);
  if (question.view === "groups") return groupsView(question, library);
  const visible = visibleLibraries.of(await library.survey(), question.caller);
  switch (question.view) {
    case "review-glance":
      return glanceView(question, visible);
    case "review-groups":
      return reviewGroupsView(question, visible, library);
    case "review-pairs":
      return reviewPairsView(question, visible, library);
    case "review-pair":
      return reviewPairView(question, visible, library);
    case "review-search":
      return searchView(question.text, visible, library);
    case "review-export":
      return reviewExportView(question, visible, library);
    case "review-gone":
      return reviewGoneView(question, visible);
  }
}
