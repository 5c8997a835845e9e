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

/** Complaints kept, of different wording. */
const MAX_COMPLAINTS = 200;

/** How each of ffmpeg's messages begins: who speaks, where it says so, and how serious it is. */
const LEVEL = /^(?:\[[^\]]+ @ [^\]]+\] )*\[(info|warning|error|fatal|panic)\] /;

/**
 * Understands the log of one call of ffmpeg (`-loglevel level+info`), line by line. Lines are matched with their
 * exact indentation: what a file's own tags say is indented deeper and cannot pass for ffmpeg's words. Only the name of a tag can have
 * a line that begins as it likes, and spoils the reading of its own file by that; digests come after all tags.
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
  audioHashes: string[] = [];
  /** True when ffmpeg says that it was told to end by a signal. */
  interrupted = false;
  /**
   * Warnings and errors, in order, the first of each wording: a damaged file can have one for every block of every frame, and the one
   * that tells of its missing end comes last. No more than a few hundred.
   */
  readonly complaints: string[] = [];

  private readonly wordings = new Set<string>();
  private ffmpegSpoke = false;
  private readonly streams = new Map<string, VideoStreamDescription>();
  private section: "input" | "output" = "input";
  private current: string | undefined;
  private chosen: string | undefined;

  /** Takes one line without its end. */
  add(line: string): void {
    if (this.addFrameTime(line) || this.addHash(line)) return;
    if (/^\[info\] Exiting normally, received signal/.test(line)) this.interrupted = true;
    const level = LEVEL.exec(line)?.[1];
    if (level === "info") this.addDescription(line);
    // What stands around ffmpeg (a sandbox, a shell, the loader) complains before it, or ffmpeg would not have started. Later a line without
    // a level is the next one of a message, and of what a tag says.
    else if (level !== undefined || !this.ffmpegSpoke) this.complain(line);
    this.ffmpegSpoke ||= level !== undefined;
  }

  /** The stream that is decoded; undefined when ffmpeg did not get that far. */
  get video(): VideoStreamDescription | undefined {
    return this.chosen === undefined ? undefined : this.streams.get(this.chosen);
  }

  private complain(line: string): void {
    const wording = line.replace(/0x[0-9a-f]+|\d+/g, "#");
    if (line === "" || this.wordings.size === MAX_COMPLAINTS || this.wordings.has(wording)) return;
    this.wordings.add(wording);
    this.complaints.push(line);
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
    // The digest of the picture is told first; what stood before it was none.
    if (hash[1] === "v") [this.videoHash, this.audioHashes] = [hash[2], []];
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
