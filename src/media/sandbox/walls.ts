/** What stands between a decoder and the rest of the machine. */
export type Wall = "bubblewrap" | "unshare" | "none";

/** All of them, the strongest first. */
export const WALLS: readonly Wall[] = ["bubblewrap", "unshare", "none"];

/** Where programs and their libraries lie. Nothing of a user's is there, nor of a service's: not `/etc`, `/opt`, `/home` or `/var`. */
const SYSTEM_FOLDERS = [
  ...["/usr", "/bin", "/lib", "/lib32", "/lib64", "/nix/store", "/gnu/store"],
  ...["/etc/alternatives", "/etc/ld.so.cache"],
];

/** What a decoder behind a wall needs. */
export interface WallOpening {
  /** The decoder: an absolute path, or a name on PATH. */
  readonly program: string;
  /** Absolute paths of what it reads. */
  readonly readablePaths: readonly string[];
  /** True when this process is root, whose rights a wall has to take away. */
  readonly root: boolean;
  /** All that stands in its environment. */
  readonly variables: Readonly<Record<string, string>>;
}

/** The words of a command before the decoder's own name. Pure. */
export function wordsOfWall(wall: Wall, opening: WallOpening): string[] {
  switch (wall) {
    case "bubblewrap":
      return bubblewrap(opening);
    case "unshare":
      return unshare(opening);
    case "none":
      return [];
  }
}

/**
 * No network, other processes out of sight and out of reach, no variables, no rights; of the files, the system's programs and what
 * is read. Dies with the process that started it.
 */
function bubblewrap({ program, readablePaths, root, variables }: WallOpening): string[] {
  const shown = [program, ...readablePaths].filter((path) => path.startsWith("/"));
  return [
    ...["bwrap", "--die-with-parent", "--new-session", "--chdir", "/", "--clearenv"],
    ...Object.entries(variables).flatMap(([name, value]) => ["--setenv", name, value]),
    // Root reads files of others by a right that a new user namespace would take away with all the rest.
    ...(root
      ? ["--unshare-net", "--unshare-pid", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try"]
      : ["--unshare-all"]),
    ...["--cap-drop", "ALL", ...(root ? ["--cap-add", "CAP_DAC_READ_SEARCH"] : [])],
    ...SYSTEM_FOLDERS.flatMap((folder) => ["--ro-bind-try", folder, folder]),
    ...shown.flatMap((path) => ["--ro-bind", path, path]),
    "--",
  ];
}

/** No network, and for root no right but that of reading; of util-linux, which nearly every Linux has. */
function unshare({ root }: WallOpening): string[] {
  return root
    ? [
        ...["unshare", "--net", "--"],
        ...["setpriv", "--inh-caps", "-all", "--bounding-set", "-all,+dac_read_search", "--"],
      ]
    : ["unshare", "--map-root-user", "--net", "--"];
}
