import { ServiceError } from "../client/service-error.js";

/** Something that went wrong, with what to do about it; nothing where nothing did. */
export function Trouble({ error }: { readonly error: unknown }) {
  if (error === undefined) return null;
  return (
    <p class="notice trouble" role="alert">
      {error instanceof Error ? error.message : String(error)}
      {error instanceof ServiceError && error.remedy !== "" && <small> {error.remedy}</small>}
    </p>
  );
}
