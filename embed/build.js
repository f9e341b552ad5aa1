// What only the build knows; it fills these in.

/** The build's name. Addresses of its files end in it, so that no browser mixes two builds. */
export const BUILD = "__BUILD__";
/** The languages there are, as tags. */
export const LANGUAGES = __LANGUAGES__;
/** The names of the files that hold what several parts of the program share. */
export const SHARED = __SHARED__;
