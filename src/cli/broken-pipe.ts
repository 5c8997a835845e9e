/** Lets a reader such as `head` close its end early: what is written afterwards is dropped, and that is no error. */
export function tolerateBrokenPipes(streams: readonly NodeJS.WriteStream[]): void {
  for (const stream of streams) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
  }
}
