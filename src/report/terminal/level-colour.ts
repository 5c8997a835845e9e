import type { Level } from "../../account/level.js";
import type { Terminal } from "./terminal.js";

/** A text in the colour of a level's weight; the words alone say it too. */
export function paintLevel(level: Level | undefined, text: string, { colors }: Terminal): string {
  switch (level) {
    case undefined:
      return colors.dim(text);
    case "good":
      return colors.green(text);
    case "fair":
      return colors.cyan(text);
    case "serious":
      return colors.yellow(text);
    case "severe":
    case "critical":
      return colors.red(text);
  }
}
