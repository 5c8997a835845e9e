import { startCli } from "../cli/run-cli.js";

/** `samecut serve` as a process of its own. */
export interface ServedProcess {
  readonly url: string;
  /** Sends a signal and waits for the end; what the process left behind. */
  end(signal: NodeJS.Signals): Promise<{ readonly status: number | null; readonly stderr: string }>;
}

/** Starts `samecut serve` on a library and waits until it answers. */
export async function serveProcess(base: string, library: string): Promise<ServedProcess> {
  const { child, outcome } = startCli(base, "serve", "--library", library, "--port", "0");
  const url = await new Promise<string>((resolve, reject) => {
    let said = "";
    child.stderr?.on("data", (text: string) => {
      said += text;
      const found = /Answering on (\S+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.on("close", () => reject(new Error(`it did not start: ${said}`)));
  });
  const end: ServedProcess["end"] = async (signal) => {
    child.kill(signal);
    return await outcome;
  };
  return { url, end };
}
