/** The longest that Node's timers wait, seconds: 2^31 - 1 milliseconds, some 24 days. They ring at once for more. */
export const LONGEST_TIMER_SECONDS = (2 ** 31 - 1) / 1000;
