import express, { type Express } from "express";
import type { Library } from "samecut";
import { checkUpload } from "./check-upload.js";

/** `PUT /ads/:id` with the video as the body. No body parser may come before it: the request is the stream. */
export function uploadApp(library: Library): Express {
  const app = express();
  app.put("/ads/:id", async (request, response) => {
    const hungUp = new AbortController();
    response.once("close", () => hungUp.abort());
    const { status, body } = await checkUpload(library, request, request.params.id, hungUp.signal);
    response.status(status).json(body);
  });
  return app;
}
