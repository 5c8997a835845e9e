import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { openLibrary } from "../../src/index.js";
import { newToken, type RunningService, startService } from "../../src/service/index.js";
import { renderVideo } from "../scan/small-videos.js";

/** A library under review, and whose tokens open it. */
export interface ReviewedLibrary {
  readonly service: RunningService;
  /** Stops the service, where it is not stopped, and starts it again at the same address. */
  restart(): Promise<ReviewedLibrary>;
  /** Sees and may change all. */
  readonly reviewer: string;
  /** Sees the creatives of account 8000 and may change nothing. */
  readonly agency: string;
  /** The folder of the originals. */
  readonly ads: string;
}

/** A repeat with a name that is no address. */
export const MIRRORED = "ad mirrored 100% & zoomed #1?.mp4";

/** Serves a library of three videos: an ad of account 4711, its mirrored repeat of account 8000, and one unlike them. */
export async function reviewedLibrary(home: string): Promise<ReviewedLibrary> {
  const [ads, folder] = [join(home, "ads"), join(home, "library")];
  mkdirSync(ads, { recursive: true });
  renderVideo(ads, "ad.mp4", "pattern");
  renderVideo(ads, MIRRORED, "pattern", "-vf", "hflip,crop=iw*0.8:ih*0.8,scale=160:284");
  renderVideo(ads, "other.mp4", "fractal");
  const library = await openLibrary(folder);
  const accounts = { "ad.mp4": "4711", [MIRRORED]: "8000", "other.mp4": "4711" };
  for (const [path, account] of Object.entries(accounts))
    await library.add(join(ads, path), { id: path, path, account });
  await library.close();
  const [reviewer, agency] = [newToken(), newToken()];
  const serve = async (port: number): Promise<ReviewedLibrary> => {
    const service = await startService(
      {
        ...{ library: folder, port, roots: [ads] },
        tokens: [
          { name: "reviewer", sha256: reviewer.sha256, scopes: ["read", "write"], accounts: "all" },
          { name: "agency", sha256: agency.sha256, scopes: ["read"], accounts: ["8000"] },
        ],
      },
      { log: { write: () => {} } },
    );
    const restart = async () => {
      await service.close();
      return await serve(Number(new URL(service.url).port));
    };
    return { service, restart, reviewer: reviewer.token, agency: agency.token, ads };
  };
  return await serve(0);
}
