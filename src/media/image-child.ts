import { SamecutError } from "../errors.js";
import { decodeImage } from "./decode-image.js";
import { pictureImage } from "./filmstrip/picture-image.js";
import { takeBytes } from "./image-bytes.js";
import { IMAGE_PROGRAM_ANSWER } from "./image-program.js";
import type { ImageReply, ImageRequest } from "./image-protocol.js";

// What `image-process.ts` starts.

// Ctrl-C reaches the whole group of processes; the one that asked decides what becomes of us.
process.on("SIGINT", () => undefined);
process.on("disconnect", () => process.exit());
process.on("message", (request: ImageRequest) => void answer(request));
if (!process.connected) process.stdout.write(IMAGE_PROGRAM_ANSWER);

async function answer(request: ImageRequest): Promise<void> {
  const image = await takeBytes(request.sizeBytes);
  try {
    if (request.type === "read") {
      const facts = await decodeImage(image, request.plan, (frame) => send({ type: "frame", frame }));
      send({ type: "read", facts });
    } else {
      const { size, timesSeconds } = request;
      send({ type: "pictured", pictures: await pictureImage(image, size, timesSeconds) });
    }
  } catch (error) {
    if (!(error instanceof SamecutError)) throw error;
    send({ type: "failed", code: error.code, detail: error.detail });
  }
}

function send(reply: ImageReply): void {
  process.send?.(reply);
}
