import { type Html, html, trusted } from "./html.js";

/** What differs between the heads of our pages. */
export interface PageHead {
  readonly title: string;
  /** The content security policy: what the page may load. */
  readonly policy: string;
  /** Style sheets of our own, in order. */
  readonly styles: readonly string[];
}

/** The beginning of every page, up to its body: what it may load, that it fits a phone, light and dark. */
export function pageHead({ title, policy, styles }: PageHead): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${trusted(styles.join(""))}</style>
</head>`;
}
