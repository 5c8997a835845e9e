import type { ErrorCode, ErrorDetails } from "../errors.js";

/** What one call of a thread takes and gives: values that can be copied from thread to thread. */
export interface ThreadCall<Input = unknown, Output = unknown> {
  readonly input: Input;
  readonly output: Output;
}

/** The calls of a thread, by name. */
export type ThreadCalls<Calls> = { readonly [Name in keyof Calls]: ThreadCall };

/** What a thread is started with. */
export interface ThreadStart {
  /** One flag, 0 until the thread shall end: calls that wait in its queue are then given up. */
  readonly ending: Int32Array<SharedArrayBuffer>;
}

/** The last message to a thread. */
export const END = "end";

/** One question to a thread. */
export interface ThreadRequest<Calls extends ThreadCalls<Calls>, Name extends keyof Calls = keyof Calls> {
  readonly number: number;
  readonly name: Name;
  readonly input: Calls[Name]["input"];
}

/** Asks a thread to give up the question with this number. */
export interface ThreadAbort {
  readonly abort: number;
}

/** Why a call failed. Errors lose their class on the way, so they travel as facts. */
export interface ThreadFailure extends ErrorDetails {
  readonly code: ErrorCode;
}

/** The answer to the question with the same number. */
export type ThreadReply =
  | { readonly number: number; readonly output: unknown }
  | { readonly number: number; readonly error: ThreadFailure };

/** Something that a thread tells without being asked. */
export interface ThreadNews {
  readonly told: string;
}
