/** What the ad list shows the state of. */
export type AdLevel = "plan" | "group" | "creative";

/** The delivery status (投放状态), which is always shown. */
export const DELIVERY_WORDS = [
  "投放中",
  "待送审",
  "审核中",
  "审核不通过",
  "审核未通过",
  "待投放",
  "已暂停",
  "已结束",
  "超预算",
  "已删除",
] as const;

/** The notice beside it (阻断文案), shown only where traffic suffers. */
export const NOTICE_WORDS = [
  "无可用广告组",
  "账户问题",
  "部分流量未投放",
  "无可用广告创意",
  "商品已下线",
  "直播间关闭",
  "素材待优化",
  "低质素材影响投放",
] as const;

/** The review advice, shown only where something failed a review. */
export const REVIEW_ADVICE = "审核建议";

/** The labels of low quality that touch similarity: carried over from others, and poor design. */
export const QUALITY_LABELS = ["搬运", "素材设计"] as const;

/** One of {@link DELIVERY_WORDS}. */
export type DeliveryWord = (typeof DELIVERY_WORDS)[number];

/** One of {@link NOTICE_WORDS}. */
export type NoticeWord = (typeof NOTICE_WORDS)[number];

/** Any word that can be asked for. */
export type StatusWord = DeliveryWord | NoticeWord | typeof REVIEW_ADVICE | (typeof QUALITY_LABELS)[number];

/** All words, in the order of the columns they stand in. */
export const STATUS_WORDS: readonly StatusWord[] = [
  ...DELIVERY_WORDS,
  ...NOTICE_WORDS,
  REVIEW_ADVICE,
  ...QUALITY_LABELS,
];

/** The two ways the manual writes that a review was not passed. */
export const SAME_WORD: Readonly<Partial<Record<StatusWord, StatusWord>>> = { 审核未通过: "审核不通过" };
