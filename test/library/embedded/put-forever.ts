import { writeSync } from "node:fs";
import { encodeFingerprint } from "../../../src/fingerprint/codec.js";
import { describeCreative } from "../../../src/library/creative.js";
import { EmbeddedStore } from "../../../src/library/embedded/embedded-store.js";
import { syntheticFingerprint } from "../../matching/synthetic-fingerprint.js";

// Puts creatives until it is killed or fails, and writes the id of each one that was acknowledged to stdout.
const store = await EmbeddedStore.open(process.argv[2] as string);
const base = syntheticFingerprint({ seed: 1, seconds: 1 });
try {
  for (let i = 0; ; i++) {
    const fingerprint = { ...base, digests: { file: `sha256:${process.pid}-${i}` } };
    const creative = describeCreative(fingerprint, { id: `${process.pid}-${i}` }, new Date());
    await store.put([{ creative, fingerprint: encodeFingerprint(fingerprint) }], []);
    writeSync(1, `${creative.id}\n`);
  }
} catch (error) {
  writeSync(1, `failed ${(error as { code: string }).code}\n`);
}
// The store as the failure left it: what was acknowledged can still be read.
const kept: string[] = [];
for await (const creative of store.list()) kept.push(creative.id);
writeSync(1, `kept ${kept.length}\n`);
await store.close();
