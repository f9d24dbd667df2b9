/** Keeps track of which models answered for which examinee. */
export interface ServedModels {
  /** A reply came from a model; a line for people when another one had answered before. */
  heard(examinee: string, served: string): string | null;
  /** One line for each examinee that several models answered for, with their counts. */
  changes(): string[];
}

/**
 * Endpoints change the model behind a name without a word. The id that came with each reply is kept beside it; here a
 * change is noticed at the first reply that another model gave.
 */
export function servedModels(): ServedModels {
  const known = new Map<string, Map<string, number>>();
  return {
    heard(examinee, served) {
      const own = known.get(examinee) ?? new Map<string, number>();
      known.set(examinee, own);
      const fresh = !own.has(served);
      const [before] = own.keys();
      own.set(served, (own.get(served) ?? 0) + 1);
      if (!fresh || before === undefined) return null;
      return `examinee ${examinee}: now "${served}" answers, before it was "${before}"`;
    },
    changes: () =>
      [...known]
        .filter(([, own]) => own.size > 1)
        .map(([examinee, own]) => {
          const counts = [...own]
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([served, n]) => `"${served}" ${n}`);
          return `examinee ${examinee} was answered by several models (replies): ${counts.join(", ")}`;
        }),
  };
}
