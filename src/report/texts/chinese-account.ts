import type { AccountTexts } from "./account-texts.js";

/** What is said about an account, in Chinese (simplified). */
export const CHINESE_ACCOUNT: AccountTexts = {
  levels: { good: "良好", fair: "一般", serious: "较重", severe: "严重", critical: "非常严重" },
  warnings: { yellow: "黄色预警", orange: "橙色预警", red: "红色预警" },
  standings: { original: "原创", "own-duplicate": "重复素材", "carried-over": "搬运", repeat: "重复" },
  exemptions: { customer: "同一客户", accounts: "指定账户", takedown: "下架后重新上传" },
  headings: {
    accounts: "账户",
    similar: "相似素材",
    firstPublishes: "本账户首发、其后被重复",
    exempt: "已豁免",
    poorDesign: "可能被视为低质的素材设计",
    next: "怎么办",
  },
  columns: {
    account: "账户",
    level: "等级",
    recent: "新增相似",
    library: "原创",
    shares: "占比",
    creative: "素材",
    standing: "原因",
    shown: "列表显示",
    repeatedByOwn: "本账户重复",
    repeatedByOthers: "他人重复",
    exemption: "豁免",
    design: "设计",
    reason: "原因",
    since: "起始",
    state: "状态",
  },
  account: (name) => `账户 ${name}`,
  noLevel: "无新增",
  heldBack: "受抑制",
  countHeldBack: (count) => `${count}个素材受抑制`,
  recentShare: (similar, all, percent, days) =>
    `近${days}天新增${all}个素材，其中${similar}个相似（${percent}）`,
  nothingRecent: (days) => `近${days}天没有新增素材`,
  originalShare: (original, all, percent, days) =>
    `近${days}天共${all}个素材，其中${original}个原创（${percent}）`,
  repeats: (id, account, percent) =>
    `${percent}同 ${id}${account === undefined ? "" : `（账户 ${account}）`}`,
  exemptUnder: (earlier, exemption, reason) => `同 ${earlier}；${exemption}：${reason}`,
  asOf: (date) => `截至${date}`,
  withoutAccount: (count) => `另有${count}个素材没有账户`,
  noAccounts: () => "没有已知的账户。清单中的account列说明素材属于哪个账户：samecut library add --manifest。",
  more: (count) => `另有${count}个：见 --verbose、--json 或 --csv。`,

  lowerShare: (replace, orAdd, below) =>
    `请将${replace}个新增相似素材换成原创素材${
      orAdd > 0 ? `，或再投放${orAdd}个原创素材` : ""
    }：低于${below}即不受抑制。`,
  keepRoom: (moreSimilar) => `目前不受抑制；再新增${moreSimilar}个相似素材就会受抑制。`,
  ownDuplicates: (creatives) =>
    `${creatives}个新增素材重复了已投放的素材：请继续投放原素材，或重拍开头。samecut compare 会说明需要改什么。`,
  carriedOver: (creatives) =>
    `${creatives}个新增素材与其他账户在先的素材相同：请使用自己的画面。若两个账户属于同一客户，请用 samecut exempt 登记。`,
  raiseOriginalShare: (percent, target) => `原创素材占${percent}；高于${target}的账户续约率高得多。`,
  poorDesign: (creatives) =>
    `${creatives}个新增素材模糊、拉伸变形、纯文字或纯图片：无论是否相似，都可能被标记为低质素材。`,
  nothingNew: () => "没有新增素材，因此没有等级；照常投放即可。",
  nothingToDo: () => "无需处理。",

  inForce: "生效中",
  takenBack: (date) => `${date}已撤销`,
  noExemptions: () => "没有豁免。",
};
