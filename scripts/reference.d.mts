/**
 * The pages of docs/reference by file name, made from the doc comments of what the package exports.
 *
 * @param choices  the page of all choices, which only running code knows
 */
export function referencePages(choices: string): ReadonlyMap<string, string>;
