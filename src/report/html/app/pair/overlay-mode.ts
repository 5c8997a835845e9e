/** How two pictures laid over each other are compared. */
export type OverlayMode = "slide" | "blink" | "difference";

/** All of them, in the order they are offered. */
export const OVERLAY_MODES: readonly OverlayMode[] = ["slide", "blink", "difference"];
