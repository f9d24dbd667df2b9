import type { Json } from "../figures/figure.js";

/** One result in several forms, by MIME type: a front end shows the richest one that it knows. */
export type MimeBundle = Readonly<Record<string, Json>>;
