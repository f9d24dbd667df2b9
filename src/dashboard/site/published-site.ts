import { reproducedFindings } from "../../experiments/reproduce/reproduce-findings.js";
import {
  type PublishedBoard,
  type PublishedRow,
  publishedBoard,
} from "../../facts/published-board.js";
import type { PublishedVersion } from "../../facts/published-score.js";
import { builtInSystems } from "../../facts/value-systems.js";
import type { ExamineeCard } from "../../records/examinee-card.js";
import type { StudyResults } from "../../records/results.js";
import type { Score } from "../../records/score.js";
import type { ValueSystem } from "../../values/value-system.js";
import { publishedReleases } from "./releases.js";
import { type CheckedClaim, type PackedSite, packSite, type SiteData } from "./site-data.js";

/** The releases of the public platform as the page loads them, in the order of `publishedReleases`. */
export function publishedSites(): readonly PackedSite[] {
  return publishedReleases.map(({ version, name }) => packSite(publishedSite(version, name)));
}

/**
 * A release of the public platform as the site's views read a study. It has point scores alone: no items, so no interval,
 * no reply and no reliability. A placeholder is no score; the row says so.
 *
 * @throws RangeError for a release without scores
 */
export function publishedSite(version: PublishedVersion, name: string): SiteData {
  const systems = systemsOf(version);
  const board = publishedBoard({ systems: systems.map(({ id }) => id), version });
  return {
    results: publishedResults(board, systems, name),
    systems,
    caseCounts: board.rows.map(() => 0),
    hasItems: false,
    release: version,
    claims: version === "current" ? checkedClaims() : [],
    published: `${name}: scores as the public platform of the paper showed them (Value Compass Benchmarks, CC BY-NC-SA), not this study's. Point scores alone: no items, so no intervals, no replies and no counts.`,
  };
}

/** Claims are made of the release in use, and are checked against it. */
function checkedClaims(): readonly CheckedClaim[] {
  return reproducedFindings().map(({ claim: { claim, source, part }, verdict, says }) => {
    return { claim, source, part, verdict, says };
  });
}

/** The systems that a release has scores of, each with the dimensions that it scored. */
function systemsOf(version: PublishedVersion): readonly ValueSystem[] {
  return builtInSystems.filter(({ id }) => {
    try {
      return publishedBoard({ systems: [id], version }).rows.length > 0;
    } catch (error) {
      if (error instanceof RangeError) return false;
      throw error;
    }
  });
}

function publishedResults(
  { rows, dimensions }: PublishedBoard,
  systems: readonly ValueSystem[],
  name: string,
): StudyResults {
  return {
    kind: "value-compass results",
    format: 1,
    study: {
      name,
      seed: 1,
      alpha: 0,
      divergence: "",
      elicitation: "",
      samples: 0,
      caution: null,
    },
    systems: systems.map(({ id }) => id),
    examinees: rows.map(cardOf),
    recognizer: "the platform's own",
    scores: rows.flatMap((row) =>
      dimensions.map(
        ({ system, dimension }, k): Score => ({
          ...NOTHING_COUNTED,
          examinee: row.id,
          system,
          dimension,
          mean: row.scores[k],
        }),
      ),
    ),
    welfare: [],
    rounds: [],
    cases: [],
    recovery: [],
    agreement: [],
    counts: { judged: 0, declined: 0, unmeasured: 0 },
    warnings: [],
  };
}

function cardOf({ id, name, card, flag }: PublishedRow): ExamineeCard {
  const { family, developer, access, released } = card;
  const label = flag ?? "published score";
  const stated = { family, developer, access, released };
  return { id, name, origin: "published", label, ...stated, systems: null, planted: null };
}

const NOTHING_COUNTED = {
  origin: "published",
  support: "unvalidated",
  low: null,
  high: null,
  boundLow: null,
  boundHigh: null,
  withoutDeclined: null,
  items: 0,
  judged: 0,
  declined: 0,
  unmeasured: 0,
} as const;
