// Turns the facts in data/ into typed modules in src/facts/made/, so that pure rooms and browsers can
// import them. Needs nothing installed. Run by every build and test.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const made = join(root, "src/facts/made");

/**
 * One entry a module, in any order: output name, exported constant, its type, where the type lives,
 * and how to read it from data/.
 */
const modules = [
  {
    file: "prices",
    constant: "shippedPrices",
    type: "PriceList",
    from: "../price-list.js",
    read: (json) => json("prices.json"),
  },
  {
    file: "value-systems",
    constant: "valueSystems",
    type: "readonly ValueSystem[]",
    from: "../../values/value-system.js",
    read: (json) =>
      ["schwartz", "mft", "llm_unique", "safety"].map((id) => json(`systems/${id}.json`)),
  },
  {
    file: "published-scores",
    constant: "publishedScores",
    type: "readonly PublishedScore[]",
    from: "../published-score.js",
    read: () => publishedScores(),
  },
  {
    file: "models",
    constant: "modelCards",
    type: "readonly ModelCard[]",
    from: "../model-card.js",
    read: () => modelCards(),
  },
  {
    file: "grammars",
    constant: "grammars",
    type: "readonly Grammar[]",
    from: "../grammar.js",
    read: (json) =>
      ["schwartz", "mft", "llm_unique", "safety"].map((id) => json(`grammar/${id}.json`)),
  },
  {
    file: "seeds",
    constant: "seedSets",
    type: "readonly SeedSet[]",
    from: "../seeds.js",
    read: (json) =>
      ["schwartz", "mft", "llm_unique", "safety", "factual"].map((id) => json(`seeds/${id}.json`)),
  },
  {
    file: "format-items",
    constant: "formatItemSets",
    type: "readonly FormatItemSet[]",
    from: "../format-items.js",
    read: (json) => ["mft"].map((id) => json(`formats/${id}.json`)),
  },
  {
    file: "phrase-bank",
    constant: "phraseBank",
    type: "PhraseBank",
    from: "../phrase-bank.js",
    read: (json) => json("simulator/phrase-bank.json"),
  },
  {
    file: "reader-cues",
    constant: "readerCues",
    type: "ReaderCues",
    from: "../reader-cues.js",
    read: (json) => json("simulator/reader-cues.json"),
  },
  {
    file: "archetypes",
    constant: "archetypes",
    type: "readonly Archetype[]",
    from: "../archetype.js",
    read: (json) => json("simulator/archetypes.json"),
  },
  {
    file: "cultures",
    constant: "cultureFacts",
    type: "readonly CultureFact[]",
    from: "../culture-fact.js",
    read: () => [...essRows("cultures/ess-profiles.csv"), ...wvsOrders()],
  },
  {
    file: "culture-rounds",
    constant: "cultureRoundFacts",
    type: "readonly CultureFact[]",
    from: "../culture-fact.js",
    read: () => essRows("cultures/ess-rounds.csv"),
  },
  {
    file: "moral-foundations",
    constant: "foundationFacts",
    type: "readonly FoundationFact[]",
    from: "../foundation-fact.js",
    read: () => foundationFacts(),
  },
  {
    file: "platform-cultures",
    constant: "platformCultureRanks",
    type: "readonly PlatformCulture[]",
    from: "../platform-culture.js",
    read: () => platformCultures(),
  },
  {
    file: "published-heatmaps",
    constant: "publishedSquares",
    type: "readonly PublishedSquare[]",
    from: "../published-square.js",
    read: () => csv("published/culture-similarity.csv").map(numbered("rho")),
  },
  {
    file: "adaem-win-rates",
    constant: "adaemWinRates",
    type: "readonly PublishedWinRate[]",
    from: "../published-win-rate.js",
    read: () =>
      csv("published/adaem-fig9.csv").map(({ model, platform_model, dimension, score }) => ({
        model,
        platformModel: platform_model || null,
        dimension,
        score: Number(score),
      })),
  },
  {
    file: "published-measures",
    constant: "publishedMeasures",
    type: "readonly PublishedMeasure[]",
    from: "../published-measure.js",
    read: () => csv("published/measures.csv").map(numbered("value")),
  },
  {
    file: "published-claims",
    constant: "publishedClaims",
    type: "readonly PublishedClaim[]",
    from: "../published-claim.js",
    read: () => csv("published/claims.csv"),
  },
  {
    file: "pinned-numbers",
    constant: "pinnedNumbers",
    type: "readonly PinnedNumber[]",
    from: "../pinned-number.js",
    read: () => csv("published/pinned.csv").map(numbered("value", "tolerance")),
  },
  {
    file: "user-study-form",
    constant: "shippedForm",
    type: "UserStudyForm",
    from: "../user-study-form.js",
    read: (json) => json("userstudy/form.json"),
  },
  {
    file: "pan-cultural-order",
    constant: "panCulturalOrder",
    type: "readonly PanCulturalPlace[]",
    from: "../pan-cultural-place.js",
    read: () =>
      csv("cultures/pan-cultural-order.csv").map(({ dimension, rank, tier }) => ({
        dimension,
        rank: Number(rank),
        tier,
      })),
  },
];

function json(path) {
  return JSON.parse(readFileSync(join(root, "data", path), "utf8"));
}

