import { rm } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { expect } from "vitest";
import type { Fingerprint } from "../../../src/fingerprint/fingerprint.js";
import type { CreativeMatch } from "../../../src/library/creative-match.js";
import type { Library } from "../../../src/library/library.js";
import { type Content, type LibraryModel, type ModelMatch, pairOf } from "./library-model.js";

/** The library under test; it is closed and opened again on the way. */
export interface RealLibrary {
  library: Library;
  readonly folder: string;
  readonly contents: readonly Fingerprint[];
  open(): Promise<Library>;
}

type Command = fc.AsyncCommand<LibraryModel, RealLibrary>;

/** What a command does to both sides, and expects. */
type Step = (model: LibraryModel, real: RealLibrary) => Promise<void>;

function command(text: string, step: Step): Command {
  return { check: () => true, run: step, toString: () => text };
}

const IDS = ["a", "b", "c", "d", "e", "f", "g", "h"];
const FIRST_DAY = Date.UTC(2025, 0, 1);
const DAY = 24 * 60 * 60 * 1000;

const anyId = fc.constantFrom(...IDS);
/** Before, within and after half a year of each other. */
const anyPublished = fc.constantFrom(0, 100, 200, 400).map((day) => FIRST_DAY + day * DAY);

/** Everything a caller may do with a library, in random order with random arguments. */
export function libraryCommands(contents: number): fc.Arbitrary<Command>[] {
  const anyContent: fc.Arbitrary<Content> = fc.nat({ max: contents - 1 });
  const quick = [
    fc.tuple(anyId, anyContent, anyPublished).map((given) => add(...given)),
    fc.tuple(anyId, anyContent, anyPublished).map((given) => checkAndAdd(...given)),
    anyContent.map(check),
    anyId.map(remove),
    fc.tuple(anyId, anyId, fc.boolean()).map((given) => allow(...given)),
    fc.constant(look()),
  ];
  // Opening takes as long as dozens of the others.
  return [
    ...quick,
    ...quick,
    ...quick,
    fc.constantFrom("closed", "without its index", "rebuilt").map(restart),
  ];
}

function add(id: string, content: Content, published: number): Command {
  return command(
    `add(${id}, content ${content}, ${day(published)})`,
    async (model, { library, contents }) => {
      const adding = library.add(contents[content]!, { id, uploadedAt: new Date(published) });
      const present = model.byId(id);
      if (present !== undefined && present.content !== content)
        return void (await expect(adding).rejects.toMatchObject({ code: "CREATIVE_EXISTS" }));
      const creative = present ?? { id, content, published };
      const expected = model.matches(creative);
      const { added, matches } = await adding;
      expect({ added, matches: told(matches) }).toEqual({ added: present === undefined, matches: expected });
      if (added) model.add(creative);
    },
  );
}

function checkAndAdd(id: string, content: Content, published: number): Command {
  return command(
    `checkAndAdd(${id}, content ${content}, ${day(published)})`,
    async (model, { library, contents }) => {
      const asking = library.checkAndAdd(contents[content]!, { id, uploadedAt: new Date(published) });
      const present = model.byId(id);
      if (present !== undefined && present.content !== content)
        return void (await expect(asking).rejects.toMatchObject({ code: "CREATIVE_EXISTS" }));
      const creative = { id, content, published };
      const refused = model.refuses(creative);
      const { outcome } = await asking;
      expect(outcome).toBe(present !== undefined ? "present" : refused ? "refused" : "added");
      if (outcome === "added") model.add(creative);
    },
  );
}

function check(content: Content): Command {
  return command(`check(content ${content})`, async (model, { library, contents }) => {
    const { matches } = await library.check(contents[content]!);
    expect(told(matches)).toEqual(model.matches({ id: "", content, published: Date.now() }));
  });
}

function remove(id: string): Command {
  return command(`remove(${id})`, async (model, { library }) => {
    if (model.byId(id) === undefined)
      return void (await expect(library.remove(id)).rejects.toMatchObject({ code: "CREATIVE_NOT_FOUND" }));
    await library.remove(id);
    model.remove(id);
  });
}

function allow(a: string, b: string, back: boolean): Command {
  return command(`${back ? "disallow" : "allow"}(${a}, ${b})`, async (model, { library }) => {
    const asking = back ? library.disallow(a, b) : library.allow(a, b);
    const [p, q] = [model.byId(a), model.byId(b)];
    if (p === undefined || q === undefined)
      return void (await expect(asking).rejects.toMatchObject({ code: "CREATIVE_NOT_FOUND" }));
    const pair = pairOf(p.content, q.content);
    const changed = await asking;
    if (back) expect(changed).toBe(model.allowed.delete(pair));
    else model.allowed.add(pair);
  });
}

function look(): Command {
  return command("look", async (model, { library }) => {
    const listed: string[] = [];
    for await (const { id } of library.list()) listed.push(id);
    expect(listed).toEqual(model.creatives.map(({ id }) => id));
    const pairs = (await library.pairs()).map(({ a, b, verdict: { grade } }) => ({ a, b, grade }));
    expect(sorted(pairs)).toEqual(sorted(model.pairs));
    const groups = (await library.groups()).map(({ members }) => members.map(({ id }) => id).sort());
    expect(groups.sort()).toEqual(model.groups());
    expect(await library.allowedPairs()).toHaveLength(model.allowed.size);
  });
}

function restart(how: string): Command {
  return command(`restart ${how}`, async (_, real) => {
    if (how === "rebuilt") await real.library.rebuild();
    await real.library.close();
    if (how === "without its index") await rm(join(real.folder, "index"), { recursive: true, force: true });
    real.library = await real.open();
    expect(await real.library.verify()).toEqual([]);
  });
}

function told(matches: readonly CreativeMatch[]): ModelMatch[] {
  return matches.map(({ creative: { id }, earlier, verdict: { grade } }) => ({ id, grade, earlier }));
}

function sorted<Value>(values: readonly Value[]): Value[] {
  return [...values].sort((p, q) => (JSON.stringify(p) < JSON.stringify(q) ? -1 : 1));
}

function day(published: number): string {
  return `day ${(published - FIRST_DAY) / DAY}`;
}
