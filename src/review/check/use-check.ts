import { useCallback, useRef, useState } from "preact/hooks";
import type { CheckedPageData } from "../../report/html/review-data.js";
import type { KnownPairs } from "../known-pairs.js";
import type { LivePictures } from "../service/live-pictures.js";
import type { ReviewClient } from "../service/review-api.js";
import { checkFile } from "./check-file.js";
import type { CheckProgress } from "./check-progress.js";

/** A file that is or was checked. */
export type FileCheck = { readonly file: File } & (
  | { readonly state: "running"; readonly progress: CheckProgress }
  | { readonly state: "done"; readonly outcome: CheckedPageData }
  | { readonly state: "failed"; readonly error: unknown }
);

/** Checks files, one at a time: a new one takes the place of the one before. */
export function useCheck(client: ReviewClient, pictures: LivePictures, { learn }: KnownPairs) {
  const [check, setCheck] = useState<FileCheck>();
  const running = useRef<AbortController>(undefined);
  const dismiss = useCallback(() => {
    running.current?.abort();
    setCheck(undefined);
  }, []);
  const begin = useCallback(
    async (file: File) => {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      const { signal } = controller;
      const show = (next: FileCheck) => signal.aborted || setCheck(next);
      const onProgress = (progress: CheckProgress) => show({ file, state: "running", progress });
      onProgress({ stage: "sending", share: 0 });
      try {
        const outcome = await checkFile(file, client, { signal, onProgress });
        const checked = outcome.creatives.find(({ id }) => id === outcome.checked);
        learn(outcome);
        if (checked && outcome.filmstrip) pictures.keep(checked, outcome.filmstrip);
        show({ file, state: "done", outcome });
      } catch (error) {
        show({ file, state: "failed", error });
      }
    },
    [client, pictures, learn],
  );
  return { check, begin, dismiss };
}
