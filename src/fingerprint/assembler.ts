import { detectLayout } from "../layout/detect-layout.js";
import { TimeStatisticsCollector } from "../layout/time-statistics.js";
import type { DecodedFrame, MediaFacts } from "../media/decoded-media.js";
import type { Picture } from "../picture/picture.js";
import { fittedSize, resample } from "../picture/resample.js";
import { blockhash } from "./blockhash.js";
import type { Fingerprint, Sample } from "./fingerprint.js";
import { packPictures, quantisePicture } from "./picture-codec.js";
import { BYTES_PER_SECOND, FRONT_BYTES, isEvenlySpaced, SAMPLE_PIXELS, sampleAt } from "./sampling-policy.js";

/** Quantisation steps tried for the pictures, luma levels, finest first; the last is taken whatever the size. */
const STEPS = [2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 80];

/** The place in {@link STEPS} tried first: the commonest one of the footage measured. */
const USUAL_STEP = 5;

/** The natural logarithm of what one step of {@link STEPS} saves, on average over the footage measured. */
const LOG_SIZE_A_STEP = 0.13;

/** Sums over the frames of one sample. */
interface Moment {
  readonly index: number;
  readonly middleSeconds: number;
  frames: number;
  chromaBlue: number;
  chromaRed: number;
}

type RawSample = Omit<Sample, "hash">;

/** Turns the frames of one file, in order of time, into its fingerprint. One assembler a file. */
export class FingerprintAssembler {
  private readonly samples: RawSample[] = [];
  private moment: Moment | undefined;
  /** Sums of the moment's luma; one array for all moments. */
  private luma = new Float32Array();
  private statistics: TimeStatisticsCollector | undefined;

  /** Takes the next frame in; all frames of a file have one size. */
  add(frame: DecodedFrame): void {
    const { picture } = frame;
    this.statistics ??= new TimeStatisticsCollector(picture.width, picture.height);
    if (isEvenlySpaced(frame.timeSeconds)) this.statistics.add(picture);
    const { index, middleSeconds } = sampleAt(frame.timeSeconds);
    if (this.moment?.index !== index) {
      this.close(picture);
      if (this.luma.length === picture.luma.length) this.luma.fill(0);
      else this.luma = new Float32Array(picture.luma.length);
      this.moment = { index, middleSeconds, frames: 0, chromaBlue: 0, chromaRed: 0 };
    }
    const moment = this.moment!;
    const { luma } = this;
    for (let at = 0; at < luma.length; at++) luma[at] = luma[at]! + picture.luma[at]!;
    moment.frames++;
    moment.chromaBlue += frame.chromaBlue;
    moment.chromaRed += frame.chromaRed;
  }

  private close({ width, height }: Picture): void {
    const moment = this.moment;
    if (moment === undefined) return;
    const size = fittedSize(width, height, SAMPLE_PIXELS);
    const sums = resample(this.luma, { width, height }, size.width, size.height);
    const luma = new Uint8Array(sums.length);
    for (let at = 0; at < luma.length; at++) luma[at] = Math.round(sums[at]! / moment.frames);
    this.samples.push({
      timeSeconds: moment.middleSeconds,
      picture: { ...size, luma },
      chromaBlue: Math.round(moment.chromaBlue / moment.frames),
      chromaRed: Math.round(moment.chromaRed / moment.frames),
    });
    this.moment = undefined;
  }

  /** The fingerprint of all frames added. Throws a `RangeError` where there was none. */
  finish(facts: MediaFacts): Fingerprint {
    if (this.statistics === undefined) throw new RangeError("a fingerprint needs at least one frame");
    const statistics = this.statistics.finish();
    this.close({ ...statistics, luma: new Uint8Array() });
    const samples =
      facts.kind === "image" ? this.samples.map((sample) => ({ ...sample, timeSeconds: 0 })) : this.samples;
    const { step, pictures } = fitPictures(samples);
    const { fileDigest: file, videoDigest: video, audioDigest: audio } = facts;
    return {
      kind: facts.kind,
      width: facts.width,
      height: facts.height,
      durationSeconds: facts.durationSeconds,
      ...(facts.incomplete !== undefined && { incomplete: facts.incomplete }),
      digests: { file, ...(video !== undefined && { video }), ...(audio !== undefined && { audio }) },
      layout: detectLayout(statistics),
      pictureStep: step,
      samples: samples.map((sample, i) => ({
        ...sample,
        picture: pictures[i]!,
        hash: blockhash(pictures[i]!),
      })),
    };
  }
}

/** The pictures quantised as finely as the size allows. */
function fitPictures(samples: readonly RawSample[]): { step: number; pictures: Picture[] } {
  const pictures = samples.map(({ picture }) => picture);
  const allowed = samples.reduce(
    (sum, { timeSeconds }) => sum + BYTES_PER_SECOND * Math.min(0.5, sampleAt(timeSeconds).sampleSeconds),
    FRONT_BYTES,
  );
  // Packing costs as much as all the rest, so the next step to try is where the last size points: 2.2 packings a file, halving the
  // range takes 3.9.
  let [finest, coarsest, guess] = [0, STEPS.length - 1, USUAL_STEP];
  while (finest < coarsest) {
    const tried = Math.min(Math.max(guess, finest), coarsest - 1);
    const size = packPictures(pictures, STEPS[tried]!).length;
    const missing = Math.log(size / allowed) / LOG_SIZE_A_STEP;
    if (size <= allowed) [coarsest, guess] = [tried, tried + Math.min(-1, Math.round(missing))];
    else [finest, guess] = [tried + 1, tried + Math.max(1, Math.ceil(missing))];
  }
  const step = STEPS[finest]!;
  return { step, pictures: pictures.map((picture) => quantisePicture(picture, step)) };
}
