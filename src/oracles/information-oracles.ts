import { infoNce } from "../information/info-nce.js";
import {
  informationOfLabels,
  informationPerLabel,
  jointLabelInformation,
} from "../information/label-information.js";
import {
  mutualInformation,
  mutualInformationDeltaCorrected,
  mutualInformationJackknife,
  mutualInformationLeaveOneOut,
  mutualInformationNormalised,
} from "../information/mutual-information.js";
import type { OracleFunctions } from "./oracle-functions.js";
import type { OracleInputs } from "./oracle-inputs.js";

const ofReplies = (of: (replies: number[][]) => unknown) => (x: OracleInputs) =>
  of(x.table("posteriors"));

/** Mutual information between replies and values. */
export const informationOracles: OracleFunctions = {
  miCategorical: ofReplies(mutualInformation),
  miCategoricalNormalised: ofReplies(mutualInformationNormalised),
  miLeaveOneOut: ofReplies(mutualInformationLeaveOneOut),
  miDeltaCorrected: ofReplies(mutualInformationDeltaCorrected),
  miJackknife: ofReplies(mutualInformationJackknife),
  miBernoulliPerLabel: ofReplies(informationPerLabel),
  miBernoulliSum: ofReplies(informationOfLabels),
  miBernoulliJoint: ofReplies(jointLabelInformation),
  infoNce: (x) => infoNce(x.table("scores")),
};
