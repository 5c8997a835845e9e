import { setTimeout as delay } from "node:timers/promises";
import type { Fault } from "../fault.js";

/** How often, and after how many milliseconds, it is tried again. */
const ATTEMPTS = 50;
const ATTEMPT_MILLISECONDS = 100;

/** The thread that holds the search index. */
export const endedIndexThread: Fault = {
  name: "ended-index-thread",
  description: "the index's thread dies of an exception; the index is built anew, no question is lost",
  async strike(scene) {
    // It begins with the first question, and anew with the first one after its end.
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const told = (await scene.service.tell({ endIndexThread: true })) as { readonly ended: boolean };
      if (told.ended) return;
      await delay(ATTEMPT_MILLISECONDS);
    }
    scene.expect(false, "the index's thread did not end");
  },
};
