import { type Html, type HtmlPart, html } from "../html.js";

/** A list to choose one entry from; `name` is the choice it sets. */
export function chooser(
  name: string,
  label: string,
  options: readonly (readonly [id: string, words: string])[],
  chosen: string,
): Html {
  return html`<p class="control"><label for="c-${name}">${label}</label>
<select id="c-${name}" data-set="${name}" data-first="${options[0]?.[0] ?? ""}">${options.map(
    ([id, words]) =>
      id === chosen
        ? html`<option value="${id}" selected>${words}</option>`
        : html`<option value="${id}">${words}</option>`,
  )}</select></p>`;
}

/** Where a slider stands and how far it goes. */
export interface SliderRange {
  readonly low: number;
  readonly high: number;
  readonly step: number;
  readonly value: number;
  /** Where it stands when nothing was chosen. */
  readonly first: number;
}

/** A slider; it sets the entry `key` of the choice `name`, or the whole choice where `key` is `null`. */
export function slider(
  name: string,
  key: string | null,
  label: HtmlPart,
  range: SliderRange,
): Html {
  const id = key === null ? `c-${name}` : `c-${name}-${key}`;
  return html`<p class="control slider"><label for="${id}">${label}</label>
<input type="range" id="${id}" data-set="${name}"${key === null ? null : html` data-key="${key}"`}
 data-first="${range.first}" min="${range.low}" max="${range.high}" step="${range.step}"
 value="${range.value}"><output for="${id}">${range.value}</output></p>`;
}

/** A box to tick: a name in the list that the choice holds. */
export function tick(name: string, value: string, label: HtmlPart, ticked: boolean): Html {
  const id = `c-${name}-${value}`;
  return html`<span class="tick"><input type="checkbox" id="${id}" data-list="${name}"
 data-value="${value}"${ticked ? html` checked` : null}><label for="${id}">${label}</label></span>`;
}

/** A line to write in. */
export function searchBox(name: string, label: string, value: string): Html {
  return html`<p class="control"><label for="c-${name}">${label}</label>
<input type="search" id="c-${name}" data-set="${name}" data-first="" value="${value}"
 autocomplete="off"></p>`;
}

/** A button that sets a choice. */
export function setButton(name: string, value: string, words: HtmlPart, pressed?: boolean): Html {
  const state = pressed === undefined ? null : html` aria-pressed="${String(pressed)}"`;
  return html`<button type="button" id="b-${name}-${value}" data-choose="${name}"
 data-value="${value}"${state}>${words}</button>`;
}

/** A button that does something other than choosing: save or print. */
export function actButton(act: string, words: string): Html {
  return html`<button type="button" id="a-${act}" data-act="${act}">${words}</button>`;
}

/** A place for a few lines of text, pasted or read from a file. */
export function textBox(name: string, label: string, value: string, example: string): Html {
  return html`<p class="control wide"><label for="c-${name}">${label}</label>
<textarea id="c-${name}" data-set="${name}" data-first="" rows="4" spellcheck="false" autocomplete="off"
 placeholder="${example}">${value}</textarea></p>
<p class="control"><label for="f-${name}">Or from a file</label>
<input type="file" id="f-${name}" data-file="${name}" accept=".csv,text/csv,text/plain"></p>`;
}
