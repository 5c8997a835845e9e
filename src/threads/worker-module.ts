/** What starts a worker thread, a thread pool or a process on one of our own modules. */
export interface WorkerModule {
  readonly url: URL;
  /** Node flags it needs to read the module. */
  readonly execArgv: string[];
}

/**
 * Where a worker's module is, beside the module that starts it. Built code runs as JavaScript; run from the sources
 * (tests, benchmarks), the module is TypeScript and the thread loads it through tsx.
 * @param name file name without its ending
 * @param besideUrl `import.meta.url` of the caller
 */
export function workerModule(name: string, besideUrl: string): WorkerModule {
  const fromSources = new URL(besideUrl).pathname.endsWith(".ts");
  const url = new URL(`./${name}${fromSources ? ".ts" : ".js"}`, besideUrl);
  if (!fromSources) return { url, execArgv: [] };
  // `--import tsx` alone does nothing in a thread: tsx registers itself in the main one only.
  const tsx = import.meta.resolve("tsx/esm/api");
  const register = `import { register } from ${JSON.stringify(tsx)}; register();`;
  return { url, execArgv: ["--import", `data:text/javascript,${encodeURIComponent(register)}`] };
}
