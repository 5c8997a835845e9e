import { setTimeout as delay } from "node:timers/promises";
import { descendantsOf } from "../../serving/process-tree.js";
import type { Fault } from "../fault.js";

/** How long a decoder is waited for, milliseconds. */
const PATIENCE_MILLISECONDS = 5_000;

/** The processes that decode: ffmpeg, and those that open images. */
export const killedDecoder: Fault = {
  name: "killed-decoder",
  description: "SIGKILL of ffmpeg or of the process that opens images; costs the creative it was at",
  async strike(scene, random) {
    const until = Date.now() + PATIENCE_MILLISECONDS;
    while (Date.now() < until) {
      const decoders = descendantsOf(scene.service.pid);
      if (decoders.length > 0) {
        await delay(random.integer(0, 60));
        return kill(random.pick(decoders).pid);
      }
      await delay(1);
    }
    scene.expect(false, "no decoder was seen");
  },
};

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It had ended by itself.
  }
}
