import { EventEmitter } from "node:events";
import { PassThrough } from "node:stream";
import type { FastifyReply, FastifyRequest } from "fastify";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { bodyStream } from "../../src/service/input/request-body.js";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
});
afterEach(() => {
  vi.useRealTimers();
});

it.each([
  [999, false],
  [1_000, true],
])("a body that brings %i bytes in ten seconds, of 100 a second, goes on: %s", async (bytes, goesOn) => {
  const source = new PassThrough();
  const request = { raw: source } as unknown as FastifyRequest;
  const reply = { raw: new EventEmitter(), header: () => undefined } as unknown as FastifyReply;
  const body = bodyStream(source, request, reply, 100);
  const errors: unknown[] = [];
  body.on("error", (error) => errors.push(error));
  body.resume();
  source.write(Buffer.alloc(bytes));
  await new Promise((resolve) => setImmediate(resolve));
  vi.advanceTimersByTime(10_000);
  await new Promise((resolve) => setImmediate(resolve));
  expect(body.destroyed).toBe(!goesOn);
  expect(errors).toMatchObject(goesOn ? [] : [{ code: "UPLOAD_INCOMPLETE" }]);
  expect(vi.getTimerCount()).toBe(goesOn ? 1 : 0);
  source.destroy();
});
