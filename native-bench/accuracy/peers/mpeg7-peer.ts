import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { locateFfmpeg } from "../../../src/media/ffmpeg-binary.js";
import type { Peer } from "./peer.js";

const FILTER = "[0:v:0][1:v:0]signature=nb_inputs=2:detectmode=full";

/**
 * ffmpeg's filter `signature`, the MPEG-7 video signature, with its own thresholds. It looks for a partner of one video in one
 * other: each pair is decoded anew. Some pairs
 * it does not survive (seen with ffmpeg 5.1). `folder` is where the paths begin.
 */
export function mpeg7Peer(folder: string): Peer {
  return {
    name: "MPEG-7 signature",
    compare: async (a, b, signal) => {
      const { path } = await locateFfmpeg();
      const inputs = [a, b].flatMap((file) => ["-threads", "1", "-i", `file:${join(folder, file)}`]);
      const output = ["-filter_complex", FILTER, "-an", "-f", "null", "-"];
      const log = await promisify(execFile)(
        path,
        ["-hide_banner", "-nostdin", "-nostats", ...inputs, ...output],
        {
          signal,
        },
      ).then(
        ({ stderr }) => stderr,
        (error: { readonly signal?: string }) => {
          if (error.signal === "SIGSEGV") return undefined;
          throw error;
        },
      );
      return log === undefined ? undefined : { "frames matched": matchedFrames(log) };
    },
  };
}

/** The frames that the filter says match, 0 when it finds none; an Error where it says nothing. */
export function matchedFrames(log: string): number {
  const found = /matching of video 0 at [\d.]+ and 1 at [\d.]+, (\d+) frames matching/.exec(log);
  if (found !== null) return Number(found[1]);
  if (/no matching of video 0 and 1/.test(log)) return 0;
  throw new Error("ffmpeg's signature filter said nothing about the pair");
}
