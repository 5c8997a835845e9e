import type { MediaSeed } from "./media-seeds.js";
import { RawConnection, type RawEnding } from "./raw-connection.js";

/** A request that is not as it should be, and what came of it. */
export interface BadRequestResult extends RawEnding {
  readonly name: string;
}

/** Seconds the service is given to end a connection; longer than it gives an upload. */
const PATIENCE_SECONDS = 20;

const HEAD = "POST /v1/check HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: video/mp4\r\n";

/** Requests whose lengths, heads and bodies contradict each other. */
function badRequests(clip: Buffer): Readonly<Record<string, readonly (string | Uint8Array)[]>> {
  const length = (value: string | number): string => `${HEAD}content-length: ${value}\r\n`;
  return {
    "more announced than sent": [`${length(clip.length + 1_000)}connection: close\r\n\r\n`, clip],
    "less announced than sent": [`${length(clip.length - 1_000)}\r\n`, clip],
    "a negative length": [`${length(-1)}\r\n`, clip],
    "no number for a length": [`${length("many")}\r\n`, clip],
    "a length beyond all numbers": [`${length("9".repeat(40))}\r\n`, clip],
    "two lengths": [`${length(clip.length)}content-length: 5\r\n\r\n`, clip],
    "a length and chunks": [`${length(5)}transfer-encoding: chunked\r\n\r\n`, "5\r\nabcde\r\n0\r\n\r\n"],
    "chunks of no size": [`${HEAD}transfer-encoding: chunked\r\n\r\n`, "nonsense\r\nabc\r\n"],
    "a chunk larger than all": [`${HEAD}transfer-encoding: chunked\r\n\r\n`, "ffffffffffffffff\r\nabc"],
    "an unknown encoding": [`${HEAD}transfer-encoding: gzip, chunked\r\n\r\n`, "0\r\n\r\n"],
    "no method": ["\r\n\r\n\r\n"],
    "another protocol": ["\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", Buffer.alloc(200, 0x41)],
    "a head of a megabyte": [`GET /healthz HTTP/1.1\r\nhost: x\r\nx-long: ${"a".repeat(1024 ** 2)}\r\n\r\n`],
    "ten thousand headers": [`GET /healthz HTTP/1.1\r\nhost: x\r\n${"a: b\r\n".repeat(10_000)}\r\n`],
    "control characters in the address": ["GET /v1/creatives/\x01\x02\x7f HTTP/1.1\r\nhost: x\r\n\r\n"],
    "a line folded": ["GET /healthz HTTP/1.1\r\nhost: x\r\n folded\r\n\r\n"],
    "an upgrade": [
      "GET /healthz HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n",
    ],
    "a tunnel": ["CONNECT 127.0.0.1:22 HTTP/1.1\r\nhost: 127.0.0.1:22\r\n\r\n"],
    "a form that never ends": [
      `POST /v1/check HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: multipart/form-data; boundary=x\r\ncontent-length: 400\r\n\r\n`,
      '--x\r\ncontent-disposition: form-data; name="file"; filename="a.mp4"\r\n\r\nabc',
    ],
    "a form without a boundary": [
      "POST /v1/check HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: multipart/form-data\r\ncontent-length: 3\r\n\r\n",
      "abc",
    ],
  };
}

/** Sends each on a connection of its own, all at once. */
export async function sendBadRequests(url: string, seeds: readonly MediaSeed[]): Promise<BadRequestResult[]> {
  const clip = Buffer.from(seeds[0]!.bytes);
  return await Promise.all(
    Object.entries(badRequests(clip)).map(async ([name, parts]) => {
      const connection = new RawConnection(url);
      for (const part of parts) connection.write(part);
      return { name, ...(await connection.ending(PATIENCE_SECONDS)) };
    }),
  );
}
