import { basename } from "node:path";
import { describeMachine, type Machine, machineLine } from "./machine.js";
import { type Circumstances, writeRun } from "./run-record.js";

/** A run of a benchmark, from its beginning. */
export class BenchRun {
  readonly #startedAt = new Date();

  /** @param benchmark as `npm run bench:<benchmark>` starts it */
  constructor(readonly benchmark: string) {}

  /** The command that measures the same again. @param args what it takes, without the folders of this machine */
  commandWith(args: readonly (string | number)[]): string {
    return [`npm run bench:${this.benchmark} --`, ...args].join(" ");
  }

  /** What a record of this run begins with; the time since its beginning is taken now. */
  circumstances(args: readonly (string | number)[], machine: Machine): Circumstances {
    return {
      command: this.commandWith(args),
      startedAt: this.#startedAt.toISOString(),
      elapsedSeconds: Math.round((Date.now() - this.#startedAt.getTime()) / 1000),
      machine,
    };
  }

  /** Prints what this ran on, to stand below the tables, and keeps the results where a record is asked for. */
  async end(
    args: readonly (string | number)[],
    results: Readonly<Record<string, unknown>>,
    { record = false }: { readonly record?: boolean | undefined },
  ): Promise<void> {
    const machine = await describeMachine();
    process.stdout.write(`\n${machineLine(machine)}\n`);
    if (!record) return;
    const file = await writeRun(this.benchmark, { ...this.circumstances(args, machine), ...results });
    process.stdout.write(`${basename(file)} has the numbers.\n`);
  }
}
