import { ask } from "../serving/request.js";
import type { ServiceProcess } from "../serving/service-process.js";
import type { Canary } from "./canary.js";
import type { MediaSeed } from "./media-seeds.js";

/** A name, an id or a path that means harm, and how it was answered. */
export interface BadNameResult {
  readonly name: string;
  readonly status: number | undefined;
  readonly code: string | undefined;
}

const CONTROLS = [
  "\0",
  "\n",
  "\r\nset-cookie: a=b",
  "\x1b[2J\x1b]0;owned\x07",
  "\u202egpj.exe",
  "\u0000\uffff\ud800",
  "a".repeat(100_000),
  "../../etc/passwd",
  "%00%0a",
  "'; DROP TABLE creative; --",
  '{"level":60}\n{"level":60}',
  "__proto__",
  "-i",
  "|id",
];

/** Tries them as id and name of an upload and as a path; none may be answered by a failure of the service's own. */
export async function tryBadNames(
  service: ServiceProcess,
  seeds: readonly MediaSeed[],
  canary: Canary,
): Promise<BadNameResult[]> {
  const clip = seeds.find(({ name }) => name === "still.png")!.bytes;
  const results: BadNameResult[] = [];
  const note = (name: string, answer: Awaited<ReturnType<typeof ask>>): void => {
    results.push({ name: JSON.stringify(name).slice(0, 80), status: answer?.status, code: answer?.code });
  };
  for (const name of CONTROLS) {
    const written = encodeURIComponent(String(Buffer.from(name)));
    note(`id ${name}`, await ask(service.url, "POST", `/v1/creatives?id=${written}`, clip));
    note(`name ${name}`, await ask(service.url, "POST", `/v1/check?name=${written}`, clip));
    note(`get ${name}`, await ask(service.url, "GET", `/v1/creatives/${written}`));
  }
  for (const path of pathsOutside(canary))
    note(`path ${path}`, await ask(service.url, "POST", "/v1/check", { path }));
  return results;
}

/** Ways that might lead out of the roots. */
function pathsOutside({ filePath, pipePath }: Canary): string[] {
  return [
    filePath,
    pipePath,
    `../../../../../../../../..${filePath}`,
    `./${"../".repeat(40)}${filePath}`,
    `file://${filePath}`,
    `${filePath}\0.mp4`,
    `..%2f..%2f${filePath}`,
    `concat:${filePath}|${filePath}`,
    "/proc/self/environ",
    "/proc/self/fd/0",
    "/dev/zero",
    "/dev/stdin",
    "\\\\127.0.0.1\\share",
    "~/.ssh/id_rsa",
    "http://127.0.0.1/",
    "",
    ".",
    "/",
  ];
}

/** Whether such an answer is one the service may give: it knew what was wrong, or nothing was. */
export function isRightfulAnswer({ status, code }: BadNameResult): boolean {
  return status !== undefined && (status < 400 || (status < 500 && code !== undefined));
}
