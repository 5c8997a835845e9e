/** A PNG image of a light box on dark ground, 32x32: read through sharp. */
export const IMAGE_SPECIMEN = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAACAAAAAgAQMAAABJtOi3AAAABlBMVEUoKCjc3Nz81AU4AAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAE0lEQVQImWNgwAuY/x+gEUEkAACFMh+lNmY4SgAAAABJRU5ErkJggg==",
  "base64",
);

/** A GIF animation of the box moving, 32x32, half a second: decoded by ffmpeg. */
export const VIDEO_SPECIMEN = Buffer.from(
  "R0lGODlhIAAgAIAAANzc3CgoKCH/C05FVFNDQVBFMi4wAwEAAAAh+QQEGQAAACwAAAAAIAAgAAACOIyPqcvtD6OctNrLgN5c4w4CX8iNpHedm3mypBvCoNzRZaqKuGqve/t7BWPDGeaITCqXzKbzqSwAACH5BAUZAAIALAYABgASABIAAAIjjA+pm4cMnYFRUibDXXmr7gGgN27ldVJp5YSiFa4YTNKmfRUAOw==",
  "base64",
);
