import { ServiceError } from "../client/service-error.js";
import { useReviewLabels } from "./labels/use-review-labels.js";
import { isUnreachable } from "./service/watched-client.js";

/** Something that went wrong, with what to do about it; nothing where nothing did. */
export function Trouble({ error }: { readonly error: unknown }) {
  const { connection } = useReviewLabels();
  if (error === undefined) return null;
  return (
    <p class="notice trouble" role="alert">
      {isUnreachable(error) ? connection.lost : error instanceof Error ? error.message : String(error)}
      {error instanceof ServiceError && error.remedy !== "" && <small> {error.remedy}</small>}
    </p>
  );
}
