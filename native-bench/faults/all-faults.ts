import type { Fault } from "./fault.js";
import { clockSetBack } from "./kinds/clock-set-back.js";
import { damagedEvidence } from "./kinds/damaged-evidence.js";
import { damagedFingerprint } from "./kinds/damaged-fingerprint.js";
import { damagedIndex } from "./kinds/damaged-index.js";
import { endedIndexThread } from "./kinds/ended-index-thread.js";
import { fileSizeLimit } from "./kinds/file-size-limit.js";
import { fullDisk } from "./kinds/full-disk.js";
import { killedDecoder } from "./kinds/killed-decoder.js";
import { killedService } from "./kinds/killed-service.js";
import { readOnlyFolder } from "./kinds/read-only-folder.js";

/** Every fault the service is put through. */
export const ALL_FAULTS: readonly Fault[] = [
  killedService,
  killedDecoder,
  endedIndexThread,
  fullDisk,
  fileSizeLimit,
  readOnlyFolder,
  damagedIndex,
  damagedFingerprint,
  damagedEvidence,
  clockSetBack,
];
