/** Where a long piece of work tells how far it is. */
export interface Progress {
  /** A piece of work begins: what it is, and how many cells it needs. */
  start(what: string, cells: number): void;
  /** So many more cells are done. */
  advance(cells: number): void;
  /** A line worth keeping, such as a warning. */
  note(line: string): void;
  finish(): void;
}

/** Says nothing: for tests and library use. */
export const silent: Progress = { start() {}, advance() {}, note() {}, finish() {} };
