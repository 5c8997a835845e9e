/** node_modules: in step with package-lock.json, with native parts that load under this Node. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { findOnPath, isReachable, nodeHeadersFolder } from "./machine.mjs";
import { installPackages } from "./system-packages.mjs";
import { SetupError, say } from "./talk.mjs";

/** Where ffmpeg-static and better-sqlite3 fetch ready-made binaries, unless told otherwise. */
const BINARIES_HOST = "https://github.com";
/** An address that refuses at once, for downloads that would otherwise wait for a time-out. */
const NOWHERE = "http://127.0.0.1:9";

/** Programs that compile native modules, and the Debian package of each. */
const BUILD_TOOLS = [
  { programs: ["python3", "python"], package: "python3" },
  { programs: ["make", "gmake"], package: "make" },
  { programs: ["g++", "c++", "clang++"], package: "g++" },
];

/** Loads each native module and makes it do something: a file that exists may belong to another Node. */
const NATIVE_CHECK = `
  const { createRequire } = require("node:module");
  const load = createRequire(process.cwd() + "/package.json");
  new (load("better-sqlite3"))(":memory:").close();
  new (load("hnswlib-node").HierarchicalNSW)("l2", 2).initIndex(1);
  load("sharp");
`;

/**
 * Brings node_modules in step; does nothing when it is.
 *
 * @param {string} root the project folder
 */
export async function ensureDependencies(root) {
  const stampFile = join(root, "node_modules", ".samecut-setup");
  const stamp = currentStamp(root);
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) return;
  if (!matchesLock(root)) await install(root);
  ensureNativeModules(root);
  writeFileSync(stampFile, stamp);
}

/**
 * Everything that makes an installation another one: what is locked, and which Node it was compiled for.
 *
 * @param {string} root
 */
function currentStamp(root) {
  const lock = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  return `${lock} ${process.version} ${process.platform}-${process.arch}\n`;
}

/**
 * Whether npm itself has already installed exactly what is locked (someone ran `npm ci` or `npm install` by hand).
 * Optional packages may be absent: they are for other platforms, or failed as they are allowed to.
 *
 * @param {string} root
 */
function matchesLock(root) {
  const installedFile = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(installedFile)) return false;
  const installed = JSON.parse(readFileSync(installedFile, "utf8")).packages;
  const locked = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  return Object.entries(locked).every(([folder, entry]) => {
    if (folder === "") return true;
    const found = installed[folder];
    return found ? found.version === entry.version : entry.optional === true;
  });
}

/** @param {string} root */
async function install(root) {
  ensureBuildTools();
  say("Installing dependencies (npm ci). Two of them are compiled here: allow a minute or two.");
  const env = { ...process.env };
  const headers = nodeHeadersFolder();
  if (headers && !env.npm_config_nodedir) env.npm_package_config_node_gyp_nodedir = headers;
  if (!(await isReachable(env.FFMPEG_BINARIES_URL ?? BINARIES_HOST))) {
    env.FFMPEG_BINARIES_URL = NOWHERE;
    env.npm_config_build_from_source = "true";
  }
  if (!npm(root, ["ci", "--loglevel=error", "--no-audit", "--no-fund"], env)) {
    throw new SetupError("npm ci failed; its messages are above. Is the npm registry reachable?");
  }
}

function ensureBuildTools() {
  if (process.platform === "win32") return; // node-gyp finds Visual Studio and Python by itself, or says what it misses.
  const missing = BUILD_TOOLS.filter((tool) => !tool.programs.some(findOnPath)).map((tool) => tool.package);
  if (missing.length > 0) installPackages(missing, "tools to compile better-sqlite3 and hnswlib-node");
}

/**
 * Native parts are absent after `npm ci --ignore-scripts` or a change of Node: compile them once more before giving up.
 *
 * @param {string} root
 */
function ensureNativeModules(root) {
  if (nativeModulesError(root) === undefined) return;
  ensureBuildTools();
  say("Compiling the native modules for this Node.");
  npm(
    root,
    ["rebuild", "better-sqlite3", "hnswlib-node", "--ignore-scripts=false", "--loglevel=error"],
    process.env,
  );
  const error = nativeModulesError(root);
  if (error !== undefined)
    throw new SetupError(`A native module does not load under Node ${process.version}:\n${error}`);
}

/**
 * @param {string} root
 * @returns {string | undefined} what Node said; undefined when all of them work
 */
function nativeModulesError(root) {
  const { status, stderr } = spawnSync(process.execPath, ["-e", NATIVE_CHECK], {
    cwd: root,
    encoding: "utf8",
  });
  return status === 0 ? undefined : stderr.trim();
}

/**
 * @param {string} root
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
function npm(root, args, env) {
  const cli = process.env.npm_execpath;
  const ownNpm = cli !== undefined && basename(cli).startsWith("npm-cli");
  const [program, first] = ownNpm ? [process.execPath, [cli]] : ["npm", []];
  const { status } = spawnSync(program, [...first, ...args], {
    cwd: root,
    env,
    stdio: ["ignore", 2, 2],
    shell: !ownNpm && process.platform === "win32", // there npm is a .cmd file, which only a shell starts
  });
  return status === 0;
}
