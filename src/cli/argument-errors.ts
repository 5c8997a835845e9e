import type { Language } from "../index.js";

/** What commander says of arguments, and the values that `option-values.ts` asks for, in Chinese. */
const CHINESE: readonly (readonly [words: RegExp, chinese: string])[] = [
  [/^error: missing required argument '(.*)'/, "错误：缺少参数<$1>"],
  [/^error: option '(.*)' argument missing/, "错误：选项$1缺少取值"],
  [/^error: required option '(.*)' not specified/, "错误：必须给出选项$1"],
  [/^error: option '(.*)' argument '(.*)' is invalid\. /, "错误：选项$1的值“$2”无效。"],
  [/^error: command-argument value '(.*)' is invalid for argument '(.*)'\. /, "错误：参数$2的值“$1”无效。"],
  [/^error: unknown option '(.*)'/, "错误：没有选项$1"],
  [/^error: unknown command '(.*)'/, "错误：没有命令$1"],
  [
    /^error: too many arguments for '(.*)'\. Expected (\d+) arguments? but got (\d+)\./,
    "错误：$1的参数过多，应为$2个，给出了$3个。",
  ],
  [/\(Did you mean (?:one of )?(.*)\?\)/, "（您是否要用 $1？）"],
  [/Allowed choices are (.*)\./, "可选：$1。"],
  [/Give a whole number of 1 or more\./, "请给出不小于1的整数。"],
  [/Give a whole number\./, "请给出整数。"],
  [/Give a share such as (\S+) or (\S+)\./, "请给出比例，如$1或$2。"],
  [/Give a span such as (\S+), or a date such as (\S+)\./, "请给出时长，如$1，或日期，如$2。"],
  [/Give a date such as (\S+)\./, "请给出日期，如$1。"],
  [/^\(samecut --help shows how\)/, "（用法见 samecut --help，为英文）"],
];

/** What is wrong with the arguments, in a language; help, which is in English, stays as it is. */
export function argumentError(text: string, language: Language): string {
  if (language === "en" || !/^(error: |\(samecut )/.test(text)) return text;
  return CHINESE.reduce((told, [words, chinese]) => told.replace(words, chinese), text);
}
