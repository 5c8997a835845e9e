import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { loadAccountSettings } from "../../src/audit/settings-file.js";
import { temporaryFolder } from "../temporary-folder.js";

it("reads settings from a file, and names the file and the field that is wrong", async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, "settings.json");
  writeFileSync(path, '\ufeff{ "recentDays": 14 }');
  expect(await loadAccountSettings(path)).toMatchObject({ recentDays: 14, libraryDays: 180 });
  writeFileSync(path, '{ "weights": { "alike": 1 } }');
  await expect(loadAccountSettings(path)).rejects.toMatchObject({
    code: "SETTING_INVALID",
    path,
    detail: 'there is no setting "weights.alike"',
  });
  writeFileSync(path, "recentDays: 14");
  await expect(loadAccountSettings(path)).rejects.toMatchObject({ code: "SETTING_INVALID", path });
  await expect(loadAccountSettings(join(folder.path, "none"))).rejects.toMatchObject({
    code: "FILE_NOT_FOUND",
  });
});
