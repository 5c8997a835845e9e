/** Debian packages, where apt-get can be used without a question. */
import { spawnSync } from "node:child_process";
import { remedyForMissing } from "./ffmpeg-source.mjs";
import { inspectMachine } from "./machine.mjs";
import { SetupError, say } from "./talk.mjs";

/** Last lines of a failed apt-get that are shown; its errors come at the end. */
const REPORTED_LINES = 20;
/** More output than any installation has, bytes. */
const OUTPUT_LIMIT_BYTES = 64 * 1024 * 1024;

/**
 * Installs what is missing, or throws a {@link SetupError} that says how to.
 *
 * @param {readonly string[]} packages names as Debian has them
 * @param {string} need what they are needed for, a noun phrase
 */
export function installPackages(packages, need) {
  const remedy = remedyForMissing(inspectMachine(), packages);
  if (remedy.kind === "advise") {
    throw new SetupError(`Missing: ${packages.join(", ")} (${need}). What to do:\n${remedy.advice}`);
  }
  say(
    `Installing ${packages.join(", ")} with apt-get (${need}). It may take a minute; SAMECUT_NO_APT=1 forbids it.`,
  );
  // A package list that cannot be refreshed may still serve: only the installation decides.
  aptGet(["update", "-q"], remedy.sudo);
  const installation = aptGet(["install", "-y", "-q", "--no-install-recommends", ...packages], remedy.sudo);
  if (!installation.done) {
    throw new SetupError(
      `apt-get could not install ${packages.join(", ")}:\n${installation.output}\nInstall them yourself, then run this again.`,
    );
  }
}

/**
 * @param {readonly string[]} args
 * @param {boolean} sudo
 */
function aptGet(args, sudo) {
  // Another apt-get may be at work on a machine that has just started: wait for it rather than fail.
  const command = ["apt-get", "-o", "DPkg::Lock::Timeout=180", ...args];
  const [program, ...rest] = sudo ? ["sudo", "-n", "DEBIAN_FRONTEND=noninteractive", ...command] : command;
  const { status, stdout, stderr } = spawnSync(/** @type {string} */ (program), rest, {
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    // ffmpeg brings some two hundred packages, each with lines of its own: of use only when it fails.
    stdio: ["ignore", "pipe", "pipe"],
    encoding: "utf8",
    maxBuffer: OUTPUT_LIMIT_BYTES,
  });
  return {
    done: status === 0,
    output: `${stdout}\n${stderr}`.trim().split("\n").slice(-REPORTED_LINES).join("\n"),
  };
}
