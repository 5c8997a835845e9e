import type { Language, Wall } from "../../index.js";

/** What `samecut doctor` says of a machine that is well; what is missing, errors tell. */
export interface DiagnosisTexts {
  readonly subjects: Readonly<
    Record<
      "node" | "ffmpeg" | "sandbox" | "codecs" | "video" | "image" | "library" | "cache" | "allowed",
      string
    >
  >;
  readonly works: string;
  readonly onPath: string;
  readonly walls: Readonly<Record<Wall, string>>;
  readonly noLimits: string;
  forImages(wall: string): string;
  /** When the sandbox is in force, by `SAMECUT_SANDBOX`. */
  readonly inForce: { readonly never: string; readonly always: string; readonly inService: string };
}

/** The texts by language. */
export const DIAGNOSIS_TEXTS: Readonly<Record<Language, DiagnosisTexts>> = {
  en: {
    subjects: {
      node: "Node.js",
      ffmpeg: "ffmpeg",
      sandbox: "sandbox",
      codecs: "video codecs",
      video: "reading a video",
      image: "reading an image",
      library: "library and index",
      cache: "cache",
      allowed: "allowed pairs",
    },
    works: "works",
    onPath: "on PATH",
    walls: {
      bubblewrap: "bubblewrap: no network, no file but the one that is read",
      unshare: "unshare: no network, but all files; bubblewrap would hide them",
      none: "none: install bubblewrap",
    },
    noLimits: "no limits",
    forImages: (wall) => `for images only ${wall}`,
    inForce: {
      never: "off (SAMECUT_SANDBOX)",
      always: "in force (SAMECUT_SANDBOX)",
      inService: "in the service only (SAMECUT_SANDBOX=auto: always)",
    },
  },
  zh: {
    subjects: {
      node: "Node.js",
      ffmpeg: "ffmpeg",
      sandbox: "沙箱",
      codecs: "视频编码",
      video: "读取视频",
      image: "读取图片",
      library: "素材库与索引",
      cache: "缓存",
      allowed: "放行记录",
    },
    works: "正常",
    onPath: "在PATH中",
    walls: {
      bubblewrap: "bubblewrap：不能访问网络，只能读取当前文件",
      unshare: "unshare：不能访问网络，但能读取所有文件；安装bubblewrap后则不能",
      none: "无：请安装bubblewrap",
    },
    noLimits: "不限内存",
    forImages: (wall) => `图片只用${wall}`,
    inForce: {
      never: "已关闭（SAMECUT_SANDBOX）",
      always: "始终启用（SAMECUT_SANDBOX）",
      inService: "只在服务中启用（SAMECUT_SANDBOX=auto为始终启用）",
    },
  },
};
