/**
 * Extensions a folder scan looks at, lower case, without the dot. Only a first choice of files: what a file is, its
 * content decides.
 */
export const MEDIA_EXTENSIONS: readonly string[] = [
  ...[
    "mp4",
    "mov",
    "m4v",
    "mkv",
    "webm",
    "avi",
    "flv",
    "ts",
    "mts",
    "m2ts",
    "wmv",
    "asf",
    "3gp",
    "3g2",
    "mpg",
    "mpeg",
    "ogv",
  ],
  ...["jpg", "jpeg", "png", "webp", "avif", "tif", "tiff", "bmp", "gif"],
];
