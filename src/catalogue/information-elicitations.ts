import {
  deltaPerDimension,
  jackknifePerDimension,
} from "../information/corrected-per-dimension.js";
import type { Elicitation } from "../information/elicitation.js";
import {
  mutualInformation,
  mutualInformationDeltaCorrected,
  mutualInformationJackknife,
} from "../information/mutual-information.js";
import { pluginPerDimension } from "../information/plugin-per-dimension.js";
import type { Profiles } from "../information/profile-matrix.js";
import { sharesOf } from "../information/shares.js";
import { SHARES_DOMAIN } from "./divergence-forms.js";
import type { ElicitationEntry } from "./elicitation-entry.js";

/** The formula on the replies alone. One reply carries no information that could be told from a corrected estimate. */
const corrected =
  (of: (replies: Profiles) => number): Elicitation["of"] =>
  ({ replies }) =>
    replies.length < 2 ? 0 : of(replies);

const TWO = "two or more replies, for one always gives 0";
const BEYOND =
  "an estimate, which may lie a little beyond its range; two or more replies, for one gives 0";

const coins = {
  unit: "nats a dimension",
  range: "0 to ln 2",
  parameters: [],
  maximum: () => Math.LN2,
};

const shares = {
  unit: "nats",
  range: "0 to ln K",
  parameters: [],
  maximum: (_: number, dimensions: number) => Math.log(Math.max(2, dimensions)),
};

const DELTA = "with what few replies hide of it added back, to first order";
const JACKKNIFE = "with what few replies hide of it estimated by leaving out one at a time";
const DIFFERING =
  "How much different replies of one examinee differ in the values they clearly show";

/** Mutual information between replies and values: plug-in and corrected for few replies, on coins and on shares. */
export const informationElicitations: readonly ElicitationEntry[] = [
  {
    ...coins,
    id: "plug-in",
    name: "Plug-in mutual information",
    meaning: `${DIFFERING}.`,
    formula: String.raw`\frac1K\sum_k\Bigl[H_b\bigl(\tfrac1N\textstyle\sum_n f_{nk}\bigr)-\tfrac1N\sum_n H_b(f_{nk})\Bigr]`,
    domain: `probabilities from 0 to 1; ${TWO}`,
    source: "math 2.2",
    of: ({ replies }) => pluginPerDimension(replies),
  },
  {
    ...coins,
    id: "plug-in-delta",
    name: "Mutual information, delta-corrected",
    meaning: `${DIFFERING}, ${DELTA}.`,
    formula: String.raw`\frac1K\sum_k\Bigl[I_k+\frac{s_k^2}{2N\bar f_k(1-\bar f_k)}\Bigr]`,
    domain: `probabilities from 0 to 1; ${BEYOND}`,
    source: "math 2.2 and 2.3",
    of: corrected(deltaPerDimension),
  },
  {
    ...coins,
    id: "plug-in-jackknife",
    name: "Mutual information, jackknifed",
    meaning: `${DIFFERING}, ${JACKKNIFE}.`,
    formula: String.raw`\frac1K\sum_k\Bigl[N I_k-\tfrac{N-1}N\textstyle\sum_n I_k^{(-n)}\Bigr]`,
    domain: `probabilities from 0 to 1; ${BEYOND}; for two it is just twice the plug-in`,
    source: "math 2.2 and 2.3",
    of: corrected(jackknifePerDimension),
  },
  {
    ...shares,
    id: "plug-in-shares",
    name: "Plug-in mutual information (shares)",
    meaning: `${DIFFERING}, each reply taken for a mix of values.`,
    formula: String.raw`H\bigl(\tfrac1N\textstyle\sum_n s_n\bigr)-\tfrac1N\sum_n H(s_n),\quad s_{nk}=f_{nk}\big/\sum_l f_{nl}`,
    domain: `${SHARES_DOMAIN}; ${TWO}`,
    source: "math 2.1",
    of: ({ replies }) => mutualInformation(sharesOf(replies)),
  },
  {
    ...shares,
    id: "plug-in-shares-delta",
    name: "Mutual information, delta-corrected (shares)",
    meaning: `${DIFFERING}, each reply taken for a mix of values, ${DELTA}.`,
    formula: String.raw`I+\sum_k\frac{s_k^2}{2N\bar s_k}`,
    domain: `${SHARES_DOMAIN}; ${BEYOND}`,
    source: "math 2.3",
    of: corrected((replies) => mutualInformationDeltaCorrected(sharesOf(replies))),
  },
  {
    ...shares,
    id: "plug-in-shares-jackknife",
    name: "Mutual information, jackknifed (shares)",
    meaning: `${DIFFERING}, each reply taken for a mix of values, ${JACKKNIFE}.`,
    formula: String.raw`N I-\tfrac{N-1}N\textstyle\sum_n I^{(-n)}`,
    domain: `${SHARES_DOMAIN}; ${BEYOND}`,
    source: "math 2.3",
    of: corrected((replies) => mutualInformationJackknife(sharesOf(replies))),
  },
];
