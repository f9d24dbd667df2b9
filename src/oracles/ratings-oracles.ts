import { bradleyTerry } from "../statistics/ratings/bradley-terry.js";
import { elo } from "../statistics/ratings/elo.js";
import type { Rating } from "../statistics/ratings/rating.js";
import { trueSkill } from "../statistics/ratings/true-skill.js";
import { wengLin } from "../statistics/ratings/weng-lin.js";
import { winProbability } from "../statistics/ratings/win-probability.js";
import type { OracleFunctions } from "./oracle-functions.js";

/** Ratings. The files write a rating as [mean, deviation]. */
export const ratingsOracles: OracleFunctions = {
  bradleyTerry: (x) => bradleyTerry(x.table("wins"), { prior: x.number("prior") }).strengths,
  elo: (x) => {
    const { first, second, expected } = elo(x.number("a"), x.number("b"), {
      score: x.number("score"),
      step: x.number("k"),
    });
    return [first, second, expected];
  },
  trueskill1v1: (x) => {
    const { winner, loser } = trueSkill(rating(x.numbers("winner")), rating(x.numbers("loser")), {
      draw: x.flag("draw"),
    });
    return [listed(winner), listed(loser)];
  },
  winProbability: (x) => winProbability(rating(x.numbers("a")), rating(x.numbers("b"))),
  openskillPlackettLuce: (x) =>
    wengLin(x.table("ratings").map(rating), x.numbers("ranks"), { drift: x.number("tau") }).map(
      listed,
    ),
};

function rating([mean, deviation]: readonly number[]): Rating {
  return { mean, deviation };
}

function listed({ mean, deviation }: Rating): readonly number[] {
  return [mean, deviation];
}
