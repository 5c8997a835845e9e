import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { SamecutError } from "../../src/errors.js";
import { openLibrary } from "../../src/library/open-library.js";
import { reportError, translateError } from "../../src/report/report-error.js";
import { textsOf } from "../../src/report/texts/texts-of.js";
import { discover } from "../../src/scan/discovery.js";
import { readManifest } from "../../src/scan/manifest.js";
import { scan } from "../../src/scan/scan.js";
import type { ScanOptions } from "../../src/scan/scan-options.js";
import { read, render, SHORT_CLIP, temporaryFolder } from "../media/rendered-media.js";

const folder = temporaryFolder();
const clip = render(join(folder, "clip.mp4"), ...SHORT_CLIP, "-movflags", "+faststart");

beforeAll(() => {
  process.env.SAMECUT_DATA_DIR = join(folder, "data");
});

function written(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

async function scanToEnd(folders: readonly string[], options?: ScanOptions): Promise<void> {
  for await (const _event of scan(folders, options));
}

function inChinese(error: SamecutError): string {
  return translateError(reportError(error), textsOf("zh")).message;
}

async function refusalOf(work: () => Promise<unknown>): Promise<string> {
  const error = await work().then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(SamecutError);
  return inChinese(error as SamecutError);
}

describe("an error that a Chinese user meets", () => {
  const cases: readonly (readonly [what: string, work: () => Promise<unknown>, told: string])[] = [
    [
      "a video that lost its end",
      () => read(written("cut.mp4", readFileSync(clip).subarray(0, 30_000))),
      `文件已损坏或不完整：末尾缺少${readFileSync(clip).length - 30_000}字节`,
    ],
    [
      "a video without its beginning, in ffmpeg's words",
      () =>
        read(written("zeros.mp4", Buffer.concat([Buffer.from("\0\0\0\x08free\0\0\0\x08mdat", "latin1")]))),
      "文件已损坏或不完整：ffmpeg原文：moov atom not found",
    ],
    ["a folder", () => read(folder), "这不是普通文件：这是文件夹"],
    [
      "a picture of an iPhone",
      () => read(written("a.heic", Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic", "latin1"))),
      "内容不是可识别的视频或图片格式：HEIC图片（iPhone拍摄的照片）",
    ],
    [
      "a decoder that is too slow",
      () => read(clip, undefined, { timeLimitSeconds: 0.001 }),
      "解码超时：0秒内未完成",
    ],
    [
      "a manifest in GBK",
      () => readManifest(written("gbk.csv", Buffer.from([0xcb, 0xd8, 0xb2, 0xc4]))),
      "清单无法使用：不是UTF-8编码；在Excel中请另存为“CSV UTF-8”",
    ],
    [
      "a manifest with a date that is none",
      () => readManifest(written("date.csv", "path,uploadedAt\na.mp4,soon\n")),
      '清单无法使用：第2行：uploadedAt列的"soon"不是日期，应写作2026-11-21或2026-11-21T08:30:00+08:00',
    ],
    [
      "a manifest without a path",
      () => readManifest(written("empty.csv", "path,id\n,7\n")),
      "清单无法使用：第2行没有path",
    ],
    [
      "a manifest of other columns",
      () => readManifest(written("columns.csv", "文件,id\na.mp4,7\n")),
      '清单无法使用：第1行：没有path列，只有"文件", "id"',
    ],
    [
      "a manifest with a comma too many",
      () => readManifest(written("commas.csv", "path,id\na.mp4,7,8\n")),
      "清单无法使用：第2行有3列，表头为2列",
    ],
    [
      "a manifest with a number for an account",
      () => readManifest(written("number.jsonl", '{"path":"a.mp4","account":7}\n')),
      "清单无法使用：第1行的account应为文字",
    ],
    [
      "a manifest with a number for a path",
      () => readManifest(written("path.jsonl", '{"path":7}\n')),
      "清单无法使用：第1行的path应为文字",
    ],
    ["no name for a folder", () => scanToEnd([""]), "选项或设置无效：文件夹或文件的路径为空或无效"],
    [
      "no name for a library's folder",
      () => scanToEnd([folder], { library: "" }),
      "选项或设置无效：library应为路径，给出的是''",
    ],
    [
      "a library that is open already",
      async () => {
        await using _open = await openLibrary(join(folder, "library"));
        await openLibrary(join(folder, "library"));
      },
      "该素材库已被打开用于写入：正被本进程占用",
    ],
    [
      "too many neighbours",
      async () => {
        await using library = await openLibrary(join(folder, "library"));
        await library.nearest(clip, { k: 2000 });
      },
      "选项或设置无效：k应为1到1000的整数，给出的是2000",
    ],
  ];

  it.each(cases)("is told in Chinese: %s", async (_what, work, told) => {
    expect(await refusalOf(work)).toBe(told);
  });

  it("is told in Chinese: files that were passed over", async () => {
    const others = join(folder, "others");
    mkdirSync(others);
    for (const name of ["1.heic", "2.heic", "1", "2", "a.a", "b.b", "c.c", "d.d"])
      writeFileSync(join(others, name), "");
    const { problems } = await discover([others]);
    expect(problems.map(inChinese)).toEqual([
      "跳过了一些无法读取的类型的文件：2个.heic、2个无扩展名、1个.a、1个.b、1个.c、另有1个",
    ]);
  });
});
