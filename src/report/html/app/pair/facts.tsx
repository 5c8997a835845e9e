import { creativeName } from "../../../creative-name.js";
import { clock } from "../../../numbers.js";
import type { PageCreative } from "../../page-data.js";
import { useSpeech } from "../speech.js";

/** What is known of a side besides its pictures. */
export function Facts({
  side,
  name,
  creative,
  fromLibrary,
}: {
  readonly side: "a" | "b";
  readonly name: string;
  readonly creative: PageCreative;
  /** It is of a library and the other side is not. */
  readonly fromLibrary: boolean;
}) {
  const { texts, labels } = useSpeech();
  const { kind, durationSeconds, width, height, layout, account, uploadedAt, designNotes = [] } = creative;
  const called = creativeName(creative);
  const facts = [
    ...(kind === "video" ? [clock(durationSeconds)] : []),
    `${width} × ${height}`,
    ...(layout === "plain" ? [] : [texts.layoutNames[layout]]),
    ...(account === undefined ? [] : [labels.ofAccount(account)]),
    ...(uploadedAt === undefined ? [] : [uploadedAt.slice(0, 10)]),
    ...designNotes.map((note) => texts.designNotes[note]),
  ];
  return (
    <div>
      <dt class={`side-name side-name--${side}`}>{name}</dt>
      <dd>
        {fromLibrary ? texts.fromLibrary(called) : called} <small>{facts.join(" · ")}</small>
      </dd>
    </div>
  );
}

/** Whose the two are: a duplicate of one's own, or another's carried over; nothing where it is not known. */
export function Accounts({ a, b }: { readonly a: PageCreative; readonly b: PageCreative }) {
  const { labels } = useSpeech();
  if (a.account === undefined || b.account === undefined) return null;
  return <p class="notice">{a.account === b.account ? labels.sameAccount : labels.otherAccount}</p>;
}
