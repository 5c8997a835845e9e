/** What of a creative's design the platform may mark as low quality (素材设计). A note, never a similarity. */
export const DESIGN_NOTES = ["blurred", "stretched", "text-only", "stills-only"] as const;

/** One of {@link DESIGN_NOTES}. */
export type DesignNote = (typeof DESIGN_NOTES)[number];
