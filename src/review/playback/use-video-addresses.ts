import { useEffect, useState } from "preact/hooks";
import type { PagePair } from "../../report/html/page-data.js";
import { isOthers } from "../others-name.js";
import type { ReviewClient } from "../service/review-api.js";
import { SIDES, type Side } from "./step-clock.js";

/** Where a player finds the videos of a pair; a side without a file is absent. */
export type VideoAddresses = Readonly<Partial<Record<Side, string>>>;

/** A file that this browser has itself. */
export interface LocalFile {
  readonly id: string;
  readonly file: File;
}

/** The addresses of a pair's videos, asked for when they are wanted; undefined until they are there. */
export function useVideoAddresses(
  pair: PagePair,
  wanted: boolean,
  { client, local }: { readonly client: ReviewClient; readonly local: LocalFile | undefined },
): VideoAddresses | undefined {
  const [addresses, setAddresses] = useState<VideoAddresses>();
  useEffect(() => {
    if (!wanted) return;
    let current = true;
    const opened: string[] = [];
    const addressOf = async (id: string): Promise<string | undefined> => {
      if (local?.id === id) {
        const address = URL.createObjectURL(local.file);
        opened.push(address);
        return address;
      }
      if (isOthers(id)) return undefined;
      return (await client.call("POST /v1/creatives/:id/playback", { params: { id } })).url;
    };
    const found = SIDES.map(async (side) => {
      const address = await addressOf(pair[side]).catch(() => undefined);
      return address === undefined ? [] : [[side, address] as const];
    });
    void Promise.all(found).then((entries) => current && setAddresses(Object.fromEntries(entries.flat())));
    return () => {
      current = false;
      for (const address of opened) URL.revokeObjectURL(address);
    };
  }, [pair.a, pair.b, wanted, client, local]);
  return addresses;
}
