import type { Price } from "../facts/price-list.js";
import type { CallWatch, MadeCall, TokenEstimate } from "../ports/call-watch.js";
import type { AttemptRow } from "../ports/store.js";
import { CapReached } from "./cap-reached.js";

/** The most that a study may use; `null` where nothing is capped. */
export interface Caps {
  /** Requests to endpoints and replies of embedded examinees. */
  readonly calls: number | null;
  readonly tokens: number | null;
  /** In the currency of the prices. */
  readonly money: number | null;
}

/** What was used, over all runs of a study. */
export interface Spent {
  readonly calls: number;
  readonly tokensIn: number;
  readonly tokensOut: number;
  /** What is known of its price; what has none is counted in `unpriced`. */
  readonly money: number;
  readonly unpriced: number;
  /** Milliseconds that endpoints took, added up over calls. */
  readonly took: number;
}

/** What a study spends: counted, kept in the journal, and held against its caps. */
export interface Spending {
  /** The watch for the requests of one answer. */
  watch(role: AttemptRow["role"], who: string, key: string): CallWatch;
  /** How many replies of embedded examinees may be asked; they count as asked. */
  take(calls: number): number;
  /** The cap that was reached, or `null`. */
  reached(): CapReached | null;
  spent(): Spent;
}

export interface SpendingOptions {
  readonly caps: Caps;
  /** The price of who answers; `null` when it is not known. */
  price(who: string): Price | null;
  /** What earlier runs did. */
  readonly before: Iterable<AttemptRow>;
  /** Replies in the journal that no attempt accounts for are added to these calls. */
  readonly replies: number;
  /** Writes an attempt down. */
  record(row: AttemptRow): void;
}

const MILLION = 1_000_000;

/**
 * Keeps count of what a study spends. Every request sets aside what it may cost before it is made, and gives back what it did not
 * need: so a cap is exceeded at most by what requests under way cost beyond their estimates, which is nothing
 * where `maxTokens` is set.
 *
 * A request whose tokens the endpoint did not count is put down at its estimate when it was answered, and at nothing when it failed.
 */
export function spending({ caps, price, before, replies, record }: SpendingOptions): Spending {
  const used = { calls: 0, tokensIn: 0, tokensOut: 0, money: 0, unpriced: 0, took: 0 };
  const aside = { tokens: 0, money: 0 };
  let cap: CapReached | null = null;

  const moneyFor = (who: string, tokensIn: number, tokensOut: number): number | null => {
    const own = price(who);
    return own && (own.in * tokensIn + own.out * tokensOut) / MILLION;
  };
  const add = (who: string, tokensIn: number, tokensOut: number, took: number): void => {
    used.calls++;
    used.tokensIn += tokensIn;
    used.tokensOut += tokensOut;
    used.took += took;
    const money = moneyFor(who, tokensIn, tokensOut);
    used.money += money ?? 0;
    if (money === null && tokensIn + tokensOut > 0) used.unpriced++;
  };
  let answered = 0;
  for (const row of before) {
    add(row.who, row.tokensIn ?? 0, row.tokensOut ?? 0, row.took);
    if (row.role === "examinee" && row.result === "answered") answered++;
  }
  used.calls += Math.max(0, replies - answered);

  let underWay = 0;
  const reach = (what: keyof Caps): false => {
    cap ??= new CapReached(caps[what] ?? 0, what);
    return false;
  };
  const over = (limit: number | null, amount: number): boolean => limit !== null && amount > limit;
  const allow = (who: string, { tokensIn, tokensOut }: TokenEstimate): boolean => {
    const tokens = tokensIn + tokensOut;
    const money = moneyFor(who, tokensIn, tokensOut) ?? 0;
    if (over(caps.calls, used.calls + underWay + 1)) return reach("calls");
    if (over(caps.tokens, used.tokensIn + used.tokensOut + aside.tokens + tokens))
      return reach("tokens");
    if (over(caps.money, used.money + aside.money + money)) return reach("money");
    underWay++;
    aside.tokens += tokens;
    aside.money += money;
    return true;
  };
  const made = (who: string, call: MadeCall, { tokensIn, tokensOut }: TokenEstimate): void => {
    underWay--;
    aside.tokens -= tokensIn + tokensOut;
    aside.money -= moneyFor(who, tokensIn, tokensOut) ?? 0;
    const counted = call.tokensIn !== null || call.tokensOut !== null;
    const guessed = call.result === "answered" && !counted;
    add(
      who,
      guessed ? tokensIn : (call.tokensIn ?? 0),
      guessed ? tokensOut : (call.tokensOut ?? 0),
      call.took,
    );
  };
  return {
    watch: (role, who, key) => ({
      allow: (estimate) => allow(who, estimate),
      made: (call, estimate) => {
        made(who, call, estimate);
        record({ key, role, who, ...call });
      },
    }),
    take(calls) {
      const left = (caps.calls ?? Number.POSITIVE_INFINITY) - used.calls - underWay;
      const allowed = Math.min(calls, Math.max(0, left));
      used.calls += allowed;
      if (allowed < calls) reach("calls");
      return allowed;
    },
    reached: () => cap,
    spent: () => ({ ...used }),
  };
}
