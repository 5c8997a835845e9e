/**
 * Which folder of src/ may import which, for dependency-cruiser. Data flows one way, from a file to a report
 * (docs/ARCHITECTURE.md), and imports point against it: a room knows the rooms it takes its input from.
 */

/** Rooms of src/ and what each may import besides itself and src/errors.ts. Not in the table: not a room. */
const ROOMS = {
  picture: [],
  layout: ["picture"],
  media: ["picture", "threads"],
  wasm: [],
  fingerprint: ["picture", "layout", "media", "wasm"],
  signature: ["picture", "layout", "fingerprint", "wasm"],
  align: ["picture", "layout", "signature", "fingerprint", "wasm"],
  verdict: ["picture", "layout", "signature", "fingerprint", "align"],
  files: [],
  intake: ["media", "fingerprint", "files"],
  steps: [],
  threads: ["steps"],
  page: [],
  index: ["files", "fingerprint", "signature", "threads", "wasm"],
  matching: ["design", "fingerprint", "signature", "verdict", "index", "threads"],
  library: [
    "files",
    "design",
    "layout",
    "fingerprint",
    "signature",
    "verdict",
    "index",
    "matching",
    "intake",
    "media",
    "steps",
    "threads",
  ],
  scan: [
    "files",
    "picture",
    "fingerprint",
    "signature",
    "verdict",
    "index",
    "matching",
    "library",
    "intake",
    "media",
    "report",
    "account",
    "design",
    "steps",
    "threads",
  ],
  audit: ["account", "design", "files", "library", "fingerprint", "report", "threads", "verdict"],
  design: ["picture", "fingerprint", "verdict"],
  status: [],
  account: ["design", "verdict", "status", "steps"],
  review: ["report", "verdict", "client"],
  report: ["account", "design", "verdict", "fingerprint", "layout", "picture", "status"],
};

/** Values in, values out: these can be tested, moved to a worker and reasoned about without a machine around them. */
const PURE_ROOMS = "picture|layout|signature|fingerprint|align|verdict|design|status|steps|account|report";

const flow = Object.entries(ROOMS).map(([room, allowed]) => ({
  name: `flow-${room}`,
  comment: `src/${room} may import only ${["itself", "src/errors.ts", ...allowed].join(", ")}: imports never point up the flow.`,
  severity: "error",
  from: { path: `^src/${room}/` },
  to: { path: "^src/", pathNot: [`^src/(${[room, ...allowed].join("|")})/`, "^src/errors\\.ts$"] },
}));

/**
 * A library that only some folders may know, so that replacing it touches only them.
 *
 * @param {string} name
 * @param {string} library pattern of its path
 * @param {string[]} places patterns of the files that may
 * @param {string} comment why
 * @returns {import("dependency-cruiser").IForbiddenRuleType}
 */
