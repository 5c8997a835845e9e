/** What was found, in the words of the code, and in Chinese; `$1` and so on are taken over. */
type Wording = readonly [pattern: RegExp, chinese: string];

/** Details of files: damaged, cut off, of a kind that is not read, too large, too slow. */
const OF_FILES: readonly Wording[] = [
  [/^(\d+) bytes are missing at its end$/, "末尾缺少$1字节"],
  [/^its last packet has (\d+) of (\d+) bytes$/, "最后一个数据包应有$2字节，只有$1字节"],
  [/^it was never finished$/, "文件未写完"],
  [/^it holds no stream$/, "其中没有任何音视频流"],
  [/^no frame could be decoded$/, "没有一帧能够解码"],
  [/^an image sequence \(animated AVIF or HEIF\)$/, "动态图片序列（动态AVIF或HEIF）"],
  [/^a HEIC picture, as iPhones take them$/, "HEIC图片（iPhone拍摄的照片）"],
  [/^a folder$/, "这是文件夹"],
  [/^a device, pipe or socket$/, "这是设备、管道或套接字"],
  [/^streaming manifest$/, "流媒体清单"],
  [/^list of addresses$/, "地址列表"],
  [/^([\d.]+) s, at most ([\d.]+) s$/, "$1秒，上限$2秒"],
  [/^(\d+x\d+), at most (\d+) pixels$/, "$1，上限$2像素"],
  [/^more than (\d+) bytes$/, "超过$1字节"],
  [/^more than (\d+) files$/, "超过$1个文件"],
  [/^nothing came for ([\d.]+) s$/, "$1秒内没有任何输出"],
  [/^not done after ([\d.]+) s$/, "$1秒内未完成"],
  [/^its process ended by itself with status (\d+)$/, "进程自行退出，状态为$1"],
  [/^its process ended by (\w+)$/, "进程被信号$1终止"],
  [/^ffmpeg was killed with signal (\w+)$/, "ffmpeg被信号$1终止"],
  [/^ffmpeg: /, "ffmpeg原文："],
  [/^sharp: /, "图片解码器sharp原文："],
  [/^not on PATH$/, "PATH中没有"],
  [/^(\S+) names (.*), which does not run$/, "$1所指的$2无法运行"],
  [/^no decoder for (.*)$/, "没有$1的解码器"],
  [/^what there is: (.*)$/, "现有：$1"],
  [/^contents do not agree$/, "内容前后不一致"],
];

