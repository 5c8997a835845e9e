import { execFile } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { json } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createGunzip } from "node:zlib";
import { expect, it } from "vitest";
import { temporaryFolder } from "../media/rendered-media.js";

const SCRIPT = fileURLToPath(new URL("../../.ci/audit.mjs", import.meta.url));

/** Where npm asks for the weaknesses of many packages at once. */
const ADVISORIES = "/-/npm/v1/security/advisories/bulk";

const folder = temporaryFolder();
const roots = { dependencies: { mild: "1.0.0", bad: "1.0.0" }, devDependencies: { tool: "1.0.0" } };
const project = { name: "audited", version: "1.0.0", ...roots };
const packages = {
  "": project,
  ...{ "node_modules/mild": { version: "1.0.0" }, "node_modules/bad": { version: "1.0.0" } },
  "node_modules/tool": { version: "1.0.0", dev: true },
};
writeFileSync(join(folder, "package.json"), JSON.stringify(project));
writeFileSync(
  join(folder, "package-lock.json"),
  JSON.stringify({ name: "audited", version: "1.0.0", lockfileVersion: 3, requires: true, packages }),
);

/** What npm, and the script that goes by it, make of a registry. */
async function auditedBy(answer: RequestListener): Promise<{ status: number; said: string }> {
  await using registry = createServer(answer).listen(0, "127.0.0.1");
  await once(registry, "listening");
  const { port } = registry.address() as AddressInfo;
  const env = {
    ...process.env,
    npm_config_registry: `http://127.0.0.1:${port}/`,
    npm_config_cache: join(folder, "cache"),
    npm_config_fetch_retries: "0",
  };
  const run = promisify(execFile)(process.execPath, [SCRIPT], { cwd: folder, env });
  return await run.then(
    ({ stdout }) => ({ status: 0, said: stdout }),
    ({ code, stdout }) => ({ status: code, said: stdout }),
  );
}

let nextAdvisory = 1;

/** A registry that knows weaknesses of packages, by their severities. */
function knowing(severities: Readonly<Record<string, string>>, asked: string[] = []): RequestListener {
  return async (request, response) => {
    response.setHeader("content-type", "application/json");
    const name = request.url?.slice(1) ?? "";
    if (request.url !== ADVISORIES) {
      const versions = { "1.0.0": { name, version: "1.0.0" }, "2.0.0": { name, version: "2.0.0" } };
      return void response.end(JSON.stringify({ name, "dist-tags": { latest: "2.0.0" }, versions }));
    }
    const body = request.headers["content-encoding"] === "gzip" ? request.pipe(createGunzip()) : request;
    asked.push(...Object.keys((await json(body)) as object));
    const advisories = Object.entries(severities).map(([weak, severity]) => {
      // npm remembers what it was told of an advisory.
      const advisory = { id: nextAdvisory++, url: "https://example.org", title: "a weakness", severity };
      return [weak, [{ ...advisory, vulnerable_versions: "<2.0.0", cwe: [], cvss: { score: 9 } }]];
    });
    response.end(JSON.stringify(Object.fromEntries(advisories)));
  };
}

it("fails on weaknesses that are grave, and names them", async () => {
  const asked: string[] = [];
  const { status, said } = await auditedBy(knowing({ mild: "moderate", bad: "high" }, asked));
  expect(said).toContain("bad 1.0.0: high");
  expect(said).toContain("2 with known weaknesses, 1 of them grave");
  expect(status).toBe(1);
  expect(asked.sort()).toEqual(["bad", "mild"]);
  expect((await auditedBy(knowing({ mild: "critical" }))).status).toBe(1);
});

it("passes what users install where nothing grave is known of it", async () => {
  for (const [severities, count] of [
    [{}, 0],
    [{ mild: "moderate" }, 1],
  ] as const) {
    const { status, said } = await auditedBy(knowing(severities));
    expect(said).toBe(`Dependencies audited: ${count} with known weaknesses, 0 of them grave\n`);
    expect(status).toBe(0);
  }
});

it("fails on nothing where the registry knows no audits, or does not answer, and says so", async () => {
  const withoutAudits = await auditedBy((_request, response) => response.writeHead(405).end());
  expect(withoutAudits).toMatchObject({ status: 0, said: expect.stringMatching(/not audited: .*405/) });
  const silent = await auditedBy((request) => request.destroy());
  expect(silent).toMatchObject({ status: 0, said: expect.stringContaining("not audited") });
});
