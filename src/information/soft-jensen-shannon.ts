import { checkCube } from "./check-cube.js";
import { jensenShannon } from "./jensen-shannon.js";
import { meanProfiles, type Posteriors } from "./profile-matrix.js";

/**
 * Jensen-Shannon of examinees whose replies carry soft verdicts: the divergence of their mean readings. Examinees
 * count alike, however many replies they gave.
 *
 * Source: math 1.5.
 *
 * @param posteriors  by examinee, by reply, a distribution over K values
 * @returns nats, from 0 to the smaller of ln M and ln K
 * @throws ArgumentError when a row is no distribution, lengths differ, or an examinee has no reply
 * @example
 * softJensenShannon([[[1, 0], [0, 1]], [[0, 1]]]); // => 0.215762 (± 1e-6)
 */
export function softJensenShannon(posteriors: Posteriors): number {
  checkCube("posteriors", posteriors);
  return jensenShannon(meanProfiles(posteriors));
}

/**
 * `softJensenShannon` corrected by leaving out one reply at a time: for each examinee, what the divergence gains by
 * resting on one reply fewer is taken off (S - 1) times.
 *
 * For a reported value from soft verdicts. An examinee with a single reply adds no correction.
 *
 * Source: math 1.5.
 *
 * @param posteriors  by examinee, by reply, a distribution over K values
 * @returns nats; may be below 0
 * @throws ArgumentError when a row is no distribution, lengths differ, or an examinee has no reply
 * @example
 * softJensenShannonJackknife([[[1, 0], [0, 1]], [[0, 1]]]); // => 0.08495 (± 1e-5)
 */
export function softJensenShannonJackknife(posteriors: Posteriors): number {
  checkCube("posteriors", posteriors);
  const means = meanProfiles(posteriors);
  const whole = jensenShannon(means);
  return posteriors.reduce((corrected, replies, i) => {
    if (replies.length < 2) return corrected;
    const gains = replies.map((_, left) => {
      const [mean] = meanProfiles([replies.filter((_, n) => n !== left)]);
      return jensenShannon(means.map((own, other) => (other === i ? mean : own))) - whole;
    });
    const gain = gains.reduce((sum, one) => sum + one, 0) / gains.length;
    return corrected - (replies.length - 1) * gain;
  }, whole);
}
