import { execFile } from "node:child_process";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import type { Fault } from "../fault.js";

/** A limit of bytes on every file the service writes: what a quota looks like to it. */
export const fileSizeLimit: Fault = {
  name: "file-size-limit",
  description: "a limit on the size of files is set and lifted (RLIMIT_FSIZE); as a full disk",
  async strike(scene, random) {
    const { pid } = scene.service;
    await limitFileSize(pid, String(random.integer(0, 400 * 1024)));
    await delay(random.integer(200, 1_200));
    await limitFileSize(pid, "unlimited");
  },
};

async function limitFileSize(pid: number, bytes: string): Promise<void> {
  await promisify(execFile)("prlimit", ["--pid", String(pid), `--fsize=${bytes}:unlimited`]);
}
