import { gzipSync } from "node:zlib";
import type { Canary } from "./canary.js";
import type { HostileFile } from "./hostile-answers.js";
import type { MediaSeed } from "./media-seeds.js";

/** What a file may try to have opened in its place. */
type Target = Pick<Canary, "filePath" | "pipePath" | "url">;

/** Texts that players, libraries and shells take for orders. */
function texts(target: string): Readonly<Record<string, string>> {
  const m3u8 = `#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n${target}\n#EXT-X-ENDLIST\n`;
  return {
    "playlist, m3u8": m3u8,
    "playlist behind blank lines": `\n\n\n${m3u8}`,
    "playlist behind a byte order mark": `\ufeff${m3u8}`,
    "playlist in capitals and Windows lines": m3u8.replaceAll("\n", "\r\n").toUpperCase(),
    "master playlist": `#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\n${target}\n`,
    "playlist with a key": `#EXTM3U\n#EXT-X-KEY:METHOD=AES-128,URI="${target}"\n#EXTINF:1,\n${target}\n`,
    "concat script": `ffconcat version 1.0\nfile '${target}'\n`,
    "concat script without its head": `file '${target}'\nfile '${target}'\n`,
    "concat address": `concat:${target}|${target}`,
    "subfile address": `subfile,,start,0,end,1000,,:${target}`,
    "list of addresses": `${target}\n${target}\n`,
    pls: `[playlist]\nFile1=${target}\nNumberOfEntries=1\n`,
    reference: `[Reference]\nRef1=${target}\n`,
    asx: `<asx version="3.0"><entry><ref href="${target}"/></entry></asx>`,
    smil: `<smil><body><video src="${target}"/></body></smil>`,
    "DASH manifest": `<?xml version="1.0"?><MPD><Period><AdaptationSet><Representation><BaseURL>${target}</BaseURL></Representation></AdaptationSet></Period></MPD>`,
    sdp: `v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nm=video 5004 RTP/AVP 96\n`,
    "SVG with a picture": `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="64" height="64"><image width="64" height="64" xlink:href="${target}"/></svg>`,
    "XML with an entity": `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "${target}">]><svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"><text>&x;</text></svg>`,
    "entities of entities": `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]><svg xmlns="http://www.w3.org/2000/svg">&c;</svg>`,
    "ImageMagick script": `push graphic-context\nviewbox 0 0 64 64\nfill 'url(${target})'\npop graphic-context\n`,
    PostScript: `%!PS-Adobe-3.0\n(${target}) run\n`,
    "shell script": `#!/bin/sh\ncat '${target}'\n`,
    HTML: `<html><img src="${target}"></html>`,
    "Avisynth script": `AviSource("${target}")\n`,
  };
}

