import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openDatabase } from "../../../src/library/embedded/native-database.js";
import { temporaryFolder } from "../../temporary-folder.js";

it("says what to run where the native part of SQLite does not fit", async () => {
  await using folder = await temporaryFolder();
  const nativeBinding = join(folder.path, "better_sqlite3.node");
  writeFileSync(nativeBinding, "built for another Node.js");
  expect(() => openDatabase(join(folder.path, "library.sqlite"), { nativeBinding })).toThrow(
    expect.objectContaining({
      code: "STORE_UNAVAILABLE",
      remedy: expect.stringContaining("npm rebuild better-sqlite3"),
    }),
  );
});
