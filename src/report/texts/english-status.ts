import type { StatusTexts } from "./status-texts.js";

const REVISE = "Change what the review advice names, and hand it in again.";
const SETTLE = "Complete the account's papers and verification, and give the group a creative.";
const FAILED = { meaning: "The review was not passed.", remedy: REVISE };

/** What the words of the ad list mean, in English. */
export const ENGLISH_STATUS: StatusTexts = {
  levels: { plan: "plan", group: "group", creative: "creative" },
  traffic: {
    full: "Delivered, with all its traffic.",
    "some-placements": "Delivered in part: only some placements.",
    "held-back": "Delivered in part: its traffic is held back.",
    none: "Not delivered.",
  },
  words: {
    投放中: { meaning: "In delivery; a notice beside it tells what is in the way." },
    待送审: {
      meaning:
        "Not in review yet: the account's papers or verification are incomplete, or the group has no creative.",
      remedy: SETTLE,
    },
    审核中: { meaning: "The review is under way.", remedy: "Wait for its end." },
    审核不通过: FAILED,
    审核未通过: FAILED,
    待投放: { meaning: "Its start time has not been reached.", remedy: "Wait, or set an earlier start." },
    已暂停: { meaning: "Paused by hand.", remedy: "Switch it on again." },
    已结束: { meaning: "Its end time has passed.", remedy: "Set a later end." },
    超预算: {
      meaning: "The balance or the budget is used up.",
      remedy: "Top up the balance, or raise the budget.",
    },
    已删除: { meaning: "Deleted; it cannot be restored.", remedy: "Make a new one." },
    无可用广告组: {
      meaning: "None of the plan's groups can be delivered.",
      remedy: "See what is in the way of each group.",
    },
    账户问题: {
      meaning: "The account has something to settle first.",
      remedy: SETTLE,
    },
    部分流量未投放: {
      meaning:
        "One of two reviews failed: of the content (community rules, for content traffic) or of the ad (advertising law, for ad traffic). The review advice names which.",
      remedy: REVISE,
    },
    无可用广告创意: {
      meaning: "None of the group's creatives can be delivered.",
      remedy: "Add a creative, or see what is in the way of each.",
    },
    商品已下线: {
      meaning: "The product is no longer on sale.",
      remedy: "Put it on sale again, or advertise another.",
    },
    直播间关闭: {
      meaning: "The live room is closed.",
      remedy: "Open the live room.",
    },
    素材待优化: {
      meaning: "The creative is held back for its material, such as being similar to one delivered before.",
      remedy: "See with samecut check what it is similar to, and change what the report names.",
    },
    低质素材影响投放: {
      meaning:
        "The creative is held back for material of low quality, such as being similar to one delivered before.",
      remedy:
        "See with samecut check what it is similar to, change what the report names, and what the review advice names.",
    },
    审核建议: {
      meaning: "Something failed a review, of the content or of the ad; the advice names which.",
      remedy: REVISE,
    },
    搬运: {
      meaning: "Carried over: it contains other people's video.",
      remedy: "Use footage of your own.",
    },
    素材设计: {
      meaning: "Poor design: blurred, stretched, text only or plain pictures.",
      remedy: "Export it sharp and in its own shape, with moving pictures.",
    },
  },
  nothingToDo: "Nothing has to be done.",
  noSuchLine: "The manual shows these nowhere together.",
  columns: { level: "Level", shown: "Shown", meaning: "Meaning" },
};
