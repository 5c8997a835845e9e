import { answerCalls } from "../../threads/answer-calls.js";
import { OpenStore } from "./open-store.js";
import type { StoreCalls } from "./store-calls.js";

// The thread that owns a store: SQLite waits for the disk, and whoever has opened the library must not wait with it.

let store: OpenStore;

const tell = answerCalls<StoreCalls>(
  {
    open: (location) => {
      store = OpenStore.open(location, tell);
    },
    close: () => store.close(),
    put: ({ batch, compared }) => store.put(batch, compared),
    remove: (ids) => store.remove(ids),
    redate: ({ id, uploadedAt, turned }) => store.write((tables) => tables.redate(id, uploadedAt, turned)),
    candidates: ({ query, options, scope }, signal) => store.candidates(query, { ...options, signal }, scope),
    creatives: (ids) => store.creatives(ids),
    copiesOf: (digests) => store.read(({ creatives }) => digests.flatMap((file) => creatives.byFile(file))),
    fingerprints: (ids) => store.fingerprints(ids),
    creativePage: ({ after, scope }) => store.read(({ creatives }) => creatives.page(after, scope)),
    pairPage: (after) => store.read(({ pairs }) => pairs.page(after)),
    pairPageOf: ({ id, after }) => store.read(({ pairs }) => pairs.pageOf(id, after)),
    pairsBetween: (sides) => store.read(({ pairs }) => pairs.between(sides)),
    nearestOf: ({ id, k, scope }) => store.read((tables) => tables.nearestOf(id, k, scope)),
    creativeOutlinePage: (after) => store.read(({ outlines }) => outlines.creatives(after)),
    pairOutlinePage: (after) => store.read(({ outlines }) => outlines.pairs(after)),
    revision: () => store.revision(),
    allow: (pair) => store.write(({ allowed }) => allowed.put(pair)),
    disallow: ({ a, b }) => store.write(({ allowed }) => allowed.delete(a, b)),
    areAllowed: (pairs) => store.read(({ allowed }) => allowed.have(pairs)),
    allowedPage: (after) => store.read(({ allowed }) => allowed.page(after)),
    verify: (_, signal) => store.verify(signal),
    renewStaleEvidence: (_, signal) => store.renewStaleEvidence(signal),
    rebuild: (_, signal) => store.rebuild(signal),
  },
  "STORE_CRASHED",
);
