import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const SCRIPT = fileURLToPath(new URL("../../.ci/audit.mjs", import.meta.url));

/** What the script makes of what npm says. */
function judged(said: string) {
  const { status, stdout } = spawnSync(process.execPath, [SCRIPT], { input: said, encoding: "utf8" });
  return { status, stdout };
}

/** A report as npm writes it, of packages with the severities of their weaknesses. */
function report(severities: Readonly<Record<string, string>>): string {
  const vulnerabilities = Object.fromEntries(
    Object.entries(severities).map(([name, severity]) => [name, { name, severity, range: "<2.0.0" }]),
  );
  return JSON.stringify({ auditReportVersion: 2, vulnerabilities, metadata: { vulnerabilities: {} } });
}

it("fails on weaknesses that are grave, and names them", () => {
  expect(judged(report({}))).toMatchObject({ status: 0 });
  expect(judged(report({ mild: "moderate" }))).toMatchObject({ status: 0 });
  const { status, stdout } = judged(report({ mild: "moderate", bad: "high", worse: "critical" }));
  expect(status).toBe(1);
  expect(stdout).toContain("bad <2.0.0: high");
  expect(stdout).toContain("3 with known weaknesses, 2 of them grave");
});

it("fails on nothing where there is no registry, or one without audits, and says so", () => {
  for (const said of ["", "npm ERR!", JSON.stringify({ message: "405 Method Not Allowed" })])
    expect(judged(said)).toMatchObject({ status: 0, stdout: expect.stringContaining("not audited") });
});
