import { copyFile, mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type LoggedFailure, ServiceProcess } from "../serving/service-process.js";
import { type BadNameResult, isRightfulAnswer, tryBadNames } from "./bad-names.js";
import { type BadRequestResult, sendBadRequests } from "./bad-requests.js";
import { bombs } from "./bombs.js";
import { Canary } from "./canary.js";
import { type CrowdResult, crowd, type SlowUploadResult, slowUploads } from "./crowds.js";
import { disguisedFiles } from "./disguises.js";
import { answersTo, type HostileAnswers } from "./hostile-answers.js";
import { mediaSeeds } from "./media-seeds.js";
import { type MemoryPeaks, MemoryWatch } from "./memory-watch.js";
import { mutatedMedia } from "./mutated-media.js";

/** How much is tried. */
export interface HostileOptions {
  /** The command line as JavaScript. */
  readonly program: string;
  /** Empty. */
  readonly folder: string;
  readonly mutants: number;
  readonly seed: number;
  /** Connections of a crowd. */
  readonly connections: number;
  /** Seconds an upload may take to arrive. */
  readonly uploadSeconds: number;
  /** Whether bombs are thrown, which take some seconds and gigabytes to make. */
  readonly withBombs: boolean;
  readonly signal?: AbortSignal;
}

/** What hostile input did to a service. */
export interface HostileResult {
  readonly formats: number;
  readonly missingFormats: readonly string[];
  readonly mutants: HostileAnswers;
  readonly disguises: HostileAnswers;
  readonly bombs: HostileAnswers | undefined;
  readonly names: readonly BadNameResult[];
  readonly requests: readonly BadRequestResult[];
  readonly slow: SlowUploadResult;
  /** With the limit of connections that is the default, and with one above their number. */
  readonly crowds: readonly CrowdResult[];
  readonly peaks: MemoryPeaks;
  readonly touched: readonly string[];
  readonly logged: readonly LoggedFailure[];
  /** What ought not to be so; empty when all is well. */
  readonly findings: readonly string[];
}

/** Most memory the service may hold, and any one decoder, bytes. */
export const SERVICE_LIMIT_BYTES = 512 * 1024 ** 2;
export const DECODER_LIMIT_BYTES = 1536 * 1024 ** 2;

/** Seconds until uploads that are too slow have to be gone, besides those they are given. */
const PATIENCE_SECONDS = 30;

const SLOW_UPLOADS = 64;
const FILES_AT_A_TIME = 4;

/** Puts a service through everything a hostile caller may send. */
export async function hostileRun(options: HostileOptions): Promise<HostileResult> {
  const { program, folder, signal } = options;
  const { seeds, missing } = await mediaSeeds(join(folder, "seeds"));
  const outside = join(folder, "outside");
  const roots = join(folder, "roots");
  for (const each of [outside, roots]) await mkdir(each);
  const secret = join(outside, "secret.mp4");
  await copyFile(join(folder, "seeds", seeds[0]!.name), secret);
  await symlink(outside, join(roots, "way-out"));
  await writeFile(join(roots, "own.mp4"), seeds[0]!.bytes);
  await using canary = await Canary.open(secret, outside);

  const limits = { uploadSeconds: options.uploadSeconds, callSeconds: 60 };
  const serve = (name: string, more: object = {}) =>
    ServiceProcess.start({
      program,
      folder: join(folder, name),
      settings: { roots: [roots], limits: { ...limits, ...more } },
    });
  const service = await serve("service");
  using watch = new MemoryWatch(service.pid);
  const sending = { atATime: FILES_AT_A_TIME, ...(signal === undefined ? {} : { signal }) };
  const mutants = await answersTo(service, mutatedMedia(seeds, options.mutants, options.seed), sending);
  const disguises = await answersTo(service, disguisedFiles(canary, seeds), sending);
  const thrown = options.withBombs
    ? await answersTo(service, await bombs(seeds), { ...sending, atATime: 1 })
    : undefined;
  const names = await tryBadNames(service, seeds, canary);
  const requests = await sendBadRequests(service.url, seeds);
  const slow = await slowUploads(service, seeds, SLOW_UPLOADS, options.uploadSeconds + PATIENCE_SECONDS);
  const crowds = [await crowd(service, options.connections)];
  const roomy = await serve("roomy", { connections: options.connections + 1_000 });
  crowds.push(await crowd(roomy, options.connections));
  await roomy.end("SIGTERM");
  const { peaks } = watch;
  const { status, stderr } = await service.end("SIGTERM");
  const measured = {
    mutants,
    disguises,
    bombs: thrown,
    names,
    requests,
    slow,
    crowds,
    peaks,
    touched: canary.touched(),
  };
  const findings = [
    ...findingsOf(measured),
    ...(status === 0 ? [] : [`the service ended with status ${status}: ${stderr.slice(-300)}`]),
    ...service.brokenLogLines.map((line) => `a line of the log is no JSON: ${line.slice(0, 100)}`),
    ...(canary.seesReading() ? [] : ["this file system does not tell that a file was read"]),
  ];
  return { formats: seeds.length, missingFormats: missing, ...measured, logged: service.failures, findings };
}

type Measured = Omit<HostileResult, "formats" | "missingFormats" | "logged" | "findings">;

function findingsOf({
  mutants,
  disguises,
  bombs: thrown,
  names,
  requests,
  slow,
  crowds,
  peaks,
  touched,
}: Measured): string[] {
  const wrong = [mutants, disguises, thrown].flatMap((answers) => answers?.wrong ?? []);
  const findings = wrong.map(
    ({ name, status, code }) => `${name}: answered ${status ?? "nothing"} ${code ?? ""}`,
  );
  for (const each of names)
    if (!isRightfulAnswer(each))
      findings.push(`${each.name}: answered ${each.status ?? "nothing"} ${each.code ?? ""}`);
  for (const { name, statusLine, closed } of requests) {
    if (!closed && statusLine === "") findings.push(`${name}: neither answered nor closed`);
    if (/ 5\d\d /.test(statusLine)) findings.push(`${name}: ${statusLine}`);
  }
  if ((slow.endings.open ?? 0) > 0) findings.push(`${slow.endings.open} slow uploads were never ended`);
  if (slow.ordinarySeconds === undefined) findings.push("slow uploads kept an ordinary one out");
  for (const { connections, ordinarySeconds, afterwardsSeconds, residentBytes } of crowds) {
    if (ordinarySeconds === undefined || afterwardsSeconds === undefined)
      findings.push(`no answer beside or after ${connections} connections`);
    if (residentBytes > SERVICE_LIMIT_BYTES)
      findings.push(`${connections} connections: ${residentBytes} bytes`);
  }
  if (peaks.service > SERVICE_LIMIT_BYTES) findings.push(`the service held ${peaks.service} bytes`);
  if (peaks.decoder > DECODER_LIMIT_BYTES) findings.push(`a decoder held ${peaks.decoder} bytes`);
  return [...findings, ...touched.map((what) => `touched from outside of the roots: ${what}`)];
}
