import fc from "fast-check";

// Properties draw the same inputs in every `npm test`, so that what is green stays green; `npm run verify` draws new ones, and a
// failure there prints the seed to repeat it with.
if (process.env.VALUE_COMPASS_FULL !== "1") fc.configureGlobal({ seed: 20_250_601 });
