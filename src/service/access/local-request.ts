import type { IncomingHttpHeaders } from "node:http";
import { SamecutError } from "../../index.js";

/** Names by which a machine calls itself; a port may follow. */
const OWN_NAME = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;

/** True for an address that only programs of this machine reach. */
export function isLoopback(host: string): boolean {
  return host === "::1" || OWN_NAME.test(host);
}

/**
 * Without tokens everybody on this machine may ask, but no web page: a browser would send its requests here as well.
 * Pages give themselves away by the origin, or, where they made a name of theirs point to this machine, by the host.
 *
 * @throws SamecutError ACCESS_DENIED
 */
export function refuseWebPages({ host, origin }: IncomingHttpHeaders): void {
  if (host !== undefined && !OWN_NAME.test(host))
    throw new SamecutError("ACCESS_DENIED", { detail: "this service answers to localhost only" });
  if (origin !== undefined && origin !== `http://${host}`)
    throw new SamecutError("ACCESS_DENIED", { detail: "web pages may not ask" });
}
