import type { AnalysisPlan } from "./decoded-media.js";
import { lastFrameUpTo, placeOfFrame } from "./frame-grid.js";
import type { Y4mFrame } from "./y4m-reader.js";

/**
 * The longest stretch without a decoded frame that sparse decoding may leave, seconds. Streams of H.264 and HEVC
 * usually have a frame that is kept every 0.1 to 0.3 s; some have nothing but bidirectional frames between keyframes.
 */
export const MAX_GAP_SECONDS = 0.75;

/**
 * Holds frames of the grid back until it is sure that they do not lie in a gap. ffmpeg fills gaps by repeating
 * the frame before them, so only the times of the decoded frames, told on another pipe, show them. What is released
 * depends on the file alone, not on which pipe was read first.
 */
export class GridGaps {
  private readonly plan: AnalysisPlan;
  private readonly release: (frame: Y4mFrame) => void;
  private readonly held: Y4mFrame[] = [];
  private newestSeconds: number | undefined;
  /** Frame up to which everything is known to be sound, inclusive. */
  private soundUpTo = -1;
  private released = 0;
  private gap = false;

  constructor(plan: AnalysisPlan, release: (frame: Y4mFrame) => void) {
    this.plan = plan;
    this.release = release;
  }

  /** True once a gap was seen; nothing behind it is released any more. */
  get found(): boolean {
    return this.gap;
  }

  /**
   * True once a gap was seen and every frame before it has arrived. Only then may decoding be stopped: the news of the gap
   * can overtake frames that are still on their way.
   */
  get drained(): boolean {
    return this.gap && this.released > this.soundUpTo;
  }

  /** The first frame that was not released, for whoever decodes again. */
  get resumeAt(): number {
    return this.soundUpTo + 1;
  }

  /** Takes a frame of the grid. */
  add(frame: Y4mFrame): void {
    this.held.push(frame);
    this.flush();
  }

  /** Takes the time of a decoded frame, seconds from the first one. */
  decodedAt(seconds: number): void {
    if (this.gap) return;
    if (this.newestSeconds !== undefined && seconds - this.newestSeconds > MAX_GAP_SECONDS) this.gap = true;
    else {
      this.newestSeconds = Math.max(seconds, this.newestSeconds ?? 0);
      // A grid position shows the newest frame that rounds to it or to one before, so the newest of all may still change its own.
      this.soundUpTo = lastFrameUpTo(
        this.plan,
        Math.round(this.newestSeconds * this.plan.framesPerSecond) - 1,
      );
    }
    this.flush();
  }

  /** The stream has ended: a gap may lie between the last decoded frame and the end. */
  finish(): void {
    const last = this.held.at(-1);
    const newest = this.newestSeconds ?? 0;
    if (
      !this.gap &&
      last !== undefined &&
      placeOfFrame(this.plan, last.index) / this.plan.framesPerSecond - newest > MAX_GAP_SECONDS
    )
      this.gap = true;
    if (!this.gap) this.soundUpTo = Number.POSITIVE_INFINITY;
    this.flush();
  }

  private flush(): void {
    for (
      let frame = this.held[0];
      frame !== undefined && frame.index <= this.soundUpTo;
      frame = this.held[0]
    ) {
      this.held.shift();
      this.released = frame.index + 1;
      this.release(frame);
    }
  }
}