function onlyIn(name, library, places, comment) {
  return {
    name: `only-${name}`,
    comment,
    severity: "error",
    from: { path: "^src/", pathNot: places },
    to: { path: library },
  };
}

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    ...flow,
    {
      name: "flow-cli",
      comment: "The command line is the first user of the public names: what it lacks, every user lacks.",
      severity: "error",
      from: { path: "^src/cli/" },
      to: { path: "^src/", pathNot: "^src/(cli/|service/index\\.ts$|index\\.ts$)" },
    },
    {
      name: "flow-service",
      comment:
        "The service is a user of the public names as well, and knows nothing of the command line. It starts a thread of its own.",
      severity: "error",
      from: { path: "^src/service/" },
      to: { path: "^src/", pathNot: "^src/(service/|threads/|index\\.ts$)" },
    },
    {
      name: "client-loads-nothing",
      comment:
        "The client is fetch and the types of the service's schemas: whoever uses it loads neither service nor library.",
      severity: "error",
      from: { path: "^src/client/" },
      to: { pathNot: "^src/client/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "flow-top",
      comment:
        "Nothing in src/ but the command line, the service and its client stands above the list of public names.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(cli|service|client)/" },
      to: { path: "^src/(index\\.ts$|cli/|service/)" },
    },
    {
      name: "errors-know-nothing",
      comment:
        "Every room imports the table of errors, as a whole; it imports none, or there would be a cycle.",
      severity: "error",
      from: { path: "^src/errors(\\.ts$|/)" },
      to: { path: "^src/", pathNot: "^src/errors/" },
    },
    {
      name: "known-rooms",
      comment: "A new folder in src/ gets its place in the flow here before anything imports it.",
      severity: "error",
      from: {
        path: "^src/",
        pathNot: `^src/((${[...Object.keys(ROOMS), "errors", "service", "client", "cli"].join("|")})/|(index|errors)\\.ts$)`,
      },
      to: {},
    },
    {
      name: "pure-rooms",
      comment: "No file, clock, process or network in the pure rooms.",
      severity: "error",
      from: { path: `^src/(${PURE_ROOMS})/`, pathNot: "^src/fingerprint/" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "pure-codec",
      comment:
        "Packing and checksums are arithmetic; the fingerprint's byte format is the one place that needs them.",
      severity: "error",
      from: { path: "^src/fingerprint/" },
      to: { dependencyTypes: ["core"], pathNot: "^(node:)?(zlib|crypto)$" },
    },
    onlyIn(
      "media-starts-processes",
      "^(node:)?child_process$",
      ["^src/media/"],
      "Uploads are untrusted: every child has its limits and its kill ladder, in one place.",
    ),
    onlyIn(
      "media-knows-ffmpeg-and-sharp",
      "node_modules/(sharp|fluent-ffmpeg|ffmpeg-static)/",
      ["^src/media/"],
      "Decoding is behind one door; samples and benchmarks may use it to make pictures.",
    ),
    onlyIn(
      "index-knows-hnswlib",
      "node_modules/hnswlib-node/",
      ["^src/index/"],
      "Its traps are guarded in one folder, and another index can take its place.",
    ),
    onlyIn(
      "embedded-knows-sqlite",
      "node_modules/better-sqlite3/",
      ["^src/library/embedded/"],
      "Another store can follow behind the same contract.",
    ),
    {
      name: "store-has-a-thread",
      comment:
        "SQLite waits for the disk: only the thread that owns a store may open it, never the caller's.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/library/embedded/store-worker\\.ts$" },
      to: { path: "^src/library/embedded/open-store\\.ts$" },
    },
    onlyIn(
      "cli-draws",
      "node_modules/(commander|cli-progress)/",
      ["^src/cli/"],
      "The library never prints; progress is events, and the command line draws them.",
    ),
    onlyIn(
      "service-speaks-http",
      "node_modules/(fastify|@fastify/[^/]+|fastify-type-provider-zod|pino|prom-client)/",
      ["^src/service/"],
      "Whoever uses the library loads no web server, and another can take its place.",
    ),
    {
      name: "no-cycle",
      comment: "Two files that need each other are one file, or miss a third.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-orphan",
      comment: "A file nobody imports is dead, unless it is where something starts.",
      severity: "error",
      from: {
        orphan: true,
        pathNot: [
          "\\.d\\.ts$",
          "^src/(index|cli/main)\\.ts$",
          "^src/(report/html/app|review)/main\\.tsx$",
          "\\.worker\\.ts$",
          "^(test|native-bench)/",
          "^samples/[^/]+\\.ts$",
        ],
      },
      to: {},
    },
    {
      name: "no-test-in-src",
      comment: "What is shipped must work without tests, samples and benchmarks beside it.",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^(test|samples|native-bench)/" },
    },
    {
      name: "declared-packages",
      comment: "A package that is used is in package.json; in src/ it is not one for development only.",
      severity: "error",
      // What the pages use is built into them.
      from: { path: "^src/", pathNot: "^src/(report/html/app|review)/" },
      to: { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "resolvable",
      comment: "An import that leads nowhere fails at run time.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(dist|samples/out)/" },
    tsConfig: { fileName: "tsconfig.json" },
    // Types count: a room that knows another's types knows the room.
    tsPreCompilationDeps: true,
    moduleSystems: ["es6", "cjs"],
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "types"] },
  },
};
