import { CHECKSUM_FUNCTION, type Migration } from "./sqlite-file.js";

/**
 * The schema of a library, step by step. Steps that were ever released are never changed. A creative's number is
 * given once and never again (AUTOINCREMENT): the index knows creatives by it.
 */
export const LIBRARY_MIGRATIONS: readonly Migration[] = [
  `CREATE TABLE library (identity TEXT NOT NULL) STRICT;
   INSERT INTO library VALUES (lower(hex(randomblob(16))));
   CREATE TABLE creative (
     number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
     kind TEXT NOT NULL, duration_seconds REAL NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL,
     layout TEXT NOT NULL, file_digest TEXT NOT NULL, video_digest TEXT, audio_digest TEXT,
     path TEXT, account TEXT, uploaded_at TEXT, added_at TEXT NOT NULL
   ) STRICT;
   CREATE TABLE fingerprint (
     creative INTEGER PRIMARY KEY REFERENCES creative (number) ON DELETE CASCADE,
     bytes BLOB NOT NULL, checksum INTEGER NOT NULL
   ) STRICT;
   -- What the index holds of a creative, kept so that filling an index needs no computing.
   CREATE TABLE evidence (
     creative INTEGER PRIMARY KEY REFERENCES creative (number) ON DELETE CASCADE,
     version INTEGER NOT NULL, descriptors BLOB NOT NULL, hashes BLOB NOT NULL
   ) STRICT;
   CREATE TABLE pair (
     earlier INTEGER NOT NULL REFERENCES creative (number) ON DELETE CASCADE,
     later INTEGER NOT NULL REFERENCES creative (number) ON DELETE CASCADE,
     verdict TEXT NOT NULL,
     PRIMARY KEY (later, earlier)
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX pair_by_earlier ON pair (earlier);
   CREATE TABLE allowed (
     a TEXT NOT NULL, b TEXT NOT NULL, reason TEXT, allowed_at TEXT NOT NULL,
     PRIMARY KEY (a, b)
   ) STRICT, WITHOUT ROWID;`,
  `ALTER TABLE creative ADD COLUMN customer TEXT;
   -- A JSON array of strings.
   ALTER TABLE creative ADD COLUMN labels TEXT;`,
  `ALTER TABLE evidence ADD COLUMN checksum INTEGER NOT NULL DEFAULT 0;
   UPDATE evidence SET checksum = ${CHECKSUM_FUNCTION}(descriptors, hashes);
   -- Pairs that were compared and are distinct, as far as they are among the most similar of one of the two.
   CREATE TABLE neighbour (
     earlier INTEGER NOT NULL REFERENCES creative (number) ON DELETE CASCADE,
     later INTEGER NOT NULL REFERENCES creative (number) ON DELETE CASCADE,
     verdict TEXT NOT NULL,
     PRIMARY KEY (later, earlier)
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX neighbour_by_earlier ON neighbour (earlier);
   -- Of everything a creative was compared with, what is more similar than this (0 to 1) is in pair or neighbour; a
   -- creative without a row was put by a samecut that kept no neighbours.
   CREATE TABLE nearness (
     creative INTEGER PRIMARY KEY REFERENCES creative (number) ON DELETE CASCADE, left_out REAL NOT NULL
   ) STRICT;`,
  `-- What lists and counts of all pairs need, out of the verdicts; the most similar first by ascending order.
   ALTER TABLE pair ADD COLUMN unlikeness REAL AS (-(verdict ->> 'similarity'));
   ALTER TABLE pair ADD COLUMN grade TEXT AS (verdict ->> 'grade');
   ALTER TABLE pair ADD COLUMN rules TEXT AS (json_extract(verdict, '$.rules[0].rule', '$.rules[1].rule', '$.rules[2].rule',
     '$.rules[3].rule', '$.rules[4].rule', '$.rules[5].rule', '$.rules[6].rule', '$.rules[7].rule'));
   CREATE INDEX pair_by_likeness ON pair (unlikeness, later, earlier, grade, rules);`,
  `-- A JSON array of strings; null where there is nothing to note.
   ALTER TABLE creative ADD COLUMN design_notes TEXT;`,
  `-- Descriptors apart from hashes: an index that is opened has saved the former and reads only the latter, a tenth of the
   -- bytes. Rows that are not what was written go, and are worked out anew.
   CREATE TABLE descriptor (
     creative INTEGER PRIMARY KEY REFERENCES creative (number) ON DELETE CASCADE,
     bytes BLOB NOT NULL, checksum INTEGER NOT NULL
   ) STRICT;
   DELETE FROM evidence WHERE checksum IS NOT ${CHECKSUM_FUNCTION}(descriptors, hashes);
   INSERT INTO descriptor SELECT creative, descriptors, ${CHECKSUM_FUNCTION}(descriptors) FROM evidence;
   ALTER TABLE evidence DROP COLUMN descriptors;
   UPDATE evidence SET checksum = ${CHECKSUM_FUNCTION}(hashes);
   -- The version that the evidence of all creatives has, as far as it could be worked out.
   ALTER TABLE library ADD COLUMN evidence_version INTEGER;
   -- Looked up at every question, so that no index of them has to be filled.
   CREATE INDEX creative_by_file ON creative (file_digest);
   CREATE INDEX creative_by_video ON creative (video_digest) WHERE video_digest IS NOT NULL;`,
  `-- When a creative counts as published, so that all of them are read earliest first without sorting them.
   ALTER TABLE creative ADD COLUMN published_at TEXT AS (coalesce(uploaded_at, added_at));
   CREATE INDEX creative_by_publication ON creative (published_at, id);
   -- What the account view needs of a verdict.
   ALTER TABLE pair ADD COLUMN stretch REAL AS (verdict ->> '$.transform.stretch');
   DROP INDEX pair_by_likeness;
   CREATE INDEX pair_by_likeness ON pair (unlikeness, later, earlier, grade, rules, stretch);`,
  `-- Read by number and sorted by whoever reads them: a place in this order changes when a creative is redated.
   DROP INDEX creative_by_publication;
   ALTER TABLE creative DROP COLUMN published_at;`,
];
