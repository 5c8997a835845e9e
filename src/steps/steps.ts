/**
 * Long work in short steps, each of which takes microseconds: whoever has it done says when others get their turn in between, and may stop
 * it at any step.
 */
export type Steps<Result> = Generator<void, Result, void>;
