/** The id of what belongs to no creative: theirs are below. */
export const NOBODY = 0xff_ff_ff_ff;
