import type { QueueAddOptions } from "p-queue";

/** Whose turn it is: the role of the caller, and whether it is a retry. */
export interface Turn extends QueueAddOptions {
  readonly role?: string;
  readonly again?: boolean;
}

type Run = () => Promise<unknown>;

/**
 * The order in which waiting calls of one endpoint begin: the roles (examinee, recognizer, writer) take turns, so that
 * ten thousand waiting replies do not keep a verdict waiting; within a role, retries first, then first come, first
 * served. p-queue asks for this shape.
 */
export class FairQueue {
  readonly #lines = new Map<string, { readonly again: Run[]; waiting: Run[]; head: number }>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  enqueue(run: Run, { role = "", again = false }: Turn = {}): void {
    const line = this.#lines.get(role) ?? { again: [], waiting: [], head: 0 };
    this.#lines.set(role, line);
    (again ? line.again : line.waiting).push(run);
    this.#size++;
  }

  dequeue(): Run | undefined {
    for (const [role, line] of this.#lines) {
      const run = line.again.shift() ?? line.waiting[line.head++];
      if (line.head > 100 && 2 * line.head > line.waiting.length) {
        line.waiting = line.waiting.slice(line.head);
        line.head = 0;
      }
      if (run === undefined) {
        line.head = line.waiting.length;
        continue;
      }
      // A Map goes through its entries in the order of their arrival: to the back of the line.
      this.#lines.delete(role);
      this.#lines.set(role, line);
      this.#size--;
      return run;
    }
    return undefined;
  }

  filter(): Run[] {
    return [...this.#lines.values()].flatMap(({ again, waiting, head }) => [
      ...again,
      ...waiting.slice(head),
    ]);
  }

  /** Turns are taken by role; nobody has a number. */
  setPriority(): void {}
}
