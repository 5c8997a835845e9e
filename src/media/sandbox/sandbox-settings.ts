import { SamecutError } from "../../errors.js";

/**
 * Whether decoders are shut in: `off` starts ffmpeg as it is, `auto` uses what this machine offers, `require` decodes nothing where that
 * is not all of it (bubblewrap, and limits of memory and files).
 */
export const SANDBOX_MODES = ["off", "auto", "require"] as const;

/** One of {@link SANDBOX_MODES}. */
export type SandboxMode = (typeof SANDBOX_MODES)[number];

/** How decoders of this process are shut in. */
export interface SandboxSettings {
  /** `SAMECUT_SANDBOX` goes before it; default `off`, and `auto` in the service. */
  readonly mode: SandboxMode;
  /** Most address space of one decoder, bytes; default {@link DEFAULT_DECODER_BYTES}. Above 256 MB, or ffmpeg does not even start. */
  readonly memoryLimitBytes: number;
}

/** Room for the reference frames of 8K video at 10 bits, the largest that is decoded. */
export const DEFAULT_DECODER_BYTES = 4 * 1024 ** 3;

let settings: SandboxSettings = { mode: "off", memoryLimitBytes: DEFAULT_DECODER_BYTES };

/** Sets how the decoders this process starts from now on are shut in; what is not named stays as it is. */
export function setSandbox(given: Partial<SandboxSettings>): void {
  settings = { ...settings, ...given };
}

/** The settings in force, with what the environment says. Throws SETTING_INVALID for a `SAMECUT_SANDBOX` that is no mode. */
export function sandboxSettings(): SandboxSettings {
  const asked = process.env.SAMECUT_SANDBOX;
  if (asked === undefined || asked === "") return settings;
  const mode = SANDBOX_MODES.find((each) => each === asked);
  if (mode === undefined)
    throw new SamecutError("SETTING_INVALID", {
      detail: `expected ${SANDBOX_MODES.join(", ")} for SAMECUT_SANDBOX but received ${asked}`,
    });
  return { ...settings, mode };
}
