import type { Migration } from "./sqlite-file.js";

/** The schema of the content cache, step by step; digests are kept once and referred to by number. */
export const CONTENT_CACHE_MIGRATIONS: readonly Migration[] = [
  `CREATE TABLE content (id INTEGER PRIMARY KEY, digest TEXT NOT NULL UNIQUE) STRICT;
   CREATE TABLE file (
     device INTEGER NOT NULL, inode INTEGER NOT NULL, size INTEGER NOT NULL,
     modified INTEGER NOT NULL, changed INTEGER NOT NULL,
     content INTEGER NOT NULL REFERENCES content (id),
     PRIMARY KEY (device, inode)
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE fingerprint (
     content INTEGER PRIMARY KEY REFERENCES content (id), bytes BLOB NOT NULL, checksum INTEGER NOT NULL
   ) STRICT;
   CREATE TABLE failure (
     content INTEGER NOT NULL REFERENCES content (id), decoder TEXT NOT NULL, code TEXT NOT NULL, detail TEXT,
     PRIMARY KEY (content, decoder)
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE verdict (
     a INTEGER NOT NULL REFERENCES content (id), b INTEGER NOT NULL REFERENCES content (id),
     version TEXT NOT NULL, verdict TEXT NOT NULL,
     PRIMARY KEY (a, b, version)
   ) STRICT, WITHOUT ROWID;`,
  "CREATE TABLE candidates (sequence TEXT PRIMARY KEY, positions TEXT NOT NULL) STRICT, WITHOUT ROWID;",
  `CREATE TABLE facts (
     content INTEGER PRIMARY KEY REFERENCES content (id), version TEXT NOT NULL, facts TEXT NOT NULL
   ) STRICT;`,
];
