import {
  type AdLevel,
  type DeliveryWord,
  type NoticeWord,
  REVIEW_ADVICE,
  type StatusWord,
} from "./status-words.js";

/** What becomes of an ad: all its traffic, some placements only, traffic held back for its material, or none. */
export type Traffic = "full" | "some-placements" | "held-back" | "none";

/** One line of the manual's table: what is shown together, and what it means. */
export interface StatusLine {
  readonly level: AdLevel;
  /** 投放状态. */
  readonly delivery: DeliveryWord;
  /** 阻断文案; undefined where none is shown. */
  readonly notice?: NoticeWord;
  /** 审核建议 is shown. */
  readonly reviewAdvice: boolean;
  readonly delivered: "yes" | "partly" | "no";
  readonly traffic: Traffic;
}

const DELIVERED: Readonly<Record<Traffic, StatusLine["delivered"]>> = {
  full: "yes",
  "some-placements": "partly",
  "held-back": "partly",
  none: "no",
};

type Marks = readonly [delivery: DeliveryWord, notice: NoticeWord | "–", advice: "yes" | "–"];

function line(level: AdLevel, [delivery, notice, advice]: Marks, traffic: Traffic): StatusLine {
  return {
    level,
    delivery,
    ...(notice === "–" ? {} : { notice }),
    reviewAdvice: advice === "yes",
    delivered: DELIVERED[traffic],
    traffic,
  };
}

/** The table of the manual, line by line. */
export const STATUS_LINES: readonly StatusLine[] = [
  line("plan", ["投放中", "无可用广告组", "–"], "none"),
  line("group", ["待送审", "账户问题", "–"], "none"),
  line("group", ["审核不通过", "部分流量未投放", "yes"], "none"),
  line("group", ["审核中", "部分流量未投放", "yes"], "none"),
  line("group", ["投放中", "–", "–"], "full"),
  line("group", ["投放中", "–", "yes"], "some-placements"),
  line("group", ["投放中", "无可用广告创意", "–"], "none"),
  line("group", ["投放中", "部分流量未投放", "yes"], "some-placements"),
  line("group", ["投放中", "商品已下线", "–"], "none"),
  line("group", ["投放中", "直播间关闭", "–"], "none"),
  line("creative", ["审核不通过", "部分流量未投放", "yes"], "none"),
  line("creative", ["审核中", "部分流量未投放", "yes"], "none"),
  line("creative", ["投放中", "–", "–"], "full"),
  line("creative", ["投放中", "–", "yes"], "some-placements"),
  line("creative", ["投放中", "部分流量未投放", "yes"], "some-placements"),
  line("creative", ["投放中", "素材待优化", "–"], "held-back"),
  line("creative", ["投放中", "低质素材影响投放", "yes"], "held-back"),
  line("creative", ["投放中", "直播间关闭", "–"], "none"),
];

/** Where delivery words stand beside no notice: they say by themselves that nothing is delivered. */
export const FURTHER_WORDS: Readonly<Partial<Record<AdLevel, readonly DeliveryWord[]>>> = {
  plan: ["已暂停", "超预算", "已删除"],
  group: ["待投放", "已暂停", "已结束", "超预算", "已删除"],
};

/** The words a line shows, in the order of their columns. */
export function shownWords({ delivery, notice, reviewAdvice }: StatusLine): StatusWord[] {
  return [
    delivery,
    ...(notice === undefined ? [] : [notice]),
    ...(reviewAdvice ? [REVIEW_ADVICE] : []),
  ] as StatusWord[];
}
