import { useState } from "preact/hooks";
import { useReviewLabels } from "./labels/use-review-labels.js";
import { Trouble } from "./trouble.js";

/** Asks for the token of a service that wants one. */
export function TokenForm({
  error,
  onToken,
}: {
  /** What the service said of the token before; undefined where there was none. */
  readonly error: unknown;
  readonly onToken: (token: string) => void;
}) {
  const { token: said } = useReviewLabels();
  const [entered, setEntered] = useState("");
  return (
    <form
      class="card token"
      onSubmit={(event) => {
        event.preventDefault();
        if (entered.trim() !== "") onToken(entered.trim());
      }}
    >
      <h1>{said.heading}</h1>
      <p>{said.explanation}</p>
      <Trouble error={error} />
      <label class="filter">
        <span class="filter-name">{said.name}</span>
        <input
          type="password"
          autocomplete="off"
          required
          value={entered}
          onInput={(event) => setEntered(event.currentTarget.value)}
        />
      </label>
      <button type="submit">{said.open}</button>
      <p class="aside">{said.kept}</p>
    </form>
  );
}
