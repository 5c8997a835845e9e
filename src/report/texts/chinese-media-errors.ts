import type { Texts } from "./texts.js";

/** Chinese words for the errors of opening, recognising, decoding and fingerprinting a file. */
export const CHINESE_MEDIA_ERRORS = {
  FILE_NOT_FOUND: {
    message: "文件不存在",
    remedy: "请检查路径。",
  },
  FILE_UNREADABLE: {
    message: "文件无法读取",
    remedy: "请检查权限和磁盘。",
  },
  NOT_A_FILE: {
    message: "这不是普通文件",
    remedy: "请给出视频或图片文件的路径。",
  },
  FILE_EMPTY: {
    message: "文件为空",
    remedy: "请重新复制或下载。",
  },
  FILE_CHANGED: {
    message: "读取过程中文件发生了变化",
    remedy: "请等文件写完后重试。",
  },
  INPUT_INVALID: {
    message: "无法从该输入读取素材",
    remedy:
      "请提供路径、Buffer或Uint8Array字节，或尚未被读取的字节流；若为Blob，请用 Readable.fromWeb(blob.stream())。",
  },
  INPUT_TOO_LARGE: {
    message: "输入超过大小限制",
    remedy: "请提供较小的文件，或调高限制。",
  },
  FORMAT_UNSUPPORTED: {
    message: "内容不是可识别的视频或图片格式",
    remedy: "请转换为MP4（H.264）或JPEG；只改扩展名没有用。",
  },
  PLAYLIST_REFUSED: {
    message: "文件是播放列表或脚本，指向其他文件或地址",
    remedy: "请提供视频本身；samecut不会打开它指向的内容。",
  },
  CODEC_UNSUPPORTED: {
    message: "当前ffmpeg没有该视频的解码器",
    remedy: "请转换为H.264，或使用完整版ffmpeg。",
  },
  VIDEO_STREAM_MISSING: {
    message: "文件中没有视频流",
    remedy: "请检查导出的文件是否包含画面，而不只有声音。",
  },
  MEDIA_DAMAGED: {
    message: "文件已损坏或不完整",
    remedy: "请重新导出、复制或下载。",
  },
  MEDIA_INCOMPLETE: {
    message: "文件提前结束，只比对了现有部分",
    remedy: "请重新导出、复制或下载。",
  },
  PICTURE_TOO_LARGE: {
    message: "画面过大，无法安全解码",
    remedy: "请缩小：视频不超过7680x4320，图片不超过1.5亿像素。",
  },
  PICTURE_TOO_SMALL: {
    message: "画面过小，无法判断",
    remedy: "宽和高都至少需要16像素。",
  },
  MEDIA_TOO_LONG: {
    message: "视频超过时长限制",
    remedy: "请提供较短的视频，或调高限制。",
  },
  DECODER_TIMED_OUT: {
    message: "解码超时",
    remedy: "请在空闲时重试，或放宽时限；若仍超时，请重新导出文件。",
  },
  DECODER_CRASHED: {
    message: "解码器在该文件上崩溃",
    remedy: "请重新导出文件；更新ffmpeg也可能有帮助。",
  },
  FFMPEG_MISSING: {
    message: "未找到可用的ffmpeg",
    remedy:
      "请安装ffmpeg（apt-get install ffmpeg、brew install ffmpeg、winget install ffmpeg），或运行 npm install ffmpeg-static，或用SAMECUT_FFMPEG指定其路径。",
  },
  FFMPEG_UNSUITABLE: {
    message: "当前ffmpeg缺少samecut所需的功能",
    remedy: "请使用5.0以上的完整版ffmpeg；运行 samecut doctor 可查看所用版本。",
  },
  SANDBOX_UNAVAILABLE: {
    message: "要求在沙箱中解码，但本机没有可用的沙箱",
    remedy:
      "请安装 bubblewrap（apt-get install bubblewrap）并允许用户命名空间，或设置 SAMECUT_SANDBOX=auto。",
  },
  FINGERPRINT_DAMAGED: {
    message: "存储的指纹已损坏",
    remedy: "请重新读取该文件。",
  },
  FINGERPRINT_VERSION: {
    message: "指纹由其他版本的samecut生成",
    remedy: "请重新读取该文件；在素材库中，请移除该素材并重新添加其文件。",
  },
} satisfies Texts["errors"];
