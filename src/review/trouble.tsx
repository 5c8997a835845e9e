import { ServiceError } from "../client/service-error.js";
import { UnreachableError } from "./service/watched-client.js";

/** Something that went wrong, with what to do about it; nothing where nothing did, or where `LostConnection` says it for the whole page. */
export function Trouble({ error }: { readonly error: unknown }) {
  if (error === undefined || error instanceof UnreachableError) return null;
  return (
    <p class="notice trouble" role="alert">
      {error instanceof Error ? error.message : String(error)}
      {error instanceof ServiceError && error.remedy !== "" && <small> {error.remedy}</small>}
    </p>
  );
}
