/**
 * Fails when something exported anywhere in src/ has no docstring. typedoc looks only at the public names; whoever
 * works here reads the inner ones.
 */
import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

/** Here a member is the name of a sentence, and the sentence says what it says. */
const SENTENCES = /\/(texts|labels)(\/|\.ts$)/;

const root = fileURLToPath(new URL("..", import.meta.url));
const files = ts.sys.readDirectory(`${root}src`, [".ts", ".tsx"]);
const complaints = files.flatMap((path) => {
  const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
  return undocumentedExports(source).map((text) => `${relative(root, path)}:${text}`);
});

for (const complaint of complaints) console.error(complaint);
console.error(`${files.length} files read, ${complaints.length} exports without a docstring.`);
process.exitCode = complaints.length === 0 ? 0 : 1;

/** @param {ts.SourceFile} source */
function undocumentedExports(source) {
  /** Overloads share the docstring of the first. @type {Set<string>} */
  const documented = new Set();
  return source.statements.filter(isExported).flatMap((statement) => {
    const names = namesOf(statement);
    if (ts.getJSDocCommentsAndTags(statement).some(ts.isJSDoc)) {
      for (const name of names) documented.add(name);
      return undocumentedMethods(source, statement);
    }
    const line = lineOf(source, statement);
    return names.filter((name) => !documented.has(name)).map((name) => `${line}: ${name} has no docstring`);
  });
}

/**
 * Public methods and accessors of an exported class or interface. Private and overriding ones speak for themselves;
 * so do members named by symbols (`[Symbol.asyncDispose]`), and what a class implements is documented in the contract.
 *
 * @param {ts.SourceFile} source
 * @param {ts.Statement} statement
 */
function undocumentedMethods(source, statement) {
  if (!ts.isClassDeclaration(statement) && !ts.isInterfaceDeclaration(statement)) return [];
  if (SENTENCES.test(source.fileName)) return [];
  if (statement.heritageClauses?.some((clause) => clause.token === ts.SyntaxKind.ImplementsKeyword))
    return [];
  return [...statement.members]
    .filter(
      (member) => ts.isMethodDeclaration(member) || ts.isMethodSignature(member) || ts.isAccessor(member),
    )
    .filter((member) => ts.isIdentifier(member.name) && !isHidden(member))
    .filter((member) => !ts.getJSDocCommentsAndTags(member).some(ts.isJSDoc))
    .map((member) => `${lineOf(source, member)}: ${member.name.getText(source)} has no docstring`);
}

/** @param {ts.Declaration} member */
function isHidden(member) {
  const hiding = ts.ModifierFlags.Private | ts.ModifierFlags.Protected | ts.ModifierFlags.Override;
  return (ts.getCombinedModifierFlags(member) & hiding) !== 0;
}

/** @param {ts.Statement} statement */
function isExported(statement) {
  return (
    ts.canHaveModifiers(statement) &&
    ts.getModifiers(statement)?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword)
  );
}

/**
 * @param {ts.Statement} statement
 * @returns {string[]}
 */
function namesOf(statement) {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.map((one) => one.name.getText());
  const name = ts.getNameOfDeclaration(/** @type {ts.Declaration} */ (/** @type {unknown} */ (statement)));
  return name ? [name.getText()] : [];
}

/**
 * @param {ts.SourceFile} source
 * @param {ts.Node} node
 */
function lineOf(source, node) {
  return source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
}
