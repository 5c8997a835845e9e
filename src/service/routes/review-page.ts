import staticFiles from "@fastify/static";
import { REVIEW_PAGE_FOLDER, type ReviewAccess, SamecutError } from "../../index.js";
import type { RoutePlugin } from "./route-plugin.js";

/** Nothing from elsewhere, nothing inline; pictures and dropped videos are blobs, the others' files come from here. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src blob:",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** The review page: a program without data, so it is open to all; what it asks for needs a token. */
export const reviewPageRoutes: RoutePlugin = async (app, { context: { settings } }) => {
  app.addHook("onRoute", (route) => {
    route.config = { ...route.config, needs: "nothing" };
    route.schema = { ...route.schema, hide: true };
  });
  await app.register(staticFiles, {
    root: REVIEW_PAGE_FOLDER,
    prefix: "/review/",
    index: false,
    // Their names change with their content, but for the page itself.
    immutable: true,
    maxAge: "1y",
    globIgnore: ["**/review.html"],
  });

  app.get("/review", async (_request, reply) => {
    void reply
      .header("content-security-policy", POLICY)
      .header("referrer-policy", "no-referrer")
      .header("cross-origin-opener-policy", "same-origin");
    return reply.sendFile("review.html", { immutable: false, maxAge: 0 });
  });

  // Asking without a token to see whether one is wanted would leave an error in the browser's console.
  app.get("/review/access", async (): Promise<ReviewAccess> => ({ tokenWanted: settings.tokens.length > 0 }));

  app.get("/review/", (_request, reply) => reply.redirect("/review"));

  const { errorHandler } = app;
  app.setErrorHandler((error, request, reply) => {
    // The program is built apart from the service.
    const missing = (error as NodeJS.ErrnoException).code === "ENOENT";
    return errorHandler(missing ? new SamecutError("PAGE_MISSING", { cause: error }) : error, request, reply);
  });
};
