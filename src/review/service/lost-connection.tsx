import { useReviewLabels } from "../labels/use-review-labels.js";
import type { Connection } from "./use-connection.js";

/** Says that the service does not answer, and what becomes of what one was doing; nothing while it answers. */
export function LostConnection({ connection: { lost, ask } }: { readonly connection: Connection }) {
  const { connection: said, again } = useReviewLabels();
  if (!lost) return null;
  return (
    <div role="alert" class="card trouble lost">
      <p>
        <strong>{said.lost}</strong> {said.remedy}
      </p>
      <button type="button" onClick={() => void ask()}>
        {again}
      </button>
    </div>
  );
}
