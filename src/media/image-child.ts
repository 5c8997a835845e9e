import { SamecutError } from "../errors.js";
import { decodeImage } from "./decode-image.js";
import { pictureImage } from "./filmstrip/picture-image.js";
import type { ImageReply, ImageRequest } from "./image-protocol.js";

// What `image-process.ts` starts.

// Ctrl-C reaches the whole group of processes; the one that asked decides what becomes of us.
process.on("SIGINT", () => undefined);
process.on("disconnect", () => process.exit());
process.on("message", (request: ImageRequest) => void answer(request));

async function answer(request: ImageRequest): Promise<void> {
  try {
    if (request.type === "read") {
      const { path, plan } = request;
      send({ type: "read", facts: await decodeImage(path, plan, (frame) => send({ type: "frame", frame })) });
    } else {
      const { path, size, timesSeconds } = request;
      send({ type: "pictured", pictures: await pictureImage(path, size, timesSeconds) });
    }
  } catch (error) {
    if (!(error instanceof SamecutError)) throw error;
    send({ type: "failed", code: error.code, detail: error.detail });
  }
}

function send(reply: ImageReply): void {
  process.send?.(reply);
}
