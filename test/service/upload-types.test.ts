import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { intakeFolder } from "../intake/intake-folder.js";
import { renderVideo } from "../scan/small-videos.js";
import { type ServedFolder, serveFolder } from "./serve-folder.js";

const { folder, temporaryFiles } = intakeFolder();
const clip = readFileSync(renderVideo(folder, "clip.mp4", "pattern"));
let service: ServedFolder;

beforeAll(async () => {
  service = await serveFolder();
});
afterAll(() => service[Symbol.asyncDispose]());

describe("a creative in a request", () => {
  const file = ["file", new Blob([new Uint8Array(clip)])] as const;
  const account = ["account", "4711"] as const;

  it.each([
    ["no file", "the form has no file", []],
    ["a field alone", 'field "account"', [account]],
    ["a field before the file", 'field "account"', [account, file]],
    ["a field behind the file", 'field "account"', [file, account]],
    ["a field called as the file is", 'field "file"', [file, ["file", "clip.mp4"]]],
    ["a field that JavaScript has use for", "the form cannot be read", [file, ["constructor", "4711"]]],
    ["two files", "second file", [file, ["other", file[1]]]],
  ] as const)("as a form is one file, not %s", async (_, message, parts) => {
    const form = new FormData();
    for (const [name, value] of parts) form.append(name, value);
    for (const route of [
      "check",
      "check-and-add?id=form",
      "creatives?id=form",
      "nearest",
      "review/check?name=x",
    ]) {
      expect(await service.ask("POST", `/v1/${route}`, { body: form }), route).toMatchObject({
        status: 400,
        body: { error: { code: "REQUEST_INVALID", message: expect.stringContaining(message) } },
      });
    }
    expect((await service.ask("GET", "/v1/creatives")).body).toBe("");
    expect(temporaryFiles().filter((name) => name.startsWith("samecut-spool-"))).toEqual([]);
  });

  it("as a form with a field is refused when all of it was sent, which clients wait for before they listen", async () => {
    const { hostname, port } = new URL(service.url);
    const socket = connect(Number(port), hostname).pause();
    const part = (name: string) => `--b\r\ncontent-disposition: form-data; name=${name}\r\n\r\n`;
    // More than the connection holds.
    const form = `${part("account")}4711\r\n${part("file; filename=clip.mp4")}${"x".repeat(3e7)}\r\n--b--\r\n`;
    const head = `POST /v1/check HTTP/1.1\r\nhost: ${hostname}\r\ncontent-type: multipart/form-data; boundary=b\r\n`;
    await new Promise<void>((resolve, reject) => {
      socket.once("error", reject);
      socket.write(`${head}content-length: ${form.length}\r\n\r\n${form}`, () => resolve());
    });
    let received = "";
    socket.on("data", (bytes) => (received += String(bytes))).resume();
    await expect.poll(() => received, { timeout: 5_000 }).toContain("the form has a field");
    socket.destroy();
  });

  it("is the one file of a form, whatever it is called", async () => {
    const form = new FormData();
    form.append("creative", file[1], "clip.mp4");
    const checked = await service.ask("POST", "/v1/check?account=4711", { body: form });
    expect(checked).toMatchObject({ status: 200, body: { creative: { kind: "video" } } });
  });

  it("of another type is refused, and learns which types are read", async () => {
    for (const type of ["text/html", "text/plain", "application/x-www-form-urlencoded"]) {
      const refused = await service.ask("POST", "/v1/check", {
        body: clip,
        headers: { "content-type": type },
      });
      expect(refused).toMatchObject({
        status: 415,
        body: { error: { code: "REQUEST_INVALID", message: expect.stringContaining("video/*") } },
      });
    }
  });

  it("may be missing, whatever its type is said to be", async () => {
    const body = new Uint8Array(clip);
    expect((await service.ask("POST", "/v1/creatives?id=gone", { body })).status).toBe(200);
    const removed = await service.ask("DELETE", "/v1/creatives/gone", {
      headers: { "content-type": "text/plain" },
    });
    expect(removed.status).toBe(204);
  });
});