/** Rows of a CSV file as objects; a cell in quotes may hold commas, but no line breaks. */
function csv(path) {
  const text = readFileSync(join(root, "data", path), "utf8");
  const [columns, ...rows] = text.trimEnd().split("\n").map(csvCells);
  return rows.map((cells, index) => {
    if (cells.length !== columns.length)
      throw new Error(
        `data/${path}, line ${index + 2}: expected ${columns.length} cells, found ${cells.length}`,
      );
    return Object.fromEntries(columns.map((column, place) => [column, cells[place]]));
  });
}

function csvCells(line) {
  const cells = line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,"]*))(?=,|$)/g);
  return [...cells].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain);
}

/** Rows as they are, but for the named columns, which hold numbers. */
function numbered(...columns) {
  return (row) => ({
    ...row,
    ...Object.fromEntries(columns.map((column) => [column, Number(row[column])])),
  });
}

function publishedScores() {
  const names = new Map(csv("published/models.csv").map((row) => [row.model_id, row.name]));
  return csv("published/scores.csv").map((row) => ({
    model: row.model,
    name: names.get(row.model),
    system: row.system,
    dimension: row.dimension,
    score: Number((Number(row.score100) / 100).toPrecision(12)),
    version: row.version,
    placeholder: row.flag === "constant_placeholder",
  }));
}

function modelCards() {
  return csv("published/models.csv").map((row) => ({
    id: row.model_id,
    name: row.name,
    developer: row.developer,
    family: row.family,
    access: row.access,
    released: row.release_date || null,
    website: row.website || null,
    report: row.report_url || null,
    status: row.status,
  }));
}

/** The dimensions of a row by name; `suffix` picks the columns that say something else about them. */
function byDimension(row, suffix = "") {
  const dimensions = json("systems/schwartz.json").dimensions.map(({ id }) => id);
  return Object.fromEntries(dimensions.map((id) => [id, Number(row[`${id}${suffix}`])]));
}

function essRows(path) {
  return csv(path).map((row) => ({
    ...cultureRow(row),
    survey: "European Social Survey",
    instrument: "PVQ-21",
    scale: "means",
    ...(row.power_error === "" ? {} : { standardErrors: byDimension(row, "_error") }),
    licence: "CC BY-NC-SA 4.0",
  }));
}

function wvsOrders() {
  return csv("cultures/wvs-orders.csv").map((row) => ({
    ...cultureRow(row),
    survey: "World Values Survey",
    instrument: "ten items, one a value",
    scale: "ranks",
    licence: "free for non-profit use; cite the World Values Survey, wave 6 (v2015-04-18)",
  }));
}

const foundationLicence = {
  "MFQ-2":
    "means of groups, stated as facts; licence of the underlying data unknown (OSF terms not seen); cite Atari et al. (2023), study 2",
  "MFQ-30":
    "means of groups, stated as facts; licence of the underlying data unknown; cite Atari, Lai & Dehghani (2020), study 2",
};

/** One fact a country and questionnaire, from one row a foundation. */
function foundationFacts() {
  const rows = new Map();
  for (const row of csv("cultures/moral-foundations.csv")) {
    const key = `${row.instrument} ${row.id}`;
    rows.set(key, [...(rows.get(key) ?? []), row]);
  }
  return [...rows.values()].map((own) => {
    const by = (column) =>
      Object.fromEntries(own.map((row) => [row.foundation, Number(row[column])]));
    const { id, name, instrument, year, scale } = own[0];
    return {
      id,
      name,
      scale: "means",
      instrument,
      year: Number(year),
      respondents: Math.min(...own.map((row) => Number(row.respondents))),
      answers: scale,
      profile: by("mean"),
      standardErrors: by("se"),
      licence: foundationLicence[instrument],
    };
  });
}

function cultureRow(row) {
  return {
    id: row.id,
    name: row.name,
    profile: byDimension(row),
    round: row.round,
    year: Number(row.year),
    respondents: row.respondents === "" ? null : Number(row.respondents),
  };
}

function platformCultures() {
  return csv("cultures/platform-ranks.csv").map((row) => ({
    snapshot: row.snapshot,
    id: row.label,
    name: row.name,
    profile: byDimension(row),
    scale: "ranks",
    note: row.note || null,
  }));
}

/** Small facts become literals that the compiler checks; large ones would overwhelm it. */
function literal(value) {
  const checked = JSON.stringify(value, null, 1);
  return checked.length < 100_000
    ? checked
    : `/* @__PURE__ */ JSON.parse(${JSON.stringify(JSON.stringify(value))})`;
}

export function makeFacts() {
  mkdirSync(made, { recursive: true });
  const wanted = new Set(modules.map((module) => `${module.file}.ts`));
  for (const name of readdirSync(made)) if (!wanted.has(name)) rmSync(join(made, name));
  for (const { file, constant, type, from, read } of modules) {
    const source =
      `// Made from data/ by scripts/make-facts.mjs; not edited by hand.\n` +
      `import type { ${type.replace(/^readonly /, "").replace("[]", "")} } from "${from}";\n\n` +
      `export const ${constant}: ${type} = ${literal(read(json))};\n`;
    const path = join(made, `${file}.ts`);
    if (!existsSync(path) || readFileSync(path, "utf8") !== source) writeFileSync(path, source);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) makeFacts();
