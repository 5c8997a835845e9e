import { readFileSync } from "node:fs";

/** CPU time spent, user and system, seconds. */
export interface CpuSeconds {
  /** By this process, all its threads. */
  readonly own: number;
  /** By its children that have ended, and by theirs. */
  readonly children: number;
}

/** What Linux counts children's time in, whatever the kernel's own clock: a hundredth of a second. */
const TICKS_A_SECOND = 100;

/** Places of `cutime` and `cstime` behind the closing bracket of the program's name; see proc(5). */
const CHILDREN_USER = 13;
const CHILDREN_SYSTEM = 14;

/** CPU time so far. Children are counted in hundredths of a second. Throws where there is no `/proc` (Linux has one). */
export function cpuSeconds(): CpuSeconds {
  const { user, system } = process.cpuUsage();
  return { own: (user + system) / 1e6, children: childrenSeconds(readFileSync("/proc/self/stat", "utf8")) };
}

/** The CPU time since an earlier reading. */
export function cpuSecondsSince(before: CpuSeconds): CpuSeconds {
  const now = cpuSeconds();
  return { own: now.own - before.own, children: now.children - before.children };
}

/** Both together, seconds. */
export function totalCpu({ own, children }: CpuSeconds): number {
  return own + children;
}

/** Seconds that ended children have used, from the text of `/proc/<pid>/stat`. */
export function childrenSeconds(stat: string): number {
  // The name is in brackets and may hold blanks and brackets itself.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[CHILDREN_USER]) + Number(fields[CHILDREN_SYSTEM])) / TICKS_A_SECOND;
}
