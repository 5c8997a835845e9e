/** What this machine has: programs on PATH, rights to install, reach of the network. */
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, statSync } from "node:fs";
import { connect } from "node:net";
import { delimiter, dirname, join, resolve } from "node:path";

/** How long a host may take to accept a connection before it counts as out of reach, milliseconds. */
const REACH_LIMIT_MS = 3000;

/**
 * Full path of a program on PATH, undefined where there is none.
 *
 * @param {string} name without extension
 * @returns {string | undefined}
 */
export function findOnPath(name) {
  const extensions = process.platform === "win32" ? (process.env.PATHEXT ?? ".EXE;.CMD").split(";") : [""];
  for (const folder of (process.env.PATH ?? "").split(delimiter).filter(Boolean)) {
    for (const extension of extensions) {
      const path = resolve(folder, name + extension);
      if (isExecutable(path)) return path;
    }
  }
  return undefined;
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * Whether the file starts and calls itself ffmpeg.
 *
 * @param {string} path
 */
export function runsAsFfmpeg(path) {
  const { status, stdout } = spawnSync(path, ["-hide_banner", "-version"], {
    encoding: "utf8",
    timeout: 15_000,
    stdio: ["ignore", "pipe", "ignore"],
  });
  return status === 0 && stdout.startsWith("ffmpeg");
}

/** What decides whether packages can be installed without asking. */
export function inspectMachine() {
  const root = process.getuid?.() === 0;
  const aptGet = findOnPath("apt-get") !== undefined;
  const sudo = !root && aptGet && spawnSync("sudo", ["-n", "true"], { stdio: "ignore" }).status === 0;
  return { platform: process.platform, aptGet, root, sudo, aptForbidden: process.env.SAMECUT_NO_APT === "1" };
}

/**
 * Folder that holds the headers of the running Node, undefined where it came without. With it, native modules
 * compile on a network that does not reach nodejs.org.
 */
export function nodeHeadersFolder() {
  const prefix = dirname(dirname(process.execPath));
  return existsSync(join(prefix, "include", "node", "node_api.h")) ? prefix : undefined;
}

/**
 * Whether the host of a URL accepts connections. Behind a proxy nobody can tell without trying, so the answer is yes.
 *
 * @param {string} url
 * @returns {Promise<boolean>}
 */
export function isReachable(url) {
  const { HTTPS_PROXY, https_proxy, HTTP_PROXY, http_proxy } = process.env;
  if (HTTPS_PROXY || https_proxy || HTTP_PROXY || http_proxy) return Promise.resolve(true);
  const { hostname, port, protocol } = new URL(url);
  return new Promise((settle) => {
    const socket = connect({ host: hostname, port: Number(port || (protocol === "http:" ? 80 : 443)) });
    /** @param {boolean} reachable */
    const finish = (reachable) => {
      socket.destroy();
      settle(reachable);
    };
    socket.setTimeout(REACH_LIMIT_MS, () => finish(false));
    socket.once("connect", () => finish(true));
    socket.once("error", () => finish(false));
  });
}
