import { align, prepareQuery, turnedRound } from "../align/align.js";
import type { Evidence } from "../align/evidence.js";
import type { Fingerprint } from "../fingerprint/fingerprint.js";
import type { Affine } from "../picture/affine.js";
import { isOtherAudio } from "./audio-change.js";
import { comparePictures } from "./compare-pictures.js";
import { sampleAgreements, sideCoverage } from "./coverage.js";
import { describeClock, describeTransform } from "./describe-transform.js";
import type { Findings } from "./findings.js";
import { measureFootage } from "./footage.js";
import { geometryChange } from "./geometry-change.js";
import { identicalVerdict } from "./identical.js";
import { compareChroma, compareLight } from "./light.js";
import { explain } from "./rules/all-rules.js";
import { isSameScene } from "./scene.js";
import { segmentsOf } from "./segments-of.js";
import { sharedArea } from "./shared-area.js";
import { readClock } from "./shared-clock.js";
import { gradeOf, similarity, type Thresholds } from "./similarity.js";
import { tellingMatches } from "./telling-matches.js";
import { compareTime } from "./time-change.js";
import { distinctVerdict, type PairVerdict } from "./verdict.js";

/** Compares one query (the later creative, side b) with any number of references (side a). */
export interface Comparer {
  /** The verdict on the query against an earlier creative. Pure and deterministic. */
  compareWith(reference: Fingerprint): PairVerdict;
}

/** Prepares a query for comparing. */
export function createComparer(query: Fingerprint, thresholds?: Thresholds): Comparer {
  const prepared = prepareQuery(query);
  return {
    compareWith(reference) {
      const identical = identicalVerdict(reference, query);
      if (identical !== undefined) return identical;
      const evidence = align(prepared, reference);
      if (evidence === undefined) return distinctVerdict();
      const findings = findOut(reference, query, evidence);
      if (!isStillBesideVideo(reference, query)) return judge(findings, findings, thresholds);
      const turned = turnedRound(evidence, reference, query);
      return turned === undefined
        ? distinctVerdict()
        : judge(findings, findOut(query, reference, turned), thresholds);
    },
  };
}

/** Same footage from which its map is settled: what merely resembles has none, and other takes (rules 5 and 6) are judged by the first. */
const SETTLED = 0.5;

/** Reads everything that the evidence tells of a pair. */
export function findOut(reference: Fingerprint, query: Fingerprint, evidence: Evidence): Findings {
  const { moments, lines, stage, fit } = evidence;
  const agreements = sampleAgreements(evidence);
  const describe = (map: Affine) =>
    describeTransform(map, reference.samples[0]!.picture, query.samples[0]!.picture, lines[0]?.line);
  const transform = describe(fit.map);
  const footage = measureFootage(evidence, transform);
  const proved = footage.provedByMotion;
  const coverage = {
    a: sideCoverage(
      { times: moments.referenceTimes, seconds: moments.referenceSeconds },
      agreements.reference,
      moments.referenceInformative,
      reference.durationSeconds,
      proved,
    ),
    b: sideCoverage(
      { times: moments.queryTimes, seconds: moments.querySeconds },
      agreements.query,
      moments.queryInformative,
      query.durationSeconds,
      proved,
    ),
  };
  const telling = tellingMatches(lines, {
    reference: reference.samples.length,
    query: query.samples.length,
  });
  const isSettling = footage.sameFootage >= SETTLED;
  const { changes, band, sharpness, map } = comparePictures(reference, query, evidence, telling, isSettling);
  const settled = describe(map);
  const clock =
    lines[0] &&
    readClock(moments, lines[0], {
      reference: reference.durationSeconds,
      query: query.durationSeconds,
    });
  return {
    reference,
    query,
    evidence,
    footage,
    coverage,
    // Grades were measured with the first fit and the line's own speed; what is told is read off more exactly.
    transform: clock === undefined ? settled : { ...settled, ...describeClock(clock) },
    geometryChange: geometryChange(settled, Math.min(stage.referenceArea, stage.queryArea)),
    light: compareLight(reference, query, evidence, telling, {
      changedShare: changes.share,
      ...(band !== undefined && { band: band.rows }),
    }),
    changes,
    sharpness,
    ...(band !== undefined && { band }),
    time: compareTime(
      lines,
      {
        a: { times: moments.referenceTimes, seconds: moments.referenceSeconds },
        b: { times: moments.queryTimes, seconds: moments.querySeconds },
      },
      { a: reference.durationSeconds, b: query.durationSeconds },
      { a: coverage.a.time, b: coverage.b.time },
    ),
  };
}

/** A picture and a video: of all the video's moments one may look like the picture by chance, and what moves cannot tell. */
function isStillBesideVideo(reference: Fingerprint, query: Fingerprint): boolean {
  return (reference.samples.length === 1) !== (query.samples.length === 1);
}

/**
 * The verdict on findings that hold as the others do, which are the same but where a still picture stands beside a video: laid on the picture and on the video, the two
 * agree alike only where they show the same, and the less counts, so that the order of the two does not.
 */
function judge(findings: Findings, others: Findings, thresholds?: Thresholds): PairVerdict {
  const { evidence, coverage, transform, changes, reference, query } = findings;
  const [weaker] = [findings, others].sort((p, q) => similarityOf(p) - similarityOf(q));
  const value = similarityOf(weaker!);
  const grade = gradeOf(value, [findings, others].every(showSameScene), thresholds);
  const audio = isOtherAudio(reference, query);
  return {
    similarity: Number(value.toFixed(4)),
    grade,
    rules: grade === "distinct" ? [] : explain({ ...findings, footage: weaker!.footage }),
    coverage: { a: Number(coverage.a.time.toFixed(3)), b: Number(coverage.b.time.toFixed(3)) },
    segments: segmentsOf(evidence, reference.durationSeconds, query.durationSeconds),
    transform,
    changed: {
      regions: grade === "distinct" ? [] : changes.regions,
      ...(audio === undefined ? {} : { audio }),
    },
  };
}

function similarityOf({ reference, query, coverage, footage, evidence }: Findings): number {
  return similarity(coverage, footage, sharedArea(reference, query, evidence));
}

/** Another take agrees here and there only: all that matches tells of the scene. */
function showSameScene({ reference, query, evidence, footage, transform }: Findings): boolean {
  const matches = evidence.lines.flatMap((line) => line.matches);
  return isSameScene(footage, transform, compareChroma(reference, query, matches));
}
