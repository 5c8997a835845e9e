import { finding, type Rule, rounded } from "./rule.js";

/** Rule 4, 缩放/旋转/亮度: the main content is the same, but scaled, cut, turned, mirrored, padded, blurred or of other light. */
export const geometryOrLight: Rule = ({ footage, geometryChange, light, sharpness, transform }) =>
  finding(4, footage.sameFootage * Math.max(geometryChange, light.change, sharpness.softened), {
    mirrored: transform.mirrored,
    angleDegrees: transform.angleDegrees,
    zoom: transform.zoom,
    stretch: transform.stretch,
    brightness: rounded(light.brightness),
    contrast: rounded(light.contrast),
    colour: rounded(light.colour, 1),
    sharpness: rounded(sharpness.ratio),
  });
