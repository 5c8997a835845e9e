import type { ReviewLabels } from "./labels.js";

/** The review page's labels in Chinese (simplified). */
export const CHINESE_REVIEW_LABELS: ReviewLabels = {
  title: "素材库审阅",
  loading: "正在读取素材库……",
  foot: (version) => `samecut ${version}。页面内容来自本服务的素材库。`,
  again: "重试",

  connection: {
    lost: "服务没有响应。",
    remedy:
      "请按原来的方式重新启动服务。页面上的内容、已输入的文字和所选的素材对都会保留；服务恢复后，本页自动继续。",
  },

  token: {
    heading: "需要令牌",
    explanation: "请输入本服务的令牌。令牌决定能看到哪些素材、能修改什么。",
    name: "令牌",
    open: "打开",
    kept: "仅保存在此标签页中，关闭后即清除。",
  },

  empty: {
    heading: "素材库为空。",
    explanation:
      "请用 samecut library add 加上素材所在文件夹，或由上传服务添加已投放的素材，然后刷新本页。现在也可以检查文件，但不会与任何素材相似。",
  },

  search: {
    heading: "查找素材",
    explanation: "输入名称的一部分即可；与之相似的素材一并列出。",
    hint: "编号、账户或文件名",
    nothing: "没有编号、账户或文件名含此内容的素材。",
    found: (count, more) => (more ? `前${count}个素材` : `${count}个素材`),
    noPairs: "与其他素材都不相似。",
  },

  check: {
    heading: "检查文件",
    hint: "将视频或图片拖到这里，与素材库比对；不会加入或保存。",
    choose: "选择文件",
    stages: {
      sending: (percent) => `正在上传：${percent}`,
      waiting: "等待空闲的解码器",
      reading: (time) => `正在提取指纹：${time}`,
      comparing: "正在与素材库比对",
      picturing: "正在截取画面",
    },
    cancel: "取消",
    dismiss: "关闭",
    again: "重新检查",
    unlike: (name) => `${name} 与素材库中的素材都不相似。`,
    alike: (name, count) => `${name} 与素材库中${count}个素材相似。`,
    allowedToo: (count) => `另有${count}个已标记为不相似。`,
    broken: "连接中断，文件尚未检查完。",
  },

  allowance: {
    mark: "标记为不相似",
    takeBack: "撤销“不相似”标记",
    marked: "已标记为不相似，不计入结果。",
    takenBack: "已撤销标记，重新计入结果。",
    heading: (count) => `已标记为不相似（${count}）`,
  },

  playback: {
    heading: "同步播放",
    caption: "相同画面同时播放；一方多出内容时，另一方等待。",
    load: "载入视频",
    play: "播放",
    pause: "暂停",
    position: "位置",
    sound: "声音",
    silent: "静音",
    unavailable: "路径所指处没有内容相同的文件。请用 --root 指定原始文件所在的文件夹。",
    unplayable: "此浏览器无法播放该文件。",
    stills: "以下以截图代替，随进度切换。",
    noStills: "也没有它的截图。",
  },

  selection: {
    select: "选择",
    selected: (count) => `已选择${count}对`,
    gone: (count) => `所选中有${count}对未导出：库中已没有这两个素材。`,
    export: "导出为",
    clear: "清除",
  },

  firstPublish: {
    choose: "设为首发",
    explanation: "一组中最早的素材为首发。此素材最早何时投放？",
    delivered: "首次投放时间",
    saved: "已保存，分组已按新的时间更新。",
    save: "保存",
    cancel: "取消",
  },
};
