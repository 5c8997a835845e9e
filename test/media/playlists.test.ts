import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { read, render, SHORT_CLIP, temporaryFolder } from "./rendered-media.js";

const folder = temporaryFolder();
const clip = render(join(folder, "clip.mp4"), ...SHORT_CLIP);

let visits = 0;
const server = createServer((socket) => {
  visits++;
  socket.destroy();
});
let address = "";
beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  address = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
});
afterAll(() => server.close());

describe("a file that names others", () => {
  const texts: readonly (readonly [string, (address: string) => string])[] = [
    [
      "m3u8 with addresses",
      (to) => `#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\n${to}/a.ts\n#EXT-X-ENDLIST\n`,
    ],
    ["m3u8 with files", () => `#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\nclip.mp4\n#EXT-X-ENDLIST\n`],
    ["m3u8 behind a byte-order mark", () => "\ufeff#EXTM3U\n#EXTINF:9,\nclip.mp4\n"],
    ["ffconcat script", () => "ffconcat version 1.0\nfile clip.mp4\n"],
    ["concat script without a header", () => "file 'clip.mp4'\nfile 'clip.mp4'\n"],
    ["sdp", () => "v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\nc=IN IP4 127.0.0.1\r\nm=video 9000 RTP/AVP 96\r\n"],
    ["DASH manifest", (to) => `<?xml version="1.0"?>\n<MPD><BaseURL>${to}</BaseURL></MPD>`],
    ["pls", (to) => `[playlist]\nFile1=${to}/a.mp4\n`],
    ["asx", (to) => `<asx version="3.0"><entry><ref href="${to}"/></entry></asx>`],
    ["a bare address", (to) => `${to}/a.mp4\n`],
    ["ffmpeg's own protocols", () => "concat:clip.mp4|clip.mp4\n"],
  ];
  it.each(texts)("is refused: %s", async (name, text) => {
    for (const extension of ["mp4", "m3u8"]) {
      const path = join(folder, `${name}.${extension}`);
      writeFileSync(path, text(address));
      await expect(read(path)).rejects.toMatchObject({ code: "PLAYLIST_REFUSED", path });
    }
    expect(visits).toBe(0);
  });

  it("does not make ffmpeg open others when it begins like a container", async () => {
    const heads = [
      Buffer.from("\0\0\0\x14ftypisom"),
      Buffer.from("OggS"),
      Buffer.from("FLV\x01"),
      Buffer.from("GIF89a"),
    ];
    for (const [index, head] of heads.entries()) {
      const path = join(folder, `disguised-${index}.mp4`);
      writeFileSync(path, Buffer.concat([head, Buffer.from(`\n#EXTM3U\n#EXTINF:9,\n${address}/a.ts\n`)]));
      await expect(read(path)).rejects.toMatchObject({
        code: expect.stringMatching(/^(MEDIA_DAMAGED|FORMAT_UNSUPPORTED)$/),
      });
    }
    expect(visits).toBe(0);
  });

  it("does not follow a QuickTime reference to another file", async () => {
    const bytes = readFileSync(clip);
    // The data reference: "url " with the flag "in this file" becomes an alias to somewhere else.
    const reference = bytes.indexOf("url \0\0\0\x01");
    expect(reference).toBeGreaterThan(0);
    bytes.writeUInt32BE(0, reference + 4);
    const path = join(folder, "reference.mov");
    writeFileSync(path, bytes);
    // Read from itself or refused, but never from elsewhere.
    await read(path).catch((error: unknown) => expect(error).toHaveProperty("code"));
    expect(visits).toBe(0);
  });
});
