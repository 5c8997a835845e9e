import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { childrenSeconds, cpuSeconds, cpuSecondsSince } from "../../native-bench/measuring/cpu-seconds.js";

describe("childrenSeconds", () => {
  it("reads behind a program name with blanks and brackets", () => {
    const stat = "42 (a) b) (c) S 1 42 42 0 -1 4194560 100 0 0 0 7 3 250 50 20 0 11 0 900 1000 200";
    expect(childrenSeconds(stat)).toBeCloseTo(3, 9);
  });
});

describe.runIf(process.platform === "linux")("cpuSeconds", () => {
  it("counts what a child has used as the child's", () => {
    const before = cpuSeconds();
    execFileSync(process.execPath, ["-e", "for (const end = Date.now() + 300; Date.now() < end; );"]);
    const { own, children } = cpuSecondsSince(before);
    expect(children).toBeGreaterThan(0.05);
    expect(own).toBeLessThan(children + 0.2);
  });
});
