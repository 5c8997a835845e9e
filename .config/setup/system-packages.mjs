/** Debian packages, where apt-get can be used without a question. */
import { spawnSync } from "node:child_process";
import { remedyForMissing } from "./ffmpeg-source.mjs";
import { inspectMachine } from "./machine.mjs";
import { SetupError, say } from "./talk.mjs";

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
  say(`Installing ${packages.join(", ")} with apt-get (${need}); SAMECUT_NO_APT=1 forbids this.`);
  // A package list that cannot be refreshed may still serve: only the installation decides.
  aptGet(["update", "-q"], remedy.sudo);
  const installed = aptGet(["install", "-y", "-q", "--no-install-recommends", ...packages], remedy.sudo);
  if (!installed) {
    throw new SetupError(
      `apt-get could not install ${packages.join(", ")}; its messages are above. Install them yourself, then run this again.`,
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
  const { status } = spawnSync(/** @type {string} */ (program), rest, {
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    // stdout of apt-get is long and of use only when it fails; it goes where our own messages go.
    stdio: ["ignore", 2, 2],
  });
  return status === 0;
}
