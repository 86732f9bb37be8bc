// What screens need to know of visits as plain numbers: nothing of the schemas reaches their bundles.

/** As many matters as one number carries: more than that is another visit. */
export const MOST_MATTERS = 4
