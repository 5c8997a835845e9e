import type { ComponentChildren } from "preact";
import type { Language } from "../../texts/language.js";
import { PageHeader } from "./page-header.js";
import { type Speech, SpeechContext } from "./speech.js";

/** What every page has around its content: the way past the header, the header, and the language all of it speaks. */
export function PageFrame({
  speech,
  onLanguage,
  foot,
  children,
}: {
  readonly speech: Speech;
  readonly onLanguage: (language: Language) => void;
  readonly foot?: ComponentChildren;
  readonly children: ComponentChildren;
}) {
  return (
    <SpeechContext.Provider value={speech}>
      <button type="button" class="skip" onClick={() => document.getElementById("content")?.focus()}>
        {speech.labels.skip}
      </button>
      <PageHeader language={speech.language} onLanguage={onLanguage} />
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      {foot}
    </SpeechContext.Provider>
  );
}
