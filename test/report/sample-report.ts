import type { ReadCreative, ReportedPair, ScanReport } from "../../src/report/scan-report.js";

/** A creative that was read, named by its path. */
export function readCreative(path: string): ReadCreative {
  return {
    id: path,
    path,
    origin: "scan",
    status: "ok",
    kind: "video",
    durationSeconds: 14.9,
    width: 720,
    height: 1280,
    layout: "plain",
    fileDigest: `sha256:${"0".repeat(64)}`,
  };
}

/** A mirrored, zoomed and brightened repeat with a caption. */
export function editedPair(a: string, b: string): ReportedPair {
  return {
    a,
    b,
    similarity: 0.9712,
    grade: "duplicate",
    rules: [
      { rule: 4, confidence: 0.93, detail: { mirrored: true, zoom: 1.08, brightness: 0.08, contrast: 1 } },
      { rule: 3, confidence: 0.4, detail: { changedShare: 0.09 } },
    ],
    coverage: { a: 1, b: 0.714 },
    segments: [{ a: [0, 10.5], b: [0, 10.5], similarity: 0.98 }],
    transform: { mirrored: true, angleDegrees: -4.2, zoom: 1.08, stretch: 1, speed: 1, offsetSeconds: 0 },
    changed: { regions: [{ x: 0.05, y: 0.85, width: 0.9, height: 0.1 }], audio: true },
  };
}

/** A report of two groups' worth of creatives, a possible pair and a failure, with names that are hard to print. */
export function sampleReport(): ScanReport {
  const [first, repeat, other] = [
    "夏日促销活动首发版本.mp4",
    "夏日促销活动首发版本-镜像放大加字幕.mp4",
    "\u001b[31mred\nname.mp4",
  ];
  const possible: ReportedPair = {
    ...editedPair(first, other),
    similarity: 0.31,
    grade: "possible",
    rules: [{ rule: 6, confidence: 0.5, detail: {} }],
  };
  return {
    schema: "samecut.report/1",
    tool: { version: "0.1.0", ffmpeg: "5.1", settings: {} },
    creatives: [
      ...[first, repeat, other].map(readCreative),
      {
        id: "=cmd.mp4",
        path: "=cmd.mp4",
        origin: "scan",
        status: "failed",
        error: { code: "FILE_EMPTY", message: "The file is empty", remedy: "Copy or download it again." },
      },
    ],
    pairs: [editedPair(first, repeat), possible],
    groups: [{ id: "group-1", first, members: [first, repeat] }],
    warnings: [],
    summary: { creatives: 4, failed: 1, pairs: 2, groups: 1, allowed: 0, elapsedSeconds: 3.2 },
  };
}