/** Details of folders, manifests and options. */
const OF_COMMANDS: readonly Wording[] = [
  [/^it is not in UTF-8; in Excel, save it as "CSV UTF-8"$/, "不是UTF-8编码；在Excel中请另存为“CSV UTF-8”"],
  [/^line (\d+) is not JSON$/, "第$1行不是JSON"],
  [/^line (\d+): there is no column "path", only (.*)$/, "第$1行：没有path列，只有$2"],
  [
    /^line (\d+): uploadedAt: uploadedAt (".*") is no date such as (\S+) or (\S+)$/,
    "第$1行：uploadedAt列的$2不是日期，应写作$3或$4",
  ],
  [/^line (\d+): (\w+): Invalid input: expected string, received (?!undefined)\w+$/, "第$1行的$2应为文字"],
  [/^line (\d+): path: .*$/, "第$1行没有path"],
  [/^Invalid Record Length: columns length is (\d+), got (\d+) on line (\d+)$/, "第$3行有$2列，表头为$1列"],
  [/^Quote Not Closed: .* at line (\d+)$/, "第$1行的引号没有闭合"],
  [/^(".*") is listed twice$/, "$1列出了两次"],
  [/^the id (".*") would belong to (.*) and (.*)$/, "$2和$3会共用编号$1"],
  [/^give a folder, a file or a manifest$/, "请给出文件夹、文件或清单"],
  [/^expected a threshold from (\S+) to 1 but received (.*)$/, "阈值应在$1到1之间，给出的是$2"],
  [/^expected an integer from (\d+) to (\d+) for (\w+) but received (.*)$/, "$3应为$1到$2的整数，给出的是$4"],
  [/^expected an integer from (\d+) for (\w+) but received (.*)$/, "$2应为不小于$1的整数，给出的是$3"],
  [/^expected a number above 0 for (\w+) but received (.*)$/, "$1应大于0，给出的是$2"],
  [/^expected more than 0 for (\w+) but received (.*)$/, "$1应大于0，给出的是$2"],
  [/^expected a similarity from 0 to 1 for (\w+) but received (.*)$/, "$1应为0到1的相似度，给出的是$2"],
  [/^expected (.*) for SAMECUT_SANDBOX but received (.*)$/, "SAMECUT_SANDBOX应为$1之一，给出的是$2"],
  [/^expected a path for the library's folder but received an empty one$/, "素材库的文件夹路径为空"],
  [/^expected a list of paths for folders but received .*$/, "文件夹或文件的路径为空或无效"],
  [/^expected a path for (\w+) but received (.*)$/, "$1应为路径，给出的是$2"],
  [/^name the library's folder$/, "请给出素材库的文件夹"],
  [/^--library or a settings file with a library is needed$/, "需要--library，或写有素材库的设置文件"],
  [/^(--\w+ -) and (--\w+ -): only one report can go to stdout$/, "$1和$2：标准输出只能写一份报告"],
  [/^both files have the same content, there is no pair to allow$/, "两个文件内容相同，没有可以放行的素材对"],
  [/^the file is not JSON$/, "文件不是JSON"],
  [/^the file is not a JSON object$/, "文件不是JSON对象"],
  [/^there is no setting (".*")$/, "没有$1这项设置"],
];

/** Details of libraries. */
const OF_LIBRARIES: readonly Wording[] = [
  [/^process unknown$/, "占用的进程未知"],
  [/^process (\d+)$/, "正被进程$1占用"],
  [/^this process itself$/, "正被本进程占用"],
  [/^(\d+) are pending$/, "已有$1个待处理"],
  [/^(\d+) views of the library are waiting$/, "已有$1个视图在等待"],
  [/^(\d+) batches are running$/, "已有$1个批次在运行"],
  [/^schema (\d+), this one knows (\d+)$/, "数据格式为第$1版，本程序只认识到第$2版"],
  [/^version (\d+)$/, "第$1版"],
  [/^it is not JSON$/, "不是JSON"],
  [/^it is neither a creative nor an allowance$/, "既不是素材，也不是放行记录"],
  [/^not a list of exemptions$/, "不是豁免列表"],
  [/^not a list of allowed pairs$/, "不是放行列表"],
];

/** Details of what the service refuses. */
const OF_REQUESTS: readonly Wording[] = [
  [/^it did not arrive in time$/, "未在时限内收完"],
  [/^it came too slowly$/, "传输太慢"],
  [/^the client has hung up$/, "客户端已断开"],
  [/^it lacks the scope (\S+)$/, "缺少$1权限"],
  [/^name one of its accounts$/, "请指明其所属账户之一"],
  [/^the account (.*) is not one of its own$/, "账户$1不属于该令牌"],
  [/^the rule touches accounts that are not its own$/, "该规则涉及不属于该令牌的账户"],
  [/^the (account|customer) to compare within is not given$/, "未给出用于比对的范围（$1）"],
  [/^this service answers to localhost only$/, "该服务只接受来自本机的请求"],
  [/^web pages may not ask$/, "不接受网页发出的请求"],
  [/^as JSON, a creative is (.*)$/, "以JSON给出素材时应写作$1"],
  [/^send the file$/, "请发送文件本身"],
  [/^the form cannot be read$/, "表单无法读取"],
  [/^the form has no file$/, "表单中没有文件"],
  [
    /^the form has (.*): beside the one file, everything stands in the query$/,
    "表单中有$1：除一个文件外，其余都写在查询参数中",
  ],
  [/^expected content-type (.*)$/, "content-type应为$1"],
];

const WORDINGS: readonly Wording[] = [...OF_FILES, ...OF_COMMANDS, ...OF_LIBRARIES, ...OF_REQUESTS];

/** What a walk through folders passed over, such as `2 .heic, 1 without extension`. */
const PASSED_OVER = /^\d+ (\.[\w~-]+|without extension|others)(, \d+ (\.[\w~-]+|without extension|others))*$/;

/** What was found, in Chinese; what others say (decoders, the system, ids and names) stays as it is. */
export function chineseDetail(detail: string): string {
  if (PASSED_OVER.test(detail)) {
    return detail
      .replaceAll(/(\d+) (\.[\w~-]+)/g, "$1个$2")
      .replaceAll(/(\d+) without extension/g, "$1个无扩展名")
      .replaceAll(/(\d+) others/g, "另有$1个")
      .replaceAll(", ", "、");
  }
  const wording = WORDINGS.find(([pattern]) => pattern.test(detail));
  return wording === undefined ? detail : detail.replace(wording[0], wording[1]);
}
