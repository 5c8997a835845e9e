import { CHINESE_MEDIA_ERRORS } from "./chinese-media-errors.js";
import type { Texts } from "./texts.js";

/** Chinese words for every error. */
export const CHINESE_ERRORS = {
  ...CHINESE_MEDIA_ERRORS,
  NAME_NOT_UTF8: {
    message: "名称不是UTF-8编码，无法打开",
    remedy:
      "请重命名；中文压缩包可用`unzip -O gbk`重新解压，`convmv -r -f gbk -t utf8 --notest <文件夹>`可将整个文件夹内的名称转码。",
  },
  DISK_FULL: {
    message: "磁盘空间不足",
    remedy: "请清理空间或提高配额；此前已确认的结果仍在。",
  },
  STORE_BUSY: {
    message: "数据正被其他进程占用",
    remedy: "请等其结束后重试。",
  },
  STORE_CRASHED: {
    message: "管理存储数据的线程已停止工作",
    remedy: "请重新打开素材库或重启程序；此前已确认的结果仍在。若再次出现，请反馈。",
  },
  STORE_DAMAGED: {
    message: "存储的数据已损坏",
    remedy: "请运行 samecut library verify；从备份恢复该文件夹，或导入导出的文件。",
  },
  STORE_NOT_ACCESSIBLE: {
    message: "无法打开存储的数据",
    remedy: "请检查文件夹是否存在及其权限。",
  },
  STORE_UNAVAILABLE: {
    message: "无法加载SQLite",
    remedy:
      "其本机组件在安装时按Node.js版本生成：请运行 npm rebuild better-sqlite3，不要使用--ignore-scripts；使用pnpm时先运行 pnpm approve-builds。",
  },
  STORE_VERSION: {
    message: "数据由更新版本的samecut写入",
    remedy: "请升级samecut。",
  },
  LIBRARY_BUSY: {
    message: "素材库待处理的请求已达上限",
    remedy: "请稍后重试。",
  },
  CALL_TIMED_OUT: {
    message: "调用未在时限内完成",
    remedy: "请在空闲时重试，或放宽时限；没有任何改动。",
  },
  LIBRARY_CLOSED: {
    message: "素材库已关闭",
    remedy: "请重新打开后再调用。",
  },
  LIBRARY_READ_ONLY: {
    message: "素材库以只读方式打开",
    remedy: "请以可写方式打开。",
  },
  LIBRARY_LOCKED: {
    message: "该素材库已被打开用于写入",
    remedy: "请使用已打开的那一个，或等其关闭，或以只读方式打开。",
  },
  LIBRARY_NOT_FOUND: {
    message: "该文件夹中没有素材库",
    remedy: "请检查路径；添加素材时会自动创建素材库。",
  },
  COMPARISON_INCOMPLETE: {
    message: "它可能是某个素材的重复，而该素材存储的指纹已损坏",
    remedy: "未添加任何内容。请运行 `samecut library verify`，移除损坏的素材并重新添加其文件。",
  },
  CREATIVE_EXISTS: {
    message: "素材库中已有相同编号的其他素材",
    remedy: "请换一个编号，或先移除旧素材。",
  },
  CREATIVE_NOT_FOUND: {
    message: "素材库中没有该编号的素材",
    remedy: "请用 samecut library list 查看编号。",
  },
  IMPORT_INVALID: {
    message: "导入文件中有一行不是samecut导出的内容",
    remedy: "请重新导出素材库；该行未被导入。",
  },
  SETTING_INVALID: {
    message: "选项或设置无效",
    remedy: "请更正；命令后加 --help 可查看可用的值。",
  },
  SERVICE_UNGUARDED: {
    message: "其他人也能访问该地址",
    remedy: "请为服务配置令牌，或只监听127.0.0.1。",
  },
  ADDRESS_UNAVAILABLE: {
    message: "服务无法监听该地址",
    remedy: "请换一个地址或端口。",
  },
  SERVICE_STOPPING: {
    message: "服务正在停止",
    remedy: "请等服务重新启动后再试。",
  },
  TOKEN_INVALID: {
    message: "请求没有有效的令牌",
    remedy: "请在请求头中加入 Authorization: Bearer <令牌>。",
  },
  ACCESS_DENIED: {
    message: "调用方无权进行此操作",
    remedy: "请向服务的管理员申请权限。",
  },
  RATE_LIMITED: {
    message: "请求过于频繁",
    remedy: "请等待 retry-after 所示的时间后重试。",
  },
  REQUEST_INVALID: {
    message: "请求格式不正确",
    remedy: "请对照服务的 /docs 页面。",
  },
  ROUTE_NOT_FOUND: {
    message: "服务没有该接口",
    remedy: "请查看服务的 /docs 页面。",
  },
  UPLOAD_INCOMPLETE: {
    message: "上传中断",
    remedy: "请重新上传；未保留任何内容。",
  },
  PATH_OUTSIDE_ROOTS: {
    message: "该路径不在服务可读取的文件夹中",
    remedy: "请改为上传该文件。",
  },
  BATCH_NOT_FOUND: {
    message: "服务中没有该调用方的这个批次",
    remedy: "请重新提交：已结束的批次只保留最近的，服务结束后不再保留。",
  },
  MANIFEST_INVALID: {
    message: "清单无法使用",
    remedy: "请修正该行；清单为带表头的CSV或JSON Lines，包含path，可选id、account、customer、uploadedAt。",
  },
  MANIFEST_FILE_MISSING: {
    message: "清单中的文件未找到",
    remedy: "请检查路径；路径相对于所扫描的文件夹或清单所在位置。",
  },
  CACHE_UNAVAILABLE: {
    message: "缓存无法使用，本次扫描不使用缓存",
    remedy: "请检查 samecut doctor 所示的文件夹，或设置SAMECUT_CACHE_DIR。",
  },
  CACHE_BEGUN_ANEW: {
    message: "缓存已损坏",
    remedy: "无需处理：缓存会重新生成。",
  },
  FILES_PASSED_OVER: {
    message: "跳过了一些无法读取的类型的文件",
    remedy:
      "其中的素材请转换为MP4或JPEG（iPhone的HEIC照片也要转换），或直接写出文件名；未下载完的请等待完成。",
  },
  FILES_NOT_FOUND: {
    message: "此处没有视频或图片文件",
    remedy: "请检查文件夹；隐藏文件和其他扩展名的文件会被跳过。",
  },
  STATUS_UNKNOWN: {
    message: "广告列表的状态栏没有这个词",
    remedy: "请按列表显示的文字输入；单独运行samecut status可列出全部。",
  },
  ACCOUNT_NOT_FOUND: {
    message: "没有这个账户的素材",
    remedy: "单独运行 samecut account 可查看全部账户；清单中的account列说明素材属于哪个账户。",
  },
  EXEMPTION_NOT_FOUND: {
    message: "没有这个编号的豁免",
    remedy: "请用 samecut exempt list 查看编号。",
  },
  REPORT_UNWRITABLE: {
    message: "无法写入报告",
    remedy: "请检查文件夹是否存在、权限和剩余空间。",
  },
  PAGE_MISSING: {
    message: "HTML报告的页面尚未构建",
    remedy: "请运行 npm run build；若为安装版，请重新安装samecut。",
  },
  NODE_TOO_OLD: {
    message: "Node.js版本过低",
    remedy: "请安装Node.js 20.19或更高版本。",
  },
  INDEX_UNAVAILABLE: {
    message: "无法加载检索索引",
    remedy:
      "其本机组件在安装时编译：请在有python3、make和C++编译器的环境运行 npm rebuild hnswlib-node，不要使用--ignore-scripts。",
  },
  VECTOR_INVALID: {
    message: "该向量无法加入索引",
    remedy: "请给出长度为1、维数与索引一致且各值有限的向量。",
  },
  INDEX_CRASHED: {
    message: "检索索引停止工作",
    remedy: "请重试：索引会从素材库重建；若再次发生请反馈。",
  },
  UNEXPECTED: {
    message: "遇到未知错误",
    remedy: "请加 --verbose 重新运行，并反馈其输出。",
  },
} satisfies Required<Texts["errors"]>;
