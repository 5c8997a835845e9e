import { join } from "node:path";
import { type ServiceSettingsInput, startService } from "../../src/service/index.js";
import { temporaryFolder } from "../temporary-folder.js";

/** A service on a new library, for one test. */
export interface ServedFolder extends AsyncDisposable {
  readonly url: string;
  /** A folder for files of the test. */
  readonly folder: string;
  /** The lines of the log so far. */
  readonly log: readonly string[];
  /** Sends a request; the body of the answer is read as JSON. */
  ask(method: string, route: string, options?: Asked): Promise<Answer>;
  close(): Promise<void>;
}

/** What a request carries. */
export interface Asked {
  readonly body?: Uint8Array | FormData | ReadableStream | object;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the service answered; the test says what it expects
  readonly body: any;
}

/** Serves a library in a temporary folder, on a free port. */
export async function serveFolder(
  settings: (folder: string) => Partial<ServiceSettingsInput> = () => ({}),
): Promise<ServedFolder> {
  const temporary = await temporaryFolder();
  const folder = temporary.path;
  const log: string[] = [];
  const service = await startService(
    { library: join(folder, "library"), port: 0, ...settings(folder) },
    { log: { write: (line) => log.push(line) } },
  );
  const ask = (method: string, route: string, asked?: Asked) => askService(service.url, method, route, asked);
  const close = () => service.close();
  const dispose = async (): Promise<void> => {
    await close();
    await temporary[Symbol.asyncDispose]();
  };
  return { url: service.url, folder, log, ask, close, [Symbol.asyncDispose]: dispose };
}

/** Sends a request to a service. */
export async function askService(
  url: string,
  method: string,
  route: string,
  { body, headers = {} }: Asked = {},
): Promise<Answer> {
  const sent = encode(body);
  const response = await fetch(url + route, {
    method,
    headers: { ...(sent.type === undefined ? {} : { "content-type": sent.type }), ...headers },
    ...(sent.body === undefined ? {} : { body: sent.body, duplex: "half" }),
  } as RequestInit);
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.includes("application/json");
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
}

function encode(body: Asked["body"]): { readonly body?: BodyInit; readonly type?: string } {
  if (body === undefined) return {};
  // fetch names the boundary of a form by itself.
  if (body instanceof FormData) return { body };
  if (body instanceof Uint8Array || body instanceof ReadableStream)
    return { body: body as BodyInit, type: "video/mp4" };
  return { body: JSON.stringify(body), type: "application/json" };
}
