import { describe, expect, it } from "vitest";
import { labelFolders } from "../../src/scan/folder-labels.js";

describe("labelFolders", () => {
  it.each([
    ["one", ["/x/ads"], [""]],
    ["one that is given twice", ["/x/ads", "/x/ads"], ["", ""]],
    ["other names", ["/x/ads", "/x/more"], ["ads", "more"]],
    ["one name", ["/x/may/videos", "/x/june/videos", "/x/ads"], ["may/videos", "june/videos", "ads"]],
    [
      "one name in folders of one name",
      ["/a/may/videos", "/b/may/videos", "/b/june/videos"],
      ["a/may/videos", "b/may/videos", "june/videos"],
    ],
    ["one in the other, of one name", ["/x/ads", "/x/ads/ads"], ["x/ads", "ads/ads"]],
    ["one in the other", ["/x/ads", "/x/ads/may"], ["ads", "may"]],
    [
      "a label that begins as another is",
      ["/x/ads", "/y/ads/may", "/z/may"],
      ["x/ads", "y/ads/may", "z/may"],
    ],
    ["a drive's own folder", ["/", "/ads"], ["", "ads"]],
  ])("tells folders apart: %s", (_case, folders, labels) => {
    expect(labelFolders(folders)).toEqual(labels);
    expect(labelFolders(folders.toReversed())).toEqual(labels.toReversed());
  });
});
