import type { Language, LibraryCopySummary } from "../index.js";

/** What only the command line says: progress and the outcome of commands that have no report. */
export interface CliTexts {
  readonly stages: {
    readonly reading: string;
    readonly comparing: string;
    /** Comparing with a library. */
    readonly matching: string;
    /** Adding to a library. */
    readonly adding: string;
    /** Taking filmstrips for the HTML report. */
    readonly picturing: string;
  };
  readonly events: { readonly cached: string; readonly fingerprinted: string; readonly failed: string };
  /** Beside a bar: pieces a second and the time left. */
  pace(rate: string, left: string): string;
  readonly stopping: string;
  serving(url: string): string;
  /** The page that `samecut review` opens. */
  reviewing(page: string): string;
  /** After a new token was printed, before its entry for the settings. */
  readonly newToken: string;
  added(id: string): string;
  removed(id: string): string;
  allowed(a: string, b: string): string;
  disallowed(a: string, b: string): string;
  notAllowed(a: string, b: string): string;
  readonly sound: string;
  readonly rebuilt: string;
  imported(summary: LibraryCopySummary): string;
}

/** The command line's texts by language. */
export const CLI_TEXTS: Readonly<Record<Language, CliTexts>> = {
  en: {
    stages: {
      reading: "Reading  ",
      comparing: "Comparing",
      matching: "Checking ",
      adding: "Adding   ",
      picturing: "Picturing",
    },
    events: { cached: "known ", fingerprinted: "read  ", failed: "failed" },
    pace: (rate, left) => `${rate}/s, ${left} left`,
    stopping: "Stopping. What is finished is kept; the next run continues.",
    serving: (url) => `Answering on ${url} (review: ${url}/review, routes: ${url}/docs). Ctrl-C stops.`,
    reviewing: (page) => `The library is open for review at ${page} (Ctrl-C stops).`,
    newToken: "This token is shown once. Its entry for the settings, without the token:",
    added: (id) => `added  ${id}`,
    removed: (id) => `removed  ${id}`,
    allowed: (a, b) => `${a} and ${b} are no longer reported as a match.`,
    disallowed: (a, b) => `${a} and ${b} are reported again.`,
    notAllowed: (a, b) => `${a} and ${b} were not allowed; nothing changed.`,
    sound: "All is well.",
    rebuilt: "The search index has been made anew.",
    imported: ({ added, present, exempted, failed }) =>
      `${added} added, ${present} present already, ${exempted} ${exempted === 1 ? "exemption" : "exemptions"}, ${failed.length} ${failed.length === 1 ? "line" : "lines"} could not be taken over.`,
  },
  zh: {
    stages: {
      reading: "读取素材",
      comparing: "比对素材",
      matching: "比对素材库",
      adding: "加入素材库",
      picturing: "截取画面",
    },
    events: { cached: "已知", fingerprinted: "读取", failed: "失败" },
    pace: (rate, left) => `每秒${rate}个，还需${left}`,
    stopping: "正在停止：已完成的结果已保存，下次运行将继续。",
    serving: (url) =>
      `服务已启动：${url}（审阅页面：${url}/review，接口说明：${url}/docs）。按 Ctrl-C 停止。`,
    reviewing: (page) => `素材库审阅页面：${page} （按 Ctrl-C 停止）`,
    newToken: "令牌只显示这一次。写入设置文件的条目（不含令牌本身）：",
    added: (id) => `已添加  ${id}`,
    removed: (id) => `已移除  ${id}`,
    allowed: (a, b) => `${a} 与 ${b} 不再报告为相似。`,
    disallowed: (a, b) => `${a} 与 ${b} 将重新报告。`,
    notAllowed: (a, b) => `${a} 与 ${b} 未曾放行，没有改动。`,
    sound: "一切正常。",
    rebuilt: "检索索引已重建。",
    imported: ({ added, present, exempted, failed }) =>
      `新增${added}个，已有${present}个，豁免规则${exempted}条，${failed.length}行未能导入。`,
  },
};
