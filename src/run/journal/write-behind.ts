/** Rows that wait to be written, a batch at a time. */
export interface WriteBehind<Row> {
  /** Resolves once the row is durably written, never before; rejects when it cannot be. */
  add(row: Row): Promise<void>;
  /** Writes what waits now; throws what the writing threw. */
  flush(): void;
}

/** A batch of this size is written at once: it holds the event loop for a few milliseconds. */
const BATCH = 256;

/**
 * Collects rows that arrive one by one, so that a single transaction writes many: when 256 are
 * waiting, or when the event loop next comes round. After a failed write (a full disk) everything
 * that waits and everything added later is refused with the same error: nothing may count as kept
 * that is not.
 *
 * @param write  writes rows durably before it returns, or throws and writes none
 */
export function writeBehind<Row>(write: (rows: readonly Row[]) => void): WriteBehind<Row> {
  let waiting: Batch<Row> | null = null;
  let failure: { readonly error: unknown } | null = null;

  const flush = (): void => {
    if (failure) throw failure.error;
    const batch = waiting;
    if (!batch) return;
    waiting = null;
    try {
      write(batch.rows);
    } catch (error) {
      failure = { error };
      batch.reject(error);
      throw error;
    }
    batch.resolve();
  };
  const flushQuietly = (): void => {
    try {
      flush();
    } catch {
      // Everyone who waits has been told through their promise.
    }
  };
  return {
    flush,
    add: (row) => {
      if (failure) return Promise.reject(failure.error);
      if (!waiting) {
        waiting = newBatch<Row>();
        setImmediate(flushQuietly);
      }
      const { rows, written } = waiting;
      rows.push(row);
      if (rows.length >= BATCH) flushQuietly();
      return written;
    },
  };
}

/** All rows of a batch share one promise. */
interface Batch<Row> {
  readonly rows: Row[];
  readonly written: Promise<void>;
  resolve(): void;
  reject(error: unknown): void;
}

function newBatch<Row>(): Batch<Row> {
  let resolve = (): void => {};
  let reject = (_error: unknown): void => {};
  const written = new Promise<void>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { rows: [], written, resolve, reject };
}
