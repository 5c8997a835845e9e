import { readdirSync, readFileSync } from "node:fs";

/** A process as `/proc` tells of it. */
export interface RunningProcess {
  readonly pid: number;
  /** First 15 characters of the program's name. */
  readonly name: string;
  /** Memory it holds, bytes. */
  readonly residentBytes: number;
  /** CPU time of all its threads so far, user and system. */
  readonly cpuSeconds: number;
}

const PAGE_BYTES = 4096;

/** Places behind the closing bracket of the program's name in `/proc/<pid>/stat`; see proc(5). */
const PARENT = 1;
const CPU_TICKS = [11, 12] as const;
const RESIDENT_PAGES = 21;

/** Of Linux on every machine samecut is measured on; see `getconf CLK_TCK`. */
const TICKS_PER_SECOND = 100;

/** The children of a process and theirs. Linux only. */
export function descendantsOf(pid: number): RunningProcess[] {
  const all = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readProcess(Number(name)) ?? []);
  const found: RunningProcess[] = [];
  let parents = new Set([pid]);
  while (parents.size > 0) {
    const children = all.filter(({ parent }) => parents.has(parent));
    found.push(...children);
    parents = new Set(children.map((child) => child.pid));
  }
  return found;
}

/** A process; undefined when it is gone. */
export function readProcess(pid: number): (RunningProcess & { readonly parent: number }) | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name is in brackets and may hold blanks and brackets itself.
    const nameEnd = stat.lastIndexOf(")");
    const fields = stat.slice(nameEnd + 2).split(" ");
    return {
      pid,
      name: stat.slice(stat.indexOf("(") + 1, nameEnd),
      parent: Number(fields[PARENT]),
      residentBytes: Number(fields[RESIDENT_PAGES]) * PAGE_BYTES,
      cpuSeconds: CPU_TICKS.reduce((sum, place) => sum + Number(fields[place]), 0) / TICKS_PER_SECOND,
    };
  } catch {
    return undefined;
  }
}

/** The most memory a process has held so far, bytes; undefined when it is gone. */
export function peakResidentBytes(pid: number): number | undefined {
  try {
    const kibibytes = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return kibibytes === undefined ? undefined : Number(kibibytes) * 1024;
  } catch {
    return undefined;
  }
}
