/** A video stream as ffmpeg describes it before it decodes. */
export interface VideoStreamDescription {
  /** Coded size, pixels. */
  readonly width: number;
  readonly height: number;
  /** Width of one pixel divided by its height. */
  readonly pixelAspect: number;
  /** Quarter turns that must be applied before showing, 0 to 3; direction does not matter for the size. */
  readonly quarterTurns: number;
}

/** Complaints kept; a damaged file can have one for every block of every frame. */
const MAX_COMPLAINTS = 200;

/**
 * Understands the log of one call of ffmpeg (`-loglevel level+info`), line by line. Lines are matched with their
 * exact indentation: what a file's own tags say is indented deeper and cannot pass for ffmpeg's words.
 */
export class FfmpegLog {
  /** Duration the container claims, seconds; undefined where it claims none. */
  containerSeconds: number | undefined;
  /** Time of the newest decoded frame, seconds from the first one; undefined before it. */
  newestFrameSeconds: number | undefined;
  /** How many streams of any kind the file has. */
  streamCount = 0;
  /** Hex SHA-256 of the packets of the video stream. */
  videoHash: string | undefined;
  /** Hex SHA-256 of the packets of each audio stream, in the file's order. */
  readonly audioHashes: string[] = [];
  /** True when ffmpeg says that it was told to end by a signal. */
  interrupted = false;
  /** Warnings and errors, in order; no more than the first few hundred. */
  readonly complaints: string[] = [];

  private readonly streams = new Map<string, VideoStreamDescription>();
  private section: "input" | "output" = "input";
  private current: string | undefined;
  private chosen: string | undefined;

  /** Takes one line without its end. */
  add(line: string): void {
    if (this.addFrameTime(line) || this.addHash(line)) return;
    if (/^\[info\] Exiting normally, received signal/.test(line)) this.interrupted = true;
    const severity = /\[(warning|error|fatal|panic)\] /.exec(line);
    if (severity !== null || !line.includes("[info] ")) {
      if (this.complaints.length < MAX_COMPLAINTS && line !== "") this.complaints.push(line);
      return;
    }
    this.addDescription(line);
  }

  /** The stream that is decoded; undefined when ffmpeg did not get that far. */
  get video(): VideoStreamDescription | undefined {
    return this.chosen === undefined ? undefined : this.streams.get(this.chosen);
  }

  private addFrameTime(line: string): boolean {
    const time = /^\[info\] (-?\d+\.\d+)$/.exec(line)?.[1];
    if (time === undefined) return false;
    this.newestFrameSeconds = Number(time);
    return true;
  }

  private addHash(line: string): boolean {
    const hash = /^\d+,([va]),SHA256=([0-9a-f]{64})$/.exec(line);
    if (hash === null) return false;
    if (hash[1] === "v") this.videoHash ??= hash[2];
    else this.audioHashes.push(hash[2]!);
    return true;
  }

  private addDescription(line: string): void {
    if (line.startsWith("[info] Output #")) this.section = "output";
    const mapped = /^\[info\] {3}Stream #(\d+:\d+) -> #0:0 /.exec(line);
    if (mapped !== null) this.chosen ??= mapped[1];
    if (this.section === "output") return;

    const duration = /^\[info\] {3}Duration: (\d+):(\d\d):(\d\d(?:\.\d+)?)/.exec(line);
    if (duration !== null) {
      this.containerSeconds = Number(duration[1]) * 3600 + Number(duration[2]) * 60 + Number(duration[3]);
    }
    const stream = /^\[info\] {3}Stream #(\d+:\d+)[^ ]*: (\w+): /.exec(line);
    if (stream !== null) {
      this.current = stream[1];
      this.streamCount++;
      if (stream[2] === "Video") this.addStream(stream[1]!, line);
    }
    const turned = /^\[info\] {7,9}displaymatrix: rotation of (-?[\d.]+) degrees/.exec(line);
    if (turned !== null && this.current !== undefined) this.turn(this.current, Number(turned[1]));
  }

  private addStream(id: string, line: string): void {
    const size = /, (\d+)x(\d+)(?: \[SAR (\d+):(\d+)|[, ]|$)/.exec(line);
    if (size === null) return;
    const [width, height, across, down] = size.slice(1).map(Number);
    const pixelAspect = across && down ? across / down : 1;
    this.streams.set(id, { width: width!, height: height!, pixelAspect, quarterTurns: 0 });
  }

  private turn(id: string, degrees: number): void {
    const stream = this.streams.get(id);
    if (stream === undefined) return;
    const quarterTurns = (((Math.round(degrees / 90) % 4) + 4) % 4) as number;
    this.streams.set(id, { ...stream, quarterTurns });
  }
}

/** The size a stream is shown at: pixel shape and rotation applied, whole pixels. */
export function displayedSize(stream: VideoStreamDescription): { width: number; height: number } {
  // As players do, the side that would shrink is kept and the other one stretched.
  const wide = stream.pixelAspect >= 1;
  const width = Math.round(stream.width * (wide ? stream.pixelAspect : 1));
  const height = Math.round(stream.height / (wide ? 1 : stream.pixelAspect));
  return stream.quarterTurns % 2 === 1 ? { width: height, height: width } : { width, height };
}
