import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What the library under review has, with the accounts, in the order of delivery. */
const DELIVERED = {
  "anna-in-the-office.mp4": "4711",
  "ben-in-the-office.mp4": "4711",
  "bottle-on-table.mp4": "8000",
  "app-shop-page.mp4": "8000",
  "anna-in-the-office--mirrored.mp4": "8000",
  "anna-in-the-office--caption.mp4": "4711",
  "bottle-on-table--turned-90.mp4": "8000",
  "app-shop-page--zoom-1.25.mp4": "8000",
};

/** What is checked against it. */
const NEW_FILE = "anna-in-the-office--combined.mp4";

/**
 * Serves the review page of a library with some of the demo's creatives, as built, until it is closed.
 *
 * @param {string} creatives the folder of the demo's creatives
 * @returns {Promise<{ readonly url: string, readonly newFile: string, close(): Promise<void> }>}
 */
export async function serveReview(creatives) {
  // As built, and so without types until then.
  const { openLibrary } = await import(`${new URL("../dist/index.js", import.meta.url)}`);
  const { startService } = await import(`${new URL("../dist/service/index.js", import.meta.url)}`);
  const folder = await mkdtemp(join(tmpdir(), "samecut-review-"));
  const library = await openLibrary(join(folder, "library"));
  let day = 1;
  for (const [path, account] of Object.entries(DELIVERED)) {
    const uploadedAt = new Date(Date.UTC(2026, 10, day++));
    await library.add(join(creatives, path), { id: path, path, account, uploadedAt });
  }
  await library.close();
  const service = await startService(
    { library: join(folder, "library"), roots: [creatives], port: 0 },
    { log: { write: () => {} } },
  );
  return {
    url: `${service.url}/review`,
    newFile: join(creatives, NEW_FILE),
    close: async () => {
      await service.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
