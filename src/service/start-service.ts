import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { type Logger, pino } from "pino";
import {
  findImageSandbox,
  findSandbox,
  locateFfmpeg,
  openLibrary,
  SamecutError,
  type Sandbox,
  setSandbox,
} from "../index.js";
import { isLoopback } from "./access/local-request.js";
import { TokenTable } from "./access/token-table.js";
import { Batches } from "./batches/batches.js";
import { resumeBatches } from "./batches/resume-batches.js";
import { buildApp } from "./build-app.js";
import { Roots } from "./input/roots.js";
import { LibraryExemptions } from "./library-exemptions.js";
import { ServiceMetrics } from "./metrics.js";
import { namingKeyOf } from "./review/naming-key.js";
import { parseServiceSettings, type ServiceSettings, type ServiceSettingsInput } from "./service-settings.js";
import { LibraryViews } from "./views/library-views.js";

/** Who reviews a library thinks between two looks; what was read of it should still be there. Milliseconds. */
const REVIEW_IDLE_MILLISECONDS = 10 * 60 * 1000;

/** A service that answers. */
export interface RunningService extends AsyncDisposable {
  /** Where it answers, without a slash at the end. */
  readonly url: string;
  /**
   * Stops: takes nothing more, lets what is under way end within `limits.stopSeconds`, ends the rest, and lets go of the
   * library. What was acknowledged is kept, what was not may be asked again. Twice is allowed.
   */
  close(): Promise<void>;
}

/** Where the log goes, a line of JSON at a time. */
export interface LogTarget {
  /** Takes a line with its end. */
  write(line: string): void;
}

/**
 * Opens a library and answers HTTP requests about it; the log goes to stdout unless told otherwise. Nobody else may write
 * to the library meanwhile.
 *
 * @throws SamecutError SETTING_INVALID, SERVICE_UNGUARDED, ADDRESS_UNAVAILABLE, FILE_NOT_FOUND for a root,
 * FFMPEG_MISSING, SANDBOX_UNAVAILABLE, and what `openLibrary` throws
 */
export async function startService(
  given: ServiceSettingsInput,
  options: { readonly signal?: AbortSignal; readonly log?: LogTarget } = {},
): Promise<RunningService> {
  const settings = parseServiceSettings(given);
  const tokens = new TokenTable(settings.tokens);
  if (tokens.isEmpty && !isLoopback(settings.host))
    throw new SamecutError("SERVICE_UNGUARDED", { detail: settings.host });
  const log = logger(settings, options.log);
  await shutDecodersIn(settings, log);
  const roots = await Roots.open(settings.roots);
  const { signal } = options;
  const library = await openLibrary(settings.library, {
    settings: { pendingLimit: settings.limits.pendingCalls },
    onWarning: (warning) => log.warn({ warning }, "library"),
    ...(signal === undefined ? {} : { signal }),
  });
  const views = new LibraryViews(settings.library);
  const reviewViews = new LibraryViews(settings.library, {
    idleMilliseconds: REVIEW_IDLE_MILLISECONDS,
    interruptible: false,
  });
  const stopping = new AbortController();
  const batches = new Batches({
    limit: settings.limits.batches,
    folder: join(settings.library, "batches"),
    onTrouble: (error) => log.warn({ err: error }, "a batch cannot be kept"),
  });
  try {
    const context = {
      ...{ library, views, reviewViews },
      exemptions: new LibraryExemptions(settings.library),
      roots,
      settings,
      metrics: new ServiceMetrics(),
      batches,
      namingKey: await namingKeyOf(settings.library),
      stopping: stopping.signal,
    };
    const app = await buildApp(context, tokens, log);
    const url = await listen(app, settings);
    await resumeBatches(context, tokens);
    let closing: Promise<void> | undefined;
    const close = async (): Promise<void> => {
      stopping.abort();
      await batches.close();
      const answered = app.close();
      // Ending the library's calls makes the answers that are still missing: they say so, and nothing is half done.
      await Promise.race([answered, delay(settings.limits.stopSeconds * 1000, undefined, { ref: false })]);
      await Promise.all([views.close(), reviewViews.close()]);
      await library.close();
      app.server.closeAllConnections();
      await answered;
    };
    const closeOnce = (): Promise<void> => (closing ??= close());
    return { url, close: closeOnce, [Symbol.asyncDispose]: closeOnce };
  } catch (error) {
    await Promise.all([views.close(), reviewViews.close()]);
    await library.close();
    throw error;
  }
}

/** From now on in the whole process, and tried before anything is taken. */
async function shutDecodersIn({ sandbox: mode, limits }: ServiceSettings, log: Logger): Promise<void> {
  await locateFfmpeg();
  setSandbox({ mode, memoryLimitBytes: limits.decoderBytes });
  const [sandbox, imageSandbox] = await Promise.all([findSandbox(), findImageSandbox()]);
  const sandboxes = { sandbox, imageSandbox };
  if (mode === "off" || Object.values(sandboxes).every(isWhole)) log.info(sandboxes, "decoders");
  else log.warn(sandboxes, "decoders are not shut in as they could be: samecut doctor");
}

function isWhole({ wall, memoryLimitBytes }: Sandbox): boolean {
  return wall === "bubblewrap" && memoryLimitBytes !== undefined;
}

function logger({ logLevel }: ServiceSettings, target: LogTarget | undefined) {
  const options = { level: logLevel, redact: ["req.headers"] };
  return target === undefined ? pino(options) : pino(options, target);
}

async function listen(
  app: Awaited<ReturnType<typeof buildApp>>,
  { host, port }: ServiceSettings,
): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (cause) {
    await app.close();
    const { code = "UNKNOWN" } = cause as NodeJS.ErrnoException;
    throw new SamecutError("ADDRESS_UNAVAILABLE", { detail: `${host}:${port} (${code})`, cause });
  }
}
