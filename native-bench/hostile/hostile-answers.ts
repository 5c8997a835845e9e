import PQueue from "p-queue";
import { ask } from "../serving/request.js";
import type { ServiceProcess } from "../serving/service-process.js";
import { type AnswerKind, judgeAnswer } from "./judged-answer.js";

/** A creative that means harm. */
export interface HostileFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** How a service answered hostile creatives. */
export interface HostileAnswers {
  readonly sent: number;
  readonly kinds: Readonly<Record<AnswerKind, number>>;
  /** Of the errors, by code. */
  readonly codes: Readonly<Record<string, number>>;
  /** Longest time until an answer, seconds, and what was asked. */
  readonly slowest: { readonly seconds: number; readonly name: string };
  /** What was answered wrong, or not at all. */
  readonly wrong: readonly { readonly name: string; readonly status?: number; readonly code?: string }[];
}

/** Sends each to be checked, some at a time, and judges the answers. Ends early when the service has ended. */
export async function answersTo(
  service: ServiceProcess,
  files: Iterable<HostileFile>,
  options: { readonly atATime: number; readonly signal?: AbortSignal },
): Promise<HostileAnswers> {
  const queue = new PQueue({ concurrency: options.atATime });
  const kinds: Record<AnswerKind, number> = { fingerprint: 0, "coded error": 0, wrong: 0 };
  const codes: Record<string, number> = {};
  const wrong: { name: string; status?: number; code?: string }[] = [];
  let [sent, slowest] = [0, { seconds: 0, name: "" }];
  const check = async ({ name, bytes }: HostileFile): Promise<void> => {
    const began = performance.now();
    const answer = await ask(service.url, "POST", "/v1/check", bytes);
    const seconds = (performance.now() - began) / 1000;
    sent++;
    if (seconds > slowest.seconds) slowest = { seconds, name };
    const kind = judgeAnswer(answer);
    kinds[kind]++;
    if (answer?.code !== undefined) codes[answer.code] = (codes[answer.code] ?? 0) + 1;
    if (kind !== "wrong") return;
    const { status, code } = answer ?? {};
    wrong.push({ name, ...(status !== undefined && { status }), ...(code !== undefined && { code }) });
  };
  for (const file of files) {
    options.signal?.throwIfAborted();
    if (!service.isRunning) break;
    void queue.add(() => check(file));
    await queue.onSizeLessThan(1);
  }
  await queue.onIdle();
  return { sent, kinds, codes, slowest, wrong };
}
