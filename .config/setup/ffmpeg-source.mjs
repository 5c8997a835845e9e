/**
 * Which ffmpeg samecut will use, and what can be done where there is none. Pure: what is known of the machine
 * comes in as values, so that every branch can be tested on any machine. The order is that of
 * `src/media/ffmpeg-binary.ts`, which decides at run time.
 */

/**
 * @typedef {"SAMECUT_FFMPEG" | "ffmpeg-static" | "PATH"} FfmpegSource
 * @typedef {{ source: FfmpegSource, path: string }} FfmpegCandidate
 * @typedef {{ kind: "found", ffmpeg: FfmpegCandidate }
 *   | { kind: "configured-broken", path: string }
 *   | { kind: "missing" }} FfmpegChoice
 * @typedef {{ platform: string, aptGet: boolean, root: boolean, sudo: boolean, aptForbidden: boolean }} Machine
 * @typedef {{ kind: "apt-get", sudo: boolean } | { kind: "advise", advice: string }} Remedy
 */

/**
 * The first ffmpeg that runs, in the order SAMECUT_FFMPEG, ffmpeg-static, PATH. A SAMECUT_FFMPEG that does not
 * run is never passed over: whoever set it wants that one, and would wonder about the results of another.
 *
 * @param {{ configured?: string | undefined, bundled?: string | undefined, onPath?: string | undefined }} places
 *   path found in each place; undefined where there is none
 * @param {(path: string) => boolean} runs whether this file is an ffmpeg that starts
 * @returns {FfmpegChoice}
 */
export function chooseFfmpeg(places, runs) {
  if (places.configured) {
    if (!runs(places.configured)) return { kind: "configured-broken", path: places.configured };
    return { kind: "found", ffmpeg: { source: "SAMECUT_FFMPEG", path: places.configured } };
  }
  if (places.bundled && runs(places.bundled)) {
    return { kind: "found", ffmpeg: { source: "ffmpeg-static", path: places.bundled } };
  }
  if (places.onPath && runs(places.onPath)) {
    return { kind: "found", ffmpeg: { source: "PATH", path: places.onPath } };
  }
  return { kind: "missing" };
}

/**
 * What to do about missing system packages: install them where that needs no question, else say how.
 *
 * @param {Machine} machine
 * @param {readonly string[]} packages names as Debian has them
 * @returns {Remedy}
 */
export function remedyForMissing(machine, packages) {
  if (machine.aptGet && !machine.aptForbidden && (machine.root || machine.sudo)) {
    return { kind: "apt-get", sudo: !machine.root };
  }
  return { kind: "advise", advice: adviceFor(machine, packages) };
}

/**
 * @param {Machine} machine
 * @param {readonly string[]} packages
 */
function adviceFor(machine, packages) {
  const ffmpeg = packages.includes("ffmpeg");
  const pointer = ffmpeg
    ? "\n  or set SAMECUT_FFMPEG to the full path of an ffmpeg (version 5 or newer)."
    : "";
  if (machine.platform === "darwin") {
    const install = ffmpeg ? "brew install ffmpeg" : "xcode-select --install";
    return `  macOS: ${install}${pointer}`;
  }
  if (machine.platform === "win32") {
    const install = ffmpeg
      ? "winget install --id Gyan.FFmpeg (then open a new terminal)"
      : "install Python 3 and the Visual Studio Build Tools with the workload for C++";
    return `  Windows: ${install}${pointer}`;
  }
  const list = packages.join(" ");
  const linux = machine.aptGet
    ? `sudo apt-get update && sudo apt-get install ${list}`
    : `install with the system's package manager: ${list}`;
  return `  Linux: ${linux}${pointer}`;
}
