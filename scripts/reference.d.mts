/** The pages of docs/reference by file name, made from the doc comments of what the package exports. */
export function referencePages(): ReadonlyMap<string, string>;
