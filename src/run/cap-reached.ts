/** A cap was reached: everything asked so far is kept. */
export class CapReached extends Error {
  override readonly name = "CapReached";
  constructor(
    readonly cap: number,
    readonly what: "calls" | "tokens" | "money" = "calls",
  ) {
    super(
      `stopped at the cap of ${what === "money" ? `${cap} (money)` : `${cap} ${what}`}; everything is kept; ` +
        `raise caps.${what} in study.json and run again to go on`,
    );
  }
}
