/** Voices that are held out together, so that few models need be trained. */
export type VoiceGroup = readonly string[];

/** Groups that voices are dealt out to in the order of their names. */
const GROUPS = 5;

/** The voices in groups; no voice is parted. */
export function voiceGroups(voices: readonly string[]): readonly VoiceGroup[] {
  return Array.from({ length: GROUPS }, (_, group) =>
    voices.filter((_voice, at) => at % GROUPS === group),
  ).filter((group) => group.length > 0);
}
