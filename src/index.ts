/** The public names of samecut. */

export type {
  AccountFigures,
  ExemptLikeness,
  FirstPublish,
  PoorDesign,
  SimilarCreative,
} from "./account/account-figures.js";
export {
  type AccountSettings,
  accountSettingsJsonSchema,
  DEFAULT_ACCOUNT_SETTINGS,
  parseAccountSettings,
} from "./account/account-settings.js";
export type { AccountView, AccountViewOptions } from "./account/account-view.js";
export type { DeliveredCreative, SimilarPair } from "./account/delivered.js";
export type { Exemption, ExemptionRule } from "./account/exemption.js";
export { type Breaks, LEVELS, type Level, WARNINGS, type Warning } from "./account/level.js";
export type { NextStep } from "./account/next-steps.js";
export type { StandingKind } from "./account/standing.js";
export type { StandingCounts } from "./account/standing-counts.js";
export { ExemptionList } from "./audit/exemption-list.js";
export { type LibraryAccountsOptions, viewLibraryAccounts } from "./audit/library-accounts.js";
export { exportLibrary, importLibrary, type LibraryCopySummary } from "./audit/library-copy.js";
export { reportStored } from "./audit/report-stored.js";
export { loadAccountSettings } from "./audit/settings-file.js";
export { type ViewAccountsOptions, viewAccounts } from "./audit/view-accounts.js";
export { DESIGN_NOTES, type DesignNote } from "./design/design-note.js";
export { noteDesign } from "./design/note-design.js";
export { ERROR_TABLE, type ErrorCode, type ErrorDetails, type ErrorRow, SamecutError } from "./errors.js";
export { type FileContent, writeAtomically } from "./files/atomic-file.js";
export { dataFolder } from "./files/data-folder.js";
export { writeStored } from "./files/stored-file.js";
export { decodeFingerprint, encodeFingerprint } from "./fingerprint/codec.js";
export type { Fingerprint, Sample } from "./fingerprint/fingerprint.js";
export { DEFAULT_HNSW_SETTINGS, type HnswSettings } from "./index/hnsw/hnsw-settings.js";
export {
  type FingerprintOptions,
  fingerprintCreative as fingerprint,
} from "./intake/fingerprint-creative.js";
export type { InputLimits } from "./intake/input-limits.js";
export { type SpooledInput, type SpoolOptions, spool } from "./intake/spool.js";
export type { Priority } from "./intake/turn.js";
export type { Layout, LayoutKind } from "./layout/layout.js";
export { type ComparedPair, compare } from "./library/compare-pair.js";
export {
  type ComparisonRange,
  DEFAULT_WINDOW_DAYS,
  type Reach,
  scopeOfRange,
} from "./library/comparison-range.js";
export type { Creative, CreativeDetails, StoredPair } from "./library/creative.js";
export type { CreativeMatch } from "./library/creative-match.js";
export type { SimilarityGroup } from "./library/groups.js";
export type { ImportSummary } from "./library/interchange.js";
export type { Library } from "./library/library.js";
export type {
  AddOptions,
  AddResult,
  AdmissionRule,
  CallOptions,
  CallProgress,
  CheckAndAddOptions,
  CheckAndAddResult,
  CheckOptions,
  CheckResult,
  CreativeInput,
  InputOptions,
  NearestOptions,
  RefusingGrade,
  TimedCallOptions,
} from "./library/library-calls.js";
export type { MatchedCreatives, StoredMatchOptions } from "./library/matcher.js";
export { type LibrarySettings, type OpenLibraryOptions, openLibrary } from "./library/open-library.js";
export type { AllowedPair, CreativeOutline, PairOutline, StoreProblem, StoreScope } from "./library/store.js";
export type { LibrarySurvey } from "./library/survey.js";
export type { RememberedVerdict, VerdictMemory } from "./matching/comparisons.js";
export { type FfmpegBinary, locateFfmpeg } from "./media/ffmpeg-binary.js";
export { listDecoders } from "./media/ffmpeg-decoders.js";
export { findImageSandbox } from "./media/sandbox/find-image-sandbox.js";
export { findSandbox } from "./media/sandbox/find-sandbox.js";
export type { Sandbox } from "./media/sandbox/sandbox.js";
export {
  DEFAULT_DECODER_BYTES,
  SANDBOX_MODES,
  type SandboxMode,
  type SandboxSettings,
  setSandbox,
} from "./media/sandbox/sandbox-settings.js";
export type { Wall } from "./media/sandbox/walls.js";
export { loadReportPage, REVIEW_PAGE_FOLDER } from "./page/load-report-page.js";
export type { Filmstrip, StripFrame } from "./picture/filmstrip.js";
export type { Picture, Region } from "./picture/picture.js";
export { ACCOUNT_SCHEMA, renderAccountCsv, renderAccountJson } from "./report/account-report.js";
export { creativeName } from "./report/creative-name.js";
export { type CsvOptions, csvParts, renderCsv } from "./report/csv.js";
export { explainNext } from "./report/explain/account.js";
export {
  type ExplainedLine,
  type ExplainedWord,
  explainStatus,
  type StatusExplanation,
} from "./report/explain/status.js";
export {
  type HtmlPairSide,
  type HtmlReportParts,
  renderPairHtml,
  renderScanHtml,
} from "./report/html/html-report.js";
export { inlineFilmstrip } from "./report/html/inline-filmstrip.js";
export type {
  PageAccounts,
  PageCreative,
  PageFilmstrip,
  PagePair,
  PageScan,
  PairAddress,
} from "./report/html/page-data.js";
export {
  chosenPairs,
  type FilteredPair,
  type NamedCreative,
  PAIR_ORDERS,
  type PairFilter,
  type PairOrder,
  passes,
} from "./report/html/pair-filter.js";
export {
  neighboursOf,
  PAIR_VIEWS,
  type PairListing,
  type PairNeighbours,
  type PairSource,
  pairWalk,
} from "./report/html/pair-walk.js";
export type {
  CheckEvent,
  CheckedPageData,
  CreativeHits,
  GroupWindow,
  ListWindow,
  PairWindow,
  ReviewAccess,
  ReviewData,
  ReviewGroup,
  ReviewPair,
  ToldPair,
} from "./report/html/review-data.js";
export { pageAccounts, pageCreative } from "./report/html/scan-page-data.js";
export { countBySimilarity, type SimilarityCount } from "./report/html/similarity-counts.js";
export { jsonParts, renderJson } from "./report/json.js";
export { reportError, translateError } from "./report/report-error.js";
export {
  type CreativeIdentity,
  type FailedCreative,
  REPORT_SCHEMA,
  type ReadCreative,
  type ReportedCreative,
  type ReportedError,
  type ReportedGrade,
  type ReportedGroup,
  type ReportedPair,
  type ReportedSelection,
  type ReportedWarning,
  type ReportSummary,
  type ScanReport,
} from "./report/scan-report.js";
export { type Likeness, TellingPairs } from "./report/telling-pairs.js";
export { type AccountPageOptions, renderAccountPage } from "./report/terminal/account-page.js";
export {
  type ListedCreative,
  renderAddedPage,
  renderCreativesPage,
} from "./report/terminal/creatives-page.js";
export { renderExemptionPage } from "./report/terminal/exemption-page.js";
export { renderNearestPage } from "./report/terminal/nearest-page.js";
export { renderPairPage } from "./report/terminal/pair-page.js";
export { printable } from "./report/terminal/printable.js";
export { renderScanPage, type ScanPageOptions } from "./report/terminal/scan-page.js";
export { renderStatusPage } from "./report/terminal/status-page.js";
export { type Column, drawTable } from "./report/terminal/table.js";
export type { Terminal } from "./report/terminal/terminal.js";
export type { AccountTexts } from "./report/texts/account-texts.js";
export { LANGUAGES, type Language, languageOfLocale } from "./report/texts/language.js";
export type { StatusTexts, WordTexts } from "./report/texts/status-texts.js";
export type { Place, Texts, TransformPhrases } from "./report/texts/texts.js";
export { textsOf } from "./report/texts/texts-of.js";
export { addFiles } from "./scan/add-files.js";
export { allowPair, disallowPair } from "./scan/allowed-pairs.js";
export { cacheFolder } from "./scan/cache-folder.js";
export { checkFiles } from "./scan/check-files.js";
export { comparedFilmstrips } from "./scan/compared-filmstrips.js";
export { parseMoment } from "./scan/moment.js";
export { hasContentOf, type PicturingOptions, pictureCreative } from "./scan/pictured-creative.js";
export { scan } from "./scan/scan.js";
export type { ScanEvent } from "./scan/scan-event.js";
export type { ScanOptions } from "./scan/scan-options.js";
export type { Sampling } from "./scan/selection.js";
export { TOOL_VERSION } from "./scan/tool-version.js";
export { STATUS_LINES, type StatusLine, type Traffic } from "./status/status-lines.js";
export {
  type AdLevel,
  DELIVERY_WORDS,
  type DeliveryWord,
  NOTICE_WORDS,
  type NoticeWord,
  QUALITY_LABELS,
  REVIEW_ADVICE,
  STATUS_WORDS,
  type StatusWord,
} from "./status/status-words.js";
export { GRADES } from "./verdict/similarity.js";
export type {
  Changes,
  Grade,
  PairVerdict,
  RuleFinding,
  RuleNumber,
  Segment,
  Transform,
} from "./verdict/verdict.js";
