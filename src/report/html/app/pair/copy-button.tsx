import { useState } from "preact/hooks";
import { useSpeech } from "../speech.js";

/** Copies a text; says when it is done. */
export function CopyButton({ text }: { readonly text: () => string }) {
  const { labels } = useSpeech();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await writeToClipboard(text());
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  };
  return (
    <>
      <button type="button" onClick={copy}>
        {copied ? labels.copied : labels.copy}
      </button>
      <span class="unseen" role="status">
        {copied ? labels.copied : ""}
      </span>
    </>
  );
}

async function writeToClipboard(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Opened from a mail or over plain HTTP, a page has no clipboard of its own; what is selected can still be copied.
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
}
