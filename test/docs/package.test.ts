import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

/** What users read: the documents themselves, and what the commands say of them. */
const TELLING = [
  "README.md",
  "README.zh.md",
  ...["commands", "commands/library"].flatMap((folder) =>
    readdirSync(`src/cli/${folder}`, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => `src/cli/${folder}/${name}`),
  ),
];

const told = execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], { encoding: "utf8" });
const [{ files }] = JSON.parse(told) as [{ files: { path: string }[] }];
const packed = files.map(({ path }) => path);

it("an installed package has the documents that it names", () => {
  const named = TELLING.flatMap(
    (path) => readFileSync(path, "utf8").match(/\b(?:docs\/[\w/.-]+\.(?:md|json)|SECURITY\.md)/g) ?? [],
  );
  expect(named).toContain("docs/ACCOUNT.md");
  expect(packed).toEqual(expect.arrayContaining([...new Set(named)]));
});

it("an installed package names no source maps: the sources they tell of are not in it", () => {
  const scripts = packed.filter((path) => path.endsWith(".js"));
  expect(scripts.filter((path) => readFileSync(path, "utf8").includes("\n//# sourceMappingURL="))).toEqual(
    [],
  );
});
