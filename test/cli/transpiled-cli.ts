import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
/** Below node_modules, so that packages are found from there. */
const TARGET = join(ROOT, "node_modules", ".cache", "samecut-cli");

/** Programs of the browser: Vite builds them, into {@link builtPages}. */
const PAGE_SOURCES = [join("report", "html", "app") + sep, `review${sep}`];

let main: string | undefined;

/**
 * The command line as JavaScript, made from today's sources without checking types; only what changed is written
 * anew. A child that runs it starts several times as quickly as one that reads TypeScript.
 *
 * @returns the path of `cli/main.js`
 */
export function transpiledCli(): string {
  main ??= transpileAll();
  return main;
}

function transpileAll(): string {
  const sources = readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" }).filter(
    (name) => name.endsWith(".ts") && !PAGE_SOURCES.some((folder) => name.startsWith(folder)),
  );
  for (const name of sources) {
    const source = join(ROOT, "src", name);
    write(join(TARGET, "dist", name.replace(/\.ts$/, ".js")), source, transpile);
  }
  for (const page of builtPages()) write(join(TARGET, page), join(ROOT, page), (text) => text);
  write(join(TARGET, "package.json"), join(ROOT, "package.json"), (text) => text);
  return join(TARGET, "dist", "cli", "main.js");
}

/** The pages as `npm run build` makes them: text, all of it. */
function builtPages(): string[] {
  const folder = join("dist", "page");
  if (!existsSync(join(ROOT, folder))) return [];
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name === "report.html" || /^review\b.*\.(html|js|css)$/.test(name))
    .map((name) => join(folder, name));
}

function transpile(text: string): string {
  const compilerOptions = {
    module: ts.ModuleKind.ESNext,
    target: ts.ScriptTarget.ES2023,
    verbatimModuleSyntax: true,
  };
  return ts.transpileModule(text, { compilerOptions }).outputText;
}

/** Several test files do this at once: each file appears whole or not at all. */
function write(target: string, source: string, change: (text: string) => string): void {
  if (modifiedAt(target) > modifiedAt(source)) return;
  mkdirSync(dirname(target), { recursive: true });
  const part = `${target}.${process.pid}`;
  writeFileSync(part, change(readFileSync(source, "utf8")));
  renameSync(part, target);
}

function modifiedAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
