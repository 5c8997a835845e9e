import { setTimeout as delay } from "node:timers/promises";
import type { Fault } from "../fault.js";

/** Within the half year that copies are looked for in, so that every copy has to be found. */
const MOST_SECONDS = 170 * 24 * 60 * 60;

/** The wall clock. */
export const clockSetBack: Fault = {
  name: "clock-set-back",
  description:
    "the wall clock is set back by seconds to months, and right again; copies are found all the same",
  async strike(scene, random) {
    const seconds = Math.exp(random.number(0, Math.log(MOST_SECONDS)));
    await scene.service.tell({ clockOffsetMilliseconds: -Math.round(1000 * seconds) });
    await delay(random.integer(200, 800));
    await scene.settle();
    await scene.service.tell({ clockOffsetMilliseconds: 0 });
  },
};
