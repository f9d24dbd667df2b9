/** Keeps from hammering an endpoint that is down. */
export interface CircuitBreaker {
  /** An attempt got no answer: how long to leave the endpoint alone (0: not yet), or that it is given up. */
  failed(): { readonly pause: number; readonly givenUp: boolean };
  succeeded(): void;
  /** Whether the last pause has not been followed by a success: one call at a time tries. */
  probing(): boolean;
}

export interface BreakerOptions {
  /** Failures in a row, over all calls, that open it. */
  readonly failures?: number;
  /** The first pause in milliseconds; each further one is twice as long, up to the longest. */
  readonly firstPause?: number;
  readonly longestPause?: number;
  /** Pauses without a success between them after which the endpoint is given up for this run. */
  readonly pauses?: number;
  /** Failures in a row at which an endpoint that never answered is given up. */
  readonly neverAnswered?: number;
}

/**
 * A circuit breaker over failures in a row: 10 make it pause for 5 s, then 10 s, 20 s, ... with one call in between to try; after 6
 * pauses in vain the endpoint is given up. One that never answered at all is given up after 5 failures: its address is
 * probably wrong.
 */
export function circuitBreaker(options: BreakerOptions = {}): CircuitBreaker {
  const { failures = 10, firstPause = 5000, longestPause = 120_000 } = options;
  const { pauses = 6, neverAnswered = 5 } = options;
  let inRow = 0;
  let opened = 0;
  let answered = false;
  return {
    failed() {
      inRow++;
      if (!answered && inRow >= neverAnswered) return { pause: 0, givenUp: true };
      if (opened === 0 && inRow < failures) return { pause: 0, givenUp: false };
      opened++;
      const pause = Math.min(longestPause, firstPause * 2 ** (opened - 1));
      return { pause, givenUp: opened > pauses };
    },
    succeeded() {
      inRow = 0;
      opened = 0;
      answered = true;
    },
    probing: () => opened > 0,
  };
}
