import type { StatusTexts } from "./status-texts.js";

const REVISE = "请按审核建议修改后重新提交。";
const SETTLE = "请补全账户资质和认证，并在组内添加创意。";
const FAILED = { meaning: "审核没有通过。", remedy: REVISE };

/** What the words of the ad list mean, in Chinese. */
export const CHINESE_STATUS: StatusTexts = {
  levels: { plan: "计划", group: "广告组", creative: "创意" },
  traffic: {
    full: "正常投放，流量不受限。",
    "some-placements": "部分投放：只有部分流量。",
    "held-back": "部分投放：流量受到抑制。",
    none: "没有投放。",
  },
  words: {
    投放中: { meaning: "处于投放状态；如有阻碍，旁边的文案会说明。" },
    待送审: {
      meaning: "尚未送审：账户资质或认证不全，或组内没有创意。",
      remedy: SETTLE,
    },
    审核中: { meaning: "正在审核。", remedy: "请等待审核结束。" },
    审核不通过: FAILED,
    审核未通过: FAILED,
    待投放: { meaning: "未到开始时间。", remedy: "请等待，或提前开始时间。" },
    已暂停: { meaning: "已被手动暂停。", remedy: "请重新开启。" },
    已结束: { meaning: "已过结束时间。", remedy: "请延后结束时间。" },
    超预算: { meaning: "余额或预算已用完。", remedy: "请充值，或提高预算。" },
    已删除: { meaning: "已删除，无法恢复。", remedy: "请新建。" },
    无可用广告组: { meaning: "计划内没有可投放的广告组。", remedy: "请逐个查看广告组的阻碍。" },
    账户问题: { meaning: "账户有问题需要先解决。", remedy: SETTLE },
    部分流量未投放: {
      meaning:
        "两项审核之一未通过：内容审核（社区规范，对应内容流量）或广告审核（广告法，对应广告流量），审核建议会指明是哪一项。",
      remedy: REVISE,
    },
    无可用广告创意: { meaning: "组内没有可投放的创意。", remedy: "请添加创意，或逐个查看创意的阻碍。" },
    商品已下线: { meaning: "商品已经下架。", remedy: "请重新上架，或更换商品。" },
    直播间关闭: { meaning: "直播间没有开播。", remedy: "请开播。" },
    素材待优化: {
      meaning: "创意因素材问题（例如与已投放的素材相似）受到抑制。",
      remedy: "请用samecut check查明与哪个素材相似，并更换报告指出的部分。",
    },
    低质素材影响投放: {
      meaning: "创意因素材低质（例如与已投放的素材相似）受到抑制。",
      remedy: "请用samecut check查明与哪个素材相似，更换报告指出的部分，并按审核建议修改。",
    },
    审核建议: {
      meaning: "内容审核或广告审核有一项未通过，建议中会指明。",
      remedy: REVISE,
    },
    搬运: { meaning: "包含他人的视频。", remedy: "请使用自己的画面。" },
    素材设计: {
      meaning: "设计低质：模糊、拉伸变形、纯文字或纯图片。",
      remedy: "请导出清晰、比例正确、有动态画面的视频。",
    },
  },
  nothingToDo: "无需处理。",
  noSuchLine: "手册中没有这种组合。",
  columns: { level: "层级", shown: "显示", meaning: "含义" },
};
