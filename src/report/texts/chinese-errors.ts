import type { Texts } from "./texts.js";

/** Chinese words for the errors that a user of a scan or a library meets; others keep their English message. */
export const CHINESE_ERRORS: Texts["errors"] = {
  FILE_NOT_FOUND: { message: "文件不存在", remedy: "请检查路径。" },
};
