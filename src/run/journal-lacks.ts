/** Examinees may not be asked, and the journal lacks replies on which the choice of items rests. */
export class JournalLacks extends Error {
  override readonly name = "JournalLacks";
  constructor(system: string, round: number) {
    super(
      `the journal lacks replies that choose the items of ${system}, round ${round}: ` +
        "this round and later ones are left out; `value-compass run` goes on with them",
    );
  }
}
