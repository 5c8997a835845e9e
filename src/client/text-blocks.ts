/**
 * The blocks of a body of text that end in a separator, as they arrive; what follows the last separator is dropped, for it is not whole.
 * Whoever stops early hangs up.
 */
export async function* textBlocks(
  body: ReadableStream<Uint8Array>,
  separator: string,
): AsyncGenerator<string, void, undefined> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const blocks = (rest + decoder.decode(value, { stream: true })).split(separator);
      rest = blocks.pop() ?? "";
      yield* blocks;
    }
  } finally {
    await reader.cancel();
  }
}