/** Beginnings that are taken for those of a picture or a video, in front of a text. */
const FALSE_HEADS: readonly (readonly [name: string, head: Buffer])[] = [
  ["JPEG", Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
  ["PNG", Buffer.from("\x89PNG\r\n\x1a\n", "latin1")],
  ["GIF", Buffer.from("GIF89a")],
  ["WebP", Buffer.from("RIFF\xff\0\0\0WEBP", "latin1")],
  ["TIFF", Buffer.from("II*\0")],
  ["BMP", Buffer.from("BM\x40\0\0\0\0\0\0\0", "latin1")],
  ["AVIF", Buffer.from("\0\0\0\x10ftypavif\0\0\0\0", "latin1")],
  ["MP4", Buffer.from("\0\0\0\x10ftypisom\0\0\0\0", "latin1")],
  ["Matroska", Buffer.from("\x1a\x45\xdf\xa3", "latin1")],
  ["AVI", Buffer.from("RIFF\xff\0\0\0AVI ", "latin1")],
  ["Ogg", Buffer.from("OggS\0\x02", "latin1")],
  ["MPEG", Buffer.from([0, 0, 1, 0xba])],
  ["transport stream", Buffer.concat(Array.from({ length: 5 }, () => Buffer.alloc(188, 0x47)))],
];

/** Playlists and scripts that name what is not theirs to open, plain and behind the beginning of something else, and containers that refer to other files. */
export function disguisedFiles(canary: Target, seeds: readonly MediaSeed[]): HostileFile[] {
  const targets = [canary.filePath, `file://${canary.filePath}`, canary.pipePath, `${canary.url}/x.ts`];
  const plain = targets.flatMap((target) =>
    Object.entries(texts(target)).map(([name, text]) => ({
      name: `${name} to ${target}`,
      bytes: Buffer.from(text),
    })),
  );
  const playlist = Buffer.from(texts(canary.pipePath)["playlist, m3u8"]!);
  const hidden = FALSE_HEADS.map(([name, head]) => ({
    name: `playlist behind the beginning of ${name}`,
    bytes: Buffer.concat([head, playlist]),
  }));
  const [mov, avi] = ["h264.mov", "mpeg4.avi"].map((name) => seeds.find((seed) => seed.name === name)?.bytes);
  return [
    ...plain,
    ...hidden,
    { name: "playlist, gzipped", bytes: gzipSync(playlist) },
    ...(mov === undefined ? [] : [movieElsewhere(mov, canary.pipePath), referenceMovie(canary.pipePath)]),
    ...(avi === undefined ? [] : subtitlesWithPlaylist(avi, playlist)),
  ];
}

function box(name: string, ...content: readonly Uint8Array[]): Buffer {
  const length = 8 + content.reduce((sum, { length }) => sum + length, 0);
  const head = Buffer.from(`\0\0\0\0${name}`, "latin1");
  head.writeUInt32BE(length);
  return Buffer.concat([head, ...content]);
}

/** A QuickTime movie whose only content is the name of another. */
function referenceMovie(path: string): HostileFile {
  const name = Buffer.from(`${path}\0`);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(name.length);
  const reference = box("rdrf", Buffer.alloc(4), Buffer.from("url "), length, name);
  return { name: "reference movie", bytes: box("moov", box("rmra", box("rmda", reference))) };
}

/** The boxes on the way to where a movie says in which file its samples are. */
const WAY = ["moov", "trak", "mdia", "minf", "dinf", "dref"];

/** A movie that says its samples are in another file. */
function movieElsewhere(movie: Uint8Array, path: string): HostileFile {
  const bytes = Buffer.from(movie);
  const lengths: number[] = [];
  let at = 0;
  for (const name of WAY) {
    at = bytes.indexOf(name, at) - 4;
    lengths.push(at);
    at += 8;
  }
  // One entry: its length, its kind, and flags whose lowest bit says that the samples are in this very file.
  const entryAt = at + 8;
  const entry = box("url ", Buffer.alloc(4), Buffer.from(`file://${path}\0`));
  const more = entry.length - bytes.readUInt32BE(entryAt);
  const changed = Buffer.concat([
    bytes.subarray(0, entryAt),
    entry,
    bytes.subarray(entryAt + bytes.readUInt32BE(entryAt)),
  ]);
  for (const lengthAt of lengths) changed.writeUInt32BE(bytes.readUInt32BE(lengthAt) + more, lengthAt);
  return { name: "movie whose samples are elsewhere", bytes: changed };
}

/** Subtitles in an AVI are a file of their own inside a packet: here a playlist. In its picture's packets and, declared as text, in its sound's. */
function subtitlesWithPlaylist(avi: Uint8Array, playlist: Uint8Array): HostileFile[] {
  const head = Buffer.from("GAB2\0\x02\0\0\0\0\0\x04\0\0\0\0\0", "latin1");
  const body = Buffer.concat([head, playlist]);
  return ["00dc", "01wb"].map((packet) => {
    const bytes = Buffer.from(avi);
    const stream = bytes.indexOf("auds");
    if (packet === "01wb" && stream > 0) bytes.write("txts", stream, "latin1");
    for (let at = bytes.indexOf(packet); at >= 0; at = bytes.indexOf(packet, at + 4)) {
      if (bytes.readUInt32LE(at + 4) >= body.length && at + 8 + body.length < bytes.length)
        body.copy(bytes, at + 8);
    }
    return { name: `AVI with a playlist for subtitles, ${packet}`, bytes };
  });
}
